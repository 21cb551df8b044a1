import Assignment
import Compatibility
import Programmes
import Records

/// Names a spare volunteer for every chosen errand where one is free: on the day itself 5 to 10 errands of 100 lose
/// their volunteer.
///
/// A spare is a candidate of the errand whose own errands of the day leave time for it and whose limits have room for
/// it; nobody is the spare of two errands on one day. As many errands as possible get one, then the best fits.
struct SpareVolunteers {
    let reading: CohortReading
    let conflicts: ErrandConflicts
    let schedule: ErrandSchedule
    let edges: Candidates.EdgeList
    let rows: [LimitRow]
    /// Places of each volunteer in the whole run.
    let places: [Int]
    let solver: any AssignmentSolver

    /// The spare's edge by chosen edge.
    ///
    /// - Throws: `PipelineError` where the solver fails.
    func spares(of chosen: [Int]) throws(PipelineError) -> [Int: Int] {
        let load = Load(rows, chosen: Set(chosen))
        var used = Array(repeating: 0, count: places.count)
        for edge in chosen { used[edges[edge].volunteer] += 1 }
        var edgeOf: [Int: Int] = [:]
        for edge in chosen { edgeOf[edges[edge].resident] = edge }
        var days: [ErrandSchedule.DayKey: Int] = [:]
        var options: [(left: Int, right: Int, edge: Int)] = []
        for (number, edge) in edges.enumerated() {
            guard let own = edgeOf[edge.resident], edges[own].volunteer != edge.volunteer,
                used[edge.volunteer] < places[edge.volunteer], load.hasRoom(for: number),
                let key = key(of: edge), isFree(key, edge.resident)
            else { continue }
            let right = days[key, default: days.count]
            days[key] = right
            options.append((edge.resident, right, number))
        }
        // A graph numbers its edges by (left, right).
        options.sort { ($0.left, $0.right) < ($1.left, $1.right) }
        return try match(options, rightCount: days.count, edgeOf)
    }

    private func key(of edge: Candidates.Edge) -> ErrandSchedule.DayKey? {
        conflicts.errands[edge.resident].map { .init(volunteer: edge.volunteer, date: $0.date) }
    }

    /// Whether the volunteer's own errands of the day leave time for one more.
    private func isFree(_ key: ErrandSchedule.DayKey, _ errand: Int) -> Bool {
        let day = schedule.days[key] ?? []
        guard !day.isEmpty else { return true }
        let taken = conflicts.taken(key.volunteer, key.date)
        let errands = (day + [errand]).compactMap { conflicts.errands[$0] }
        let free = conflicts.free[key.volunteer][key.date.weekday.rawValue]
        return errands.count + taken.count <= conflicts.spec.mostPerDay
            && DayPlan(errands, around: taken, free: free, travel: conflicts.spec.travel) != nil
    }

    private func match(
        _ options: [(left: Int, right: Int, edge: Int)], rightCount: Int, _ edgeOf: [Int: Int]
    ) throws(PipelineError) -> [Int: Int] {
        guard !options.isEmpty else { return [:] }
        do {
            let graph = try BipartiteGraph(
                leftCount: reading.cohort.residents.count, rightCount: rightCount,
                edges: options.map { ($0.left, $0.right) })
            let problem = try AssignmentProblem(
                graph: graph, leftCapacities: Array(repeating: 1, count: graph.leftCount),
                rightCapacities: Array(repeating: 1, count: rightCount),
                goals: [
                    Goal(name: "spares", weights: Array(repeating: 1, count: options.count)),
                    Goal(name: "best-fit", weights: options.map { edges[$0.edge].fit }),
                ])
            let outcome = solver.solve(problem)
            guard let solution = outcome.solution else {
                throw PipelineError.solverStopped(outcome.termination, words: outcome.words)
            }
            return Dictionary(
                uniqueKeysWithValues: solution.edges.compactMap { number in
                    edgeOf[options[number].left].map { ($0, options[number].edge) }
                })
        } catch let error as AssignmentProblemError {
            throw .problem(error)
        } catch let error as PipelineError {
            throw error
        } catch {
            throw .checkFailed(["\(error)"])
        }
    }

    /// How much of every upper limit the chosen pairs use.
    private struct Load {
        private var room: [Int] = []
        /// Rows of an edge with its coefficient.
        private var rowsOfEdge: [Int: [(row: Int, coefficient: Int)]] = [:]

        init(_ rows: [LimitRow], chosen: Set<Int>) {
            for row in rows {
                guard let most = row.limit.upper else { continue }
                for term in row.limit.terms {
                    rowsOfEdge[term.edge, default: []].append((room.count, term.coefficient))
                }
                room.append(most - row.sum(of: chosen))
            }
        }

        func hasRoom(for edge: Int) -> Bool {
            (rowsOfEdge[edge] ?? []).allSatisfy { $0.coefficient <= room[$0.row] }
        }
    }
}
