import Records
import Reporting
import Testing

@Suite("MatchLists")
struct MatchListsTests {
    @Test("the five lists come in the order in which they are read")
    func names() {
        let names = MatchLists(SampleReports.small(), language: .ja).all.map(\.name)
        #expect(names == ["matches.csv", "unmatched.csv", "unused.csv", "candidates.csv", "quarantine.csv"])
    }

    @Test("the id columns have the names that the reader of pair lists knows")
    func idColumns() {
        let japanese = MatchLists(SampleReports.small(), language: .ja)
        let english = MatchLists(SampleReports.small(), language: .en)
        #expect(japanese.matches[0].prefix(2) == ["住民ID", "ボランティアID"])
        #expect(
            english.matches[0].prefix(4) == ["resident_id", "volunteer_id", "resident_row", "volunteer_row"])
        #expect(english.candidates[0].prefix(2) == ["resident_id", "volunteer_id"])
        #expect(english.unmatched[0][0] == "resident_id" && english.unused[0][0] == "volunteer_id")
    }

    @Test("a pair's row holds ids, row numbers, names, fit, points, lock and reason")
    func matchRow() {
        let rows = MatchLists(SampleReports.small(), language: .en).matches
        #expect(
            rows[1] == [
                "R-001", "V-03", "2", "3", "Maria Santos", "高橋 はな", "460", "300", "160", "yes",
                "homes are close (1.2 km) and times agree",
            ])
        #expect(rows.count == 3 && rows[2][9] == "no")
    }

    @Test(
        "an unmatched row ends with what each rule but their own gates removed; an unknown wait stays empty")
    func unmatchedRow() {
        let rows = MatchLists(SampleReports.small(), language: .ja).unmatched
        #expect(rows[0].suffix(2) == ["待機日数", "この条件だけで外れた人数: 距離が8km以内"])
        #expect(
            rows[2] == [
                "R-003", "4", "王 小明", "条件に合う相手がいない", "8km以内に相手がいません", "0", "", "3",
            ])
    }

    @Test("every row of every list is as wide as its header, even where the report is short of cells")
    func rectangular() {
        var report = SampleReports.small()
        report.pairs[0].points = []
        report.pairs[1].residentDetails = []
        report.unmatched[0].removedAlone = []
        report.unused[0].details = ["too", "many"]
        for language in Language.allCases {
            for list in MatchLists(report, language: language).all {
                #expect(list.rows.allSatisfy { $0.count == list.rows[0].count })
            }
        }
    }

    @Test("no list has two equal headers, also where the programme gives two columns one label")
    func uniqueHeaders() {
        var report = SampleReports.small()
        report.criteria = [report.criteria[0], report.criteria[0], report.criteria[0]]
        report.header.residentDetails = [Bilingual("x"), Bilingual("x")]
        for list in MatchLists(report, language: .en).all {
            #expect(Set(list.rows[0]).count == list.rows[0].count)
        }
    }

    @Test("quarantine says severity, place, value, problem and cure; absent places stay empty")
    func quarantine() {
        var report = SampleReports.small()
        report.issues.append(
            DataIssue(
                severity: .error, file: "x.csv", row: nil, column: nil, value: nil,
                problem: Bilingual("p"), cure: Bilingual("c")))
        let rows = MatchLists(report, language: .en).quarantine
        #expect(
            rows[2] == [
                "not used", "residents.csv", "6", "申込日", "=2026/13/1", "this is not a date",
                "write it as 2026-11-01",
            ])
        #expect(rows[3] == ["not used", "x.csv", "", "", "", "p", "c"])
    }

    @Test("an alternative says whether it is proposed and whether the volunteer still has a place")
    func candidates() {
        let rows = MatchLists(SampleReports.small(), language: .en).candidates
        #expect(rows[1].dropFirst(4) == ["1", "460", "yes", "no", "in walking distance"])
        #expect(rows[2].dropFirst(4) == ["2", "410", "no", "yes", "both are free at weekends"])
    }
}
