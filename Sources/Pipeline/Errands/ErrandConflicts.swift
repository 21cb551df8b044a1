import Assignment
import Compatibility
import Records

/// What keeps a volunteer from being in two places at once, as limits over candidate pairs.
///
/// For every volunteer and day: of errands of which no two can be planned together at most one, and at most so many in
/// all as the programme allows. As no more than two are allowed, keeping each two apart that cannot be planned together
/// is enough.
struct ErrandConflicts {
    let spec: ErrandSpec
    let errands: [Errand?]
    /// Free time of every volunteer by day of the week.
    let free: [[[ClockWindow]]]
    /// What every volunteer has taken on before this run.
    let taken: (_ volunteer: Int, _ date: CivilDate) -> [Errand]

    init(_ spec: ErrandSpec, in cohort: Cohort, taken: TakenTimes = TakenTimes()) {
        self.spec = spec
        let ids = cohort.volunteers.ids
        self.taken = { taken.of(ids[$0], on: $1) }
        errands = spec.errands(in: cohort)
        free = FreeForRule.freeTimes(spec.freeTime, in: cohort)
    }

    /// The limits, by volunteer and day.
    ///
    /// - Complexity: O(Σ n² + cliques · n) over the volunteers' days, n their candidate errands of the day.
    func limits(_ edges: Candidates.EdgeList) -> [Limit] {
        var byVolunteer: [[Int]] = Array(repeating: [], count: free.count)
        for (number, edge) in edges.enumerated() { byVolunteer[edge.volunteer].append(number) }
        let travel = TravelTimes(errands, spec.travel)
        var limits: [Limit] = []
        for (volunteer, numbers) in byVolunteer.enumerated() {
            let days = Dictionary(grouping: numbers) { errands[edges[$0].resident]?.date ?? .distantPast }
            for (date, day) in days.sorted(by: { $0.key < $1.key }) where day.count > 1 {
                limits += self.limits(
                    ofDay: day.map { ($0, edges[$0].resident) }, free[volunteer][date.weekday.rawValue],
                    atMost: spec.mostPerDay - taken(volunteer, date).count, travel)
            }
        }
        return limits
    }

    private func limits(
        ofDay day: [(edge: Int, errand: Int)], _ free: [ClockWindow], atMost most: Int, _ travel: TravelTimes
    ) -> [Limit] {
        func limit(_ members: [Int], atMost: Int) -> Limit {
            Limit(name: "errand-day", terms: members.map { Limit.Term(edge: day[$0].edge) }, atMost: atMost)
        }
        let all = Array(day.indices)
        // Beside an errand taken on before there is room for one more at most, and the rule has found that it fits.
        if most <= 1 { return [limit(all, atMost: max(0, most))] }
        var conflicts: [[Bool]] = all.map { _ in Array(repeating: false, count: day.count) }
        for first in all {
            for second in all where first < second {
                let (a, b) = (day[first].errand, day[second].errand)
                guard let one = errands[a], let other = errands[b] else { continue }
                let way = travel.minutes(a, b)
                let fits = Self.follows(one, other, way, free) || Self.follows(other, one, way, free)
                conflicts[first][second] = !fits
                conflicts[second][first] = !fits
            }
        }
        let cliques = CliqueCover.cliques(conflicts)
        if cliques.contains(where: { $0.count == day.count }) { return [limit(all, atMost: 1)] }
        return cliques.map { limit($0, atMost: 1) }
            + (day.count > most ? [limit(all, atMost: most)] : [])
    }

    /// Whether one errand can be planned after another, with so many minutes between them.
    private static func follows(_ first: Errand, _ second: Errand, _ way: Int, _ free: [ClockWindow]) -> Bool
    {
        guard let start = DayPlan.start(of: first, from: 0, free) else { return false }
        return DayPlan.start(of: second, from: start + first.minutes + way, free) != nil
    }
}

/// Minutes between the errands of one day, worked out once for all volunteers.
private struct TravelTimes {
    /// Position of each errand among those of its day, and the day's table.
    private var positions: [Int]
    private var tables: [CivilDate: [[Int]]] = [:]
    private let dates: [CivilDate?]

    init(_ errands: [Errand?], _ travel: Travel) {
        dates = errands.map { $0?.date }
        positions = Array(repeating: 0, count: errands.count)
        let days = Dictionary(grouping: errands.indices.filter { errands[$0] != nil }) {
            errands[$0]?.date ?? .distantPast
        }
        for (date, members) in days {
            for (position, errand) in members.enumerated() { positions[errand] = position }
            let places = members.compactMap { errands[$0] }
            tables[date] = places.map { a in places.map { travel.minutes(from: a, to: $0) } }
        }
    }

    func minutes(_ first: Int, _ second: Int) -> Int {
        guard let date = dates[first], let table = tables[date] else { return 0 }
        return table[positions[first]][positions[second]]
    }
}

/// Covers the edges of a small graph with cliques.
package enum CliqueCover {
    /// Cliques that hold every edge at least once; each grows greedily from the first edge that is not covered yet.
    ///
    /// - Parameter adjacent: A symmetric matrix without loops.
    /// - Returns: Each clique in ascending order.
    /// - Complexity: O(cliques · n²).
    package static func cliques(_ adjacent: [[Bool]]) -> [[Int]] {
        var isCovered = adjacent.map { $0.map { !$0 } }
        var cliques: [[Int]] = []
        for first in adjacent.indices {
            for second in adjacent.indices where first < second && !isCovered[first][second] {
                var clique = [first, second]
                for vertex in adjacent.indices
                where !clique.contains(vertex) && clique.allSatisfy({ adjacent[vertex][$0] }) {
                    clique.append(vertex)
                }
                for a in clique { for b in clique where a != b { isCovered[a][b] = true } }
                cliques.append(clique.sorted())
            }
        }
        return cliques
    }
}

extension CivilDate {
    /// Before every day of an export.
    fileprivate static let distantPast = CivilDate(dayNumber: .min)
}
