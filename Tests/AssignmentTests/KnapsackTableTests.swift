import Assignment
import TestKit
import Testing

@Suite("The knapsack table equals trying all fillings")
struct KnapsackTableTests {
    private struct Items {
        var values: [Int]
        var loads: [Int]
        var room: Int

        init(seed: UInt64, largestValue: Int) {
            var random = SplitMix64(seed: seed)
            let count = random.number(in: 0...8)
            values = (0..<count).map { _ in random.number(in: 1...largestValue) }
            loads = (0..<count).map { _ in random.number(in: 0...9) }
            room = random.number(in: 0...25)
        }

        func best(within room: Int, without left: Int? = nil) -> Int {
            (0..<(1 << values.count)).reduce(0) { best, subset in
                let taken = values.indices.filter { subset >> $0 & 1 == 1 }
                guard left.map({ !taken.contains($0) }) ?? true, taken.reduce(0, { $0 + loads[$1] }) <= room
                else { return best }
                return max(best, taken.reduce(0) { $0 + values[$1] })
            }
        }
    }

    @Test(
        "for every room, without every item, and in the filling itself, in 32 bits and in 64",
        arguments: [20, 1 << 40])
    func equalsBruteForce(largestValue: Int) {
        var table = KnapsackTable()
        for seed in 0..<60 as Range<UInt64> {
            let items = Items(seed: seed, largestValue: largestValue)
            table.fillFirst(items.values, items.loads, room: items.room)
            table.fillLast(items.values, items.loads)
            for room in 0...items.room { #expect(table.best(within: room) == items.best(within: room)) }
            for item in items.values.indices {
                for room in [0, items.room / 2, items.room] {
                    #expect(
                        table.best(without: item, within: room) == items.best(within: room, without: item))
                }
            }
            var (value, load) = (0, 0)
            table.forEachTaken(items.loads) {
                value += items.values[$0]
                load += items.loads[$0]
            }
            #expect(value == items.best(within: items.room))
            #expect(load <= items.room)
        }
    }
}
