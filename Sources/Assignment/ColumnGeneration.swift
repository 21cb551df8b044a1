/// A relaxation over all edges that has been solved.
struct Relaxed {
    /// What it proves.
    let bound: DualBound
    /// The core's edges.
    let edges: [Int]
    /// What the relaxation has of each.
    let values: [Double]
    /// The core, and the basis in which it ended.
    let generation: ColumnGeneration

    init(_ bound: DualBound, _ answer: LinearSolution, _ core: CoreProgram, _ generation: ColumnGeneration) {
        self.bound = bound
        edges = core.edges
        values = answer.values
        self.generation = generation
    }
}

/// Relaxations over a growing core.
///
/// Solve, price every edge of the graph with the multipliers found, let the best few of each vertex in, until
/// none prices in. The optimum is then optimal over all edges.
///
/// The floating-point multipliers are only a guide; what they are worth is recomputed in integers over all
/// edges (`DualBound`), and generation ends early once that bound and the core's value round to the same integer.
struct ColumnGeneration {
    /// What a relaxation came to.
    enum Result {
        /// Optimal over all edges, or as good as an integer bound can tell.
        case optimal(LinearSolution, CoreProgram, DualBound?)
        /// The core allows no choice; more edges might.
        case infeasibleCore
    }

    /// Edges let in at every vertex and round.
    private static let edgesPerRound = 4

    let prepared: PreparedProblem
    let session: SolveSession
    /// Whether an edge is in the core.
    private(set) var inCore: [Bool]
    /// The basis in which the last relaxation ended.
    private(set) var memory: BasisMemory
    /// Prices of limits with which the first relaxation is to begin.
    private var charges: LimitCharges?
    /// The best integer bound met in the relaxation in hand; valid even when the time ends it.
    private(set) var bestBound: DualBound?

    /// Starts from the matching and the edges nearest to its prices, in the basis that stands for it.
    init(_ prepared: PreparedProblem, start: PureStart, session: SolveSession) throws {
        self.prepared = prepared
        self.session = session
        inCore = [Bool](repeating: false, count: prepared.graph.edgeCount)
        memory = BasisMemory(prepared)
        for edge in start.edges { inCore[edge] = true }
        let isChosen = inCore
        for edge in start.nearest(perLeft: 5, perRight: 5, prepared) { inCore[edge] = true }
        let core = try CoreProgram(
            CoreRequest(.goal(CombinedGoal(0)), edges: coreEdges, prepared), prepared)
        memory.remember(start.basis(of: core) { isChosen[$0] }, of: core)
    }

    /// Starts from a matching at given prices of the limits.
    init(
        _ prepared: PreparedProblem, start: ChargedMatching, charges: LimitCharges, goal: CombinedGoal,
        session: SolveSession
    ) throws {
        self.prepared = prepared
        self.session = session
        self.charges = charges
        inCore = [Bool](repeating: false, count: prepared.graph.edgeCount)
        memory = BasisMemory(prepared)
        for edge in start.matching.edges { inCore[edge] = true }
        for edge in start.nearest(perLeft: 5, perRight: 5, prepared) { inCore[edge] = true }
        var request = CoreRequest(.goal(goal), edges: coreEdges, prepared)
        request.charges = charges
        let core = try CoreProgram(request, prepared)
        memory.remember(start.basis(of: core, prepared), of: core, asStart: true)
    }

    /// The core's edges, ascending.
    var coreEdges: [Int] { inCore.indices.filter { inCore[$0] } }

    /// Lets edges in.
    mutating func admit(_ edges: [Int]) {
        for edge in edges where !prepared.isLocked[edge] { inCore[edge] = true }
    }

    /// Solves the relaxation over all edges; `held` are oriented values below which the earlier goals may not
    /// fall.
    mutating func relax(_ objective: CoreRequest.Objective, held: [Int]) throws -> Result {
        bestBound = nil
        while true {
            guard !session.isOver else { throw SolverTrouble.timeLimit }
            var request = CoreRequest(objective, edges: coreEdges, prepared)
            request.held = held
            request.charges = charges
            charges = nil
            let core = try CoreProgram(request, prepared)
            let answer = try session.relax(core, from: memory.basis(of: core))
            if let trouble = SolverTrouble(answer.status, words: answer.words) { throw trouble }
            if answer.status == .infeasible { return .infeasibleCore }
            if let basis = answer.basis { memory.remember(basis, of: core) }
            let duals = core.multipliers(answer.rowDuals, prepared)
            let entering = price(duals, objective)
            if case .goal(let combined) = objective {
                let floors = held.isEmpty ? [Int](repeating: 0, count: combined.goal) : held
                let bound = DualBound(rounding: duals, goal: combined.goal, held: floors, prepared)
                if let bound, bestBound.map({ bound.bound < $0.bound }) ?? true { bestBound = bound }
                let attained =
                    Double(combined.value(of: [], prepared)) + answer.objective / Double(core.objectiveScale)
                let isTight = bestBound.map { Double($0.bound) <= (attained + 1e-6).rounded(.down) } ?? false
                session.report(
                    SolverProgress(
                        phase: .relaxation, goal: combined.goal, columns: core.edges.count, value: nil,
                        bound: bestBound.map { prepared.reoriented($0.bound, goal: combined.goal) }))
                if entering.isEmpty || isTight { return .optimal(answer, core, bestBound) }
            } else if entering.isEmpty || answer.objective > -1e-9 {
                return .optimal(answer, core, nil)
            }
            admit(entering)
        }
    }

    /// The best few edges of every vertex among those outside the core that would improve the relaxation.
    private func price(_ duals: FloatingMultipliers, _ objective: CoreRequest.Objective) -> [Int] {
        let graph = prepared.graph
        let goal: Int? = if case .goal(let combined) = objective { combined.goal } else { nil }
        let largest = goal.map { goal in prepared.problem.goals[goal].weights.reduce(1) { max($0, abs($1)) } }
        let tolerance = 1e-9 * Double(largest ?? 1) + 1e-9
        var best = BestPerVertex<Double>(
            perLeft: Self.edgesPerRound, perRight: Self.edgesPerRound, graph)
        for edge in 0..<graph.edgeCount where !inCore[edge] && !prepared.isLocked[edge] {
            var value = goal.map { Double(prepared.weight($0, edge)) } ?? 0
            value -= duals.left[graph.left(of: edge)] + duals.right[graph.right(of: edge)]
            for term in prepared.terms(of: edge) {
                let price = duals.limits[Int(prepared.termLimits[term])]
                value -= price * Double(prepared.termCoefficients[term])
            }
            for (earlier, price) in duals.held.enumerated() where price != 0 {
                value -= price * Double(prepared.weight(earlier, edge))
            }
            if value > tolerance { best.offer(edge, worth: value) }
        }
        return best.edges
    }
}
