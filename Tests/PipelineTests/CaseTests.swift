import Assignment
import Foundation
import GLPKSolver
import Pipeline
import Programmes
import Records
import Reporting
import TestSupport
import Testing

/// Teams, households, warnings and profiles to refresh, over whole runs of a few people.
@Suite struct CaseTests {
    private static let programme = """
        programme: cases
        kind: pairs
        name: {ja: 小, en: Cases}
        duration: 6 months
        people:
          volunteer: {label: {ja: ボランティア, en: volunteer}, id: [volunteer_id]}
          resident: {label: {ja: 住民, en: resident}, id: [resident_id], household: household}
        vocabularies:
          letters: open
        fields:
          meets: {kind: tags, vocabulary: letters, volunteer: [meets], resident: [meets]}
          checked: {kind: flag, label: {ja: 本人確認, en: identity check}, resident: [checked]}
          since: {kind: date, label: {ja: 来日日, en: in Japan since}, resident: [since]}
          applied: {kind: date, resident: [applied]}
          updated: {kind: date, label: {ja: 更新日, en: profile updated}, volunteer: [updated]}
          age: {kind: number, label: {ja: 年齢, en: age}, volunteer: [age], resident: [age]}
          household: {kind: text, resident: [household]}
          team: {kind: number, resident: [team]}
        rules:
          - gate: checked
          - gate: since
            years-under: 10
            warn: yes
          - gap: age
            at-most: 15
            unknown: passes
            warn: yes
          - shares: meets
        criteria:
          age: {measure: gap, field: age, full-at: 0, zero-at: 40, weight: 1}
        limits:
          capacity: {volunteer: 1, resident: {at-least: team, at-most: team}}
        goals: [most-pairs, best-fit]
        waiting-since: applied
        lists: {refresh: {field: updated, older-than: 12 months}}
        """

    /// Rows of `volunteer_id,meets,age,updated` and `resident_id,meets,age,checked,since,applied,household,team`.
    private func run(_ volunteers: [String], _ residents: [String]) throws -> MatchRun.Result {
        let folder = try TemporaryFolder()
        let files = InputFiles(
            programme: try folder.write(Self.programme, to: "p.yaml"),
            volunteers: try folder.write(
                (["volunteer_id,meets,age,updated"] + volunteers).joined(separator: "\n") + "\n",
                to: "v.csv"),
            residents: try folder.write(
                (["resident_id,meets,age,checked,since,applied,household,team"] + residents)
                    .joined(separator: "\n") + "\n", to: "r.csv"))
        return try MatchRun(
            files: files, asOf: try #require(CivilDate(iso: "2026-11-01")), language: .en,
            solver: CertifiedAssignmentSolver(programSolver: GLPKProgramSolver()), solverName: "GLPK",
            version: "0"
        ).result()
    }

    private func list(_ name: String, _ result: MatchRun.Result) throws -> [String] {
        let file = try #require(result.files.first { $0.name == name })
        return String(decoding: file.bytes, as: UTF8.self).replacing("\u{FEFF}", with: "")
            .split(whereSeparator: \.isNewline).map(String.init)
    }

    @Test(
        "a household that needs three volunteers gets three or, where it cannot have three, none; others go on"
    )
    func teams() throws {
        let result = try run(
            ["V1,a,,", "V2,a,,", "V3,a,,", "V4,b,,", "V5,b,,"],
            ["R1,a,,yes,,,,3", "R2,b,,yes,,,,3", "R3,b,,yes,,,,", "R4,b,,yes,,,,1"])
        let report = result.report
        #expect(report.pairs.filter { $0.resident.text == "R1" }.map(\.volunteer.text) == ["V1", "V2", "V3"])
        #expect(report.pairs.count == 5)
        #expect(report.unmatched.map(\.resident.text) == ["R2"])
        #expect(report.unmatched[0].cause == .heldByLimit)
        #expect(report.unmatched[0].reason.en == "2 candidates are fewer than the fewest partners asked for")
        #expect(report.headline.residentsProposed == 3)
        #expect(report.limits.count { $0.isMet } == report.limits.count)
    }

    @Test("two teams that cannot both be had end the run with the household by name")
    func rivals() throws {
        let error = #expect(throws: PipelineError.self) {
            try run(
                ["V1,a,,", "V2,a,,", "V3,a,,", "V4,a,,", "V5,a,,"], ["R1,a,,yes,,,,3", "R2,a,,yes,,,,3"])
        }
        let lines = try #require(error).lines(in: .en).joined(separator: "\n")
        #expect(lines.contains("R1") || lines.contains("R2"), "\(lines)")
    }

    @Test(
        "a household is one case: one of its rows is proposed, the other is covered by it and never forgotten"
    )
    func households() throws {
        let result = try run(
            ["V1,a,,", "V2,a,,", "V3,b,,"],
            [
                "R1,a,,yes,,2026-05-01,h,", "R2,a,,yes,,2026-02-01,h,", "R3,a,,yes,,,,",
                "R4,z,,yes,,2026-01-01,k,", "R5,b,,yes,,2026-03-01,k,", "R6,b,,no,,2026-01-01,k,",
                "R7,y,,yes,,,m,", "R8,y,,yes,,,m,",
            ])
        let report = result.report
        #expect(Set(report.pairs.map(\.resident.text)) == ["R2", "R3", "R5"])
        let left = Dictionary(uniqueKeysWithValues: report.unmatched.map { ($0.resident.text, $0) })
        #expect(left.keys.sorted() == ["R1", "R4", "R6", "R7", "R8"])
        #expect(left["R1"]?.cause == .coveredByHousehold)
        #expect(
            left["R1"]?.reason.en
                == "one case a household, covered by household partner R2, who has a proposal")
        #expect(left["R4"]?.reason.ja == "同じ世帯のR5が代表（世帯で1件）。代表の方に提案あり")
        #expect(left["R6"]?.cause == .notEligible, "whoever fails another gate is told so")
        #expect(left["R7"]?.cause == .noCandidate)
        #expect(left["R8"]?.reason.en.hasSuffix("who has no proposal this time either") == true)
        #expect(report.headline.residentsEligible == 4, "households count once")
        let rows = try list("unmatched.csv", result)
        #expect(rows.contains { $0.hasPrefix("R1,") && $0.contains("covered by household partner") })
        #expect(try list("report.html", result).joined().contains("covered by household partner"))
    }

    @Test("a household that is a team has its volunteers on the row that stands for it")
    func householdTeam() throws {
        let result = try run(
            ["V1,a,,", "V2,a,,", "V3,a,,"],
            ["R1,a,,yes,,2026-02-01,h,3", "R2,a,,yes,,2026-01-01,h,3", "R3,a,,yes,,2026-05-01,h,"])
        #expect(result.report.pairs.map(\.resident.text) == ["R2", "R2", "R2"])
        #expect(result.report.unmatched.map(\.cause) == [.coveredByHousehold, .coveredByHousehold])
    }

    @Test(
        "soft bounds warn with the person and with the pair and refuse nobody; ten years exactly is warned of"
    )
    func warnings() throws {
        let result = try run(
            ["V1,a,40,", "V2,b,40,", "V3,c,40,"],
            [
                "R1,a,25,yes,2016-11-01,,,", "R2,b,24,yes,2016-11-02,,,", "R3,c,40,yes,,,,",
                "R4,d,40,yes,2000-01-01,,,",
            ])
        let report = result.report
        #expect(report.pairs.count == 3)
        #expect(
            report.pairs.map { $0.warnings?.en ?? "" } == [
                "in Japan since for 10 years (meant for under 10)", "age: 16 apart (at most 15 allowed)",
                "in Japan since: no date given",
            ])
        #expect(report.unmatched[0].warnings?.ja == "来日日から26年（10年未満が目安）")
        #expect(report.cautions.map(\.count) == [3, 1])
        #expect(report.pairsWithWarnings == 3)
        let header = try #require(try list("matches.csv", result).first)
        #expect(header.hasSuffix(",reason,warnings"))
        #expect(
            try list("unmatched.csv", result)[1].contains("in Japan since for 26 years (meant for under 10)"))
        let page = try list("report.html", result).joined()
        #expect(
            page.contains("Warnings (nothing is refused)")
                && page.contains("in Japan since for under 10 years"))
        #expect(try list("report.json", result).joined().contains("\"cautions\""))
        #expect(HeadlineText.lines(for: report, language: .ja).contains("注意のある提案: 3組（matches.csv の「注意」の列）"))
    }

    @Test("profiles older than a year, to the day, and those without a date are listed, the unknown first")
    func refresh() throws {
        let result = try run(
            ["V1,a,,2025-11-01", "V2,a,,2025-10-31", "V3,a,,", "V4,a,,2020-01-01", "V5,a,,2027-01-01"],
            ["R1,a,,yes,,,,"])
        let rows = try list("refresh.csv", result)
        #expect(rows[0] == "side,ID,row,details,profile updated,days_ago,proposed")
        #expect(rows.dropFirst().map { $0.split(separator: ",")[1] } == ["V3", "V4", "V2"])
        #expect(rows[3].hasPrefix("volunteer,V2,3,,2025-10-31,366,"))
        #expect(try list("report.html", result).joined().contains("3 profiles should be brought up to date"))
    }
}
