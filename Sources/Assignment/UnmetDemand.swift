/// Left vertices that compete where not all of them can have as many partners as they ask for.
///
/// In a maximum b-matching of the demands, they are the left vertices that an alternating path joins to one whose
/// demand is not met: the overdetermined part of the decomposition of Dulmage and Mendelsohn. Whatever is decided
/// among them, every other vertex can have all it asks for: a right vertex on such a path has competing partners
/// only, and at any other right vertex every edge of a competing vertex is in the matching already.
package struct UnmetDemand: Sendable {
    /// Ascending; empty where every demand can be met.
    package let competing: [Int]

    /// - Parameters:
    ///   - graph: Who could have whom.
    ///   - demands: By left vertex, 0 for those who ask for nothing.
    ///   - capacities: By right vertex.
    /// - Complexity: O(Σ demands · |E|), usually O(|E|): a search that fails is never repeated.
    package init(graph: BipartiteGraph, demands: [Int], capacities: [Int]) {
        var search = Search(graph: graph, capacities: capacities)
        for vertex in demands.indices {
            for _ in 0..<demands[vertex] where !search.augment(from: vertex) { break }
        }
        competing = search.isCompeting.indices.filter { search.isCompeting[$0] }
    }

    /// A matching that grows by augmenting paths.
    private struct Search {
        let graph: BipartiteGraph
        var placesLeft: [Int]
        var isChosen: [Bool]
        /// The chosen edges of each right vertex.
        var chosen: [[Int]]
        /// Left vertices from which no augmenting path leads anywhere, now or later.
        var isCompeting: [Bool]
        /// The last search that saw a right vertex; those seen in a search that failed are never entered again.
        private var seenIn: [Int]
        private var round = 0
        /// By which edge a vertex was reached in this search.
        private var edgeToRight: [Int]
        private var edgeToLeft: [Int]

        init(graph: BipartiteGraph, capacities: [Int]) {
            self.graph = graph
            placesLeft = capacities
            isChosen = Array(repeating: false, count: graph.edgeCount)
            chosen = Array(repeating: [], count: graph.rightCount)
            isCompeting = Array(repeating: false, count: graph.leftCount)
            seenIn = Array(repeating: 0, count: graph.rightCount)
            edgeToRight = Array(repeating: -1, count: graph.rightCount)
            edgeToLeft = Array(repeating: -1, count: graph.leftCount)
        }

        /// Gives a left vertex one more partner; `false` where that is not possible.
        mutating func augment(from start: Int) -> Bool {
            if isCompeting[start] { return false }
            round += 1
            edgeToLeft[start] = -1
            var queue = [start]
            var reached: Set<Int> = [start]
            var next = 0
            while next < queue.count {
                let left = queue[next]
                next += 1
                for edge in graph.edges(ofLeft: left) where !isChosen[edge] {
                    let right = graph.right(of: edge)
                    if seenIn[right] == round || seenIn[right] == .max { continue }
                    seenIn[right] = round
                    edgeToRight[right] = edge
                    if placesLeft[right] > 0 {
                        turn(from: right)
                        return true
                    }
                    for taken in chosen[right] {
                        let holder = graph.left(of: taken)
                        if reached.insert(holder).inserted {
                            edgeToLeft[holder] = taken
                            queue.append(holder)
                        }
                    }
                }
            }
            for left in queue { isCompeting[left] = true }
            for left in queue {
                for edge in graph.edges(ofLeft: left) where !isChosen[edge] {
                    seenIn[graph.right(of: edge)] = .max
                }
            }
            return false
        }

        /// Exchanges the edges of the path that ends at a right vertex with a free place.
        private mutating func turn(from end: Int) {
            placesLeft[end] -= 1
            var right = end
            while true {
                let taken = edgeToRight[right]
                isChosen[taken] = true
                chosen[right].append(taken)
                let left = graph.left(of: taken)
                let given = edgeToLeft[left]
                if given < 0 { return }
                isChosen[given] = false
                right = graph.right(of: given)
                chosen[right].removeAll { $0 == given }
            }
        }
    }
}
