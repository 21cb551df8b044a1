import Assignment
import GLPKSolver
import Pipeline
import Records
import Reporting
import TestSupport
import Testing

/// What free time does to somebody's chance, over whole runs.
@Suite struct ChanceTests {
    private static let programme = """
        programme: chances
        kind: pairs
        name: {ja: 小, en: Chances}
        people:
          volunteer: {label: {ja: ボランティア, en: volunteer}, id: [volunteer_id]}
          resident: {label: {ja: 住民, en: resident}, id: [resident_id]}
        fields:
          free: {kind: weekly, volunteer: [free], resident: [free]}
          age: {kind: number, volunteer: [age], resident: [age]}
        rules:
          - overlaps: free
            hours: 1
        criteria:
          free: {measure: overlap, field: free, full-at: 4 hours, zero-at: 0 hours, weight: 2}
          age: {measure: gap, field: age, full-at: 0, zero-at: 20, weight: 1}
        goals: [most-pairs, best-fit]
        """

    private static let hours = [
        "月 9:00-11:00", "火 9:00-11:00", "水 9:00-10:00", "木 13:00-16:00", "金 18:00-19:00",
    ]

    private func report(_ volunteers: [String], _ residents: [String]) throws -> MatchReport {
        let folder = try TemporaryFolder()
        func table(_ id: String, _ rows: [String]) -> String {
            ([id + ",free,age"] + rows).joined(separator: "\n") + "\n"
        }
        let files = InputFiles(
            programme: try folder.write(Self.programme, to: "p.yaml"),
            volunteers: try folder.write(table("volunteer_id", volunteers), to: "v.csv"),
            residents: try folder.write(table("resident_id", residents), to: "r.csv"))
        return try MatchRun(
            files: files, asOf: try #require(CivilDate(iso: "2026-11-01")), language: .en,
            solver: CertifiedAssignmentSolver(programSolver: GLPKProgramSolver()), solverName: "GLPK",
            version: "0"
        ).result().report
    }

    @Test(
        "narrower free time never raises a person's chance: who is matched with it is matched with wider time, or at a tie"
    )
    func narrower() throws {
        var state: UInt64 = 7
        func below(_ bound: UInt64) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % bound)
        }
        func person(_ id: String) -> String {
            let free = Self.hours.filter { _ in below(3) == 0 }
            return "\(id),\((free.isEmpty ? [Self.hours[0]] : free).joined(separator: "、")),\(20 + below(30))"
        }
        var lost = 0
        for seed in 0..<60 {
            let volunteers = (0..<3).map { person("V\($0)") }
            let others = (1..<5).map { person("R\($0)") }
            let age = 20 + below(30)
            let wide = Self.hours.indices.filter { _ in below(2) == 0 || below(3) == 0 }
            guard wide.count > 1 else { continue }
            let narrow = wide.filter { $0 != wide[below(UInt64(wide.count))] }
            let reports = try [wide, narrow].map { hours in
                try report(
                    volunteers, others + ["R0,\(hours.map { Self.hours[$0] }.joined(separator: "、")),\(age)"])
            }
            let isMatched = reports.map { $0.pairs.contains { $0.resident.text == "R0" } }
            let goals = reports.map { $0.certificate.goals.map(\.value) }
            #expect(!goals[0].lexicographicallyPrecedes(goals[1]), "more time never lowers what is reached")
            if isMatched[1], !isMatched[0] { #expect(goals[0] == goals[1], "seed \(seed)") }
            if isMatched[0], !isMatched[1] { lost += 1 }
        }
        #expect(lost > 0, "narrower time must cost somebody the chance")
    }
}
