/// The weights of a complete graph as rows of 32-bit costs, for `DenseStart`.
///
/// cost_ij = constant − c_ij ≥ 0, where what all edges of a left vertex share is left out: all left vertices get a
/// partner anyway. Where one goal's costs are all there is, its weights are the rows, as they are; else they are
/// written down once. The last vector of a row stands apart, filled up with columns too dear to be chosen.
final class DenseCosts {
    typealias Vector = SIMD8<Int32>

    /// Above every sum that a search forms of costs.
    static var tooDear: Int32 { 1 << 29 }
    /// Greatest cost: sums of a cost and three prices stay below `tooDear`.
    private static var largest: Int128 { 1 << 26 }

    let rowCount: Int
    let columnCount: Int
    /// Vectors in a row, the last one included.
    let width: Int
    /// Vectors of which all columns exist.
    private let fullWidth: Int
    private let rows: UnsafePointer<Int32>
    private let written: UnsafeMutablePointer<Int32>?
    private let lasts: UnsafeMutablePointer<Vector>

    /// Runs a body on the costs of a graph in which every left vertex is to have one of the right vertices.
    ///
    /// - Returns: `nil` where that is not so: the graph is not complete, a vertex has not exactly one place, left
    ///   vertices are more, an edge is locked or may be worth less than nothing; or where 32 bits might not do.
    static func with<Code, Result>(
        _ codes: GoalCodes<Code>, _ prepared: PreparedProblem, _ body: (DenseCosts) -> Result
    ) -> Result? {
        let graph = prepared.graph
        let (rows, columns) = (graph.leftCount, graph.rightCount)
        guard rows > 0, rows <= columns, graph.edgeCount == rows * columns,
            prepared.leftCapacities.allSatisfy({ $0 == 1 }), prepared.rightCapacities.allSatisfy({ $0 == 1 }),
            prepared.problem.locked.isEmpty, prepared.problem.mustFillRight.isEmpty
        else { return nil }
        let (lower, upper) = codes.rangeWithoutRows
        let isCovered = prepared.problem.mustFillLeft.count == rows
        guard lower + (isCovered ? codes.coverShare : 0) >= 0, upper - lower <= largest else { return nil }
        if let weights = codes.costs(upTo: largest) {
            return weights.withUnsafeBufferPointer { weights in
                weights.baseAddress.map { body(DenseCosts($0, nil, rows, columns)) }
            }
        }
        let written = UnsafeMutablePointer<Int32>.allocate(capacity: rows * columns)
        for row in 0..<rows {
            codes.costs(below: upper, ofRow: row, columns: columns, into: written + row * columns)
        }
        return body(DenseCosts(UnsafePointer(written), written, rows, columns))
    }

    private init(
        _ costs: UnsafePointer<Int32>, _ written: UnsafeMutablePointer<Int32>?, _ rows: Int, _ columns: Int
    ) {
        self.rows = costs
        self.written = written
        rowCount = rows
        columnCount = columns
        fullWidth = columns / Vector.scalarCount
        width = (columns + Vector.scalarCount - 1) / Vector.scalarCount
        lasts = .allocate(capacity: rows)
        for row in 0..<rows {
            var last = Vector(repeating: Self.tooDear)
            for column in (fullWidth * Vector.scalarCount)..<columns {
                last[column % Vector.scalarCount] = costs[row * columns + column]
            }
            (lasts + row).initialize(to: last)
        }
    }

    deinit {
        written?.deallocate()
        lasts.deallocate()
    }

    /// Hands out the costs of a left vertex, vector by vector.
    @inline(__always)
    func forEachVector(of row: Int, _ body: (Int, Vector) -> Void) {
        let raw = UnsafeRawPointer(rows + row &* columnCount)
        for index in 0..<fullWidth {
            body(
                index, raw.loadUnaligned(fromByteOffset: index &* MemoryLayout<Vector>.size, as: Vector.self))
        }
        if fullWidth < width { body(fullWidth, lasts[row]) }
    }

    /// One vector of a left vertex.
    @inline(__always)
    func vector(of row: Int, _ index: Int) -> Vector {
        guard index < fullWidth else { return lasts[row] }
        let raw = UnsafeRawPointer(rows + row &* columnCount)
        return raw.loadUnaligned(fromByteOffset: index &* MemoryLayout<Vector>.size, as: Vector.self)
    }

    /// The cost of an edge.
    @inline(__always)
    subscript(row: Int, column: Int) -> Int32 { rows[row &* columnCount &+ column] }
}
