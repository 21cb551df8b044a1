import Records

/// How much free time two people have in common, worked out for many volunteers of one resident.
///
/// The time in common is the sum over the volunteer's free blocks of what each has in common with the resident's,
/// and a cohort knows far fewer different blocks, and weeks, than people.
struct SharedTime: Sendable {
    /// A free block: quarter hours of one day.
    private struct Block: Hashable {
        let day: Int
        let start: Int
        let end: Int
    }

    /// The volunteers' different blocks, by day.
    private var blocks: [Block] = []
    private var blocksOfDay: [Range<Int>] = []
    /// The volunteers' different weeks, as blocks: those of week w from `weekStarts[w]` on.
    private var weekStarts: [Int32] = [0]
    private var weekBlocks: [Int32] = []
    /// The week of each volunteer.
    private let weekOfVolunteer: [Int32]
    /// The resident's blocks.
    private let residents: [[Block]]
    /// Only common blocks at least this long count, in quarter hours.
    private let shortest: Int

    /// A missing answer has no free time.
    init(volunteers: [WeeklyAvailability?], residents: [WeeklyAvailability?], block: Int) {
        shortest = max(1, block)
        self.residents = residents.map { SharedTime.blocks(of: $0) }
        var numberOfWeek: [WeeklyAvailability: Int32] = [:]
        var weeks: [[Block]] = []
        weekOfVolunteer = volunteers.map { week in
            let week = week ?? WeeklyAvailability()
            if let known = numberOfWeek[week] { return known }
            let number = Int32(weeks.count)
            numberOfWeek[week] = number
            weeks.append(SharedTime.blocks(of: week))
            return number
        }
        blocks = Set(weeks.joined()).sorted { ($0.day, $0.start, $0.end) < ($1.day, $1.start, $1.end) }
        let numberOfBlock = Dictionary(uniqueKeysWithValues: blocks.enumerated().map { ($1, Int32($0)) })
        for day in 0..<Weekday.allCases.count {
            let first = blocksOfDay.last?.upperBound ?? 0
            blocksOfDay.append(first..<(blocks[first...].firstIndex { $0.day > day } ?? blocks.count))
        }
        for week in weeks {
            weekBlocks += week.compactMap { numberOfBlock[$0] }
            weekStarts.append(Int32(weekBlocks.count))
        }
    }

    var volunteerCount: Int { weekOfVolunteer.count }

    private static func blocks(of week: WeeklyAvailability?) -> [Block] {
        (week?.blocks ?? []).map {
            Block(day: $0.day.rawValue, start: $0.quarters.lowerBound, end: $0.quarters.upperBound)
        }
    }

    /// What one resident has in common with the volunteers, in quarter hours.
    struct Row {
        fileprivate let time: SharedTime
        /// In common with each different block.
        fileprivate var ofBlock: [Int32]

        /// Number of the volunteers' different weeks.
        var weekCount: Int { time.weekStarts.count - 1 }

        /// The number of a volunteer's week.
        @inline(__always)
        func week(of volunteer: Int) -> Int { Int(time.weekOfVolunteer[volunteer]) }

        /// Quarter hours in common with a week.
        @inline(__always)
        func quarters(ofWeek week: Int) -> Int32 {
            var sum: Int32 = 0
            for position in Int(time.weekStarts[week])..<Int(time.weekStarts[week + 1]) {
                sum += ofBlock[Int(time.weekBlocks[position])]
            }
            return sum
        }
    }

    /// What a resident has in common with the volunteers.
    func row(of resident: Int) -> Row {
        var ofBlock = [Int32](repeating: 0, count: blocks.count)
        for theirs in residents[resident] {
            for number in blocksOfDay[theirs.day] {
                let mine = blocks[number]
                if mine.start >= theirs.end { break }
                let common = min(mine.end, theirs.end) - max(mine.start, theirs.start)
                if common >= shortest { ofBlock[number] += Int32(common) }
            }
        }
        return Row(time: self, ofBlock: ofBlock)
    }
}
