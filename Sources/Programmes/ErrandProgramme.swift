package import Compatibility

/// What a programme of kind `errands` says besides its rules.
package struct ErrandProgramme: Hashable, Sendable {
    package var spec: ErrandSpec
    /// File of the days on which nothing takes place, resolved against the programme file.
    package var calendar: String?
    package var expenses: Expenses?
}

/// What a requester pays for the volunteer's way, in yen.
package struct Expenses: Hashable, Sendable {
    /// For each way, whatever the distance.
    package let base: Int
    /// For each kilometre of a way, in a straight line.
    package let perKilometre: Int

    package init(base: Int, perKilometre: Int) {
        self.base = base
        self.perKilometre = perKilometre
    }

    /// There and back: 2 · (base + perKilometre · kilometres), rounded up to ten yen.
    package func yen(metres: Int) -> Int {
        let thousandths = 2 * (base * 1000 + perKilometre * metres)
        return (thousandths + 9_999) / 10_000 * 10
    }
}
