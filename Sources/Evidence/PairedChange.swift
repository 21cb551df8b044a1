/// How the answers of the same people changed from a survey before to one after.
///
/// The mean of the differences with Student's t interval: mean ± t · s ÷ √n, with the 97.5% quantile of n − 1
/// degrees of freedom. Wilcoxon's signed ranks were the alternative: on a scale of five steps most differences are
/// tied or 0, its interval then moves in half steps, is not of the mean that gets printed, and cannot reach 95% with
/// fewer than six different people. Differences on a bounded scale have short tails, where t keeps its level from
/// about ten people on (tested); below that it is wide, which is right. Where all differences are the same, s is 0
/// and says nothing: no interval.
///
/// “Student” (W. S. Gosset), “The probable error of a mean”, Biometrika 6 (1908) 1–25,
/// https://doi.org/10.1093/biomet/6.1.1.
package struct PairedChange: Hashable, Sendable {
    /// People who answered both times.
    package let count: Int
    /// Those whose answer rose, stayed, fell.
    package let rose: Int
    package let stayed: Int
    package let fell: Int
    /// Sums of the answers before and after, in whole points.
    package let sumBefore: Int
    package let sumAfter: Int
    /// The t interval of the mean difference; `nil` with fewer than two people or without any spread.
    package let interval: ConfidenceInterval?

    /// The change of answers given as pairs of whole points.
    package init(_ answers: [(before: Int, after: Int)]) {
        let differences = answers.map { $0.after - $0.before }
        count = answers.count
        rose = differences.count { $0 > 0 }
        stayed = differences.count { $0 == 0 }
        fell = differences.count { $0 < 0 }
        sumBefore = answers.reduce(0) { $0 + $1.before }
        sumAfter = answers.reduce(0) { $0 + $1.after }
        interval = Self.interval(of: differences)
    }

    package var meanBefore: Double? { count == 0 ? nil : Double(sumBefore) / Double(count) }
    package var meanAfter: Double? { count == 0 ? nil : Double(sumAfter) / Double(count) }
    /// Mean after minus mean before.
    package var meanDifference: Double? {
        count == 0 ? nil : Double(sumAfter - sumBefore) / Double(count)
    }

    private static func interval(of differences: [Int]) -> ConfidenceInterval? {
        guard differences.count >= 2 else { return nil }
        let n = Double(differences.count)
        let mean = Double(differences.reduce(0, +)) / n
        let squares = differences.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
        guard squares > 0, let t = StudentT(degreesOfFreedom: differences.count - 1)?.upperQuantile else {
            return nil
        }
        let half = t * (squares / (n - 1) / n).squareRoot()
        return ConfidenceInterval(lower: mean - half, upper: mean + half)
    }
}
