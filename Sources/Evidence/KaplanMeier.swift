import Glibc

/// The Kaplan–Meier estimate: the share that lasts beyond each day, where some are still being watched.
///
/// With d events among n at risk on day t:
///
///     S(t)        = Π (1 − d ÷ n) over the event days up to t
///     Var S(t)    = S(t)² · Σ d ÷ (n (n − d))                                    (Greenwood)
///     95% bounds  = S(t)^exp(± z · √(Σ d ÷ (n (n − d))) ÷ ln S(t))              (log-log)
///
/// E. L. Kaplan and P. Meier, “Nonparametric estimation from incomplete observations”, Journal of the American
/// Statistical Association 53 (1958) 457–481, https://doi.org/10.1080/01621459.1958.10501452; M. Greenwood, “The
/// natural duration of cancer” (1926); the log-log interval, which stays inside 0 to 1, is that of
/// J. D. Kalbfleisch and R. L. Prentice, “The Statistical Analysis of Failure Time Data” (1980), section 1.3.
package struct KaplanMeier: Hashable, Sendable {
    /// What is known from one event day on, until the next.
    package struct Step: Hashable, Sendable {
        package let day: Int
        package let atRisk: Int
        package let events: Int
        /// S on this day and after it.
        package let share: Double
        /// Greenwood's sum; infinite from the day on which nobody is left.
        package let greenwood: Double

        /// The log-log interval; `nil` where S is 0, which it cannot say anything about.
        package var interval: ConfidenceInterval? {
            guard share > 0, share < 1, greenwood.isFinite else { return nil }
            let spread = WilsonInterval.z * greenwood.squareRoot() / log(share)
            return ConfidenceInterval(lower: pow(share, exp(-spread)), upper: pow(share, exp(spread)))
        }

        /// Var S.
        package var variance: Double? { greenwood.isFinite ? share * share * greenwood : nil }
    }

    /// One step for each day with an event, in order.
    package let steps: [Step]
    /// Observations in all.
    package let count: Int
    /// The last day of any observation; beyond it the estimate says nothing.
    package let lastDay: Int

    /// The estimate, or `nil` of no observation or of a negative number of days.
    ///
    /// Events of every cause count.
    ///
    /// O(n log n).
    package init?(_ observations: [SurvivalObservation]) {
        guard let last = observations.map(\.days).max(), observations.allSatisfy({ $0.days >= 0 }) else {
            return nil
        }
        let table = RiskTable(observations, causes: [])
        var share = 1.0
        var greenwood = 0.0
        var steps: [Step] = []
        for row in table.rows {
            let left = row.atRisk - row.events
            share *= Double(left) / Double(row.atRisk)
            greenwood += left == 0 ? .infinity : Double(row.events) / (Double(row.atRisk) * Double(left))
            steps.append(
                Step(
                    day: row.day, atRisk: row.atRisk, events: row.events, share: left == 0 ? 0 : share,
                    greenwood: greenwood))
        }
        self.steps = steps
        count = table.count
        lastDay = last
    }

    /// S(day): 1 before the first event; `nil` beyond the last day that anybody was watched, unless nobody was
    /// left by then.
    package func share(at day: Int) -> Double? {
        let step = step(at: day)
        if day > lastDay, step?.share != 0 { return nil }
        return step?.share ?? 1
    }

    /// The log-log interval of S(day); `nil` where there was no event yet or nobody is left.
    package func interval(at day: Int) -> ConfidenceInterval? {
        share(at: day) == nil ? nil : step(at: day)?.interval
    }

    /// The first day on which the given quarter has had the event: S ≤ 1 − quarter ÷ 4; `nil` where that is not
    /// reached.
    package func quartile(_ quarter: Int) -> Int? {
        // Shares are products of fractions: a half may come out as 0.5000000000000001.
        let bound = 1 - Double(quarter) / 4 + 1e-12
        return steps.first { $0.share <= bound }?.day
    }

    /// The median; `nil` where fewer than half had the event.
    package var median: Int? { quartile(2) }

    /// The days on which the bounds of the curve pass one half; an end that is not reached is `nil`.
    ///
    /// R. Brookmeyer and J. Crowley, “A confidence interval for the median survival time”, Biometrics 38 (1982)
    /// 29–41, https://doi.org/10.2307/2530286.
    package var medianInterval: (lower: Int?, upper: Int?) {
        (
            lower: steps.first { ($0.interval?.lower ?? ($0.share == 0 ? 0 : 1)) <= 0.5 }?.day,
            upper: steps.first { ($0.interval?.upper ?? 1) <= 0.5 }?.day
        )
    }

    /// The last step on or before a day.
    package func step(at day: Int) -> Step? { steps.last { $0.day <= day } }
}
