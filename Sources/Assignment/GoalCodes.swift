/// The coded weights c_e = Σ_k radix_k ŵ^k_e of a problem, computed when asked for.
struct GoalCodes<Code: FixedWidthInteger & SignedInteger> {
    private let graph: BipartiteGraph
    /// Weights with what they count in the code, constant ones left out.
    private let terms: [(factor: Code, weights: EdgeWeights)]
    /// What every edge has.
    private let constant: Code
    /// What an edge gains for each end that must be filled; 0 when none must be.
    private let cover: Code
    private let mustFillLeft: [Bool]
    private let mustFillRight: [Bool]

    /// - Precondition: codes fit.
    init(_ prepared: PreparedProblem, _ coding: GoalCoding) {
        self.init(prepared, coding, radices: coding.radices.map { Code($0) })
    }

    /// The weights of all levels in other proportions.
    init(_ prepared: PreparedProblem, _ coding: GoalCoding, radices: [Code]) {
        graph = prepared.graph
        var terms: [(factor: Code, weights: EdgeWeights)] = []
        var constant: Code = 0
        for (goal, radix) in zip(prepared.problem.goals, coding.hasCover ? radices.dropFirst() : radices[...])
        {
            let factor = radix * Code(goal.sign)
            if let weight = goal.weights.constant {
                constant += factor * Code(weight)
            } else {
                terms.append((factor, goal.weights))
            }
        }
        self.terms = terms
        self.constant = constant
        cover = coding.hasCover ? radices[0] : 0
        mustFillLeft = prepared.mustFillLeft
        mustFillRight = prepared.mustFillRight
    }

    /// c_e.
    subscript(edge: Int) -> Code {
        var code = constant
        for term in terms { code &+= term.factor &* Code(truncatingIfNeeded: term.weights[edge]) }
        if cover != 0 {
            if mustFillLeft[graph.left(of: edge)] { code &+= cover }
            if mustFillRight[graph.right(of: edge)] { code &+= cover }
        }
        return code
    }
}
