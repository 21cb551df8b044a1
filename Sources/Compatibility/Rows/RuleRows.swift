/// The verdicts of a pair rule, one resident at a time: one dynamic call for a row instead of one for each pair.
package protocol RuleRows: Sendable {
    /// What a row costs; dearer rules are asked later and, where that is enough, of fewer volunteers.
    var effort: RowEffort { get }
    /// Marks who of the asked volunteers fails with a resident.
    ///
    /// Every word in question is written; the bits of volunteers who are not asked may come out either way.
    func markFailures(of resident: Int, _ scope: RowScope, in row: inout BitRow)
}

/// What a row of verdicts costs.
package enum RowEffort: Int, Comparable, Sendable {
    /// A few operations on words of 64 volunteers.
    case words
    /// Some arithmetic for each volunteer.
    case volunteers
    /// A call for each volunteer.
    case calls

    package static func < (a: RowEffort, b: RowEffort) -> Bool { a.rawValue < b.rawValue }
}

/// The rows of a rule that only knows how to test a pair.
struct TestedRows: RuleRows {
    let test: @Sendable (Int, Int) -> Bool

    var effort: RowEffort { .calls }

    func markFailures(of resident: Int, _ scope: RowScope, in row: inout BitRow) {
        for stretch in scope.stretches {
            for word in stretch {
                var (asked, failed) = (scope.asked.words[word], UInt64(0))
                while asked != 0 {
                    let bit = asked.trailingZeroBitCount
                    if !test(word << 6 | bit, resident) { failed |= 1 << UInt64(bit) }
                    asked &= asked - 1
                }
                row.setWord(word, failed)
            }
        }
    }
}
