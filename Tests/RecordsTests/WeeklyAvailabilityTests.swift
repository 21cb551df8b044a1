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

    @Test(
        "the blocks of at least a length are those that the list of blocks says, in a thousand random weeks")
    func longBlocks() {
        var state: UInt64 = 1
        func next(below bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        for _ in 0..<1000 {
            var week = WeeklyAvailability()
            for _ in 0..<next(below: 12) {
                let start = next(below: 96)
                week.insert(
                    Weekday.allCases[next(below: 7)], quarters: start..<min(96, start + 1 + next(below: 40)))
            }
            let least = next(below: 98)
            var expected = WeeklyAvailability()
            for block in week.blocks where block.quarters.count >= least {
                expected.insert(block.day, quarters: block.quarters)
            }
            #expect(week.blocks(ofAtLeast: least) == expected, "at least \(least) of \(week.blocks)")
        }
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
