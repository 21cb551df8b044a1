/// The weights of a complete graph as rows of 32-bit costs, for `DenseStart`.
///
/// cost_ij = greatest − c_ij ≥ 0, where what all edges of a left vertex share is left out: all left vertices get a
/// partner anyway. Rows are filled up to whole vectors with columns too dear to be chosen.
final class DenseCosts {
    typealias Vector = SIMD8<Int32>

    /// Above every sum that a search forms of costs.
    static var tooDear: Int32 { 1 << 29 }
    /// Greatest cost: sums of a cost and three prices stay below `tooDear`.
    private static var largest: Int128 { 1 << 26 }

    let rowCount: Int
    let columnCount: Int
    /// Vectors in a row.
    let width: Int
    private let vectors: UnsafeMutablePointer<Vector>

    /// The costs of a graph in which every left vertex is to have one of the right vertices.
    ///
    /// - Returns: `nil` where that is not so: the graph is not complete, a vertex has not exactly one place, left
    ///   vertices are more, an edge is locked or may be worth less than nothing; or where 32 bits might not do.
    init?<Code>(_ codes: GoalCodes<Code>, _ prepared: PreparedProblem) {
        let graph = prepared.graph
        let (rows, columns) = (graph.leftCount, graph.rightCount)
        guard rows > 0, rows <= columns, graph.edgeCount == rows * columns,
            prepared.leftCapacities.allSatisfy({ $0 == 1 }), prepared.rightCapacities.allSatisfy({ $0 == 1 }),
            prepared.problem.locked.isEmpty, prepared.problem.mustFillRight.isEmpty
        else { return nil }
        let (lower, upper) = codes.rangeWithoutRows
        let isCovered = prepared.problem.mustFillLeft.count == rows
        guard lower + (isCovered ? codes.coverShare : 0) >= 0, upper - lower <= Self.largest else {
            return nil
        }
        rowCount = rows
        columnCount = columns
        width = (columns + Vector.scalarCount - 1) / Vector.scalarCount
        vectors = .allocate(capacity: rows * width)
        for row in 0..<rows {
            (vectors + row * width + width - 1).initialize(to: Vector(repeating: Self.tooDear))
            codes.costs(below: upper, ofRow: row, columns: columns, into: self.row(row))
        }
    }

    deinit { vectors.deallocate() }

    /// The costs of a left vertex as vectors.
    @inline(__always)
    func vectors(_ row: Int) -> UnsafePointer<Vector> { UnsafePointer(vectors + row &* width) }

    /// The cost of an edge.
    @inline(__always)
    subscript(row: Int, column: Int) -> Int32 { self.row(row)[column] }

    @inline(__always)
    private func row(_ row: Int) -> UnsafeMutablePointer<Int32> {
        UnsafeMutableRawPointer(vectors + row &* width).assumingMemoryBound(to: Int32.self)
    }
}
