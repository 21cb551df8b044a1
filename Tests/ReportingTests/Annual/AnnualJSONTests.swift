import Foundation
import Records
import Reporting
import Testing

@Suite("figures.json")
struct AnnualJSONTests {
    private func figures(_ edition: AnnualRequest.Edition) throws -> [[String: Any]] {
        let asOf = try #require(CivilDate(iso: "2026-03-31"))
        let report = try yearReport(MadeUpHistory().history(asOf: asOf), edition)
        let json = try JSONSerialization.jsonObject(with: Data(AnnualFiles.json(of: report)))
        return try #require((json as? [String: Any])?["figures"] as? [[String: Any]])
    }

    @Test(
        "every figure has id, definition, counts, interval, method, as-of and state, and no two the same id",
        arguments: [AnnualRequest.Edition.internal, .public, .company("acme")])
    func fields(edition: AnnualRequest.Edition) throws {
        let figures = try figures(edition)
        let keys: Set<String> = [
            "id", "label", "definition", "state", "reason", "unit", "method", "asOf", "numerator",
            "denominator", "value", "text", "interval", "verdict", "isAtEnd", "printed",
        ]
        let ids = figures.compactMap { $0["id"] as? String }
        #expect(ids.count == figures.count && Set(ids).count == ids.count && ids.count > 100)
        var states: Set<String> = []
        for figure in figures {
            let id = figure["id"] as? String ?? ""
            #expect(Set(figure.keys) == keys, "\(id)")
            let definition = figure["definition"] as? [String: String] ?? [:]
            #expect(!(definition["ja"] ?? "").isEmpty && !(definition["en"] ?? "").isEmpty, "\(id)")
            #expect(figure["asOf"] as? String == "2026-03-31", "\(id)")
            let state = figure["state"] as? String ?? ""
            states.insert(state)
            // A share that was divided says of what, and how sure it is.
            if state == "published", figure["method"] as? String == "wilson" {
                let counts = ["numerator", "denominator"].compactMap { figure[$0] as? Int }
                #expect(counts.count == 2 && figure["interval"] is [String: Any], "\(id)")
                let value = figure["value"] as? Double ?? -1
                #expect(abs(value * Double(counts[1]) - Double(counts[0])) < 1e-6, "\(id)")
            }
            // What is not shown holds no number in any field.
            if state != "published" {
                for key in ["numerator", "denominator", "value", "interval", "verdict", "text"] {
                    #expect(figure[key] is NSNull, "\(id): \(key)")
                }
            }
            // Times are whole minutes.
            if figure["unit"] as? String == "minutes", let value = figure["value"] as? Double {
                #expect(value == value.rounded(), "\(id)")
            }
        }
        #expect(states.contains("published"))
        #expect(states.contains("suppressed") == edition.isPublished)
    }
}
