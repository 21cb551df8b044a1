/// The difference of two independent proportions, first minus second, with Newcombe's hybrid score interval.
///
/// With the Wilson intervals (l₁, u₁) and (l₂, u₂) of the shares p₁ and p₂:
///
///     lower = p₁ − p₂ − √((p₁ − l₁)² + (u₂ − p₂)²)
///     upper = p₁ − p₂ + √((u₁ − p₁)² + (p₂ − l₂)²)
///
/// Method 10 of R. G. Newcombe, “Interval estimation for the difference between independent proportions”,
/// Statistics in Medicine 17 (1998) 873–890,
/// https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I. It stays inside −1 to 1 and
/// holds with few trials and shares near 1, which is what year on year comparisons are made of.
package struct ProportionDifference: Hashable, Sendable {
    package let first: Proportion
    package let second: Proportion
    /// First share minus second share, −1 to 1.
    package let value: Double
    package let interval: ConfidenceInterval

    /// The difference, or `nil` where one of the two has no trials.
    package init?(_ first: Proportion, minus second: Proportion) {
        guard let p1 = first.share, let p2 = second.share, let a = first.interval, let b = second.interval
        else {
            return nil
        }
        func length(_ x: Double, _ y: Double) -> Double { (x * x + y * y).squareRoot() }
        self.first = first
        self.second = second
        value = p1 - p2
        interval = ConfidenceInterval(
            lower: max(-1, p1 - p2 - length(p1 - a.lower, b.upper - p2)),
            upper: min(1, p1 - p2 + length(a.upper - p1, p2 - b.lower)))
    }

    /// Whether the data say which of the two is larger: 0 lies outside the interval.
    package var isDistinguishable: Bool { interval.lower > 0 || interval.upper < 0 }
}
