/// A 95% interval of any quantity: a share, a difference of shares, a mean of points.
///
/// The bounds are in the unit of the quantity; what they mean and how they were found is said by the type that
/// made them.
package struct ConfidenceInterval: Hashable, Sendable {
    /// Lower and upper bound, lower ≤ upper.
    package let lower: Double
    package let upper: Double

    /// The interval; bounds in the wrong order are put right.
    package init(lower: Double, upper: Double) {
        self.lower = min(lower, upper)
        self.upper = max(lower, upper)
    }

    /// How wide it is: small where much is known.
    package var width: Double { upper - lower }

    /// Whether a value is one of those that the data do not contradict.
    package func contains(_ value: Double) -> Bool { lower <= value && value <= upper }
}

extension WilsonInterval {
    /// The same bounds as an interval of any quantity.
    package var bounds: ConfidenceInterval { ConfidenceInterval(lower: lower, upper: upper) }
}
