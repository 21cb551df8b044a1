/// Finds out which limits and vertices cannot be satisfied together: the choice of least total violation, one
/// unit of any limit counting as much as one unfilled place.
struct Diagnosis {
    /// Violations below this are rounding.
    static let tolerance = 1e-6

    let prepared: PreparedProblem
    let session: SolveSession

    /// What the least violating choice breaks.
    func run(_ generation: inout ColumnGeneration) throws -> Infeasibility {
        session.report(SolverProgress(phase: .diagnosis, columns: generation.coreEdges.count))
        var least = 0.0
        if case .optimal(let answer, _, _) = try generation.relax(.leastViolation, held: []) {
            least = -answer.objective
        }
        let request = CoreRequest(.leastViolation, edges: generation.coreEdges, prepared)
        let core = try CoreProgram(request, prepared)
        let answer = try session.solve(core, from: generation.memory.basis(of: core))
        session.say("least violation, \(core.edges.count) columns: \(answer.words)")
        guard let point = answer.values else { return withEachAlone(report(on: [], isLeast: false)) }
        let violation = point[core.edges.count...].reduce(0, +)
        let isLeast =
            answer.status == .optimal
            && (Double(violation) <= (least - Self.tolerance).rounded(.up)
                || core.edges.count + prepared.problem.locked.count == prepared.graph.edgeCount)
        return withEachAlone(report(on: core.chosen(point), isLeast: isLeast))
    }

    /// Adds what each broken limit could come to on its own.
    private func withEachAlone(_ report: Infeasibility) -> Infeasibility {
        let limits = report.limits.map { limit in
            Infeasibility.BrokenLimit(
                index: limit.index, name: limit.name, bound: limit.bound, attained: limit.attained,
                attainableAlone: attainableAlone(limit))
        }
        return Infeasibility(limits: limits, vertices: report.vertices, isLeast: report.isLeast)
    }

    /// The greatest sum of a limit that falls short, or the least of one that is surpassed, as capacities, locks
    /// and vertices that must be filled allow.
    private func attainableAlone(_ broken: Infeasibility.BrokenLimit) -> Int? {
        let limit = prepared.problem.limits[broken.index]
        let sign = broken.attained < broken.bound ? 1 : -1
        var values = [Int128](repeating: 0, count: prepared.graph.edgeCount)
        for term in limit.terms where !prepared.isLocked[term.edge] {
            values[term.edge] = Int128(sign * term.coefficient)
        }
        guard let best = FillingMatching(values, prepared)?.matching.edges else { return nil }
        return prepared.limitSums(of: best + prepared.problem.locked)[broken.index]
    }

    /// What a choice breaks.
    func report(on edges: [Int], isLeast: Bool) -> Infeasibility {
        let graph = prepared.graph
        let all = edges + prepared.problem.locked
        let sums = prepared.limitSums(of: all)
        var broken: [Infeasibility.BrokenLimit] = []
        for (index, limit) in prepared.problem.limits.enumerated() {
            let isShort = limit.lower.map { sums[index] < $0 } ?? false
            let isOver = limit.upper.map { sums[index] > $0 } ?? false
            guard let bound = isShort ? limit.lower : isOver ? limit.upper : nil else { continue }
            broken.append(.init(index: index, name: limit.name, bound: bound, attained: sums[index]))
        }
        func shortVertices(
            _ side: VertexSide, _ vertices: [Int], _ capacities: [Int], _ end: (Int) -> Int
        ) -> [Infeasibility.ShortVertex] {
            var used = [Int](repeating: 0, count: capacities.count)
            for edge in all { used[end(edge)] += 1 }
            return vertices.filter { used[$0] < capacities[$0] }.map {
                .init(side: side, vertex: $0, capacity: capacities[$0], filled: used[$0])
            }
        }
        let problem = prepared.problem
        return Infeasibility(
            limits: broken,
            vertices: shortVertices(.left, problem.mustFillLeft, problem.leftCapacities, graph.left)
                + shortVertices(.right, problem.mustFillRight, problem.rightCapacities, graph.right),
            isLeast: isLeast)
    }
}
