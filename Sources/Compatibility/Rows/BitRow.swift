/// One bit for each volunteer, 64 to a word.
package struct BitRow: Sendable {
    /// Bits from the lowest of the first word on; those past the last volunteer are 0 in rows made here.
    package private(set) var words: [UInt64]

    /// Nobody of so many volunteers.
    package init(count: Int) {
        words = Array(repeating: 0, count: (count + 63) / 64)
    }

    /// The volunteers whose flag is set.
    package init(_ flags: [Bool]) {
        self.init(count: flags.count)
        for (volunteer, isSet) in flags.enumerated() where isSet { insert(volunteer) }
    }

    package func contains(_ volunteer: Int) -> Bool {
        words[volunteer >> 6] >> UInt64(volunteer & 63) & 1 == 1
    }

    package mutating func insert(_ volunteer: Int) {
        words[volunteer >> 6] |= 1 << UInt64(volunteer & 63)
    }

    /// A whole word at once: the volunteers from `64 · index` on.
    package mutating func setWord(_ index: Int, _ bits: UInt64) {
        words[index] = bits
    }

    /// Takes everybody in, or nobody, in some words.
    package mutating func fill(_ stretches: [Range<Int>], with isSet: Bool) {
        let bits: UInt64 = isSet ? .max : 0
        update(stretches) { words, index in words[index] = bits }
    }

    package mutating func formUnion(_ other: BitRow, in stretches: [Range<Int>]) {
        update(other, stretches) { $0 | $1 }
    }

    /// Takes in everybody who is not in another row.
    package mutating func formUnion(ofOthersThan other: BitRow, in stretches: [Range<Int>]) {
        update(other, stretches) { $0 | ~$1 }
    }

    package mutating func formIntersection(_ other: BitRow, in stretches: [Range<Int>]) {
        update(other, stretches) { $0 & $1 }
    }

    package mutating func subtract(_ other: BitRow, in stretches: [Range<Int>]) {
        update(other, stretches) { $0 & ~$1 }
    }

    /// Takes another row's words for its own.
    package mutating func copy(_ other: BitRow, in stretches: [Range<Int>]) {
        update(other, stretches) { $1 }
    }

    package mutating func invert(_ stretches: [Range<Int>]) {
        update(stretches) { words, index in words[index] = ~words[index] }
    }

    /// The number of volunteers in some words.
    package func count(in stretches: [Range<Int>]) -> Int {
        words.withUnsafeBufferPointer { words in
            stretches.reduce(0) { sum, stretch in
                var sum = sum
                for index in stretch { sum += words[index].nonzeroBitCount }
                return sum
            }
        }
    }

    /// Calls the body with every volunteer in some words, ascending.
    package func forEach(in stretches: [Range<Int>], _ body: (Int) -> Void) {
        for stretch in stretches {
            for index in stretch {
                var bits = words[index]
                while bits != 0 {
                    body(index << 6 | bits.trailingZeroBitCount)
                    bits &= bits - 1
                }
            }
        }
    }

    @inline(__always)
    private mutating func update(
        _ stretches: [Range<Int>], _ body: (inout UnsafeMutableBufferPointer<UInt64>, Int) -> Void
    ) {
        words.withUnsafeMutableBufferPointer { words in
            for stretch in stretches {
                for index in stretch { body(&words, index) }
            }
        }
    }

    @inline(__always)
    private mutating func update(
        _ other: BitRow, _ stretches: [Range<Int>], _ body: (UInt64, UInt64) -> UInt64
    ) {
        words.withUnsafeMutableBufferPointer { mine in
            other.words.withUnsafeBufferPointer { theirs in
                for stretch in stretches {
                    for index in stretch { mine[index] = body(mine[index], theirs[index]) }
                }
            }
        }
    }
}
