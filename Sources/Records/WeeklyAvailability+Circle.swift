/// The week as a circle: what ends on Sunday at midnight goes on on Monday.
extension WeeklyAvailability {
    /// Quarter hours in a week.
    package static let quartersPerWeek = 7 * quartersPerDay

    /// The same free time, `quarters` later (earlier where negative) in the circle of the week.
    package func shifted(byQuarters quarters: Int) -> WeeklyAvailability {
        let week = WeeklyAvailability.quartersPerWeek
        let step = ((quarters % week) + week) % week
        if step == 0 { return self }
        var result = WeeklyAvailability()
        for block in blocks {
            let start =
                block.day.rawValue * WeeklyAvailability.quartersPerDay + block.quarters.lowerBound + step
            result.insertCircular(start..<start + block.quarters.count)
        }
        return result
    }

    /// The free blocks of the circle by their start: quarter hours since Monday 0:00, an end past 672 is on Monday.
    ///
    /// A block that runs over midnight is one; a week without an end is one block of 672 from 0.
    package var circularBlocks: [Range<Int>] {
        var runs: [Range<Int>] = []
        for block in blocks {
            let start = block.day.rawValue * WeeklyAvailability.quartersPerDay + block.quarters.lowerBound
            let end = start + block.quarters.count
            if let last = runs.last, last.upperBound == start {
                runs[runs.count - 1] = last.lowerBound..<end
            } else {
                runs.append(start..<end)
            }
        }
        let week = WeeklyAvailability.quartersPerWeek
        guard runs.count > 1, let first = runs.first, let last = runs.last, first.lowerBound == 0,
            last.upperBound == week
        else { return runs }
        return runs[1..<(runs.count - 1)] + [last.lowerBound..<(week + first.upperBound)]
    }

    /// Only the blocks of the circle that last at least `quarters` quarter hours.
    package func circularBlocks(ofAtLeast quarters: Int) -> WeeklyAvailability {
        guard quarters > 1 else { return self }
        var result = WeeklyAvailability()
        for block in circularBlocks where block.count >= quarters { result.insertCircular(block) }
        return result
    }

    /// Marks quarter hours since Monday 0:00 as free; those past the week's end are on Monday again.
    private mutating func insertCircular(_ range: Range<Int>) {
        for quarter in range {
            let place = quarter % WeeklyAvailability.quartersPerWeek
            let start = place % WeeklyAvailability.quartersPerDay
            let day = Weekday.allCases[place / WeeklyAvailability.quartersPerDay]
            insert(day, quarters: start..<start + 1)
        }
    }
}
