package import Assignment
import Intake
package import Records

/// One execution of `solve`: a weighted bipartite problem without people.
package struct BareProblem {
    /// What to optimise.
    package enum Objective: String, Sendable, CaseIterable {
        /// Maximum cardinality, then maximum weight.
        case mostPairsBestFit = "most-pairs,best-fit"
        /// Maximum weight; vertices may stay free.
        case bestFit = "best-fit"
        /// Minimum weight with every left vertex at its capacity.
        case leastCostPerfect = "least-cost-perfect"
    }

    package let graph: String
    package let leftCapacities: String?
    package let rightCapacities: String?
    package let objective: Objective
    package let solver: any AssignmentSolver

    package init(
        graph: String, leftCapacities: String?, rightCapacities: String?, objective: Objective,
        solver: any AssignmentSolver
    ) {
        self.graph = graph
        self.leftCapacities = leftCapacities
        self.rightCapacities = rightCapacities
        self.objective = objective
        self.solver = solver
    }

    /// Reads, solves, checks and, where asked for, writes the chosen pairs.
    ///
    /// - Throws: `PipelineError`; `infeasible` where no perfect assignment exists.
    package func solve(
        writingTo path: String?, replacing: Bool, progress: (Bilingual) -> Void = { _ in }
    ) throws(PipelineError) -> BareResult {
        var clock = Stopwatch()
        progress(Bilingual(ja: "グラフを読んでいます", en: "reading the graph"))
        let edges: EdgeList
        let left: [Int]
        let right: [Int]
        do {
            edges = try EdgeListReader().read(path: graph)
            left = try BareProblem.places(of: edges.leftIDs, file: leftCapacities)
            right = try BareProblem.places(of: edges.rightIDs, file: rightCapacities)
        } catch {
            throw .intake(error)
        }
        clock.lap("read")
        let problem = try problem(edges, left, right)
        clock.lap("build")
        progress(Bilingual(ja: "解いています", en: "solving"))
        let outcome = solver.solve(problem)
        guard let solution = outcome.solution else {
            if outcome.termination == .infeasible {
                let short = (outcome.infeasibility?.vertices ?? []).filter { $0.side == .left }
                if short.isEmpty { throw .infeasible(outcome.infeasibility) }
                throw .notPerfect(unfilled: short.map { edges.leftIDs[$0.vertex] }, of: left.count)
            }
            throw .solverStopped(outcome.termination, words: outcome.words)
        }
        clock.lap("solve")
        let findings = verify(solution, problem)
        guard findings.isEmpty else { throw .checkFailed(findings.map { "\($0)" }) }
        clock.lap("check")
        let result = BareResult(edges: edges, outcome: outcome, solution: solution)
        if let path {
            do { try AtomicFile.write(result.csv, to: path, replacing: replacing) } catch {
                throw .runFolder(error)
            }
        }
        clock.lap("write")
        return result.timed(clock.timings(outcome.statistics))
    }

    private func problem(_ edges: EdgeList, _ left: [Int], _ right: [Int]) throws(PipelineError)
        -> AssignmentProblem
    {
        let ones = Array(repeating: 1, count: edges.weight.count)
        let weight = edges.weight
        let goals: [Goal] =
            switch objective {
            case .mostPairsBestFit:
                [Goal(name: "most-pairs", weights: ones), Goal(name: "best-fit", weights: weight)]
            case .bestFit: [Goal(name: "best-fit", weights: weight)]
            case .leastCostPerfect: [Goal(name: "least-cost", weights: weight, sense: .minimise)]
            }
        do {
            let graph = try BipartiteGraph(
                leftCount: left.count, rightCount: right.count,
                edges: zip(edges.left, edges.right).map { (left: Int($0), right: Int($1)) })
            return try AssignmentProblem(
                graph: graph, leftCapacities: left, rightCapacities: right, goals: goals,
                mustFillLeft: objective == .leastCostPerfect ? Array(left.indices) : [])
        } catch let error as AssignmentProblemError {
            throw .problem(error)
        } catch {
            throw .checkFailed(["\(error)"])
        }
    }

    /// The places of every vertex: 1 unless the file says otherwise.
    ///
    /// Ids that are not in the graph have nobody to be paired with and are left out.
    private static func places(of ids: [PersonID], file: String?) throws(IntakeError) -> [Int] {
        guard let file else { return Array(repeating: 1, count: ids.count) }
        let list = try CapacityListReader().read(path: file)
        let places = Dictionary(zip(list.ids, list.capacities), uniquingKeysWith: { first, _ in first })
        return ids.map { places[$0] ?? 1 }
    }
}
