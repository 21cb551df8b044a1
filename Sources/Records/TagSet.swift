/// A set of tags of one vocabulary, as bits: at most 256 different tags.
package struct TagSet: Hashable, Sendable {
    /// The number of different tags that a vocabulary may have.
    package static let capacity = 256
    /// Words of 64 tags.
    package static let wordCount = 4

    private var words: InlineArray<4, UInt64>

    package init() {
        words = InlineArray(repeating: 0)
    }

    package init(_ tags: some Sequence<Int>) {
        self.init()
        for tag in tags { insert(tag) }
    }

    /// Adds a tag by its index in the vocabulary.
    package mutating func insert(_ tag: Int) {
        words[tag >> 6] |= 1 << UInt64(tag & 63)
    }

    /// The bits of the tags from `64 · index` on.
    package func word(_ index: Int) -> UInt64 { words[index] }

    package func contains(_ tag: Int) -> Bool {
        words[tag >> 6] >> UInt64(tag & 63) & 1 == 1
    }

    package var count: Int {
        words[0].nonzeroBitCount + words[1].nonzeroBitCount + words[2].nonzeroBitCount
            + words[3].nonzeroBitCount
    }

    package var isEmpty: Bool { (words[0] | words[1] | words[2] | words[3]) == 0 }

    package func intersection(_ other: TagSet) -> TagSet {
        var result = self
        for index in words.indices { result.words[index] &= other.words[index] }
        return result
    }

    package func union(_ other: TagSet) -> TagSet {
        var result = self
        for index in words.indices { result.words[index] |= other.words[index] }
        return result
    }

    package func subtracting(_ other: TagSet) -> TagSet {
        var result = self
        for index in words.indices { result.words[index] &= ~other.words[index] }
        return result
    }

    /// Number of tags in both.
    package func sharedCount(with other: TagSet) -> Int {
        var count = 0
        for index in words.indices { count += (words[index] & other.words[index]).nonzeroBitCount }
        return count
    }

    package func isSubset(of other: TagSet) -> Bool {
        for index in words.indices where words[index] & ~other.words[index] != 0 { return false }
        return true
    }

    /// The indices of the tags, ascending.
    package var indices: [Int] {
        var result: [Int] = []
        for index in words.indices {
            var bits = words[index]
            while bits != 0 {
                result.append(index << 6 | bits.trailingZeroBitCount)
                bits &= bits - 1
            }
        }
        return result
    }

    package static func == (a: TagSet, b: TagSet) -> Bool {
        for index in a.words.indices where a.words[index] != b.words[index] { return false }
        return true
    }

    package func hash(into hasher: inout Hasher) {
        for index in words.indices { hasher.combine(words[index]) }
    }
}
