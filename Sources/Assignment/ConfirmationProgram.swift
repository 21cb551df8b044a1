/// A part of a confirmation's core as an integer program, and the basis that the start's prices make optimal.
///
/// Rows are left vertices in order, then right ones by their numbers; column c is the part's edge c.
struct ConfirmationProgram {
    let program: IntegerProgram
    let basis: Basis

    /// Writes the program of a part.
    ///
    /// - Complexity: O(edges of the part · α).
    init(
        part: Int, of core: ConfirmationCore, _ scope: ConfirmationScope, codes: GoalCodes<Int>,
        _ prepared: PreparedProblem
    ) throws(IntegerProgramError) {
        let graph = prepared.graph
        let positions = core.part(part)
        var ends: [(Int, Int)] = []
        ends.reserveCapacity(positions.count)
        var rows: [IntegerProgram.Row] = []
        var isFree: [Bool] = []
        var last = -1
        var heads: [Int] = []
        for position in positions {
            let edge = core.edges[Int(position)]
            let (tail, head) = (graph.left(of: edge), graph.right(of: edge))
            if tail != last {
                rows.append(prepared.row(ofLeft: tail, places: scope.leftCapacities[tail]))
                isFree.append(core.left[tail] == 0)
                last = tail
            }
            if core.number(ofRight: head) == heads.count { heads.append(head) }
            ends.append((rows.count - 1, core.number(ofRight: head)))
        }
        let lefts = rows.count
        for head in heads {
            rows.append(prepared.row(ofRight: head, places: scope.rightCapacities[head]))
            isFree.append(core.right[head] == 0)
        }
        for column in ends.indices { ends[column].1 += lefts }
        var program = IntegerProgram(rows: rows)
        program.reserve(columns: positions.count, entries: 2 * positions.count)
        for (column, position) in positions.enumerated() {
            let edge = core.edges[Int(position)]
            let places = min(
                scope.leftCapacities[graph.left(of: edge)], scope.rightCapacities[graph.right(of: edge)]
            )
            try program.addColumn(
                objective: codes[edge], upperBound: places <= 1 ? nil : 1,
                entries: [(ends[column].0, 1), (ends[column].1, 1)])
        }
        let first = positions.startIndex
        basis = MatchingBasis.statuses(
            program, ends: ends, isFree: isFree, isChosen: { core.isChosen[Int(positions[first + $0])] },
            isTight: { core.reducedCosts[Int(positions[first + $0])] == 0 })
        self.program = program
    }
}

extension PreparedProblem {
    /// How many of its edges for so many places a left vertex may and must have.
    fileprivate func row(ofLeft vertex: Int, places: Int) -> IntegerProgram.Row {
        row(places, mustFillLeft[vertex], degree: graph.edges(ofLeft: vertex).count)
    }

    /// How many of its edges for so many places a right vertex may and must have.
    fileprivate func row(ofRight vertex: Int, places: Int) -> IntegerProgram.Row {
        row(
            places, mustFillRight[vertex], degree: graph.edgePositions(ofRight: vertex).count
        )
    }

    private func row(_ places: Int, _ mustFill: Bool, degree: Int) -> IntegerProgram.Row {
        // No vertex uses more places than it has edges; a smaller number is kinder to floating point.
        IntegerProgram.Row(lower: mustFill ? places : nil, upper: mustFill ? places : min(places, degree))
    }
}
