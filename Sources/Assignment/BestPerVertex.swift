/// Keeps, for every vertex, the few edges of greatest worth offered so far; among equals the first offered.
struct BestPerVertex<Worth: Comparable & BitwiseCopyable & ExpressibleByIntegerLiteral> {
    private let graph: BipartiteGraph
    private var left: Lists
    private var right: Lists

    init(perLeft: Int, perRight: Int, _ graph: BipartiteGraph) {
        self.graph = graph
        left = Lists(count: perLeft > 0 ? graph.leftCount : 0, room: perLeft)
        right = Lists(count: perRight > 0 ? graph.rightCount : 0, room: perRight)
    }

    /// Offers an edge to both of its ends.
    mutating func offer(_ edge: Int, worth: Worth) {
        left.insert(edge, worth, at: graph.left(of: edge))
        right.insert(edge, worth, at: graph.right(of: edge))
    }

    /// The edges kept at either end, ascending, each once.
    var edges: [Int] {
        let kept = (left.kept + right.kept).sorted()
        return kept.indices.filter { $0 == 0 || kept[$0 - 1] != kept[$0] }.map { kept[$0] }
    }

    /// Lists of equal room in one piece of memory, the greatest worth first.
    private struct Lists {
        private let room: Int
        private var used: [Int32]
        /// What a full list keeps at the least, 0 before: one look turns away nearly every edge.
        private var floors: [Worth]
        private var worths: [Worth]
        private var edges: [Int32]

        init(count: Int, room: Int) {
            self.room = room
            used = [Int32](repeating: 0, count: count)
            floors = [Worth](repeating: 0, count: count)
            worths = [Worth](repeating: 0, count: count * room)
            edges = [Int32](repeating: 0, count: count * room)
        }

        var kept: [Int] {
            used.indices.flatMap { list in
                (list * room..<(list * room + Int(used[list]))).map { Int(edges[$0]) }
            }
        }

        @inline(__always)
        mutating func insert(_ edge: Int, _ worth: Worth, at list: Int) {
            guard room > 0, worth > floors[list] || used[list] < room else { return }
            let first = list * room
            var place = first + Int(used[list])
            let last = first + room - 1
            if place > last { place = last } else { used[list] += 1 }
            while place > first, worths[place - 1] < worth {
                worths[place] = worths[place - 1]
                edges[place] = edges[place - 1]
                place -= 1
            }
            worths[place] = worth
            edges[place] = Int32(edge)
            if Int(used[list]) == room { floors[list] = worths[last] }
        }
    }
}
