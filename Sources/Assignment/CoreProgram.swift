/// Which part of a problem to write as an integer program.
struct CoreRequest {
    /// What is maximised.
    enum Objective {
        /// A goal, with rewards for the earlier ones.
        case goal(CombinedGoal)
        /// The violation of limits and of vertices that must be filled, made as small as possible; both then
        /// have columns that make up for it.
        case leastViolation
    }

    /// What is maximised.
    var objective: Objective
    /// The edges that get a column, ascending.
    var edges: [Int]
    /// Edges taken as chosen, beside the locked ones.
    var forced: [Int] = []
    /// Left vertices whose capacity must be used up.
    var fullLeft: [Bool]
    /// Right vertices whose capacity must be used up.
    var fullRight: [Bool]
    /// Oriented values of the earlier goals, below which none may fall; locked edges included.
    var held: [Int] = []
    /// What the earlier goals of the best choice known are worth by the objective's rewards, to tell what is left of
    /// an objective for the goal itself.
    var earlierWorth: Int?
    /// Prices at which a first basis is to begin.
    var charges: LimitCharges?
    /// What the objective, without charges, must come to if a point is to be of any use.
    var leastObjective: Int?

    /// What to take off an objective to have the goal, or `nil` where that is not known.
    func earlierWorth(_ combined: CombinedGoal) -> Int? {
        combined.rewards.allSatisfy { $0 == 0 } ? 0 : earlierWorth
    }

    init(_ objective: Objective, edges: [Int], _ prepared: PreparedProblem) {
        self.objective = objective
        self.edges = edges
        fullLeft = prepared.mustFillLeft
        fullRight = prepared.mustFillRight
    }
}

/// An integer program over some of the edges, and what its rows and columns stand for.
///
/// Only vertices with an edge in the core, and limits that its edges can break, have a row. Columns have no
/// upper bound where the row of an end with one place implies it.
struct CoreProgram {
    /// A column that makes up for what a row lacks or has too much.
    enum Slack: Equatable {
        case left(Int)
        case right(Int)
        case limitShort(Int)
        case limitOver(Int)
        /// Fixed to 0: stands in the basis for a limit that has a price from the beginning.
        case charge(Int)
    }

    private(set) var program: IntegerProgram
    /// Column c is `edges[c]`; the `slacks` follow.
    let edges: [Int]
    private(set) var slacks: [Slack] = []
    /// The goal that the objective counts, if it counts one.
    let goal: Int?
    /// ẑ of that goal over the locked and forced edges, which have no column.
    private let fixedValue: Int
    /// Turns values of the goal into oriented ones and back.
    private let sign: Int
    /// Row of every left vertex, or −1.
    private(set) var leftRows: [Int32]
    /// Row of every right vertex, or −1.
    private(set) var rightRows: [Int32]
    /// Row of every limit, or −1.
    private(set) var limitRows: [Int32]
    /// Row of every earlier goal.
    private(set) var heldRows: [Int32]
    /// What the objective is multiplied by, so that charges are whole numbers.
    let objectiveScale: Int
    /// Rewards of the earlier goals in the objective.
    private let rewards: [Int]

    /// Writes the program.
    ///
    /// - Complexity: O(|L| + |R| + limits + goals · core edges + their terms).
    init(_ request: CoreRequest, _ prepared: PreparedProblem) throws(IntegerProgramError) {
        let graph = prepared.graph
        edges = request.edges
        if case .goal(let combined) = request.objective, let worth = request.earlierWorth(combined) {
            goal = combined.goal
            sign = prepared.reoriented(1, goal: combined.goal)
            fixedValue = combined.value(of: request.forced, prepared) - worth
        } else {
            (goal, sign, fixedValue) = (nil, 1, 0)
        }
        var left = prepared.leftCapacities
        var right = prepared.rightCapacities
        for edge in request.forced {
            left[graph.left(of: edge)] -= 1
            right[graph.right(of: edge)] -= 1
        }
        // A vertex that must be full and has no place left needs no row, unless it has an edge to keep out; one that the
        // forced edges overfill has one that nothing can keep.
        var touchesLeft = left.indices.map { left[$0] < 0 || request.fullLeft[$0] && left[$0] > 0 }
        var touchesRight = right.indices.map { right[$0] < 0 || request.fullRight[$0] && right[$0] > 0 }
        for edge in request.edges {
            touchesLeft[graph.left(of: edge)] = true
            touchesRight[graph.right(of: edge)] = true
        }
        var rows: [IntegerProgram.Row] = []
        func append(_ row: IntegerProgram.Row?) -> Int32 {
            guard let row else { return -1 }
            rows.append(row)
            return Int32(rows.count - 1)
        }
        leftRows = left.indices.map { vertex in
            let lower = request.fullLeft[vertex] ? left[vertex] : nil
            // No vertex uses more places than it has edges; a smaller number is kinder to floating point.
            let capacity = max(lower ?? Int.min, min(left[vertex], graph.edges(ofLeft: vertex).count))
            return append(touchesLeft[vertex] ? .init(lower: lower, upper: capacity) : nil)
        }
        rightRows = right.indices.map { vertex in
            let lower = request.fullRight[vertex] ? right[vertex] : nil
            let capacity = max(lower ?? Int.min, min(right[vertex], graph.edges(ofRight: vertex).count))
            return append(touchesRight[vertex] ? .init(lower: lower, upper: capacity) : nil)
        }
        limitRows = Self.breakableLimits(request, prepared).map { append($0) }
        heldRows = request.held.enumerated().map { goal, value in
            let fixed = request.forced.reduce(prepared.lockedValues[goal]) { $0 + prepared.weight(goal, $1) }
            return append(.init(lower: value - fixed))
        }
        objectiveScale = request.charges?.scale ?? 1
        rewards = if case .goal(let combined) = request.objective { combined.rewards } else { [] }
        program = IntegerProgram(
            rows: rows, leastObjective: request.leastObjective,
            isExacting: Self.isExacting(request, prepared))
        try addEdges(request, prepared, left: left, right: right)
        if case .leastViolation = request.objective { try addSlacks(request) }
        if let charges = request.charges { try addCharges(charges) }
    }

    /// The chosen edges of an integer point, ascending, forced ones not among them.
    func chosen(_ point: [Int]) -> [Int] { edges.indices.filter { point[$0] > 0 }.map { edges[$0] } }

    /// The rows of both ends of every edge.
    func ends(_ graph: BipartiteGraph) -> [(Int, Int)] {
        edges.map { (Int(leftRows[graph.left(of: $0)]), Int(rightRows[graph.right(of: $0)])) }
    }

    /// What is true of a vertex, for every row that stands for one; these come first.
    func vertexRows(left: (Int) -> Bool, right: (Int) -> Bool) -> [Bool] {
        leftRows.indices.filter { leftRows[$0] >= 0 }.map(left)
            + rightRows.indices.filter { rightRows[$0] >= 0 }.map(right)
    }

    /// ẑ of the goal for an objective of the program, or `nil` for one that no sum of weights can be.
    func value(_ objective: Double) -> Int? {
        guard abs(objective) < Double(AssignmentProblem.largestExactSum) else { return nil }
        return fixedValue + Int((objective + 1e-6).rounded(.down))
    }

    /// A value in the goal's own sense from an oriented one, and the other way round.
    func oriented(_ value: Int) -> Int { sign * value }

    /// A relaxation's multipliers by what the rows stand for.
    func multipliers(_ rowDuals: [Double], _ prepared: PreparedProblem) -> FloatingMultipliers {
        var duals = FloatingMultipliers(prepared, held: rewards.count)
        let unit = 1 / Double(objectiveScale)
        for (vertex, row) in leftRows.enumerated() where row >= 0 {
            duals.left[vertex] = rowDuals[Int(row)] * unit
        }
        for (vertex, row) in rightRows.enumerated() where row >= 0 {
            duals.right[vertex] = rowDuals[Int(row)] * unit
        }
        for (limit, row) in limitRows.enumerated() where row >= 0 {
            duals.limits[limit] = rowDuals[Int(row)] * unit
        }
        for (goal, reward) in rewards.enumerated() { duals.held[goal] = -Double(reward) }
        for (goal, row) in heldRows.enumerated() { duals.held[goal] += rowDuals[Int(row)] * unit }
        return duals
    }

    private mutating func addEdges(
        _ request: CoreRequest, _ prepared: PreparedProblem, left: [Int], right: [Int]
    ) throws(IntegerProgramError) {
        let graph = prepared.graph
        var entries: [(row: Int, coefficient: Int)] = []
        for edge in request.edges {
            let (tail, head) = (graph.left(of: edge), graph.right(of: edge))
            entries.removeAll(keepingCapacity: true)
            entries.append((Int(leftRows[tail]), 1))
            entries.append((Int(rightRows[head]), 1))
            for term in prepared.terms(of: edge) {
                let row = limitRows[Int(prepared.termLimits[term])]
                if row >= 0 { entries.append((Int(row), prepared.termCoefficients[term])) }
            }
            for (goal, row) in heldRows.enumerated() {
                entries.append((Int(row), prepared.weight(goal, edge)))
            }
            let objective =
                switch request.objective {
                case .goal(let combined): combined.weight(edge, prepared)
                case .leastViolation: 0
                }
            try program.addColumn(
                objective: objectiveScale * objective,
                upperBound: min(left[tail], right[head]) <= 1 ? nil : 1,
                entries: entries)
        }
    }

    private mutating func addSlacks(_ request: CoreRequest) throws(IntegerProgramError) {
        func add(_ slack: Slack, row: Int32, sign: Int) throws(IntegerProgramError) {
            slacks.append(slack)
            try program.addColumn(objective: -1, upperBound: nil, entries: [(Int(row), sign)])
        }
        for (vertex, row) in leftRows.enumerated() where row >= 0 && request.fullLeft[vertex] {
            try add(.left(vertex), row: row, sign: 1)
        }
        for (vertex, row) in rightRows.enumerated() where row >= 0 && request.fullRight[vertex] {
            try add(.right(vertex), row: row, sign: 1)
        }
        for (limit, row) in limitRows.enumerated() where row >= 0 {
            if program.rows[Int(row)].lower != nil { try add(.limitShort(limit), row: row, sign: 1) }
            if program.rows[Int(row)].upper != nil { try add(.limitOver(limit), row: row, sign: -1) }
        }
    }

    /// A column fixed to 0 for every limit with a price: with it in the basis and the limit's row out of it, the
    /// row's multiplier is the price, whether or not the matching that belongs to it keeps the limit.
    private mutating func addCharges(_ charges: LimitCharges) throws(IntegerProgramError) {
        for (limit, price) in charges.prices.enumerated() where price != 0 && limitRows[limit] >= 0 {
            slacks.append(.charge(limit))
            try program.addColumn(
                objective: price, upperBound: 0, entries: [(Int(limitRows[limit]), 1)])
        }
    }

    /// Whether an earlier goal is held by weights beside which floating point loses a unit: GLPK takes 10⁻⁵ of a column for
    /// nothing, which of such a weight is one.
    private static func isExacting(_ request: CoreRequest, _ prepared: PreparedProblem) -> Bool {
        request.held.indices.contains { goal in
            prepared.problem.goals[goal].weights.largestMagnitude >= 1 << 17
        }
    }

    /// The row of every limit that the core's edges could break, `nil` for the others.
    private static func breakableLimits(
        _ request: CoreRequest, _ prepared: PreparedProblem
    ) -> [IntegerProgram.Row?] {
        var least = [Int](repeating: 0, count: prepared.limitRows.count)
        var most = least
        for edge in request.edges {
            for term in prepared.terms(of: edge) {
                let coefficient = prepared.termCoefficients[term]
                least[Int(prepared.termLimits[term])] += min(0, coefficient)
                most[Int(prepared.termLimits[term])] += max(0, coefficient)
            }
        }
        let fixed = prepared.limitSums(of: request.forced)
        return prepared.limitRows.indices.map { limit in
            let lower = prepared.limitRows[limit].lower.map { $0 - fixed[limit] }
            let upper = prepared.limitRows[limit].upper.map { $0 - fixed[limit] }
            let canBreak =
                (lower.map { $0 > least[limit] } ?? false) || (upper.map { $0 < most[limit] } ?? false)
            return canBreak ? .init(lower: lower, upper: upper) : nil
        }
    }
}
