/// Turns a matching with its prices into a basis, so that a program solver begins where the start has ended.
///
/// A basis of the vertex rows is a spanning forest of the core's edges in which "ground" stands for the slacks:
/// slacks strictly between their bounds and chosen edges without an upper bound have to be in it, and they
/// never form a cycle; vertices of price 0 and edges of reduced cost 0 complete it, where they can, to one that
/// is optimal. Chosen edges left over stand at their upper bound. Rows of limits and goals are basic.
struct MatchingBasis {
    /// Statuses of a core's rows and columns, given which edges are chosen and which have reduced cost 0 ("tight"),
    /// and which vertices have price 0 ("free").
    ///
    /// - Complexity: O((rows + columns) log rows).
    static func statuses(
        _ core: CoreProgram, graph: BipartiteGraph, isChosen: (Int) -> Bool, isTight: (Int) -> Bool,
        isFreeLeft: (Int) -> Bool, isFreeRight: (Int) -> Bool
    ) -> Basis {
        let program = core.program
        var basis = Basis(
            rows: program.rows.map { _ in .basic }, columns: (0..<program.columnCount).map { _ in .lower })
        let ground = program.rows.count
        var forest = UnionFind(count: ground + 1)
        var used = [Int](repeating: 0, count: program.rows.count)
        let ends = core.edges.map { edge in
            (Int(core.leftRows[graph.left(of: edge)]), Int(core.rightRows[graph.right(of: edge)]))
        }
        for (column, edge) in core.edges.enumerated() where isChosen(edge) {
            used[ends[column].0] += 1
            used[ends[column].1] += 1
        }
        var vertexRows: [(row: Int, isFree: Bool)] = []
        for (vertex, row) in core.leftRows.enumerated() where row >= 0 {
            vertexRows.append((Int(row), isFreeLeft(vertex)))
        }
        for (vertex, row) in core.rightRows.enumerated() where row >= 0 {
            vertexRows.append((Int(row), isFreeRight(vertex)))
        }
        for (row, _) in vertexRows {
            let isPartlyUsed = used[row] < program.rows[row].upper ?? Int.max
            basis.rows[row] = isPartlyUsed && forest.join(row, ground) ? .basic : .upper
        }
        for isBounded in [false, true] {
            for (column, edge) in core.edges.enumerated()
            where isChosen(edge) && (program.upperBounds[column] != nil) == isBounded {
                let joins = forest.join(ends[column].0, ends[column].1)
                basis.columns[column] = joins ? .basic : isBounded ? .upper : .lower
            }
        }
        for (row, isFree) in vertexRows where isFree && basis.rows[row] != .basic {
            if forest.join(row, ground) { basis.rows[row] = .basic }
        }
        for (column, edge) in core.edges.enumerated() where !isChosen(edge) && isTight(edge) {
            if forest.join(ends[column].0, ends[column].1) { basis.columns[column] = .basic }
        }
        for (row, _) in vertexRows where basis.rows[row] != .basic {
            if forest.join(row, ground) { basis.rows[row] = .basic }
        }
        return basis
    }
}

/// Disjoint sets with path halving.
struct UnionFind {
    private var parents: [Int32]

    init(count: Int) { parents = (0..<Int32(count)).map { $0 } }

    /// Unites two sets; `false` when they are one already.
    mutating func join(_ first: Int, _ second: Int) -> Bool {
        let (one, other) = (root(first), root(second))
        guard one != other else { return false }
        parents[one] = Int32(other)
        return true
    }

    private mutating func root(_ element: Int) -> Int {
        var current = element
        while Int(parents[current]) != current {
            parents[current] = parents[Int(parents[current])]
            current = Int(parents[current])
        }
        return current
    }
}
