import Assignment
import Testing

@Suite struct BipartiteGraphTests {
    @Test("edges are numbered by (left, right) whatever the order they come in, and found from both ends")
    func numbering() throws {
        let graph = try BipartiteGraph(leftCount: 3, rightCount: 2, edges: [(2, 0), (0, 1), (0, 0), (2, 1)])
        #expect((0..<4).map { graph.left(of: $0) } == [0, 0, 2, 2])
        #expect((0..<4).map { graph.right(of: $0) } == [0, 1, 0, 1])
        #expect(graph.edges(ofLeft: 0) == 0..<2)
        #expect(graph.edges(ofLeft: 1).isEmpty)
        #expect(Array(graph.edges(ofRight: 1)) == [1, 3])
        #expect(graph.edge(from: 2, to: 0) == 2)
        #expect(graph.edge(from: 1, to: 0) == nil)
    }

    @Test("two edges between the same vertices are refused, next to each other or not")
    func parallelEdges() {
        #expect(throws: BipartiteGraphError.parallelEdges(left: 0, right: 1)) {
            try BipartiteGraph(leftCount: 1, rightCount: 2, edges: [(0, 1), (0, 0), (0, 1)])
        }
    }

    @Test("an end that does not exist is refused with its position in the list")
    func endOutOfRange() {
        #expect(throws: BipartiteGraphError.endOutOfRange(position: 1, left: 0, right: 2)) {
            try BipartiteGraph(leftCount: 1, rightCount: 2, edges: [(0, 1), (0, 2)])
        }
        #expect(throws: BipartiteGraphError.endOutOfRange(position: 0, left: -1, right: 0)) {
            try BipartiteGraph(leftCount: 1, rightCount: 1, edges: [(-1, 0)])
        }
    }

    @Test("a negative number of vertices is refused; no vertices at all are a graph")
    func counts() throws {
        #expect(throws: BipartiteGraphError.negativeCount) {
            try BipartiteGraph(leftCount: -1, rightCount: 2, edges: [])
        }
        #expect(try BipartiteGraph(leftCount: 0, rightCount: 0, edges: []).edgeCount == 0)
    }

    @Test("ends handed over as arrays are taken as they are when sorted, and refused when not")
    func sortedEnds() throws {
        let graph = try BipartiteGraph(leftCount: 2, rightCount: 3, sortedLeft: [0, 0, 1], right: [0, 2, 1])
        #expect(graph.edge(from: 0, to: 2) == 1)
        #expect(Array(graph.edges(ofRight: 1)) == [2])
        #expect(throws: BipartiteGraphError.outOfOrder(position: 1)) {
            try BipartiteGraph(leftCount: 2, rightCount: 3, sortedLeft: [0, 0], right: [2, 0])
        }
        #expect(throws: BipartiteGraphError.parallelEdges(left: 1, right: 2)) {
            try BipartiteGraph(leftCount: 2, rightCount: 3, sortedLeft: [1, 1], right: [2, 2])
        }
        #expect(throws: BipartiteGraphError.endOutOfRange(position: 0, left: 0, right: 3)) {
            try BipartiteGraph(leftCount: 2, rightCount: 3, sortedLeft: [0], right: [3])
        }
    }
}
