import Assignment
import Intake
import Records

/// A bare problem and an answer in which vertices are called L1, L2, … and R1, R2, … and limits by their
/// numbers.
///
/// Numbers have leading zeros, so that the order of the names, and with it the numbers of the edges, stays. A
/// vertex without edges is left out, as a graph file does.
struct NumberedInstance {
    let instance: BareInstance
    let solution: MatchSolution

    /// `nil` when the problem cannot be stated as files.
    init?(_ original: BareInstance, _ solution: MatchSolution) {
        let problem = original.problem
        let limits = problem.limits.enumerated().map { index, limit in
            let name = "limit" + NumberedInstance.padded(index + 1, problem.limits.count)
            return Limit(name: name, terms: limit.terms, atLeast: limit.lower, atMost: limit.upper)
        }
        self.init(
            problem.graph, weights: original.edges.weight, left: problem.leftCapacities,
            right: problem.rightCapacities, limits: limits, objective: original.objective, solution)
    }

    /// A problem whose limits have names that may be seen.
    init?(
        _ graph: BipartiteGraph, weights: WeightColumn, left: [Int], right: [Int], limits: [Limit],
        objective: BareObjective, _ solution: MatchSolution
    ) {
        let edges = 0..<graph.edgeCount
        let lefts = Vertices("L", count: graph.leftCount, used: edges.lazy.map(graph.left))
        let rights = Vertices("R", count: graph.rightCount, used: edges.lazy.map(graph.right))
        let list = EdgeList(
            leftIDs: lefts.names, rightIDs: rights.names, left: edges.map { lefts.place[graph.left(of: $0)] },
            right: edges.map { rights.place[graph.right(of: $0)] }, weight: weights)
        let statement = BareStatement(
            edges: list, leftCapacities: lefts.kept(left), rightCapacities: rights.kept(right), limits: limits
        )
        guard let instance = try? BareInstance(statement, objective) else { return nil }
        self.instance = instance
        var solution = solution
        solution.edges.removeAll { !edges.contains($0) }
        for goal in solution.certificate.goals.indices {
            solution.certificate.goals[goal].left = lefts.kept(solution.certificate.goals[goal].left)
            solution.certificate.goals[goal].right = rights.kept(solution.certificate.goals[goal].right)
        }
        self.solution = solution
    }

    /// The files that `solve` and `verify` read.
    var files: [(name: String, bytes: [UInt8])] {
        let edges = instance.edges
        let problem = instance.problem
        func name(_ edge: Int) -> [String] {
            [edges.leftIDs[Int(edges.left[edge])].text, edges.rightIDs[Int(edges.right[edge])].text]
        }
        func pairs(_ numbers: some Sequence<Int>) -> [[String]] {
            [["left", "right", "weight"]] + numbers.map { name($0) + [String(edges.weight[$0])] }
        }
        func places(_ ids: [PersonID], _ capacities: [Int]) -> [[String]] {
            [["id", "capacity"]] + zip(ids, capacities).map { [$0.text, String($1)] }
        }
        var tables = [
            ("graph.csv", pairs(edges.weight.indices)), ("result.csv", pairs(solution.edges)),
            ("left.csv", places(edges.leftIDs, problem.leftCapacities)),
            ("right.csv", places(edges.rightIDs, problem.rightCapacities)),
        ]
        if !problem.limits.isEmpty {
            let bounds = problem.limits.map { limit in
                [limit.name] + [limit.lower, limit.upper].map { $0.map(String.init) ?? "" }
            }
            let terms = problem.limits.flatMap { limit in
                limit.terms.map { [limit.name] + name($0.edge) + [String($0.coefficient)] }
            }
            tables.append(("limits.csv", [["limit", "at_least", "at_most"]] + bounds))
            tables.append(("terms.csv", [["limit", "left", "right", "coefficient"]] + terms))
        }
        let proof = try? BareCertificate(solution, instance).bytes()
        return tables.map { ($0, NumberedInstance.csv($1)) } + [("certificate.json", proof ?? [])]
    }

    private static func csv(_ rows: [[String]]) -> [UInt8] {
        var bytes: [UInt8] = []
        for row in rows { CSVQuoting.append(row: row, lineEnd: [0x0A], to: &bytes) }
        return bytes
    }

    /// `7` as `007` where there are hundreds.
    static func padded(_ number: Int, _ count: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, String(count).count - digits.count)) + digits
    }

    /// The vertices of one side that have edges.
    private struct Vertices {
        let names: [PersonID]
        /// Index among the kept ones; only those are ever asked for.
        let place: [Int32]
        private let isKept: [Bool]

        init(_ letter: String, count: Int, used: some Sequence<Int>) {
            var isKept = [Bool](repeating: false, count: count)
            for vertex in used { isKept[vertex] = true }
            var place = [Int32](repeating: 0, count: count)
            var names: [PersonID] = []
            for vertex in 0..<count where isKept[vertex] {
                place[vertex] = Int32(names.count)
                names.append(PersonID(letter + NumberedInstance.padded(vertex + 1, count)))
            }
            (self.names, self.place, self.isKept) = (names, place, isKept)
        }

        /// The values of the kept vertices; what has another length is nobody's and stays.
        func kept<Value>(_ values: [Value]) -> [Value] {
            guard values.count == isKept.count else { return values }
            return zip(values, isKept).filter(\.1).map(\.0)
        }
    }
}
