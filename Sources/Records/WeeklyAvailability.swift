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
            var start: Int?
            for quarter in 0...WeeklyAvailability.quartersPerDay {
                let isFree = quarter < WeeklyAvailability.quartersPerDay && contains(day, quarter: quarter)
                if isFree, start == nil { start = quarter }
                if !isFree, let begun = start {
                    result.append((day, begun..<quarter))
                    start = nil
                }
            }
        }
        return result
    }

    /// Only the blocks that last at least `quarters` quarter hours.
    package func blocks(ofAtLeast quarters: Int) -> WeeklyAvailability {
        var result = WeeklyAvailability()
        for block in blocks where block.quarters.count >= quarters {
            result.insert(block.day, quarters: block.quarters)
        }
        return result
    }

    package static func == (a: WeeklyAvailability, b: WeeklyAvailability) -> Bool {
        for index in a.words.indices where a.words[index] != b.words[index] { return false }
        return true
    }

    package func hash(into hasher: inout Hasher) {
        for index in words.indices { hasher.combine(words[index]) }
    }
}
