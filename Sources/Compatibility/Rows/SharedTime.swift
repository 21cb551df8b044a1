import Records

/// How much free time two people have in common, worked out for many volunteers of one resident.
///
/// The time in common is the sum over the volunteer's free blocks of what each has in common with the resident's of
/// that day; and a cohort knows fewer different weeks than people, and far fewer different blocks.
struct SharedTime: Sendable {
    /// A free block: quarter hours of one day.
    private struct Block: Hashable {
        let day: UInt8
        let start: UInt8
        let end: UInt8
    }

    private static let days = Weekday.allCases.count

    /// The volunteers' different blocks.
    private let blocks: [Block]
    /// The volunteers' different weeks, as blocks and as their numbers: those of week w from `weekStarts[w]` on.
    private var weekStarts: [Int32] = [0]
    private var weekBlocks: [Block] = []
    private var weekBlockNumbers: [Int32] = []
    /// The week of each volunteer.
    private let weekOfVolunteer: [Int32]
    /// The residents' blocks: those of resident r on day d from `dayStarts[7 r + d]` on.
    private var dayStarts: [Int32] = [0]
    private var residentBlocks: [Block] = []
    /// Only common blocks at least this long count, in quarter hours.
    private let shortest: Int32

    /// A missing answer has no free time.
    init(volunteers: [WeeklyAvailability?], residents: [WeeklyAvailability?], block: Int) {
        shortest = Int32(clamping: max(1, block))
        for week in residents {
            let mine = SharedTime.blocks(of: week)
            for day in 0..<SharedTime.days {
                residentBlocks += mine.filter { $0.day == day }
                dayStarts.append(Int32(residentBlocks.count))
            }
        }
        var numberOfWeek: [WeeklyAvailability: Int32] = [:]
        var numberOfBlock: [Block: Int32] = [:]
        var (blocks, starts, ofWeeks, numbers) = ([Block](), [Int32(0)], [Block](), [Int32]())
        weekOfVolunteer = volunteers.map { week in
            let week = week ?? WeeklyAvailability()
            if let known = numberOfWeek[week] { return known }
            let number = Int32(starts.count - 1)
            numberOfWeek[week] = number
            for block in SharedTime.blocks(of: week) {
                if numberOfBlock[block] == nil {
                    numberOfBlock[block] = Int32(blocks.count)
                    blocks.append(block)
                }
                ofWeeks.append(block)
                numbers.append(numberOfBlock[block] ?? 0)
            }
            starts.append(Int32(ofWeeks.count))
            return number
        }
        (self.blocks, weekStarts, weekBlocks, weekBlockNumbers) = (blocks, starts, ofWeeks, numbers)
    }

    private static func blocks(of week: WeeklyAvailability?) -> [Block] {
        (week?.blocks ?? []).map {
            Block(
                day: UInt8($0.day.rawValue), start: UInt8($0.quarters.lowerBound),
                end: UInt8($0.quarters.upperBound))
        }
    }

    var volunteerCount: Int { weekOfVolunteer.count }

    /// Number of the volunteers' different weeks.
    var weekCount: Int { weekStarts.count - 1 }

    /// The number of a volunteer's week.
    @inline(__always)
    func week(of volunteer: Int) -> Int { Int(weekOfVolunteer[volunteer]) }

    /// Quarter hours that a resident has in common with a volunteer.
    @inline(__always)
    func quarters(_ volunteer: Int, _ resident: Int) -> Int32 {
        let week = Int(weekOfVolunteer[volunteer])
        var sum: Int32 = 0
        for position in Int(weekStarts[week])..<Int(weekStarts[week + 1]) {
            sum += quarters(weekBlocks[position], resident)
        }
        return sum
    }

    /// Quarter hours that a resident has in common with every different week of the volunteers.
    func quartersOfWeeks(_ resident: Int) -> [Int32] {
        let ofBlocks = quartersOfBlocks(resident)
        return (0..<weekCount).map { quarters(ofWeek: $0, ofBlocks) }
    }

    /// Number of the volunteers' different blocks.
    var blockCount: Int { blocks.count }

    /// Quarter hours that a resident has in common with every different block of the volunteers.
    func quartersOfBlocks(_ resident: Int) -> [Int32] { blocks.map { quarters($0, resident) } }

    /// Quarter hours in common with a week, by those of all blocks.
    @inline(__always)
    func quarters(ofWeek week: Int, _ ofBlocks: [Int32]) -> Int32 {
        var sum: Int32 = 0
        for position in Int(weekStarts[week])..<Int(weekStarts[week + 1]) {
            sum += ofBlocks[Int(weekBlockNumbers[position])]
        }
        return sum
    }

    /// Quarter hours in common with one block: free blocks of a day are apart, so each meeting of two is a block.
    @inline(__always)
    private func quarters(_ mine: Block, _ resident: Int) -> Int32 {
        let day = resident * SharedTime.days + Int(mine.day)
        var sum: Int32 = 0
        for position in Int(dayStarts[day])..<Int(dayStarts[day + 1]) {
            let theirs = residentBlocks[position]
            let common = Int32(min(mine.end, theirs.end)) - Int32(max(mine.start, theirs.start))
            if common >= shortest { sum += common }
        }
        return sum
    }
}
