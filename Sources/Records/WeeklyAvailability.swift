/// The free time of a person in a typical week, as a set of quarter hours.
///
/// 7 days × 96 quarter hours = 672 bits in eleven words; quarter 0 is Monday 00:00–00:15. Intersection and
/// counting cost eleven word operations.
package struct WeeklyAvailability: Hashable, Sendable {
    /// Quarter hours in a day.
    package static let quartersPerDay = 96

    private var words: InlineArray<11, UInt64>

    /// Nobody's free time.
    package init() {
        words = InlineArray(repeating: 0)
    }

    /// Marks the quarter hours `quarters` (0…95, half-open end at most 96) of a day as free.
    package mutating func insert(_ day: Weekday, quarters: Range<Int>) {
        precondition(quarters.lowerBound >= 0 && quarters.upperBound <= WeeklyAvailability.quartersPerDay)
        for quarter in quarters {
            let bit = day.rawValue * WeeklyAvailability.quartersPerDay + quarter
            words[bit >> 6] |= 1 << UInt64(bit & 63)
        }
    }

    /// Whether a quarter hour of a day is free.
    package func contains(_ day: Weekday, quarter: Int) -> Bool {
        let bit = day.rawValue * WeeklyAvailability.quartersPerDay + quarter
        return words[bit >> 6] >> UInt64(bit & 63) & 1 == 1
    }

    /// The number of free quarter hours in the week.
    package var quarterCount: Int {
        var count = 0
        for index in words.indices { count += words[index].nonzeroBitCount }
        return count
    }

    package var isEmpty: Bool { quarterCount == 0 }

    /// The time that both have free.
    package func intersection(_ other: WeeklyAvailability) -> WeeklyAvailability {
        var result = self
        for index in words.indices { result.words[index] &= other.words[index] }
        return result
    }

    /// The time that either has free.
    package func union(_ other: WeeklyAvailability) -> WeeklyAvailability {
        var result = self
        for index in words.indices { result.words[index] |= other.words[index] }
        return result
    }

    /// The number of quarter hours that both have free; no allocation.
    package func sharedQuarterCount(with other: WeeklyAvailability) -> Int {
        var count = 0
        for index in words.indices { count += (words[index] & other.words[index]).nonzeroBitCount }
        return count
    }

    /// The free blocks in the order of the week: each a day and a maximal range of quarter hours.
    ///
    /// A block that runs over midnight is two.
    package var blocks: [(day: Weekday, quarters: Range<Int>)] {
        var result: [(day: Weekday, quarters: Range<Int>)] = []
        for day in Weekday.allCases {
            var bits = dayBits(day.rawValue)
            while bits != 0 {
                let start = bits.trailingZeroBitCount
                let end = start + (~(bits >> UInt128(start))).trailingZeroBitCount
                result.append((day, start..<end))
                bits = (bits >> UInt128(end)) << UInt128(end)
            }
        }
        return result
    }

    /// The free time of one day in minutes after midnight, as maximal spans in order.
    package func windows(on day: Weekday) -> [ClockWindow] {
        blocks.filter { $0.day == day }.compactMap {
            ClockWindow(start: $0.quarters.lowerBound * 15, end: $0.quarters.upperBound * 15)
        }
    }

    /// Only the blocks that last at least `quarters` quarter hours; no allocation.
    ///
    /// A block that runs over midnight is two. Every day is opened, as in mathematical morphology: a quarter hour stays
    /// where a block of that length begins, and grows back to its length.
    ///
    /// - Complexity: O(log quarters) operations on 128 bits a day.
    package func blocks(ofAtLeast quarters: Int) -> WeeklyAvailability {
        guard quarters > 1 else { return self }
        guard quarters <= WeeklyAvailability.quartersPerDay else { return WeeklyAvailability() }
        var result = WeeklyAvailability()
        for day in 0..<Weekday.allCases.count {
            var bits = dayBits(day)
            guard bits != 0 else { continue }
            var width = 1
            while width < quarters {
                let step = min(width, quarters - width)
                bits &= bits >> UInt128(step)
                width += step
            }
            width = 1
            while width < quarters {
                let step = min(width, quarters - width)
                bits |= bits << UInt128(step)
                width += step
            }
            result.setDay(day, bits)
        }
        return result
    }

    /// The 96 bits of a day, quarter 0 lowest.
    ///
    /// A day begins in the middle of a word or at its start.
    private func dayBits(_ day: Int) -> UInt128 {
        let bit = day * WeeklyAvailability.quartersPerDay
        let (low, high) = (UInt128(words[bit >> 6]), (bit >> 6) + 1)
        if bit & 63 == 0 { return low | UInt128(words[high] & 0xFFFF_FFFF) << 64 }
        return low >> 32 | UInt128(words[high]) << 32
    }

    /// Adds the 96 bits of a day.
    private mutating func setDay(_ day: Int, _ bits: UInt128) {
        let bit = day * WeeklyAvailability.quartersPerDay
        if bit & 63 == 0 {
            words[bit >> 6] |= UInt64(truncatingIfNeeded: bits)
            words[(bit >> 6) + 1] |= UInt64(truncatingIfNeeded: bits >> 64)
        } else {
            words[bit >> 6] |= UInt64(truncatingIfNeeded: bits) << 32
            words[(bit >> 6) + 1] |= UInt64(truncatingIfNeeded: bits >> 32)
        }
    }

    package static func == (a: WeeklyAvailability, b: WeeklyAvailability) -> Bool {
        for index in a.words.indices where a.words[index] != b.words[index] { return false }
        return true
    }

    package func hash(into hasher: inout Hasher) {
        for index in words.indices { hasher.combine(words[index]) }
    }
}
