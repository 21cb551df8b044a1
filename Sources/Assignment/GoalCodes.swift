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
    /// Whether some right vertex must be filled.
    private let coversRight: Bool

    /// - Precondition: codes fit.
    init(_ prepared: PreparedProblem, _ coding: GoalCoding) {
        self.init(prepared, coding, radices: coding.radices.map { Code($0) })
    }

    /// The weights of all levels with smaller radices.
    init(_ prepared: PreparedProblem, _ compact: CompactCoding) where Code == Int64 {
        self.init(prepared, compact.coding, radices: compact.radices)
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
        coversRight = !prepared.problem.mustFillRight.isEmpty
    }

    /// What an edge gains for an end that must be filled.
    var coverShare: Int128 { Int128(cover) }

    /// Bounds on c_e, where what edges gain for their ends that must be filled is left out.
    var rangeWithoutRows: (lower: Int128, upper: Int128) {
        var (lower, upper) = (Int128(constant), Int128(constant))
        for term in terms {
            let (least, greatest) = term.weights.extremes
            let ends = (Int128(term.factor) * Int128(least), Int128(term.factor) * Int128(greatest))
            lower += min(ends.0, ends.1)
            upper += max(ends.0, ends.1)
        }
        return (lower, upper)
    }

    /// What edges cost, where one goal of weights in 32 bits, none below 0 and none above a limit, is to be as small as
    /// possible and nothing else tells edges apart.
    func costs(upTo limit: Int128) -> [Int32]? {
        guard terms.count == 1, terms[0].factor == -1, let weights = terms[0].weights.narrow else {
            return nil
        }
        let (least, greatest) = terms[0].weights.extremes
        return least >= 0 && Int128(greatest) <= limit ? weights : nil
    }

    /// `upper` − c_e for a row of a complete graph, what edges gain for their ends left out.
    ///
    /// - Precondition: the numbers fit; the arithmetic wraps around on the way to them.
    func costs(
        below upper: Int128, ofRow row: Int, columns: Int, into costs: UnsafeMutablePointer<Int32>
    ) {
        let first = Int32(truncatingIfNeeded: upper - Int128(constant))
        for column in 0..<columns { costs[column] = first }
        for term in terms {
            term.weights.add(
                times: 0 &- Int32(truncatingIfNeeded: term.factor), (row * columns)..<((row + 1) * columns),
                to: costs)
        }
    }

    /// c_e of all edges of a left vertex.
    @inline(__always)
    func fill(_ codes: UnsafeMutablePointer<Code>, ofLeft vertex: Int) {
        let edges = graph.edges(ofLeft: vertex)
        let first = cover != 0 && mustFillLeft[vertex] ? constant &+ cover : constant
        for index in 0..<edges.count { codes[index] = first }
        for term in terms { term.weights.add(times: term.factor, edges, to: codes) }
        guard coversRight else { return }
        for (index, edge) in edges.enumerated() where mustFillRight[graph.right(of: edge)] {
            codes[index] &+= cover
        }
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

extension GoalCodes: Sendable where Code: Sendable {}
