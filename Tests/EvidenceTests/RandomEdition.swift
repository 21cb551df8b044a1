import Evidence

/// Random tables that hang together like those of a report: a table with two margins whose cells split into
/// successes and failures, a second grouping of the same people, groups that overlap, and a chain of years.
enum RandomEdition {
    /// A count with its successes and failures.
    private struct Share {
        let all: Int
        let yes: Int
        let no: Int
    }

    static func counts(seed: UInt64, rows: Int, columns: Int, most: Int) -> LinkedCounts {
        var random = SplitMix(seed: seed)
        var counts = LinkedCounts()
        var values: [(yes: Int, no: Int)] = []
        for _ in 0..<(rows * columns) {
            let scale = random.below(4) == 0 ? most * 6 : most
            values.append(
                (random.below(scale + 1), random.below(3) == 0 ? random.below(scale + 1) : random.below(4)))
        }
        func share(_ group: [(yes: Int, no: Int)], weight: Int) -> Share {
            let (yes, no) = (group.reduce(0) { $0 + $1.yes }, group.reduce(0) { $0 + $1.no })
            let cells = Share(
                all: counts.add(yes + no, weight: weight), yes: counts.add(yes, weight: weight),
                no: counts.add(no, weight: weight))
            precondition(counts.relate(total: cells.all, parts: [cells.yes, cells.no]))
            return cells
        }
        func sum(_ total: Share, _ parts: [Share]) {
            precondition(counts.relate(total: total.all, parts: parts.map(\.all)))
            precondition(counts.relate(total: total.yes, parts: parts.map(\.yes)))
            precondition(counts.relate(total: total.no, parts: parts.map(\.no)))
        }
        let inner = values.map { share([$0], weight: 1) }
        let rowTotals = (0..<rows).map { row in
            share((0..<columns).map { values[row * columns + $0] }, weight: 3)
        }
        let columnTotals = (0..<columns).map { column in
            share((0..<rows).map { values[$0 * columns + column] }, weight: 3)
        }
        let whole = share(values, weight: 20)
        for row in 0..<rows { sum(rowTotals[row], (0..<columns).map { inner[row * columns + $0] }) }
        for column in 0..<columns {
            sum(columnTotals[column], (0..<rows).map { inner[$0 * columns + column] })
        }
        sum(whole, rowTotals)
        sum(whole, columnTotals)
        // A second grouping: everybody in one of three other groups.
        var second = [(yes: Int, no: Int)](repeating: (0, 0), count: 3)
        for value in values {
            for _ in 0..<value.yes { second[random.below(3)].yes += 1 }
            for _ in 0..<value.no { second[random.below(3)].no += 1 }
        }
        sum(whole, second.map { share([$0], weight: 1) })
        // Groups that overlap: each has a rest.
        for _ in 0..<2 {
            let all = counts.cells[whole.all].value
            let size = random.below(all + 1)
            let (group, rest) = (counts.add(size), counts.add(all - size))
            precondition(counts.relate(total: whole.all, parts: [group, rest]))
        }
        // A chain: until last year, this year, together.
        let before = counts.add(random.below(3) == 0 ? random.below(12) : 200 + random.below(300), weight: 5)
        let after = counts.add(counts.cells[before].value + counts.cells[whole.all].value, weight: 5)
        precondition(counts.relate(total: after, parts: [before, whole.all]))
        return counts
    }
}
