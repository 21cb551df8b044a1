import Records
import Testing

@Suite struct WeeklyAvailabilityTests {
    @Test("what was inserted is free and nothing else, also at the ends of the week")
    func insertion() {
        var week = WeeklyAvailability()
        week.insert(.monday, quarters: 0..<4)
        week.insert(.sunday, quarters: 95..<96)
        #expect(week.quarterCount == 5)
        #expect(week.contains(.monday, quarter: 3))
        #expect(!week.contains(.monday, quarter: 4))
        #expect(week.contains(.sunday, quarter: 95))
    }

    @Test("blocks come in the order of the week and end at midnight")
    func blocks() {
        var week = WeeklyAvailability()
        week.insert(.saturday, quarters: 36..<48)
        week.insert(.saturday, quarters: 48..<52)
        week.insert(.tuesday, quarters: 92..<96)
        week.insert(.wednesday, quarters: 0..<2)
        let blocks = week.blocks
        #expect(blocks.map(\.day) == [.tuesday, .wednesday, .saturday])
        #expect(blocks.map(\.quarters) == [92..<96, 0..<2, 36..<52])
    }

    @Test("common time is the intersection, and blocks shorter than asked for are dropped")
    func common() {
        var mine = WeeklyAvailability()
        mine.insert(.saturday, quarters: 36..<48)
        mine.insert(.monday, quarters: 76..<80)
        var theirs = WeeklyAvailability()
        theirs.insert(.saturday, quarters: 40..<60)
        theirs.insert(.monday, quarters: 78..<84)
        #expect(mine.sharedQuarterCount(with: theirs) == 10)
        #expect(mine.intersection(theirs).quarterCount == 10)
        #expect(mine.union(theirs).quarterCount == 16 - 10 + 26)
        #expect(mine.intersection(theirs).blocks(ofAtLeast: 4).quarterCount == 8)
        #expect(mine.intersection(theirs).blocks(ofAtLeast: 9).isEmpty)
    }
}
