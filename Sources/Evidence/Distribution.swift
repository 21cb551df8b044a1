/// The summary of a set of whole numbers: how many, smallest, quartiles, largest, mean.
///
/// Quartiles are type 7 of R. J. Hyndman and Y. Fan, “Sample quantiles in statistical packages”, The American
/// Statistician 50 (1996) 361–365, https://doi.org/10.1080/00031305.1996.10473566: linear interpolation at rank
/// 1 + (n − 1)p. A coordinator gets the same numbers from Excel's MEDIAN and QUARTILE.INC.
package struct Distribution: Hashable, Sendable {
    package let count: Int
    package let minimum: Int
    package let lowerQuartile: Double
    package let median: Double
    package let upperQuartile: Double
    package let maximum: Int
    package let mean: Double

    /// The summary, or `nil` of no values at all.
    ///
    /// O(n log n).
    package init?(_ values: [Int]) {
        let sorted = values.sorted()
        guard let first = sorted.first, let last = sorted.last else { return nil }
        count = sorted.count
        minimum = first
        maximum = last
        lowerQuartile = Self.quantile(of: sorted, quarter: 1)
        median = Self.quantile(of: sorted, quarter: 2)
        upperQuartile = Self.quantile(of: sorted, quarter: 3)
        mean = sorted.reduce(0.0) { $0 + Double($1) } / Double(sorted.count)
    }

    /// The value at rank 1 + (n − 1) · quarter/4 of a sorted array that is not empty.
    private static func quantile(of sorted: [Int], quarter: Int) -> Double {
        let (index, remainder) = ((sorted.count - 1) * quarter).quotientAndRemainder(dividingBy: 4)
        let below = Double(sorted[index])
        guard remainder > 0 else { return below }
        return below + (Double(sorted[index + 1]) - below) * Double(remainder) / 4
    }
}
