import Foundation
import Records
import Reporting
import Testing

@Suite("JSONReport")
struct JSONReportTests {
    private func document(_ report: MatchReport) throws -> [String: Any] {
        let bytes = try JSONReport.bytes(of: ReportFigures(report), certificate: report.certificate)
        return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }

    private func text(_ report: MatchReport) throws -> String {
        String(
            decoding: try JSONReport.bytes(of: ReportFigures(report), certificate: report.certificate),
            as: UTF8.self)
    }

    @Test("the file names its schema, its day and its version")
    func frame() throws {
        let document = try document(SampleReports.small())
        #expect(document["schema"] as? Int == 1 && document["asOf"] as? String == "2026-11-01")
        #expect(document["version"] as? String == "1.2.3")
    }

    @Test("what was not counted of far pairs is null, and near pairs have a scope of their own")
    func nearPairs() throws {
        let rules = try #require(try document(SampleReports.large())["rules"] as? [[String: Any]])
        #expect(rules.map { $0["scope"] as? String } == ["residentGate", "pair", "nearPair"])
        #expect(rules[1]["removedAlone"] is NSNull && rules[2]["removedAlone"] as? Int == 2)
    }

    @Test("a share carries counts, value, interval, method, definition and day")
    func share() throws {
        let shares = try #require(try document(SampleReports.small())["shares"] as? [[String: Any]])
        let share = try #require(shares.first)
        let interval = try #require(share["interval"] as? [String: Any])
        #expect(share["numerator"] as? Int == 2 && share["denominator"] as? Int == 3)
        #expect(share["value"] as? Double == 0.666667)
        #expect(interval["lower"] as? Double == 0.20766 && interval["upper"] as? Double == 0.938508)
        #expect(share["asOf"] as? String == "2026-11-01" && share["obstacle"] is NSNull)
        #expect(share["method"] is [String: String] && share["definition"] is [String: String])
    }

    @Test("what cannot be computed is null with its reason")
    func empty() throws {
        let shares = try #require(try document(SampleReports.empty())["shares"] as? [[String: Any]])
        for share in shares {
            #expect(share["value"] is NSNull && share["interval"] is NSNull)
            #expect((share["obstacle"] as? [String: String])?["en"]?.hasPrefix("cannot be computed") ?? false)
        }
    }

    @Test("no id, no name and no cell of an export is in the file")
    func noPeople() throws {
        let text = try text(SampleReports.small())
        for secret in ["R-001", "V-03", "Maria", "高橋", "ヨガ", "residents.csv", "2026/13/1", "本人確認がまだです"] {
            #expect(!text.contains(secret))
        }
    }

    @Test("a limit states what was reached; a group told apart by a cell of an export is left out")
    func limits() throws {
        let limits = try #require(try document(SampleReports.small())["limits"] as? [[String: Any]])
        #expect(limits.map { $0["id"] as? String } == ["caseload-1", "caseload-2", "quota-1"])
        #expect(limits.map { $0["value"] as? Int } == [2, 2, 0])
        #expect(limits.map { $0["isMet"] as? Bool } == [true, true, false])
        #expect((limits[0]["group"] as? [String: String])?["en"] == "North")
        #expect(limits[1]["group"] is NSNull && limits[2]["group"] is NSNull)
    }

    @Test("an empty run has the same keys as a full one")
    func keys() throws {
        let (full, empty) = (try document(SampleReports.small()), try document(SampleReports.empty()))
        #expect(full.keys.sorted() == empty.keys.sorted())
        for section in ["counts", "fits", "waiting", "programme", "certificate"] {
            let keys = [full, empty].map { ($0[section] as? [String: Any])?.keys.sorted() ?? [] }
            #expect(keys[0] == keys[1] && !keys[0].isEmpty)
        }
    }
}
