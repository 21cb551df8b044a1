import Foundation
import TestSupport
import Testing

@Suite struct InterruptTests {
    /// Sixty jobs for ten helpers, each job once, within hours that are scarce: an assignment is found within
    /// seconds, and its proof takes many minutes.
    ///
    /// The limit on all visits never binds; with it the problem is not read as a generalised assignment, which would be
    /// proven too soon.
    private func writeScarceHours(to folder: TemporaryFolder) throws {
        let (helpers, jobs) = (10, 60)
        var state: UInt64 = 7
        func next(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(count))
        }
        var graph = "left,right,weight\n"
        var terms = "limit,left,right,coefficient\n"
        var sums = [Int](repeating: 0, count: helpers)
        for job in 0..<jobs {
            for helper in 0..<helpers {
                let hours = 1 + next(100)
                sums[helper] += hours
                graph += "job\(job),helper\(helper),\(111 - hours + next(21) - 10)\n"
                terms += "hours\(helper),job\(job),helper\(helper),\(hours)\n"
            }
        }
        for helper in 0..<helpers { terms += "visits,,helper\(helper),1\n" }
        let limits = sums.enumerated().map { "hours\($0),,\($1 * 8 / 10 / helpers)\n" }.joined()
        try folder.write(graph, to: "graph.csv")
        try folder.write(terms, to: "terms.csv")
        try folder.write("limit,at_least,at_most\n" + limits + "visits,,\(jobs)\n", to: "limits.csv")
        try folder.write(
            "id,capacity\n" + (0..<helpers).map { "helper\($0),\(jobs)\n" }.joined(), to: "right.csv")
    }

    private func arguments(_ folder: TemporaryFolder) -> [String] {
        [
            "solve", folder.path("graph.csv"), "--right-capacity", folder.path("right.csv"), "--limits",
            folder.path("limits.csv"), "--terms", folder.path("terms.csv"), "--cover", "left", "--goal",
            "least-cost", "--lang", "en",
        ]
    }

    @Test(
        "a signal ends the search with the best found and its gap; the progress line fits the terminal",
        arguments: [SIGINT, SIGTERM])
    func bestSoFar(signal: Int32) throws {
        let folder = try TemporaryFolder()
        try writeScarceHours(to: folder)
        let terminal = try PseudoTerminal(columns: 60)
        let process = Command.process(
            arguments(folder) + [
                "--time-limit", "300", "--json", "--out", folder.path("pairs.csv"), "--certificate",
                folder.path("proof.json"),
            ])
        let output = Pipe()
        process.standardOutput = output
        process.standardError = terminal.far
        try process.run()
        terminal.read { $0.contains("found") }
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        terminal.read { $0.contains("again") }

        #expect(process.terminationReason == .exit && process.terminationStatus == 0)
        let line = output.fileHandleForReading.readDataToEndOfFile()
        let json = try #require(try JSONSerialization.jsonObject(with: line) as? [String: Any])
        #expect(json["status"] as? String == "gap" && json["interrupted"] as? Bool == true)
        #expect(json["pairs"] as? Int == 60)
        #expect(try #require(json["gap"] as? Int) > 0)
        let lines = terminal.text.replacing("\u{1B}[K", with: "\r").split { $0 == "\r" || $0 == "\r\n" }
        let painted = lines.filter { $0.hasSuffix(" s") }
        #expect(painted.contains { $0.hasPrefix("searching (least-cost): found") }, "\(painted)")
        #expect(painted.allSatisfy { $0.count < 60 })
        #expect(terminal.text.contains("stopping with the best found so far"))
        let verified = try Command.musubi(
            [
                "verify", folder.path("graph.csv"), folder.path("pairs.csv"), folder.path("proof.json"),
            ] + arguments(folder)[2..<10] + ["--lang", "en"])
        #expect(verified.code == 0 && verified.output.contains("not proven best"), "\(verified.errors)")
    }

    @Test("a time limit ends the search in the same way, and the sentence says which it was")
    func timeLimit() throws {
        let folder = try TemporaryFolder()
        try writeScarceHours(to: folder)
        let outcome = try Command.musubi(arguments(folder) + ["--time-limit", "3"])
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.output.split(separator: "\n").count == 61)
        #expect(outcome.errors.contains("The time was over before the proof was complete: least-cost may be"))
    }

    @Test("where no solver listens a signal ends the process at once, as if it had not been caught")
    func outsideTheSolver() throws {
        let folder = try TemporaryFolder()
        let process = Command.process(["solve", "-", "--out", folder.path("pairs.csv")])
        let input = Pipe()
        process.standardInput = input
        process.standardError = FileHandle.nullDevice
        try process.run()
        kill(process.processIdentifier, SIGINT)
        process.waitUntilExit()
        try input.fileHandleForWriting.close()
        #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == SIGINT)
        #expect(try folder.entries() == [])
    }
}
