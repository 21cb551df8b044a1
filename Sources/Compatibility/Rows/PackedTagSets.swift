import Records

/// Sets of tags with as many words each as the vocabulary needs, for counting what two have in common.
struct PackedTagSets: Sendable {
    private let width: Int
    private let words: [UInt64]
    /// Tags of each person; -1 where the answer is missing.
    let counts: [Int32]

    /// Keeps `width` words of 64 tags for a person.
    init(_ sets: [TagSet?], width: Int) {
        self.width = width
        words = sets.flatMap { set in (0..<width).map { set?.word($0) ?? 0 } }
        counts = sets.map { $0.map { Int32($0.count) } ?? -1 }
    }

    /// Words that the sets of a field need.
    static func width(_ sets: [TagSet?]...) -> Int {
        let used = sets.joined().reduce(into: TagSet()) { if let set = $1 { $0 = $0.union(set) } }
        return (0..<TagSet.wordCount).last { used.word($0) != 0 }.map { $0 + 1 } ?? 1
    }

    /// Tags that a person has in common with somebody of another table of the same width.
    @inline(__always)
    func sharedCount(_ person: Int, with other: Int, of others: PackedTagSets) -> Int32 {
        if width == 1 { return Int32((words[person] & others.words[other]).nonzeroBitCount) }
        var count = 0
        for word in 0..<width {
            count += (words[person * width + word] & others.words[other * width + word]).nonzeroBitCount
        }
        return Int32(count)
    }
}
