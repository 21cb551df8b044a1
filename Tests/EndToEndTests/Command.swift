import Foundation
import TestSupport

/// Runs the built command as a user would.
struct Command {
    struct Outcome {
        let code: Int32
        let output: String
        let errors: String
    }

    /// The root of the package, two folders above this file's folder.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    static let sample = "\(root)/data/family-friend"
    static let programme = "\(root)/configs/family-friend.yaml"

    /// Beside the running tests; else where the build puts it.
    private static let executable: String = {
        let runner = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
            .path
        let candidates = [runner, "\(root)/.build/release", "\(root)/.build/debug"].map { "\($0)/musubi" }
        return candidates.first { FileManager.default.isExecutableFile(atPath: $0) } ?? "musubi"
    }()

    /// Runs `musubi` with arguments; `input` goes to standard input, `output` may name a file for standard output.
    static func musubi(
        _ arguments: [String], input: String? = nil, outputPath: String? = nil, language: String = "C"
    ) throws -> Outcome {
        let folder = try TemporaryFolder()
        let process = Process()
        process.executableURL = URL(filePath: executable)
        process.arguments = arguments
        process.environment = ["LANG": language, "PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no"]
        let streams = try [("input", input ?? ""), ("output", ""), ("errors", "")].map { name, text in
            try folder.write(text, to: name)
        }
        process.standardInput = FileHandle(forReadingAtPath: streams[0])
        process.standardOutput = FileHandle(forWritingAtPath: outputPath ?? streams[1])
        process.standardError = FileHandle(forWritingAtPath: streams[2])
        try process.run()
        process.waitUntilExit()
        return Outcome(
            code: process.terminationStatus, output: try folder.text(of: "output"),
            errors: try folder.text(of: "errors"))
    }

    /// Runs `musubi` through a shell that first does what `setting` says, such as to limit the size of files.
    ///
    /// Output and errors come through pipes, which no such limit concerns.
    static func musubi(_ arguments: [String], after setting: String) throws -> Outcome {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", setting, executable] + arguments
        process.environment = ["LANG": "C", "PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no"]
        let (output, errors) = (Pipe(), Pipe())
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        // What is said fits into a pipe, so that neither waits for the other.
        let texts = [output, errors].map {
            String(decoding: $0.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        }
        process.waitUntilExit()
        return Outcome(code: process.terminationStatus, output: texts[0], errors: texts[1])
    }

    /// `musubi` ready to run, on which a test can send signals; those that this process ignores it does not.
    static func process(_ arguments: [String]) -> Process {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["--default-signal=INT,TERM", executable] + arguments
        process.environment = [
            "LANG": "C", "PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no", "TERM": "xterm",
        ]
        return process
    }

    /// `match` on the sample cohort, or on other files.
    static func match(
        out: String, volunteers: String? = nil, residents: String? = nil, programme: String? = nil,
        _ more: [String] = []
    ) throws -> Outcome {
        try musubi(
            [
                "match", "--programme", programme ?? Command.programme, "--volunteers",
                volunteers ?? "\(sample)/volunteers.csv", "--residents",
                residents ?? "\(sample)/residents.csv",
                "--as-of", "2026-11-01", "--out", out,
            ] + more)
    }

    /// Rows of a simple CSV file of ours as dictionaries; cells may be quoted but hold no line breaks.
    static func rows(of text: String) -> [[String: String]] {
        let lines = text.replacing("\u{FEFF}", with: "").split(whereSeparator: \.isNewline).map {
            cells(String($0))
        }
        guard let header = lines.first else { return [] }
        return lines.dropFirst().map { Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first }) }
    }

    private static func cells(_ line: String) -> [String] {
        var cells = [""]
        var isQuoted = false
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: cells.append("")
            default: cells[cells.count - 1].append(character)
            }
        }
        return cells
    }

    /// A manifest without the size and the hash of the workbook: its bytes also depend on the versions of the libraries that
    /// write it.
    static func manifest(_ text: String) -> [UInt8] {
        let workbook = /"bytes" : \d+,(\s+"file" : "matches.xlsx",\s+"sha256" : )"[0-9a-f]+"/
        return Array(text.replacing(workbook) { "\"bytes\" : 0,\($0.output.1)\"\"" }.utf8)
    }
}
