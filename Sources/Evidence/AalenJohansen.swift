import Glibc

/// The Aalen–Johansen estimate: the share that has had an event of one cause by each day, where another cause may
/// come first.
///
/// One minus Kaplan–Meier would treat the other cause as if it only stopped the watching, and overstate. With n at
/// risk, d events of any cause and c of this one on day t, S by Kaplan–Meier over all causes:
///
///     F(t)     = Σ S(t−) · c ÷ n
///     Var F(t) = Σ (F(t) − F(s))² d ÷ (n (n − d)) + Σ S(s−)² c (n − c) ÷ n³ − 2 Σ (F(t) − F(s)) S(s−) c ÷ n²
///     bounds   = F^exp(± z · √Var ÷ (F · ln F))
///
/// O. O. Aalen and S. Johansen, “An empirical transition matrix for non-homogeneous Markov chains based on censored
/// observations”, Scandinavian Journal of Statistics 5 (1978) 141–150, https://www.jstor.org/stable/4615704; the
/// variance is the delta method's of E. Marubini and M. G. Valsecchi, “Analysing Survival Data from Clinical Trials
/// and Observational Studies” (1995), equation 10.12.
package struct AalenJohansen: Hashable, Sendable {
    /// What is known from one event day on, until the next.
    package struct Step: Hashable, Sendable {
        package let day: Int
        package let atRisk: Int
        /// Events of this cause, and of any cause.
        package let events: Int
        package let allEvents: Int
        /// F on this day and after it.
        package let share: Double
        /// Var F; `nil` from the day on which nobody is left at risk.
        package let variance: Double?

        /// The interval; `nil` where F is 0 or 1 or the variance is not known.
        package var interval: ConfidenceInterval? {
            guard share > 0, share < 1, let variance else { return nil }
            let spread = WilsonInterval.z * max(0, variance).squareRoot() / (share * log(share))
            return ConfidenceInterval(lower: pow(share, exp(-spread)), upper: pow(share, exp(spread)))
        }
    }

    /// One step for each day with an event of any cause, in order.
    package let steps: [Step]
    package let count: Int
    package let lastDay: Int

    /// The estimate for one cause; `nil` of no observation or of a negative number of days.
    ///
    /// O(n log n + k²) for k event days.
    package init?(_ observations: [SurvivalObservation], cause: Int) {
        guard let last = observations.map(\.days).max(), observations.allSatisfy({ $0.days >= 0 }) else {
            return nil
        }
        let table = RiskTable(observations, causes: [cause])
        var survival = 1.0
        var share = 0.0
        /// S(s−), F(s) and the counts of each event day.
        var history: [(before: Double, share: Double, row: RiskTable.Row)] = []
        var steps: [Step] = []
        for row in table.rows {
            let events = row.byCause[0]
            share += survival * Double(events) / Double(row.atRisk)
            history.append((survival, share, row))
            steps.append(
                Step(
                    day: row.day, atRisk: row.atRisk, events: events, allEvents: row.events, share: share,
                    variance: Self.variance(of: share, history)))
            survival *= Double(row.atRisk - row.events) / Double(row.atRisk)
        }
        self.steps = steps
        count = table.count
        lastDay = last
    }

    /// F(day): 0 before the first event; `nil` beyond the last day that anybody was watched, unless nobody was
    /// left at risk by then.
    package func share(at day: Int) -> Double? {
        let step = step(at: day)
        if day > lastDay, step.map({ $0.atRisk > $0.allEvents }) ?? true { return nil }
        return step?.share ?? 0
    }

    /// The interval of F(day); `nil` where F is 0 or not known.
    package func interval(at day: Int) -> ConfidenceInterval? {
        share(at: day) == nil ? nil : step(at: day)?.interval
    }

    /// The first day by which that many quarters of all have had the event; `nil` where it is not reached.
    package func quartile(_ quarter: Int) -> Int? {
        steps.first { $0.share >= Double(quarter) / 4 - 1e-12 }?.day
    }

    /// The last step on or before a day.
    package func step(at day: Int) -> Step? { steps.last { $0.day <= day } }

    /// The three sums of the variance; `nil` where the last day left nobody at risk.
    private static func variance(
        of share: Double, _ history: [(before: Double, share: Double, row: RiskTable.Row)]
    ) -> Double? {
        var sum = 0.0
        for (before, earlier, row) in history {
            let (n, d, c) = (Double(row.atRisk), Double(row.events), Double(row.byCause[0]))
            let gap = share - earlier
            if gap != 0 {
                guard n > d else { return nil }
                sum += gap * gap * d / (n * (n - d))
            }
            sum += before * before * c * (n - c) / (n * n * n) - 2 * gap * before * c / (n * n)
        }
        return sum
    }
}
