import Foundation
import TestSupport
import Testing

/// The same exports in other encodings and with other delimiters.
@Suite struct ExportFormTests {
    private func sample(_ name: String) throws -> String {
        try String(contentsOfFile: "\(Command.sample)/\(name).csv", encoding: .utf8)
            .replacing("\u{FEFF}", with: "")
    }

    private func pairs(_ volunteers: Data, _ residents: Data, _ options: [String] = []) throws -> [String] {
        let folder = try TemporaryFolder()
        for (name, data) in [("volunteers.csv", volunteers), ("residents.csv", residents)] {
            try data.write(to: URL(filePath: folder.path(name)))
        }
        let outcome = try Command.match(
            out: folder.path("run"), volunteers: folder.path("volunteers.csv"),
            residents: folder.path("residents.csv"), ["--lang", "en"] + options)
        #expect(outcome.code == 0, "\(outcome.errors)")
        return Command.rows(of: try folder.text(of: "run/matches.csv")).map {
            "\($0["resident_id"] ?? "") \($0["volunteer_id"] ?? "") \($0["fit"] ?? "")"
        }
    }

    @Test("exports in UTF-16 and CP932 give the pairs of those in UTF-8, found out or told")
    func encodings() throws {
        let texts = try ["volunteers", "residents"].map(sample)
        let expected = try pairs(Data(texts[0].utf8), Data(texts[1].utf8))
        #expect(!expected.isEmpty)
        let utf16 = try texts.map { try #require("\u{FEFF}\($0)".data(using: .utf16LittleEndian)) }
        #expect(try pairs(utf16[0], utf16[1]) == expected)
        // What CP932 has not becomes a question mark, so that the text is another one.
        let cp932 = try texts.map { try #require($0.data(using: .shiftJIS, allowLossyConversion: true)) }
        let plain = try cp932.map { try #require(String(data: $0, encoding: .shiftJIS)) }
        let rest = try pairs(Data(plain[0].utf8), Data(plain[1].utf8))
        #expect(!rest.isEmpty)
        #expect(try pairs(cp932[0], cp932[1]) == rest)
        #expect(try pairs(cp932[0], cp932[1], ["--encoding", "cp932", "--delimiter", "comma"]) == rest)
    }

    @Test("an encoding or a delimiter that there is not is refused with the names of those that there are")
    func unknownNames() throws {
        let folder = try TemporaryFolder()
        for (option, value) in [("--encoding", "latin1"), ("--delimiter", "|")] {
            let outcome = try Command.match(out: folder.path("run"), [option, value])
            #expect(outcome.code == 64)
            #expect(outcome.errors.contains(option), "\(outcome.errors)")
        }
    }

    @Test("an encoding that is not the file's is refused with row, byte and cure, in both languages")
    func wrongEncoding() throws {
        let folder = try TemporaryFolder()
        let bytes = try #require(
            (try sample("residents")).data(using: .shiftJIS, allowLossyConversion: true))
        try bytes.write(to: URL(filePath: folder.path("residents.csv")))
        for (language, words) in [("en", "row 1 (byte 0) is not UTF-8"), ("ja", "1行目（先頭から0バイト）に、UTF-8でない")] {
            let outcome = try Command.match(
                out: folder.path("run"), residents: folder.path("residents.csv"),
                ["--encoding", "utf-8", "--lang", language])
            #expect(outcome.code == 65)
            #expect(outcome.errors.contains(words), "\(outcome.errors)")
        }
    }

    @Test("rows that were not used stand beside the list as the export has them, and are an export again")
    func quarantine() throws {
        let folder = try TemporaryFolder()
        var lines = try sample("residents").split(separator: "\r\n", omittingEmptySubsequences: false)
            .flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false) }
        let good = lines[1]
        lines[1] = Substring(good.replacing("2026/3/7", with: "2026/13/7"))
        try folder.write(lines.joined(separator: "\n"), to: "residents.csv")
        let outcome = try Command.match(
            out: folder.path("run"), residents: folder.path("residents.csv"), ["--lang", "en"])
        #expect(outcome.code == 0, "\(outcome.errors)")
        let text = try folder.text(of: "run/quarantine-residents.csv")
        #expect(text.hasPrefix("\u{FEFF}[quarantine] row,[quarantine] problem,[quarantine] cure,住民ID,氏名,"))
        #expect(text.contains(good.replacing("2026/3/7", with: "2026/13/7")))
        #expect(try folder.text(of: "run/manifest.json").contains("quarantine-residents.csv"))

        try folder.write(text.replacing("2026/13/7", with: "2026/3/7"), to: "corrected.csv")
        let check = try Command.musubi([
            "check", "--programme", Command.programme, "--volunteers", "\(Command.sample)/volunteers.csv",
            "--residents", folder.path("corrected.csv"), "--as-of", "2026-11-01", "--lang", "en", "--out",
            folder.path("again.csv"),
        ])
        #expect(check.code == 0, "\(check.errors)")
        #expect(!(try folder.text(of: "again.csv").contains("[quarantine]")))
        #expect(!(try folder.text(of: "again.csv").contains("R0001")))
    }
}
