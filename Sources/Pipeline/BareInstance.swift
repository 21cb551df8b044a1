import Assignment
import Intake
import Records

/// What the files of a bare problem say.
struct BareStatement {
    let edges: EdgeList
    /// Indexed as `edges.leftIDs`.
    let leftCapacities: [Int]
    /// Indexed as `edges.rightIDs`.
    let rightCapacities: [Int]
    let limits: [Limit]

    /// Reads the files.
    ///
    /// - Throws: `PipelineError.intake`.
    init(_ files: BareFiles) throws(PipelineError) {
        do throws(IntakeError) {
            let graph = try BareStatement.graph(files.graph)
            edges = graph.edges
            leftCapacities = try BareStatement.places(
                of: edges.leftIDs, graph.leftCapacities, file: files.leftCapacities)
            rightCapacities = try BareStatement.places(
                of: edges.rightIDs, graph.rightCapacities, file: files.rightCapacities)
            limits = try BareStatement.limits(files, edges)
        } catch {
            throw .intake(error)
        }
    }

    init(edges: EdgeList, leftCapacities: [Int], rightCapacities: [Int], limits: [Limit]) {
        self.edges = edges
        self.leftCapacities = leftCapacities
        self.rightCapacities = rightCapacities
        self.limits = limits
    }

    private static func graph(_ path: String) throws(IntakeError) -> CapacitatedGraph {
        if let format = DIMACSReader.Format(path: path) { return try DIMACSReader(format).read(path: path) }
        let edges = try EdgeListReader().read(path: path)
        return CapacitatedGraph(
            edges: edges, leftCapacities: Array(repeating: 1, count: edges.leftIDs.count),
            rightCapacities: Array(repeating: 1, count: edges.rightIDs.count))
    }

    /// The places of every vertex: as the graph states them unless the file says otherwise.
    ///
    /// Ids that are not in the graph have nobody to be paired with and are left out.
    private static func places(
        of ids: [PersonID], _ stated: [Int], file: String?
    ) throws(IntakeError) -> [Int] {
        guard let file else { return stated }
        let list = try CapacityListReader().read(path: file)
        let places = Dictionary(zip(list.ids, list.capacities), uniquingKeysWith: { first, _ in first })
        return zip(ids, stated).map { places[$0] ?? $1 }
    }

    private static func limits(_ files: BareFiles, _ edges: EdgeList) throws(IntakeError) -> [Limit] {
        guard let limits = files.limits, let terms = files.terms else { return [] }
        let bounds = try LimitListReader().read(path: limits)
        let sums = try TermListReader(edges: edges, limits: bounds).read(path: terms)
        return zip(bounds, sums).map { bounds, terms in
            Limit(
                name: bounds.name,
                terms: terms.map { Limit.Term(edge: $0.edge, coefficient: $0.coefficient) },
                atLeast: bounds.atLeast, atMost: bounds.atMost)
        }
    }
}

/// A bare problem: what the files say, what is asked for, and both as the optimiser takes it.
struct BareInstance {
    let edges: EdgeList
    let objective: BareObjective
    let problem: AssignmentProblem

    /// Builds the problem.
    ///
    /// - Throws: `PipelineError.problem`.
    init(_ statement: BareStatement, _ objective: BareObjective) throws(PipelineError) {
        edges = statement.edges
        self.objective = objective
        problem = try BareInstance.problem(statement, objective)
    }

    /// The id of a vertex.
    func id(_ side: VertexSide, _ vertex: Int) -> PersonID {
        side == .left ? edges.leftIDs[vertex] : edges.rightIDs[vertex]
    }

    private static func problem(
        _ statement: BareStatement, _ objective: BareObjective
    ) throws(PipelineError) -> AssignmentProblem {
        let edges = statement.edges
        let weights = edges.weight.narrow.map(EdgeWeights.init) ?? EdgeWeights(Array(edges.weight))
        let goals = objective.goals.map { goal in
            Goal(
                name: goal.rawValue,
                weights: goal == .mostPairs ? .constant(1, count: weights.count) : weights,
                sense: goal == .leastCost ? .minimise : .maximise)
        }
        do {
            let graph = try BipartiteGraph(
                leftCount: statement.leftCapacities.count, rightCount: statement.rightCapacities.count,
                sortedLeft: edges.left, right: edges.right)
            return try AssignmentProblem(
                graph: graph, leftCapacities: statement.leftCapacities,
                rightCapacities: statement.rightCapacities, goals: goals,
                limits: statement.limits,
                mustFillLeft: objective.cover?.isLeft == true ? Array(statement.leftCapacities.indices) : [],
                mustFillRight: objective.cover?.isRight == true
                    ? Array(statement.rightCapacities.indices) : [])
        } catch let error as AssignmentProblemError {
            throw .problem(error)
        } catch {
            throw .checkFailed(["\(error)"])
        }
    }
}
