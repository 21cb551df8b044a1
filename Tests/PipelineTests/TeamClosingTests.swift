import Pipeline
import Records
import Reporting
import TestKit
import Testing

@Suite("Teams that have all their people or nobody, against every possible choice")
struct TeamClosingTests {
    private func run(_ seed: UInt64, onBothSides: Bool) -> TinyRun {
        var random = SplitMix64(seed: seed)
        let letters = ["a", "b", "a、b", "c", "b、c"]
        func letter() -> String { letters[random.number(in: 0...4)] }
        let volunteers = (1...random.number(in: 2...4)).map { number in
            TinyRun.Volunteer(
                id: "V\(number)", meets: letter(), level: random.number(in: 0...4),
                places: random.number(in: 1...2))
        }
        let residents = (1...random.number(in: 2...4)).map { number in
            TinyRun.Resident(
                id: "R\(number)", meets: letter(), level: random.number(in: 0...4),
                least: random.number(in: 1...3))
        }
        let team = { (field: String) in "{at-least: \(field), at-most: \(field), or-none: yes}" }
        return TinyRun(
            volunteers: volunteers, residents: residents,
            capacity: "{volunteer: \(onBothSides ? team("places") : "places"), resident: \(team("least"))}")
    }

    /// Every choice in which each person has all their partners or none, by who is served.
    private func choices(_ run: TinyRun, onBothSides: Bool) -> [(
        served: Set<String>, pairs: Int, points: Int
    )] {
        var edges: [(volunteer: Int, resident: Int, points: Int)] = []
        for (v, volunteer) in run.volunteers.enumerated() {
            for (r, resident) in run.residents.enumerated()
            where volunteer.meets.contains(where: { $0 != "、" && resident.meets.contains($0) }) {
                edges.append((v, r, max(0, 100 - 25 * abs(volunteer.level - resident.level))))
            }
        }
        return (0..<(1 << edges.count)).compactMap { choice in
            var volunteers = run.volunteers.map { _ in 0 }
            var residents = run.residents.map { _ in 0 }
            var points = 0
            for (index, edge) in edges.enumerated() where choice >> index & 1 == 1 {
                volunteers[edge.volunteer] += 1
                residents[edge.resident] += 1
                points += edge.points
            }
            let isKept =
                zip(residents, run.residents).allSatisfy { $0 == 0 || $0 == $1.least }
                && zip(volunteers, run.volunteers).allSatisfy {
                    onBothSides ? $0 == 0 || $0 == $1.places : $0 <= $1.places
                }
            guard isKept else { return nil }
            var served = Set(residents.indices.filter { residents[$0] > 0 }.map { run.residents[$0].id })
            if onBothSides {
                served.formUnion(
                    volunteers.indices.filter { volunteers[$0] > 0 }.map { run.volunteers[$0].id })
            }
            return (served, residents.reduce(0, +), points)
        }
    }

    @Test(
        "as few as possible go without, and the pairs are the best for those who are served",
        arguments: [false, true])
    func fewest(onBothSides: Bool) throws {
        for seed in UInt64(0)..<60 {
            let run = run(seed, onBothSides: onBothSides)
            let report = try run.report()
            var served = Set(report.pairs.map(\.resident.text))
            if onBothSides { served.formUnion(report.pairs.map(\.volunteer.text)) }
            let all = choices(run, onBothSides: onBothSides)
            let most = all.map(\.served.count).max()
            #expect(served.count == most, "seed \(seed): \(report.pairText)")
            let best = all.filter { $0.served == served }.map { ($0.pairs, $0.points) }.max { $0 < $1 }
            #expect(best?.0 == report.pairs.count, "seed \(seed): \(report.pairText)")
            #expect(best?.1 == report.certificate.goals.last?.value, "seed \(seed): \(report.pairText)")
        }
    }
}
