/// Which volunteers of a row a rule is asked about.
package struct RowScope: Sendable {
    /// Words of the row that are in question, ascending and apart.
    package let stretches: [Range<Int>]
    /// Who in these words is asked; the bits of other words mean nothing.
    package internal(set) var asked: BitRow

    package init(stretches: [Range<Int>], asked: BitRow) {
        self.stretches = stretches
        self.asked = asked
    }

    /// Everybody of a table.
    package init(everybodyOf count: Int) {
        let words = (count + 63) / 64
        self.init(
            stretches: words == 0 ? [] : [0..<words],
            asked: BitRow(Array(repeating: true, count: count)))
    }

    /// Volunteers in the words in question, asked or not.
    package var laneCount: Int { stretches.reduce(0) { $0 + $1.count } * 64 }
}
