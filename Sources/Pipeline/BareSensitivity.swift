import Assignment
import Intake
import Records

/// What `solve` says of every edge and vertex after the optimum, as CSV files; docs/solve.md sets them out.
struct BareSensitivity {
    let solution: MatchSolution
    let instance: BareInstance

    /// One row for every edge, by left and then by right id.
    var edgeTable: [UInt8] {
        let sensitivity = Sensitivity(of: solution, instance.problem)
        let edges = instance.edges
        var isChosen = [Bool](repeating: false, count: edges.weight.count)
        for edge in solution.edges { isChosen[edge] = true }
        var bytes: [UInt8] = []
        add(["left", "right", "weight", "chosen", "optima", "loss"] + goalColumns("loss"), to: &bytes)
        for edge in edges.weight.indices {
            let ends = [
                edges.leftIDs[Int(edges.left[edge])].text, edges.rightIDs[Int(edges.right[edge])].text,
            ]
            let facts = [
                String(edges.weight[edge]), isChosen[edge] ? "yes" : "no",
                sensitivity.presence(ofEdge: edge).rawValue,
            ]
            add(ends + facts + cells(sensitivity.change(ofEdge: edge), sign: -1), to: &bytes)
        }
        return bytes
    }

    /// One row for every left vertex by id, then for every right one.
    var placeTable: [UInt8] {
        let values = MarginalValues(of: solution, instance.problem)
        let problem = instance.problem
        var used = [VertexSide.left: problem.leftCapacities.map { _ in 0 }]
        used[.right] = problem.rightCapacities.map { _ in 0 }
        for edge in solution.edges {
            used[.left]?[problem.graph.left(of: edge)] += 1
            used[.right]?[problem.graph.right(of: edge)] += 1
        }
        var bytes: [UInt8] = []
        add(
            ["side", "id", "places", "used", "place"] + goalColumns("place") + ["copy"] + goalColumns("copy"),
            to: &bytes)
        for (side, capacities) in [
            (VertexSide.left, problem.leftCapacities), (.right, problem.rightCapacities),
        ] {
            for (vertex, capacity) in capacities.enumerated() {
                let facts = [
                    side.rawValue, instance.id(side, vertex).text, String(capacity),
                    String(used[side]?[vertex] ?? 0),
                ]
                add(
                    facts + cells(values.place(side, vertex), sign: 1)
                        + cells(values.copy(side, vertex), sign: 1), to: &bytes)
            }
        }
        return bytes
    }

    private func goalColumns(_ prefix: String) -> [String] {
        instance.objective.goals.map { "\(prefix)_\($0.rawValue)" }
    }

    /// How certain a change is, and a number for every goal, empty where nothing is said of it.
    ///
    /// A loss is a change with its sign turned round: what is at most so much better is a loss of at least that.
    private func cells(_ change: Change, sign: Int) -> [String] {
        let (word, amounts) =
            switch change {
            case .exactly(let amounts): ("exact", amounts)
            case .atMost(let amounts): (sign < 0 ? "at-least" : "at-most", amounts)
            case .impossible: ("impossible", [])
            }
        let numbers = amounts.map { String(sign * $0) }
        return [word] + numbers
            + Array(repeating: "", count: instance.objective.goals.count - numbers.count)
    }

    private func add(_ row: [String], to bytes: inout [UInt8]) {
        CSVQuoting.append(row: row, lineEnd: [0x0A], to: &bytes)
    }
}
