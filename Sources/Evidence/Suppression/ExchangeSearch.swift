/// Looks for exchanges: changes of several counts by one each that leave every sum right.
///
/// From one table that agrees with what is shown, an exchange over hidden cells leads to another. Raising a cell by
/// one puts its sums out; each is put right by another of its cells, which puts out others, until none is out: in a
/// table with two margins, a closed walk from row to column to row. Shown cells may be used at the price of hiding
/// them; the cheapest way is taken first (E. W. Dijkstra, 1959), over states that are the sums still out.
struct ExchangeSearch {
    /// One cell and whether it rises or falls by one.
    struct Change: Hashable {
        let cell: Int
        let step: Int
    }

    struct Exchange {
        let changes: [Change]
        /// What hiding its shown cells costs.
        let cost: Int
    }

    let counts: LinkedCounts
    let isHidden: [Bool]

    /// Most sums that may be out at once, and most states looked at: beyond them the answer is “none found”, which
    /// costs a hidden cell more and never a protection.
    private static let mostOpen = 8
    private static let mostStates = 2000

    /// A sum that is out, and by how much.
    private struct Gap: Hashable {
        let sum: Int32
        var amount: Int32
    }

    private struct Node {
        let parent: Int
        let change: Change
        let cost: Int
        let gaps: [Gap]
    }

    /// The cheapest exchange found in which the cell rises (or, with −1, falls) by one.
    ///
    /// - Parameters:
    ///   - cell: A hidden cell.
    ///   - step: 1 or −1.
    ///   - table: The values from which to go; no cell may fall below 0.
    ///   - wanted: How far one would like to go; cells that cannot fall so far cost more.
    /// - Returns: The exchange, or `nil` where none was found.
    func cheapest(raising cell: Int, by step: Int, from table: [Int], wanted: Int) -> Exchange? {
        guard step > 0 || table[cell] > 0 else { return nil }
        var nodes = [Node(parent: -1, change: Change(cell: cell, step: step), cost: 0, gaps: [])]
        nodes[0] = Node(
            parent: -1, change: nodes[0].change, cost: 0, gaps: moved([], nodes[0].change))
        var queue = CostQueue()
        queue.push(cost: 0, node: 0)
        var settled: Set<[Gap]> = []
        while let index = queue.pop(), settled.count < Self.mostStates {
            let node = nodes[index]
            guard settled.insert(node.gaps).inserted else { continue }
            // The shortest sum first: it has the fewest ways to be put right.
            guard let gap = node.gaps.min(by: { length(of: $0) < length(of: $1) }) else {
                return Exchange(changes: changes(to: index, in: nodes), cost: node.cost)
            }
            for change in repairs(of: gap) {
                guard change.step > 0 || table[change.cell] > 0 else { continue }
                guard !isUsed(change.cell, before: index, in: nodes) else { continue }
                let gaps = moved(node.gaps, change)
                guard gaps.count <= Self.mostOpen, !settled.contains(gaps) else { continue }
                nodes.append(
                    Node(
                        parent: index, change: change,
                        cost: node.cost + price(of: change, in: table, wanted: wanted), gaps: gaps))
                queue.push(cost: nodes[nodes.count - 1].cost, node: nodes.count - 1)
            }
        }
        return nil
    }

    /// The changes of one cell of the sum that bring it nearer to right.
    private func repairs(of gap: Gap) -> [Change] {
        let sum = counts.sums[Int(gap.sum)]
        let towards = gap.amount > 0 ? -1 : 1
        return sum.parts.map { Change(cell: $0, step: towards) } + [Change(cell: sum.total, step: -towards)]
    }

    /// The sums that are out after a change, in order.
    private func moved(_ gaps: [Gap], _ change: Change) -> [Gap] {
        var result = gaps
        for role in counts.roles[change.cell] {
            let (sum, amount) = (Int32(role.sum), Int32(role.sign * change.step))
            let place = result.firstIndex { $0.sum >= sum } ?? result.count
            if place == result.count || result[place].sum != sum {
                result.insert(Gap(sum: sum, amount: amount), at: place)
            } else if result[place].amount == -amount {
                result.remove(at: place)
            } else {
                result[place].amount += amount
            }
        }
        return result
    }

    private func length(of gap: Gap) -> Int { counts.sums[Int(gap.sum)].parts.count }

    /// Whether the way to a node already changes the cell.
    private func isUsed(_ cell: Int, before node: Int, in nodes: [Node]) -> Bool {
        var index = node
        while index >= 0 {
            if nodes[index].change.cell == cell { return true }
            index = nodes[index].parent
        }
        return false
    }

    private func price(of change: Change, in table: [Int], wanted: Int) -> Int {
        // One for each change, so that of two exchanges that hide the same, the shorter comes first.
        if isHidden[change.cell] { return 1 }
        let cell = counts.cells[change.cell]
        let isShort = change.step < 0 && table[change.cell] < wanted
        // The weight decides; of equal weights the smaller count, which says least.
        return 1 + cell.weight * (isShort ? 2000 : 1000) + min(cell.value, 900)
    }

    private func changes(to index: Int, in nodes: [Node]) -> [Change] {
        var result: [Change] = []
        var index = index
        while index >= 0 {
            result.append(nodes[index].change)
            index = nodes[index].parent
        }
        return result
    }
}

/// A queue that gives the cheapest node first, of equal ones the earliest.
private struct CostQueue {
    private var heap: [(cost: Int, node: Int)] = []

    mutating func push(cost: Int, node: Int) {
        heap.append((cost, node))
        var child = heap.count - 1
        while child > 0, precedes(child, (child - 1) / 2) {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    mutating func pop() -> Int? {
        guard let first = heap.first else { return nil }
        let last = heap.removeLast()
        guard !heap.isEmpty else { return first.node }
        heap[0] = last
        var parent = 0
        while true {
            let children = [2 * parent + 1, 2 * parent + 2].filter { $0 < heap.count }
            guard let least = children.min(by: precedes), precedes(least, parent) else { break }
            heap.swapAt(parent, least)
            parent = least
        }
        return first.node
    }

    private func precedes(_ a: Int, _ b: Int) -> Bool {
        (heap[a].cost, heap[a].node) < (heap[b].cost, heap[b].node)
    }
}
