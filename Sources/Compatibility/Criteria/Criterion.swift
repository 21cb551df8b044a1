package import Records

/// A soft measure of a pair.
///
/// One conforming type per kind of measure, with its own sentence.
///
/// Measures are whole thousandths, so that points are integers from the first step on.
package protocol Measure: Sendable {
    /// How well a pair does, 0…1000; `nil` where an answer is missing.
    func values(in cohort: Cohort) -> @Sendable (_ volunteer: Int, _ resident: Int) -> Int?
    /// The same values for several volunteers of a resident at a time; where a measure says nothing, by `values`.
    func rows(in cohort: Cohort) -> any MeasureRows
    /// What to say of a pair: "1.8 km from home"; `nil` where there is nothing to say.
    func reasons(in cohort: Cohort) -> @Sendable (_ volunteer: Int, _ resident: Int) -> Bilingual?
}

extension Measure {
    package func rows(in cohort: Cohort) -> any MeasureRows { CalledRows(value: values(in: cohort)) }
}

/// A measure with its name and its weight.
package struct Criterion: Sendable {
    /// Name in the programme file.
    package let name: String
    package let label: Bilingual
    /// Points for a full measure: 100 per unit of weight.
    package let maximumPoints: Int
    package let measure: any Measure

    package init(name: String, label: Bilingual, maximumPoints: Int, measure: any Measure) {
        self.name = name
        self.label = label
        self.maximumPoints = maximumPoints
        self.measure = measure
    }

    /// Points of a measure: `maximumPoints · measure / 1000`, rounded half up.
    ///
    /// A missing answer is worth half, so that it is neither good nor bad.
    package func points(_ measure: Int?) -> Int {
        (maximumPoints * (measure ?? 500) + 500) / 1000
    }
}

/// A straight line between two values: 0 at or beyond `zeroAt`, 1000 at or beyond `fullAt`.
package struct LinearScale: Hashable, Sendable {
    package let zeroAt: Int
    package let fullAt: Int

    /// The two ends must differ.
    package init?(zeroAt: Int, fullAt: Int) {
        guard zeroAt != fullAt else { return nil }
        self.zeroAt = zeroAt
        self.fullAt = fullAt
    }

    /// Thousandths of the way from `zeroAt` to `fullAt`, rounded down, kept between 0 and 1000.
    package func thousandths(_ value: Int) -> Int {
        let (span, way) =
            fullAt > zeroAt ? (fullAt - zeroAt, value - zeroAt) : (zeroAt - fullAt, zeroAt - value)
        if way <= 0 { return 0 }
        if way >= span { return 1000 }
        // Division of 32 bits where it suffices: the other takes several times as long.
        return span < 4_000_000 ? Int(UInt32(way) * 1000 / UInt32(span)) : way * 1000 / span
    }

    /// The thousandths of every value from 0 to `last`, for measures that know few values.
    func table(through last: Int) -> [Int32] { (0...last).map { Int32(thousandths($0)) } }
}
