/// What an interval says about a target such as 90%.
///
/// A share of 93 of 100 is above 90% and yet does not show that the true share is; the verdict speaks of what the
/// data support and not of the share alone.
package enum TargetVerdict: String, Hashable, Sendable, CaseIterable {
    /// The whole interval is at or above the target.
    case supported
    /// The whole interval is below the target.
    case notSupported = "not-supported"
    /// The target lies inside the interval.
    case notDistinguishable = "not-distinguishable"

    /// The verdict on a target in hundredths of a percent: 9000 is 90%.
    package init(on interval: ConfidenceInterval, target basisPoints: Int) {
        let target = Double(basisPoints) / 10_000
        if interval.lower >= target {
            self = .supported
        } else if interval.upper < target {
            self = .notSupported
        } else {
            self = .notDistinguishable
        }
    }
}
