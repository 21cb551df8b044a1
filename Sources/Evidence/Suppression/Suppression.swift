/// Which counts of an edition are hidden so that no small one can be worked out.
///
/// **What is hidden first** (primary): every count from 1 to threshold − 1. A 0 says of nobody what they did and
/// stays.
///
/// **What is hidden with them** (complementary): as many further counts as it takes that, from everything that is
/// still shown and from how it adds up, a reader can
///
/// - work out no hidden count exactly, and
/// - narrow none of the small ones down to fewer than `threshold` possible values.
///
/// Rates, intervals, bars and texts are functions of counts and are hidden with any of their counts by whoever
/// prints them.
///
/// **Why it holds.** A reader knows the shown counts, that counts are whole and not negative, and the sums. What they
/// cannot rule out are all tables that agree with these. The method finds such tables: for every hidden count two
/// of them, as far apart in that count as is asked (`ExchangeSearch`). They are the proof; nothing rests on a bound
/// from outside. In the worst case everything that is linked is hidden, where any multiple of the true table fits.
///
/// The search is that of shortest paths for complementary suppression: J. Castro, “A shortest-paths heuristic for
/// statistical data protection in positive tables”, INFORMS Journal on Computing 19 (2007) 520–533,
/// https://doi.org/10.1287/ijoc.1060.0186; that of cycles in tables: L. H. Cox, “Network models for complementary cell
/// suppression”, Journal of the American Statistical Association 90 (1995) 1453–1462. It is not always the least that
/// could be hidden. What it does not know: what readers know about single people, and other editions.
package struct Suppression: Sendable {
    /// Hidden at all.
    package let isHidden: [Bool]
    /// Hidden because the count itself is small.
    package let isPrimary: [Bool]
    /// For every hidden count a range that a reader cannot narrow.
    ///
    /// Tables with both ends agree with all that is shown. `nil` for shown counts, and where everything linked is
    /// hidden.
    package let possible: [ClosedRange<Int>?]

    /// Hides what must be hidden.
    ///
    /// - Parameters:
    ///   - counts: All counts of the edition with their sums.
    ///   - threshold: The smallest count that may be shown beside 0; at most 1 hides nothing.
    package init(of counts: LinkedCounts, threshold: Int) {
        var state = SuppressionState(counts, threshold: threshold)
        state.run()
        isHidden = state.isHidden
        isPrimary = state.isPrimary
        possible = counts.cells.indices.map { cell in
            state.isHidden[cell] && !state.isFree[cell] ? state.low[cell]...state.high[cell] : nil
        }
    }
}

/// The hidden cells while they grow, with how far each is known to be open.
private struct SuppressionState {
    let counts: LinkedCounts
    let threshold: Int
    let isPrimary: [Bool]
    var isHidden: [Bool]
    /// The smallest and the largest value of each cell in any table found that agrees with what is shown.
    var low: [Int]
    var high: [Int]
    /// Whether everything linked to the cell is hidden.
    var isFree: [Bool]
    private var queue: [Int]

    init(_ counts: LinkedCounts, threshold: Int) {
        self.counts = counts
        self.threshold = threshold
        isPrimary = counts.cells.map { $0.value > 0 && $0.value < threshold }
        isHidden = isPrimary
        low = counts.cells.map(\.value)
        high = low
        isFree = [Bool](repeating: false, count: low.count)
        queue = isPrimary.indices.filter { [isPrimary] in isPrimary[$0] }
    }

    mutating func run() {
        // Cells that join while others are protected are appended; a protected cell stays so when more is hidden.
        var index = 0
        while index < queue.count {
            protect(queue[index])
            index += 1
        }
    }

    /// How far apart the known values of a cell must lie.
    private func demand(_ cell: Int) -> Int { isPrimary[cell] ? threshold - 1 : 1 }

    /// Hides further cells until the cell is open enough.
    private mutating func protect(_ cell: Int) {
        let truth = counts.cells.map(\.value)
        var (above, below) = (truth, truth)
        while high[cell] - low[cell] < demand(cell) {
            let missing = demand(cell) - (high[cell] - low[cell])
            let search = ExchangeSearch(counts: counts, isHidden: isHidden)
            let up = search.cheapest(raising: cell, by: 1, from: above, wanted: missing)
            let down = search.cheapest(raising: cell, by: -1, from: below, wanted: missing)
            if let up, up.cost <= (down?.cost ?? .max) {
                apply(up, to: &above, wanted: demand(cell))
            } else if let down {
                apply(down, to: &below, wanted: demand(cell))
            } else if !hideOneMore(around: cell) {
                isFree[cell] = true
                return
            }
        }
    }

    /// Hides what an exchange needs and goes as far along it as is wanted and possible.
    private mutating func apply(_ exchange: ExchangeSearch.Exchange, to table: inout [Int], wanted: Int) {
        for change in exchange.changes { hide(change.cell) }
        let room = exchange.changes.filter { $0.step < 0 }.map { table[$0.cell] }.min() ?? wanted
        let length = min(room, wanted)
        for change in exchange.changes {
            table[change.cell] += change.step * length
            low[change.cell] = min(low[change.cell], table[change.cell])
            high[change.cell] = max(high[change.cell], table[change.cell])
        }
    }

    /// Hides the cheapest shown cell that is linked to the cell; `false` where none is left.
    private mutating func hideOneMore(around cell: Int) -> Bool {
        var seen: Set<Int> = [cell]
        var ring = [cell]
        while !ring.isEmpty {
            let next = Set(ring.flatMap(counts.neighbours(of:))).subtracting(seen).sorted()
            let shown = next.filter { !isHidden[$0] }
            let cheapest = shown.min { a, b in
                (counts.cells[a].weight, counts.cells[a].value, a)
                    < (counts.cells[b].weight, counts.cells[b].value, b)
            }
            if let cheapest {
                hide(cheapest)
                return true
            }
            seen.formUnion(next)
            ring = next
        }
        return false
    }

    private mutating func hide(_ cell: Int) {
        guard !isHidden[cell] else { return }
        isHidden[cell] = true
        queue.append(cell)
    }
}
