import Foundation
import Records
import Reporting
import TestSupport
import Testing

@Suite("ReportFiles")
struct ReportFilesTests {
    @Test("the files of a small report are what was looked at and committed", arguments: Language.allCases)
    func golden(language: Language) throws {
        for file in try ReportFiles.all(for: SampleReports.small(), language: language) {
            try Golden.check(file.bytes, against: "\(language.rawValue)/\(file.name)")
        }
    }

    @Test("the same report twice gives the same bytes")
    func deterministic() throws {
        for language in Language.allCases {
            let first = try ReportFiles.all(for: SampleReports.small(), language: language)
            let second = try ReportFiles.all(for: SampleReports.small(), language: language)
            #expect(first == second && first.count == 7)
        }
    }

    @Test("report.json does not depend on the language of the page")
    func sameJSON() throws {
        let files = try Language.allCases.map { language in
            try ReportFiles.all(for: SampleReports.small(), language: language).first {
                $0.name == "report.json"
            }
        }
        #expect(files[0] == files[1] && files[0] != nil)
    }

    @Test("the numbers at the top of the page are those of report.json", arguments: Language.allCases)
    func agreement(language: Language) throws {
        let files = try ReportFiles.all(for: SampleReports.small(), language: language)
        let html = try #require(files.first { $0.name == "report.html" })
        let json = try #require(files.first { $0.name == "report.json" })
        let page = PageReader(html.bytes)
        let document = try #require(
            try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String: Any])
        let counts = try #require(document["counts"] as? [String: Int])
        let shares = try #require(document["shares"] as? [[String: Any]])
        let primary = try #require(shares.first)
        let value = try #require(primary["value"] as? Double)
        #expect(page.texts(ofClass: "big") == [NumberText.percent(value)])
        let (numerator, denominator) = (
            primary["numerator"] as? Int ?? -1, primary["denominator"] as? Int ?? -1
        )
        #expect(page.texts(ofClass: "fraction") == ["\(numerator) / \(denominator)"])
        let expected = [
            "residentsApplied", "residentsEligible", "residentsWithCandidates", "residentsProposed",
        ]
        .map { "\(counts[$0] ?? -1)" + (language == .ja ? "人" : "") }
        #expect(page.texts(ofClass: "card-number") == expected)
        let interval = try #require(primary["interval"] as? [String: Any])
        let bounds = ["lower", "upper"].map { NumberText.decimal((interval[$0] as? Double ?? -1) * 100) }
        #expect(page.texts(ofClass: "note").contains { $0.contains("\(bounds[0])–\(bounds[1])%") })
    }
}
