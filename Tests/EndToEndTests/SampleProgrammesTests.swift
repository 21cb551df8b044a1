import Foundation
import TestSupport
import Testing

/// The committed samples of the programmes of pairs, as they are matched and checked.
@Suite struct SampleProgrammesTests {
    private static let programmes = ["corporate", "student-exchange", "alumni-network"]

    private func arguments(_ command: String, _ programme: String, _ more: [String]) -> [String] {
        let data = "\(Command.root)/data/\(programme)"
        return [
            command, "--programme", "\(Command.root)/configs/\(programme).yaml", "--volunteers",
            "\(data)/volunteers.csv", "--residents", "\(data)/residents.csv", "--as-of", "2026-11-01",
        ] + more
    }

    @Test(
        "every sample's run is the recorded one, byte for byte", arguments: programmes, ["ja", "en"])
    func golden(programme: String, language: String) throws {
        let folder = try TemporaryFolder()
        let outcome = try Command.musubi(
            arguments("match", programme, ["--out", folder.path("run"), "--lang", language]))
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.errors == "")
        let golden = "\(programme)-\(language)"
        let headline = outcome.output.replacing(folder.path, with: "OUT")
        try Golden.check(Array(headline.utf8), against: "\(golden)/headline.txt")
        var lists = ["matches.csv", "unmatched.csv", "unused.csv", "candidates.csv", "quarantine.csv"]
        if programme == "alumni-network" { lists.append("refresh.csv") }
        for name in lists {
            try Golden.check(try folder.bytes(of: "run/\(name)"), against: "\(golden)/\(name)")
        }
        // The manifest holds the hashes of the report's files, so it stands for them.
        try Golden.check(
            Command.manifest(try folder.text(of: "run/manifest.json")), against: "\(golden)/manifest.json")
    }

    @Test(
        "check finds nothing wrong with any programme, and only the mistakes made on purpose",
        arguments: programmes)
    func check(programme: String) throws {
        let outcome = try Command.musubi(arguments("check", programme, ["--lang", "en"]))
        #expect(outcome.code == 0, "\(outcome.errors)")
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.contains { $0.hasPrefix("candidate pairs: ") })
        #expect(!lines.contains { $0.contains("removes everybody") || $0.contains("the same points") })
        let mistakes = lines.filter { $0.hasPrefix("error: ") }
        #expect((1...5).contains(mistakes.count), "\(mistakes)")
    }

    @Test(
        "the committed sample is what simulate makes",
        arguments: ["corporate:120:110", "student-exchange:90:28", "alumni-network:120:150"])
    func sample(text: String) throws {
        let parts = text.split(separator: ":").map(String.init)
        let folder = try TemporaryFolder()
        let outcome = try Command.musubi([
            "simulate", "--programme", "\(Command.root)/configs/\(parts[0]).yaml", "--residents", parts[1],
            "--volunteers", parts[2], "--seed", "1", "--as-of", "2026-11-01", "--out", folder.path,
        ])
        #expect(outcome.code == 0, "\(outcome.errors)")
        for name in ["volunteers.csv", "residents.csv"] {
            let committed = try Data(
                contentsOf: URL(filePath: "\(Command.root)/data/\(parts[0])/\(name)"))
            #expect(try folder.bytes(of: name) == Array(committed))
        }
    }
}
