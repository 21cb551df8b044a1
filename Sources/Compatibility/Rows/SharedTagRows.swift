import Records

/// The rows of a measure of how many tags two people have in common.
struct SharedTagRows: MeasureRows {
    private let volunteers: PackedTagSets
    private let residents: PackedTagSets
    private let value: @Sendable (_ common: Int32, _ mine: Int32, _ theirs: Int32) -> Int32

    /// `value` makes the measure of the tags in common, the volunteer's and the resident's, where both have answered.
    init(
        volunteers: [TagSet?], residents: [TagSet?],
        value: @escaping @Sendable (_ common: Int32, _ mine: Int32, _ theirs: Int32) -> Int32
    ) {
        let width = PackedTagSets.width(volunteers, residents)
        self.volunteers = PackedTagSets(volunteers, width: width)
        self.residents = PackedTagSets(residents, width: width)
        self.value = value
    }

    func measure(_ resident: Int, with volunteers: [Int32], into values: inout [Int32]) {
        let theirs = residents.counts[resident]
        for (index, volunteer) in volunteers.enumerated() {
            let volunteer = Int(volunteer)
            let mine = self.volunteers.counts[volunteer]
            values[index] =
                mine < 0 || theirs < 0
                ? MissingValue.mark
                : value(self.volunteers.sharedCount(volunteer, with: resident, of: residents), mine, theirs)
        }
    }
}
