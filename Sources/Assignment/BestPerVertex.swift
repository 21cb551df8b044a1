/// Keeps, for every vertex, the few edges of greatest worth offered so far; among equals the first offered.
struct BestPerVertex<Worth: Comparable> {
    private let graph: BipartiteGraph
    private let perLeft: Int
    private let perRight: Int
    private var leftBest: [[(worth: Worth, edge: Int)]]
    private var rightBest: [[(worth: Worth, edge: Int)]]

    init(perLeft: Int, perRight: Int, _ graph: BipartiteGraph) {
        self.graph = graph
        self.perLeft = perLeft
        self.perRight = perRight
        leftBest = .init(repeating: [], count: perLeft > 0 ? graph.leftCount : 0)
        rightBest = .init(repeating: [], count: perRight > 0 ? graph.rightCount : 0)
    }

    /// Offers an edge to both of its ends.
    mutating func offer(_ edge: Int, worth: Worth) {
        if perLeft > 0 { Self.insert(edge, worth, into: &leftBest[graph.left(of: edge)], room: perLeft) }
        if perRight > 0 { Self.insert(edge, worth, into: &rightBest[graph.right(of: edge)], room: perRight) }
    }

    /// The edges kept at either end, ascending, each once.
    var edges: [Int] {
        let kept = [leftBest, rightBest].joined().flatMap { $0.map(\.edge) }.sorted()
        return kept.indices.filter { $0 == 0 || kept[$0 - 1] != kept[$0] }.map { kept[$0] }
    }

    private static func insert(
        _ edge: Int, _ worth: Worth, into best: inout [(worth: Worth, edge: Int)], room: Int
    ) {
        if best.count == room {
            guard let last = best.last, last.worth < worth else { return }
            best.removeLast()
        }
        let position = best.firstIndex { $0.worth < worth } ?? best.endIndex
        best.insert((worth, edge), at: position)
    }
}
