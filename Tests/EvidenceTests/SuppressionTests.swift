import Evidence
import Testing

@Suite("Suppression")
struct SuppressionTests {
    private func relate(_ counts: inout LinkedCounts, total: Int, parts: [Int], holds: Bool = true) {
        let accepted = counts.relate(total: total, parts: parts)
        #expect(accepted == holds)
    }

    /// A table with both margins; returns the counts and the cell numbers row by row, margins last.
    private func table(_ values: [[Int]]) -> (counts: LinkedCounts, cells: [[Int]]) {
        var counts = LinkedCounts()
        let columns = values[0].indices
        var cells = values.map { row in row.map { counts.add($0) } + [counts.add(row.reduce(0, +), weight: 5)]
        }
        cells.append(
            columns.map { column in counts.add(values.reduce(0) { $0 + $1[column] }, weight: 5) }
                + [counts.add(values.joined().reduce(0, +), weight: 50)])
        for row in cells { relate(&counts, total: row[columns.count], parts: Array(row.dropLast())) }
        for column in 0...columns.count {
            let line = cells.map { $0[column] }
            relate(&counts, total: line[values.count], parts: Array(line.dropLast()))
        }
        return (counts, cells)
    }

    @Test("one small count in a table with margins hides the four corners of a rectangle, and no margin")
    func rectangle() {
        let (counts, cells) = table([[30, 5, 40], [25, 60, 35], [50, 45, 70]])
        let suppression = Suppression(of: counts, threshold: 10)
        let hidden = counts.cells.indices.filter { suppression.isHidden[$0] }
        #expect(hidden.count == 4)
        #expect(hidden.contains(cells[0][1]))
        #expect(hidden.allSatisfy { cell in cells[0...2].contains { $0.dropLast().contains(cell) } })
        #expect(counts.cells.indices.filter { suppression.isPrimary[$0] } == [cells[0][1]])
    }

    @Test("two small counts beside one large are not enough for each other where their sum says too much")
    func narrowSum() {
        // 50 + 3 + 3 = 56: with only the two hidden, each is 0 to 6, fewer than ten values.
        var counts = LinkedCounts()
        let parts = [50, 3, 3].map { counts.add($0) }
        let total = counts.add(56, weight: 20)
        relate(&counts, total: total, parts: parts)
        let suppression = Suppression(of: counts, threshold: 10)
        #expect(suppression.isHidden == [true, true, true, false])
        for cell in [1, 2] { #expect((suppression.possible[cell]?.count ?? 0) >= 10) }
    }

    @Test("few failures hide the successes too, so that 93 of 100 does not say 7")
    func failures() {
        var counts = LinkedCounts()
        let (all, yes, no) = (counts.add(100, weight: 5), counts.add(93), counts.add(7))
        relate(&counts, total: all, parts: [yes, no])
        let suppression = Suppression(of: counts, threshold: 10)
        #expect(suppression.isHidden == [false, true, true])
        #expect(suppression.isPrimary == [false, false, true])
    }

    @Test("0 is shown, a count at the threshold is shown, a lone small count is hidden")
    func edges() {
        var counts = LinkedCounts()
        for value in [0, 1, 9, 10, 11] { _ = counts.add(value) }
        #expect(Suppression(of: counts, threshold: 10).isHidden == [false, true, true, false, false])
        #expect(Suppression(of: counts, threshold: 1).isHidden == [false, false, false, false, false])
        #expect(Suppression(of: counts, threshold: 10).possible[0] == nil)
    }

    @Test("what two years share is hidden in both: a total and its increase give the small start away")
    func chain() {
        var counts = LinkedCounts()
        let (before, year, after) = (counts.add(4), counts.add(300, weight: 9), counts.add(304, weight: 2))
        relate(&counts, total: after, parts: [before, year])
        #expect(Suppression(of: counts, threshold: 10).isHidden == [true, false, true])
    }

    @Test("sums that are wrong, name a cell twice or name none are refused")
    func badSums() {
        var counts = LinkedCounts()
        let (a, b) = (counts.add(3), counts.add(4))
        relate(&counts, total: b, parts: [a], holds: false)
        relate(&counts, total: a, parts: [a], holds: false)
        relate(&counts, total: a, parts: [7], holds: false)
        #expect(counts.sums.isEmpty)
    }

    @Test(
        "over 2,000 random linked editions, elimination and bounds recover no hidden count and narrow none too far",
        arguments: 0..<8 as Range<UInt64>)
    func attack(lot: UInt64) {
        var (primaries, recoveredWithout) = (0, 0)
        for seed in (250 * lot)..<(250 * lot + 250) {
            let threshold = [3, 5, 10][Int(seed % 3)]
            let counts = RandomEdition.counts(
                seed: seed, rows: 2 + Int(seed % 2), columns: 2 + Int(seed / 2 % 3), most: 2 * threshold)
            let suppression = Suppression(of: counts, threshold: threshold)
            let attack = SuppressionAttack(counts, isHidden: suppression.isHidden)
            let recovered = attack.recovered()
            #expect(recovered.isEmpty, "seed \(seed): \(recovered)")
            for (cell, bounds) in attack.bounds() {
                let values = bounds.high.map { $0 - bounds.low + 1 } ?? .max
                #expect(values >= (suppression.isPrimary[cell] ? threshold : 2), "seed \(seed), cell \(cell)")
            }
            primaries += suppression.isPrimary.count { $0 }
            // The attack has teeth: with the small counts alone hidden it finds most of them.
            let naive = SuppressionAttack(counts, isHidden: suppression.isPrimary).recovered()
            #expect(naive.allSatisfy { $0.value == counts.cells[$0.cell].value })
            recoveredWithout += naive.count
        }
        #expect(primaries > 1_000)
        #expect(recoveredWithout > primaries / 4)
    }

    @Test(
        "on small editions, looking at every table that agrees leaves each small count its number of values")
    func exhaustive() throws {
        var looked = 0
        for seed in 0..<400 as Range<UInt64> {
            var random = SplitMix(seed: seed)
            let values = (0..<2).map { _ in (0..<3).map { _ in random.below(7) } }
            let (counts, _) = table(values)
            let threshold = 3
            let suppression = Suppression(of: counts, threshold: threshold)
            let attack = SuppressionAttack(counts, isHidden: suppression.isHidden)
            // The cap must leave room above every hidden count, or it would be knowledge that no reader has.
            let highest = counts.cells.indices.filter { suppression.isHidden[$0] }.map {
                counts.cells[$0].value
            }
            guard (highest.max() ?? 0) <= 10, let ranges = attack.exhaustive(cap: 14) else { continue }
            looked += 1
            for (cell, possible) in suppression.possible.enumerated() {
                guard let possible, possible.upperBound <= 14 else { continue }
                let range = try #require(ranges[cell])
                #expect(range.contains(possible.lowerBound) && range.contains(possible.upperBound))
                #expect(range.contains(counts.cells[cell].value))
                #expect(range.count >= (suppression.isPrimary[cell] ? threshold : 2))
            }
        }
        #expect(looked > 100)
    }

    @Test("a shown count stays shown when nothing near it is small, and large editions keep most of theirs")
    func economy() {
        var (shown, all) = (0, 0)
        for seed in 0..<12 as Range<UInt64> {
            let counts = RandomEdition.counts(seed: seed, rows: 4, columns: 5, most: 400)
            let suppression = Suppression(of: counts, threshold: 10)
            shown += suppression.isHidden.count { !$0 }
            all += counts.cells.count
        }
        #expect(shown * 2 > all)
        let (counts, _) = table([[30, 50], [40, 60]])
        #expect(Suppression(of: counts, threshold: 10).isHidden.allSatisfy { !$0 })
    }
}
