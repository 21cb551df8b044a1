import Foundation
import TestSupport
import Testing

@Suite struct BadInputTests {
    private func residents() throws -> [String] {
        try String(contentsOfFile: "\(Command.sample)/residents.csv", encoding: .utf8)
            .split(whereSeparator: \.isNewline).map(String.init)
    }

    /// A file that cannot be used as a whole.
    struct Unusable: CustomTestStringConvertible {
        let testDescription: String
        let text: String?
        let code: Int32
        let words: String
    }

    @Test(
        "a file that cannot be used ends the run with its code, a message that names it, and no folder",
        arguments: [
            Unusable(testDescription: "missing", text: nil, code: 66, words: "no such file"),
            Unusable(testDescription: "empty", text: "", code: 65, words: "empty"),
            Unusable(testDescription: "blank", text: "\n\n\n", code: 65, words: "empty"),
            Unusable(testDescription: "header only", text: "HEADER\n", code: 65, words: "header"),
            Unusable(testDescription: "no id column", text: "a,b\n1,2\n", code: 65, words: "住民ID"),
            Unusable(testDescription: "binary", text: "\0\0\0\0", code: 65, words: "NUL byte"),
            Unusable(testDescription: "unclosed quote", text: "HEADER\n\"R1\n", code: 65, words: "quot"),
        ])
    func unusable(file: Unusable) throws {
        let folder = try TemporaryFolder()
        if let text = file.text {
            try folder.write(text.replacing("HEADER", with: try residents()[0]), to: "residents.csv")
        }
        let outcome = try Command.match(
            out: folder.path("run"), residents: folder.path("residents.csv"), ["--lang", "en"])
        #expect(outcome.code == file.code)
        #expect(outcome.errors.contains("residents.csv"), "\(outcome.errors)")
        #expect(outcome.errors.lowercased().contains(file.words.lowercased()), "\(outcome.errors)")
        #expect(outcome.output == "")
        #expect(!(try folder.entries().contains("run")))
    }

    @Test("a folder instead of a file is said to be one")
    func folderInstead() throws {
        let folder = try TemporaryFolder()
        let outcome = try Command.match(out: folder.path("run"), residents: folder.path, ["--lang", "en"])
        #expect(outcome.code == 66)
        #expect(outcome.errors.contains("folder"))
    }

    @Test("a file that is not UTF-8 is refused with the row and the cure")
    func notUTF8() throws {
        let folder = try TemporaryFolder()
        let bytes = Array((try residents()[0] + "\nR1,").utf8) + [0x97, 0xDF, 0x98, 0x61, 0x0A]
        try Data(bytes).write(to: URL(filePath: folder.path("residents.csv")))
        let outcome = try Command.match(
            out: folder.path("run"), residents: folder.path("residents.csv"), ["--lang", "en"])
        #expect(outcome.code == 65)
        #expect(outcome.errors.contains("row 2") && outcome.errors.contains("UTF-8"), "\(outcome.errors)")
    }

    @Test("a cell of 100 MB is refused with its row, without reading it into memory")
    func hugeCell() throws {
        let folder = try TemporaryFolder()
        var data = Data((try residents()[0] + "\nR1,").utf8)
        data.append(Data(repeating: 0x61, count: 100 << 20))
        try data.write(to: URL(filePath: folder.path("residents.csv")))
        let outcome = try Command.match(
            out: folder.path("run"), residents: folder.path("residents.csv"), ["--lang", "en"])
        #expect(outcome.code == 65)
        #expect(outcome.errors.contains("row 2"), "\(outcome.errors)")
    }

    @Test("a bad row is quarantined with its place and the rest is used; --strict refuses the run")
    func quarantine() throws {
        let folder = try TemporaryFolder()
        var lines = try residents()
        let header = lines[0].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        let home = try #require(header.firstIndex(of: "郵便番号"))
        func row(_ id: String, _ change: (inout [String]) -> Void) -> String {
            // The second row of the sample has no quoted cells with commas after being rewritten here.
            var cells = [
                id, "n", "M\(id)", "2026-09-01", "153-0064", "○", "○", "○", "女性", "", "2024-01-01", "留学生",
                "日本語B2", "対面", "土日午前", "2", "料理", "日本語学習", "", "",
            ]
            change(&cells)
            return cells.joined(separator: ",")
        }
        lines += [
            row("X1") { $0[3] = "someday" }, row("X2") { $0[home] = "064001" },
            row("X3") { $0[14] = "whenever" },
            row("X4") { $0[15] = "two or so" }, row("X5") { $0.removeLast(3) }, row("X6") { $0 += ["extra"] },
            row("X7") { _ in }, row("X7") { _ in }, row("X8") { _ in },
        ]
        try folder.write(lines.joined(separator: "\n") + "\n", to: "residents.csv")
        let arguments = ["--lang", "en"]
        let outcome = try Command.match(
            out: folder.path("run"), residents: folder.path("residents.csv"), arguments)
        #expect(outcome.code == 0, "\(outcome.errors)")
        let issues = Command.rows(of: try folder.text(of: "run/quarantine.csv"))
            .filter { $0["file"] == "residents.csv" && (Int($0["row"] ?? "") ?? 0) > 201 }
        let rows = Set(issues.compactMap { Int($0["row"] ?? "") })
        #expect(rows == Set(202...209), "every bad row, both of the same id, and not the good one")
        #expect(issues.allSatisfy { $0["problem"] != "" && $0["cure"] != "" })
        let strict = try Command.match(
            out: folder.path("strict"), residents: folder.path("residents.csv"), arguments + ["--strict"])
        #expect(strict.code == 65)
        #expect(!(try folder.entries().contains("strict")))
    }

    @Test("a missing column that a rule reads is an error that names the nearest header")
    func missingColumn() throws {
        let folder = try TemporaryFolder()
        let text = try residents().joined(separator: "\n").replacing(",活動方法,", with: ",活動方方,")
        try folder.write(text, to: "residents.csv")
        let outcome = try Command.match(
            out: folder.path("run"), residents: folder.path("residents.csv"), ["--lang", "ja"])
        #expect(outcome.code == 65)
        #expect(outcome.errors.contains("活動方法") && outcome.errors.contains("活動方方"), "\(outcome.errors)")
    }

    @Test("an unknown column is used by nobody and named once")
    func unknownColumn() throws {
        let folder = try TemporaryFolder()
        let lines = try residents()
        let wider = [lines[0] + ",好きな色"] + lines.dropFirst().map { $0 + ",青" }
        try folder.write(wider.joined(separator: "\n"), to: "residents.csv")
        let outcome = try Command.match(
            out: folder.path("run"), residents: folder.path("residents.csv"), ["--lang", "en"])
        #expect(outcome.code == 0)
        let mentions = try folder.text(of: "run/quarantine.csv").split(separator: "好きな色").count - 1
        #expect(mentions == 1)
    }

    @Test("a mistake in the programme file is reported with line and column and ends with 78")
    func badProgramme() throws {
        let folder = try TemporaryFolder()
        let text = try String(contentsOfFile: Command.programme, encoding: .utf8)
            .replacing("weight: 3}", with: "weigth: 3}")
        let path = try folder.write(text, to: "p.yaml")
        let outcome = try Command.match(out: folder.path("run"), programme: path, ["--lang", "en"])
        #expect(outcome.code == 78)
        #expect(outcome.errors.contains("did you mean 'weight'?"))
        #expect(outcome.errors.split(separator: "\n").allSatisfy { $0.hasPrefix("\(path):") })
        #expect(try Command.match(out: folder.path("run"), programme: folder.path("no.yaml")).code == 66)
    }

    @Test("a place that cannot be written to, and standard output that is full, are errors")
    func cannotWrite() throws {
        #expect(try Command.match(out: "/proc/musubi/run").code == 73)
        let full = try Command.musubi(
            ["solve", "-"], input: "left,right,weight\na,x,1\n", outputPath: "/dev/full")
        #expect(full.code == 74)
    }

    @Test("wrong usage ends with 64")
    func usage() throws {
        #expect(try Command.musubi(["match"]).code == 64)
        #expect(try Command.musubi(["match", "--as-of", "yesterday"]).code == 64)
        #expect(try Command.musubi(["nonsense"]).code == 64)
    }

    /// Whether a small disk can be mounted, which takes more rights than most users have.
    private static let canMount: Bool = {
        guard let folder = try? TemporaryFolder(), mountDisk(folder.path) else { return false }
        return (try? run("/usr/bin/umount", [folder.path])) == 0
    }()

    private static func mountDisk(_ path: String) -> Bool {
        (try? run("/usr/bin/mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", path])) == 0
    }

    @Test(
        "a disk that fills while writing leaves no folder and says so",
        .enabled(if: canMount, "needs the right to mount a small disk"))
    func diskFull() throws {
        let folder = try TemporaryFolder()
        let disk = folder.path("disk")
        try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: false)
        try #require(Self.mountDisk(disk))
        defer { _ = try? Self.run("/usr/bin/umount", [disk]) }
        let outcome = try Command.match(out: "\(disk)/run", ["--lang", "en"])
        #expect(outcome.code == 74, "\(outcome.errors)")
        #expect(try folder.entries(of: "disk") == [])
    }

    private static func run(_ tool: String, _ arguments: [String]) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: tool)
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}
