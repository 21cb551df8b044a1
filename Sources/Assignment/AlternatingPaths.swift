/// Which edges may change when an optimal matching gives up no more than a certain amount: exact sensitivity of
/// a b-matching by shortest paths.
///
/// The difference between the optimum and any other choice falls apart into alternating cycles and paths of
/// the residual graph, each of which costs the sum of its reduced costs. An edge that lies on none that costs at
/// most the cut is therefore the same in every choice worth at least the optimum less the cut.
///
/// The residual graph is walked on right vertices and one more, the ground, which stands for free places:
///
///     x → k   moves a left vertex from x to k:                        r_new − r_old
///     x → ground   a left vertex gives up its place at x:             u_i − r_old,  or x has a free place: 0
///     ground → k   a free left vertex takes a place at k: r_new,      or k gives up a partner: p_k
///
/// - Complexity: one Dijkstra search for every right vertex that something can enter, each within the cut.
struct AlternatingPaths {
    /// Whether an edge of the optimum may be missing, or another one be chosen; indexed by edge.
    private(set) var mayChange: [Bool]
    /// Whether a left vertex may have fewer edges than in the optimum.
    private(set) var mayLose: [Bool]

    /// Arcs looked at before everything still open is said to be able to change.
    private static let patience = 200_000_000

    private let optimum: ChargedMatching
    private let prepared: PreparedProblem
    private let cut: Int64
    private let ground: Int
    /// Edges of the optimum.
    private let isChosen: [Bool]
    private let hasRoomLeft: [Bool]
    private var arcStarts: [Int32] = []
    private var arcs: [(head: Int32, cost: Int64)] = []

    /// Looks at all edges.
    init(_ optimum: ChargedMatching, within cut: Int64, _ prepared: PreparedProblem) {
        self.optimum = optimum
        self.prepared = prepared
        self.cut = cut
        let graph = prepared.graph
        ground = graph.rightCount
        mayChange = .init(repeating: false, count: graph.edgeCount)
        mayLose = .init(repeating: false, count: graph.leftCount)
        var isChosen = mayChange
        var roomLeft = prepared.leftCapacities
        for edge in optimum.matching.edges {
            isChosen[edge] = true
            roomLeft[graph.left(of: edge)] -= 1
        }
        self.isChosen = isChosen
        hasRoomLeft = roomLeft.map { $0 > 0 }
        buildArcs()
        search()
    }

    /// Where a left vertex has its places: the right end and the reduced cost, ≥ 0, of giving one up there.
    private func homes(of vertex: Int) -> [(home: Int, cost: Int64, edge: Int)] {
        let graph = prepared.graph
        var homes: [(home: Int, cost: Int64, edge: Int)] = []
        for edge in graph.edges(ofLeft: vertex) where isChosen[edge] {
            homes.append((graph.right(of: edge), -optimum.reducedCost(edge, graph), edge))
        }
        if hasRoomLeft[vertex] { homes.append((ground, 0, -1)) }
        return homes
    }

    /// Calls `body` with every arc of cost within the cut: tail, head, cost.
    private func eachArc(_ body: (Int, Int, Int64) -> Void) {
        let graph = prepared.graph
        var degree = [Int32](repeating: 0, count: graph.rightCount)
        for edge in optimum.matching.edges { degree[graph.right(of: edge)] += 1 }
        for vertex in 0..<graph.leftCount {
            let homes = homes(of: vertex)
            let price = optimum.matching.left[vertex]
            for edge in graph.edges(ofLeft: vertex) where !isChosen[edge] && !prepared.isLocked[edge] {
                let (head, cost) = (graph.right(of: edge), optimum.reducedCost(edge, graph))
                guard cost <= cut else { continue }
                for home in homes where cost + home.cost <= cut { body(home.home, head, cost + home.cost) }
            }
            for home in homes where home.home != ground && price + home.cost <= cut {
                body(home.home, ground, price + home.cost)
            }
        }
        for vertex in 0..<graph.rightCount {
            let price = optimum.matching.right[vertex]
            if degree[vertex] < prepared.rightCapacities[vertex] { body(vertex, ground, 0) }
            if degree[vertex] > 0 && price <= cut { body(ground, vertex, price) }
        }
    }

    private mutating func buildArcs() {
        var starts = [Int32](repeating: 0, count: ground + 2)
        eachArc { tail, _, _ in starts[tail + 1] += 1 }
        for node in 0...ground { starts[node + 1] += starts[node] }
        var next = starts
        var arcs = [(head: Int32, cost: Int64)](repeating: (0, 0), count: Int(starts[ground + 1]))
        eachArc { tail, head, cost in
            arcs[Int(next[tail])] = (Int32(head), cost)
            next[tail] += 1
        }
        arcStarts = starts
        self.arcs = arcs
    }

    private mutating func search() {
        let graph = prepared.graph
        var distances = Distances(count: ground + 1)
        for vertex in 0..<graph.rightCount {
            let entering = graph.edges(ofRight: vertex).filter {
                !isChosen[$0] && !prepared.isLocked[$0] && optimum.reducedCost($0, graph) <= cut
            }
            guard let least = entering.map({ optimum.reducedCost($0, graph) }).min() else { continue }
            let isOver = distances.work > Self.patience
            if !isOver { distances.search(from: vertex, within: cut - least, arcStarts, arcs) }
            for edge in entering {
                let tail = graph.left(of: edge)
                for home in homes(of: tail) {
                    let rest = cut - optimum.reducedCost(edge, graph) - home.cost
                    guard isOver || distances.isWithin(rest, of: home.home) else { continue }
                    mayChange[edge] = true
                    if home.edge >= 0 { mayChange[home.edge] = true }
                }
            }
        }
        distances.search(from: ground, within: cut, arcStarts, arcs)
        for vertex in 0..<graph.leftCount {
            for home in homes(of: vertex) where home.edge >= 0 {
                let rest = cut - optimum.matching.left[vertex] - home.cost
                guard distances.isWithin(rest, of: home.home) else { continue }
                mayChange[home.edge] = true
                mayLose[vertex] = true
            }
        }
    }
}

/// Distances from one vertex at a time, forgotten as cheaply as they were found.
private struct Distances {
    private var distances: [Int64]
    private var touched: [Int32] = []
    private let heap: IndexedHeap<Int64>
    /// Arcs looked at so far.
    private(set) var work = 0

    init(count: Int) {
        distances = .init(repeating: .max, count: count)
        heap = IndexedHeap(capacity: count, placeholder: 0)
    }

    func isWithin(_ limit: Int64, of vertex: Int) -> Bool { distances[vertex] <= limit }

    mutating func search(
        from source: Int, within limit: Int64, _ starts: [Int32], _ arcs: [(head: Int32, cost: Int64)]
    ) {
        for vertex in touched { distances[Int(vertex)] = .max }
        touched.removeAll(keepingCapacity: true)
        distances[source] = 0
        touched.append(Int32(source))
        heap.insertOrLower(source, key: 0)
        while heap.count > 0 {
            let vertex = heap.removeSmallest()
            let distance = distances[vertex]
            for index in Int(starts[vertex])..<Int(starts[vertex + 1]) {
                let (head, cost) = arcs[index]
                let reached = distance + cost
                guard reached <= limit, reached < distances[Int(head)] else { continue }
                if distances[Int(head)] == .max { touched.append(head) }
                distances[Int(head)] = reached
                heap.insertOrLower(Int(head), key: reached)
            }
            work += Int(starts[vertex + 1] - starts[vertex])
        }
    }
}
