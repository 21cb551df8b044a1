/// Turns a matching with its prices into a basis, so that a program solver begins where the start has ended.
///
/// A basis of the vertex rows is a spanning forest of the core's edges in which "ground" stands for the slacks:
/// slacks strictly between their bounds and chosen edges without an upper bound have to be in it, and they
/// never form a cycle; vertices of price 0 and edges of reduced cost 0 complete it, where they can, to one that
/// is optimal. Chosen edges left over stand at their upper bound. Rows of limits and goals are basic.
struct MatchingBasis {
    /// Statuses of a program's rows and columns.
    ///
    /// - Parameters:
    ///   - program: its first rows are vertices, its first columns edges.
    ///   - ends: the two rows of every edge.
    ///   - isFree: whether a vertex has price 0, by row.
    ///   - isChosen: whether an edge is chosen, by column.
    ///   - isTight: whether an edge has reduced cost 0, by column; asked of chosen ones where they have an upper bound.
    /// - Returns: a basis that can be factorised, and that the prices make optimal where every tree has a free vertex.
    /// - Complexity: O((rows + columns) α(rows)).
    static func statuses(
        _ program: IntegerProgram, ends: [(Int, Int)], isFree: [Bool], isChosen: (Int) -> Bool,
        isTight: (Int) -> Bool
    ) -> Basis {
        var basis = Basis(
            rows: .init(repeating: .basic, count: program.rows.count),
            columns: .init(repeating: .lower, count: program.columnCount))
        let ground = program.rows.count
        var forest = UnionFind(count: ground + 1)
        var used = [Int](repeating: 0, count: isFree.count)
        for (column, end) in ends.enumerated() where isChosen(column) {
            used[end.0] += 1
            used[end.1] += 1
        }
        for row in isFree.indices {
            let isPartlyUsed = used[row] < program.rows[row].upper ?? Int.max
            basis.rows[row] = isPartlyUsed && forest.join(row, ground) ? .basic : .upper
        }
        for isBounded in [false, true] {
            for (column, end) in ends.enumerated()
            where isChosen(column) && (program.upperBounds[column] != nil) == isBounded {
                let joins = (!isBounded || isTight(column)) && forest.join(end.0, end.1)
                basis.columns[column] = joins ? .basic : isBounded ? .upper : .lower
            }
        }
        for row in isFree.indices where isFree[row] && basis.rows[row] != .basic {
            if forest.join(row, ground) { basis.rows[row] = .basic }
        }
        for (column, end) in ends.enumerated() where !isChosen(column) && isTight(column) {
            if forest.join(end.0, end.1) { basis.columns[column] = .basic }
        }
        for row in isFree.indices where basis.rows[row] != .basic {
            if forest.join(row, ground) { basis.rows[row] = .basic }
        }
        return basis
    }
}
