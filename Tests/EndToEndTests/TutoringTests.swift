import Foundation
import TestSupport
import Testing

/// The published cohort of the Lern-Fair platform, where it stands beside the project; see its own README.
private let cohortFolder = "\(Command.root)/../shared/data/lern-fair"
private let hasCohort = FileManager.default.fileExists(atPath: "\(cohortFolder)/residents.csv")

@Suite struct TutoringTests {
    /// The platform's own algorithm, run once at the end: 1,041 pairs with 1.877 shared subjects on average.
    @Test(
        "the real cohort is matched at least as well as by its own platform, every rule re-checked by hand",
        .enabled(if: hasCohort, "the cohort is not committed; it is looked for in ../shared/data/lern-fair"))
    func platform() throws {
        let folder = try TemporaryFolder()
        let outcome = try Command.musubi([
            "match", "--programme", "\(Command.root)/configs/tutoring.yaml",
            "--volunteers", "\(cohortFolder)/volunteers.csv", "--residents", "\(cohortFolder)/residents.csv",
            "--as-of", "2024-09-30", "--out", folder.path("run"), "--lang", "en", "--json",
        ])
        #expect(outcome.code == 0, "\(outcome.errors)")
        let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
        #expect(object?["status"] as? String == "optimal")

        let volunteers = try table("volunteers.csv")
        let residents = try table("residents.csv")
        let matches = Command.rows(of: try folder.text(of: "run/matches.csv"))
        var volunteerRows: Set<Int> = []
        var residentRows: Set<Int> = []
        var people: Set<String> = []
        var shared = 0
        for match in matches {
            let volunteerRow = try #require(Int(match["volunteer_row"] ?? ""))
            let residentRow = try #require(Int(match["resident_row"] ?? ""))
            let volunteer = volunteers[volunteerRow - 2]
            let resident = residents[residentRow - 2]
            #expect(volunteer["volunteer_id"] == match["volunteer_id"])
            #expect(resident["resident_id"] == match["resident_id"])
            #expect(volunteerRows.insert(volunteerRow).inserted, "a place is taken once")
            #expect(residentRows.insert(residentRow).inserted)
            let pair = "\(match["volunteer_id"] ?? "")/\(match["resident_id"] ?? "")"
            #expect(people.insert(pair).inserted, "two people are paired at most once")
            let grade = try #require(Int((resident["grade"] ?? "").replacing(". Klasse", with: "")))
            let offered = subjects(volunteer["subjects_offered"] ?? "", at: grade)
            let needed = names(resident["subjects_needed"] ?? "")
            #expect(names(resident["subjects_mandatory"] ?? "").isSubset(of: offered))
            let common = needed.intersection(offered).count
            #expect(common >= 1)
            #expect(match["fit"] == String(10 * common))
            shared += common
        }
        #expect(matches.count >= 1041)
        // 1.877 is rounded; a mean of at least 1.8775 cannot be less in any rounding.
        #expect(Double(shared) / Double(matches.count) >= 1.8775)
    }

    private func table(_ name: String) throws -> [[String: String]] {
        Command.rows(of: try String(contentsOfFile: "\(cohortFolder)/\(name)", encoding: .utf8))
    }

    private func names(_ cell: String) -> Set<String> {
        Set(cell.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) })
    }

    private func subjects(_ cell: String, at grade: Int) -> Set<String> {
        Set(
            names(cell).compactMap { entry in
                let parts = entry.split(separator: ":")
                let ends = parts[1].split(separator: "-").compactMap { Int($0) }
                return ends[0] <= grade && grade <= ends[1] ? String(parts[0]) : nil
            })
    }
}
