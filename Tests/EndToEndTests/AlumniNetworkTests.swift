import Foundation
import Testing

/// Every proposed pair of made-up cohorts of `alumni-network`, checked from the tables alone.
@Suite struct AlumniNetworkTests {
    @Test(
        "consent, a common language, places on both sides, fits and the list to refresh, recomputed",
        arguments: SampleRun.seeds)
    func pairs(seed: Int) throws {
        let run = try SampleRun("alumni-network", residents: 40, volunteers: 50, seed: seed)
        try run.checkLists()
        let graduates = run.volunteers.rows
        let applicants = run.residents.rows
        let graduateLanguages = graduates.map { run.volunteers.languages($0["話せる言語"]) }
        let applicantLanguages = applicants.map { run.residents.languages($0["話せる言語"]) }
        func isAllowed(_ graduate: Int, _ applicant: Int) -> Bool {
            let (mine, theirs) = (graduates[graduate], applicants[applicant])
            let numbers = [mine["会員番号"] ?? "", theirs["会員番号"] ?? ""]
            return SampleTables.isYes(mine["紹介への同意"]) && SampleTables.isYes(theirs["紹介への同意"])
                && (numbers[0].isEmpty || numbers[0] != numbers[1])
                && graduateLanguages[graduate].contains { language, level in
                    level >= 2 && applicantLanguages[applicant][language] ?? -1 >= 2
                }
        }
        let places = graduates.map { SampleTables.number($0["話せる人数"]) ?? 1 }
        let wanted = applicants.map { SampleTables.number($0["希望する人数"]) ?? 1 }
        var counts = ([Int: Int](), [Int: Int]())
        for pair in try run.pairs() {
            #expect(isAllowed(pair.volunteer, pair.resident), "\(pair.match)")
            counts.0[pair.volunteer, default: 0] += 1
            counts.1[pair.resident, default: 0] += 1
            checkPoints(run, pair)
        }
        #expect(counts.0.allSatisfy { $0.value <= places[$0.key] })
        #expect(counts.1.allSatisfy { $0.value <= wanted[$0.key] })

        let spoilt = (run.quarantined("volunteers.csv"), run.quarantined("residents.csv"))
        let edges = applicants.indices.map { applicant in
            graduates.indices.filter {
                !spoilt.0.contains($0) && !spoilt.1.contains(applicant) && isAllowed($0, applicant)
            }
        }
        #expect(
            run.matches.count == SampleRun.mostPairs(edges, places: wanted, volunteerPlaces: places))
        try checkRefresh(run, spoilt)
    }

    private func checkPoints(
        _ run: SampleRun, _ pair: (volunteer: Int, resident: Int, match: [String: String])
    ) {
        let (graduate, applicant) = (run.volunteers.rows[pair.volunteer], run.residents.rows[pair.resident])
        func points(_ name: String) -> Int? { Int(pair.match["points: \(name)"] ?? "") }
        let towns = (
            run.volunteers.words(graduate["留学した町"], of: "towns"),
            run.residents.words(applicant["留学先の町"], of: "towns")
        )
        if let mine = towns.0, let theirs = towns.1 {
            #expect(points("host town") == (mine.isDisjoint(with: theirs) ? 0 : 300))
        } else {
            #expect(points("host town") == 150, "a missing answer is neither good nor bad")
        }
        let topics = (
            run.volunteers.words(graduate["話せること"], of: "topics"),
            run.residents.words(applicant["相談したいこと"], of: "topics")
        )
        if let mine = topics.0, let theirs = topics.1 {
            let covered = mine.intersection(theirs).count
            #expect(points("topics") == SampleRun.points(covered, of: theirs.count, weight: 3))
        } else {
            #expect(points("topics") == 150)
        }
        guard let date = SampleTables.date(graduate["最終更新日"]),
            let age = SampleTables.days(from: date, to: SampleRun.asOf)
        else {
            #expect(points("freshness") == 100)
            return
        }
        // Three and 24 months before 1 November 2026 are 92 and 730 days before it.
        #expect(points("freshness") == SampleRun.points(730 - max(92, age), of: 730 - 92, weight: 2))
    }

    /// Everybody whose profile is older than a year or has no date, and nobody else.
    private func checkRefresh(_ run: SampleRun, _ spoilt: (Set<Int>, Set<Int>)) throws {
        func old(_ table: SampleTables, _ spoilt: Set<Int>) -> Set<Int> {
            Set(
                table.rows.indices.filter { row in
                    if spoilt.contains(row) { return false }
                    guard let date = SampleTables.date(table.rows[row]["最終更新日"]) else { return true }
                    return (SampleTables.days(from: date, to: SampleRun.asOf) ?? 0) > 365
                })
        }
        let list = try run.list("refresh.csv")
        func listed(_ side: String) -> Set<Int> {
            Set(
                list.filter { $0["side"] == side }.compactMap { $0["row"].flatMap { Int($0) } }.map { $0 - 2 }
            )
        }
        #expect(listed("graduate") == old(run.volunteers, spoilt.0))
        #expect(listed("applicant") == old(run.residents, spoilt.1))
        #expect(!list.isEmpty && list[0]["profile updated"] == "", "who gave no date comes first")
    }
}
