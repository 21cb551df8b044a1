/// How far every vertex is from the hub of a residual graph, or the hub from every vertex.
///
/// That is what it costs to move a place to or from somewhere where it may be left free;
/// `Residual.unreachable` where there is no way.
///
/// - Complexity: O(|E| + n log n).
struct HubDistances<Code: FixedWidthInteger & SignedInteger & BitwiseCopyable> {
    enum Direction {
        case toHub, fromHub
    }

    let left: [Code]
    let right: [Code]

    init(_ residual: Residual<Code>, _ direction: Direction) {
        let graph = residual.graph
        let (isTo, leftCount) = (direction == .toHub, graph.leftCount)
        var distances = residual.entries(direction)
        let heap = IndexedHeap<Code>(capacity: distances.count, placeholder: 0)
        for (node, distance) in distances.enumerated() where distance < Residual<Code>.unreachable {
            heap.insertOrLower(node, key: distance)
        }
        while heap.count > 0 {
            let current = heap.smallest
            let node = heap.removeSmallest()
            let isRight = node >= leftCount
            func relax(_ edge: Int, _ end: Int) {
                // Towards the hub edges are taken into right vertices, away from it out of left ones.
                let isTaken = isRight == isTo
                guard isTaken ? residual.isOpen(edge) : residual.isChosen[edge] else { return }
                let cost = residual.reducedCosts[edge]
                let distance = current &+ (isTaken ? cost : -cost)
                guard distance < distances[end] else { return }
                distances[end] = distance
                heap.insertOrLower(end, key: distance)
            }
            if isRight {
                for edge in graph.edges(ofRight: node - leftCount) { relax(edge, graph.left(of: edge)) }
            } else {
                for edge in graph.edges(ofLeft: node) { relax(edge, leftCount + graph.right(of: edge)) }
            }
        }
        left = Array(distances[..<leftCount])
        right = Array(distances[leftCount...])
    }
}

extension Residual {
    /// The lengths of the arcs between the hub and every vertex, left ones first.
    fileprivate func entries(_ direction: HubDistances<Code>.Direction) -> [Code] {
        func free(_ hasRoom: [Bool]) -> [Code] { hasRoom.map { $0 ? 0 : Self.unreachable } }
        return direction == .toHub ? exitLeft + free(hasRoomRight) : free(hasRoomLeft) + exitRight
    }
}
