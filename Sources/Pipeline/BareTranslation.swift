import Assignment
import Intake

/// One goal of any assignment problem as a bare problem with the same proof.
///
/// What a bare problem lacks becomes limits: that an earlier goal h keeps its value z_h (multiplier −μ_h),
/// that a locked edge is chosen (a multiplier so far below 0 that the edge stays out of every kernel, as a
/// locked one does), that a vertex is filled (its price, where that is below 0). The sum D of the proof does
/// not change.
struct BareTranslation {
    /// The problem and the answer; `nil` when they cannot be stated as files.
    let numbered: NumberedInstance?

    init(_ problem: AssignmentProblem, _ solution: MatchSolution, goal: Int) {
        guard problem.goals.indices.contains(goal), solution.certificate.goals.indices.contains(goal),
            solution.goalValues.count == problem.goals.count
        else {
            numbered = nil
            return
        }
        var limits = Limits(problem)
        var proof = solution.certificate.goals[goal]
        if limits.fits(proof) {
            limits.hold(goalsBefore: goal, solution, &proof)
            limits.fill(&proof)
            limits.lock(goal, &proof)
            // The stated control total keeps its distance to the right one.
            let before = solution.certificate.goals[goal]
            proof.multiplierTotal = before.multiplierTotal &- Limits.total(before) &+ Limits.total(proof)
        }
        let objective = try? BareObjective(
            goals: problem.goals[goal].sense == .minimise ? "least-cost" : "best-fit", cover: nil)
        numbered = objective.flatMap { objective in
            NumberedInstance(
                problem.graph, weights: WeightColumn(problem.goals[goal].weights),
                left: problem.leftCapacities,
                right: problem.rightCapacities, limits: limits.all, objective: objective,
                MatchSolution(
                    edges: solution.edges, goalValues: [solution.goalValues[goal]],
                    certificate: Certificate(goals: [proof], edgeTotal: solution.certificate.edgeTotal)))
        }
    }

    /// The limits, and the multipliers that come with them.
    private struct Limits {
        let problem: AssignmentProblem
        private(set) var all: [Limit]

        init(_ problem: AssignmentProblem) {
            self.problem = problem
            all = problem.limits.enumerated().map { index, limit in
                let name = "limit" + NumberedInstance.padded(index + 1, problem.limits.count)
                return Limit(name: name, terms: limit.terms, atLeast: limit.lower, atMost: limit.upper)
            }
        }

        /// Whether a proof has the multipliers that the problem asks for; a malformed one stays as it is.
        func fits(_ proof: GoalProof) -> Bool {
            proof.left.count == problem.graph.leftCount && proof.right.count == problem.graph.rightCount
                && proof.limits.count == problem.limits.count && proof.held.count <= problem.goals.count
        }

        mutating func hold(goalsBefore goal: Int, _ solution: MatchSolution, _ proof: inout GoalProof) {
            for earlier in 0..<min(goal, proof.held.count) {
                let (held, value) = (problem.goals[earlier], solution.goalValues[earlier])
                let terms = held.weights.enumerated().filter { $0.element != 0 }.map {
                    Limit.Term(edge: $0.offset, coefficient: $0.element)
                }
                let sign: Int128 = held.sense == .maximise ? -1 : 1
                let multiplier = sign * proof.held[earlier]
                add(
                    Limit(name: "held\(earlier + 1)", terms: terms, atLeast: value, atMost: value),
                    multiplier, &proof)
            }
            proof.held = []
        }

        mutating func fill(_ proof: inout GoalProof) {
            let graph = problem.graph
            for vertex in problem.mustFillLeft {
                let limit = filled(
                    "fillL\(vertex + 1)", graph.edges(ofLeft: vertex).map { Int($0) },
                    problem.leftCapacities[vertex])
                add(limit, min(0, proof.left[vertex]), &proof)
                proof.left[vertex] = max(0, proof.left[vertex])
            }
            for vertex in problem.mustFillRight {
                let limit = filled(
                    "fillR\(vertex + 1)", graph.edges(ofRight: vertex).map { Int($0) },
                    problem.rightCapacities[vertex])
                add(limit, min(0, proof.right[vertex]), &proof)
                proof.right[vertex] = max(0, proof.right[vertex])
            }
        }

        mutating func lock(_ goal: Int, _ proof: inout GoalProof) {
            let values = reducedValues(of: goal, proof)
            let reach = Int128(proof.dualValue.magnitude / 4) + Int128(proof.value.magnitude) + 1
            for edge in problem.locked {
                let limit = Limit(name: "lock\(edge + 1)", terms: [Limit.Term(edge: edge)], atLeast: 1)
                let multiplier = -(Int128(values[edge].magnitude) &+ 8 &* reach &* max(1, proof.scale))
                add(limit, multiplier, &proof)
            }
        }

        /// d_e under the multipliers so far.
        private func reducedValues(of goal: Int, _ proof: GoalProof) -> [Int128] {
            let graph = problem.graph
            let weights = problem.goals[goal]
            let sign: Int128 = weights.sense == .maximise ? 1 : -1
            var values = (0..<graph.edgeCount).map { edge in
                proof.scale &* sign &* Int128(weights.weights[edge]) &- proof.left[graph.left(of: edge)]
                    &- proof.right[graph.right(of: edge)]
            }
            for (limit, multiplier) in zip(all, proof.limits) where multiplier != 0 {
                for term in limit.terms { values[term.edge] &-= multiplier &* Int128(term.coefficient) }
            }
            return values
        }

        private func filled(_ name: String, _ edges: [Int], _ places: Int) -> Limit {
            Limit(name: name, terms: edges.sorted().map { Limit.Term(edge: $0) }, atLeast: places)
        }

        /// A limit without a term cannot be written, and bounds nothing.
        private mutating func add(_ limit: Limit, _ multiplier: Int128, _ proof: inout GoalProof) {
            guard !limit.terms.isEmpty else { return }
            all.append(limit)
            proof.limits.append(multiplier)
        }

        static func total(_ proof: GoalProof) -> Int128 {
            [proof.left, proof.right, proof.limits, proof.held].joined().reduce(proof.scale, &+)
        }
    }
}

extension VerificationFinding {
    /// The goal whose value or proof is wrong, where it is one goal's.
    var goal: Int? {
        switch self {
        case .valueDiffers(let goal, _, _), .malformedProof(let goal), .wrongSign(let goal, _, _),
            .multiplierTotalDiffers(let goal), .dualValueDiffers(let goal, _, _),
            .boundDiffers(let goal, _, _), .overflow(let goal), .methodUnsupported(let goal),
            .kernelDiffers(let goal, _, _):
            goal
        case .edgeOutOfRange, .edgesOutOfOrder, .edgeTotalDiffers, .overCapacity, .notFilled, .lockMissing,
            .limitBroken, .wrongGoalCount:
            nil
        }
    }
}
