/// Best fillings of a room by some items, for every room up to a largest one and every first or last part of the
/// items: dynamic programming in integers, of 32 bits where they hold the sum of all values.
///
/// From both tables together the best filling without any one item is read off in one sweep over the room.
///
/// - Complexity: O(items · room) each.
package struct KnapsackTable {
    /// Row k of `first` is the best value of the items before k, and row k of `last` that of the last k items.
    private struct Rows<Value: FixedWidthInteger & SignedInteger> {
        var first: [Value] = []
        var last: [Value] = []
    }

    private var narrow = Rows<Int32>()
    private var wide = Rows<Int>()
    private var isNarrow = true
    private var width = 0
    private var count = 0

    package init() {}

    /// Fills the table of first parts.
    package mutating func fillFirst(_ values: [Int], _ loads: [Int], room: Int) {
        width = room + 1
        count = values.count
        isNarrow = values.reduce(0, +) <= Int(Int32.max)
        if isNarrow {
            Self.fill(&narrow.first, values, loads, width: width, isReversed: false)
        } else {
            Self.fill(&wide.first, values, loads, width: width, isReversed: false)
        }
    }

    /// Fills the table of last parts.
    ///
    /// - Precondition: after `fillFirst` of the same items.
    package mutating func fillLast(_ values: [Int], _ loads: [Int]) {
        if isNarrow {
            Self.fill(&narrow.last, values, loads, width: width, isReversed: true)
        } else {
            Self.fill(&wide.last, values, loads, width: width, isReversed: true)
        }
    }

    /// The best value within a room.
    package func best(within room: Int) -> Int {
        let position = count * width + room
        return isNarrow ? Int(narrow.first[position]) : wide.first[position]
    }

    /// Calls `take` for every item of a best filling of the whole room, the last item first.
    package func forEachTaken(_ loads: [Int], _ take: (Int) -> Void) {
        if isNarrow {
            Self.forEachTaken(narrow.first, loads, width: width, take)
        } else {
            Self.forEachTaken(wide.first, loads, width: width, take)
        }
    }

    /// The best value of all items but one within a room.
    package func best(without item: Int, within room: Int) -> Int {
        let first = item * width
        let last = (count - 1 - item) * width
        return isNarrow
            ? Int(Self.best(narrow, first: first, last: last, room: room))
            : Self.best(wide, first: first, last: last, room: room)
    }

    private static func best<Value: FixedWidthInteger & SignedInteger>(
        _ rows: Rows<Value>, first: Int, last: Int, room: Int
    ) -> Value {
        rows.first.withUnsafeBufferPointer { firsts in
            rows.last.withUnsafeBufferPointer { lasts in
                var best: Value = 0
                for used in 0...room { best = max(best, firsts[first + used] &+ lasts[last + room - used]) }
                return best
            }
        }
    }

    private static func forEachTaken<Value: FixedWidthInteger & SignedInteger>(
        _ rows: [Value], _ loads: [Int], width: Int, _ take: (Int) -> Void
    ) {
        var room = width - 1
        for item in stride(from: loads.count - 1, through: 0, by: -1)
        where rows[(item + 1) * width + room] != rows[item * width + room] {
            take(item)
            room -= loads[item]
        }
    }

    private static func fill<Value: FixedWidthInteger & SignedInteger>(
        _ rows: inout [Value], _ values: [Int], _ loads: [Int], width: Int, isReversed: Bool
    ) {
        let size = (values.count + 1) * width
        if rows.count < size { rows = [Value](repeating: 0, count: size + size / 2) }
        rows.withUnsafeMutableBufferPointer { rows in
            guard var row = rows.baseAddress else { return }
            row.update(repeating: 0, count: width)
            for position in values.indices {
                let item = isReversed ? values.count - 1 - position : position
                let value = Value(truncatingIfNeeded: values[item])
                let load = min(loads[item], width)
                let next = row + width
                next.update(from: row, count: load)
                let (above, shifted) = (next + load, row + load)
                for column in 0..<(width - load) {
                    let (without, with) = (shifted[column], row[column] &+ value)
                    above[column] = with > without ? with : without
                }
                row = next
            }
        }
    }
}
