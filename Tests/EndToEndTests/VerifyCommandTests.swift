import Foundation
import TestSupport
import Testing

@Suite struct VerifyCommandTests {
    /// A solved problem with its files; the limit makes branch and bound or its bound necessary.
    private struct Solved {
        let folder: TemporaryFolder
        let options: [String]

        init(graph: String = Self.graph, options: [String] = []) throws {
            let folder = try TemporaryFolder()
            try folder.write(graph, to: "graph.csv")
            try folder.write("limit,at_least,at_most\nq,,1\n", to: "limits.csv")
            try folder.write("limit,left,right\nq,a,y\nq,b,x\n", to: "terms.csv")
            self.folder = folder
            self.options = options.map { $0.hasSuffix(".csv") ? folder.path($0) : $0 }
        }

        static let graph = "left,right,weight\na,x,3\na,y,5\nb,x,4\nb,y,2\nc,y,1\nc,z,-6\n"

        func solve(_ more: [String] = []) throws -> Command.Outcome {
            try Command.musubi(
                [
                    "solve", folder.path("graph.csv"), "--out", folder.path("pairs.csv"), "--certificate",
                    folder.path("proof.json"),
                ] + options + more)
        }

        func verify(_ more: [String]? = nil) throws -> Command.Outcome {
            try Command.musubi(
                ["verify", folder.path("graph.csv"), folder.path("pairs.csv"), folder.path("proof.json")]
                    + (more ?? options))
        }

        /// Changes a text in a file, once.
        func change(_ file: String, _ old: String, to new: String) throws {
            let text = try folder.text(of: file)
            try #require(text.contains(old), "\(text)")
            try folder.write(text.replacing(old, with: new, maxReplacements: 1), to: file)
        }
    }

    @Test(
        "our own certificates pass, whatever was asked for",
        arguments: [
            [], ["--cover", "left"], ["--cover", "both"], ["--limits", "limits.csv", "--terms", "terms.csv"],
            ["--cover", "left", "--limits", "limits.csv", "--terms", "terms.csv"],
        ],
        ["most-pairs,best-fit", "best-fit", "least-cost", "least-cost,most-pairs", "most-pairs,least-cost"])
    func accepted(options: [String], goal: String) throws {
        let solved = try Solved(options: options)
        let outcome = try solved.solve(["--goal", goal])
        #expect(outcome.code == 0, "\(outcome.errors)")
        let check = try solved.verify()
        #expect(check.code == 0, "\(check.errors)")
        for name in goal.split(separator: ",") {
            #expect(check.output.contains("\(name) "), "\(check.output)")
        }
    }

    @Test("the certificate has the same bytes twice and only multipliers that are not 0")
    func bytes() throws {
        let solved = try Solved()
        #expect(try solved.solve().code == 0)
        let first = try solved.folder.bytes(of: "proof.json")
        #expect(try solved.solve().code == 73, "existing files are not replaced without --force")
        #expect(try solved.solve(["--force"]).code == 0)
        #expect(try solved.folder.bytes(of: "proof.json") == first)
        let json = try JSONSerialization.jsonObject(with: Data(first)) as? [String: Any] ?? [:]
        #expect(json["schema"] as? Int == 1)
        #expect(
            (json["goals"] as? [[String: Any]])?.map { $0["goal"] as? String } == ["most-pairs", "best-fit"])
        #expect(!String(decoding: first, as: UTF8.self).contains("\"0\"]"))
    }

    @Test("a changed pair is found, whether the graph has it or not")
    func changedPair() throws {
        let solved = try Solved()
        #expect(try solved.solve().code == 0)
        try solved.change("pairs.csv", "c,z,-6\n", to: "c,y,1\n")
        let used = try solved.verify()
        #expect(used.code == 65 && used.errors.contains("right y is in 2 pairs"), "\(used.errors)")
        try solved.change("pairs.csv", "c,y,1\n", to: "c,x,1\n")
        let unknown = try solved.verify()
        #expect(unknown.code == 65 && unknown.errors.contains("no edge c, x"), "\(unknown.errors)")
        try solved.change("pairs.csv", "c,x,1\n", to: "c,z,6\n")
        let weight = try solved.verify()
        #expect(weight.code == 65 && weight.errors.contains("is -6, not 6"), "\(weight.errors)")
        try solved.change("pairs.csv", "c,z,6\n", to: "")
        let missing = try solved.verify()
        #expect(missing.code == 65, "\(missing.errors)")
    }

    @Test("every number of the proof matters: each one raised by a unit is found")
    func changedNumbers() throws {
        let solved = try Solved(options: ["--limits", "limits.csv", "--terms", "terms.csv"])
        #expect(try solved.solve().code == 0)
        let text = try solved.folder.text(of: "proof.json")
        // Numbers in quotation marks, and plain ones after a colon; the schema and the hashes are others.
        let numbers = text.matches(of: /"(-?[0-9]{1,39})"|:(-?[0-9]+)[,}]/)
        #expect(numbers.count > 10)
        for number in numbers {
            let old = try #require(number.output.1 ?? number.output.2)
            var changed = text
            changed.replaceSubrange(
                old.startIndex..<old.endIndex, with: String((try #require(Int128(old))) + 1))
            try solved.folder.write(changed, to: "proof.json")
            #expect(try solved.verify().code == 65, "\(changed)")
        }
    }

    @Test("the certificate of another graph, other capacities or other limits is refused")
    func otherProblem() throws {
        let solved = try Solved()
        #expect(try solved.solve().code == 0)
        let limits = ["limits.csv", "terms.csv"].map(solved.folder.path)
        let limited = try solved.verify(["--limits", limits[0], "--terms", limits[1]])
        #expect(limited.code == 65 && limited.errors.contains("another set of limits"), "\(limited.errors)")
        let places = try solved.folder.write("id,capacity\nx,2\n", to: "places.csv")
        let roomy = try solved.verify(["--right-capacity", places])
        #expect(roomy.code == 65 && roomy.errors.contains("another set of capacities"), "\(roomy.errors)")
        let covered = try solved.verify(["--cover", "left"])
        #expect(covered.code == 65 && covered.errors.contains("without --cover"), "\(covered.errors)")
        try solved.change("graph.csv", "b,y,2", to: "b,y,1")
        let other = try solved.verify()
        #expect(other.code == 65 && other.errors.contains("another graph"), "\(other.errors)")
    }

    @Test("files that are missing or no certificate are refused, never a crash")
    func badFiles() throws {
        let solved = try Solved()
        #expect(try solved.solve().code == 0)
        for text in ["", "{", "[]", "{\"schema\":2}", "{\"schema\":1}", "\u{0}"] {
            try solved.folder.write(text, to: "proof.json")
            let outcome = try solved.verify()
            #expect(outcome.code == 65 && outcome.errors.contains("proof.json"), "\(outcome.errors)")
        }
        try solved.folder.write("left,right,weight\na,x,?\n", to: "pairs.csv")
        let pairs = try solved.verify()
        #expect(pairs.code == 65 && pairs.errors.contains("row 2"), "\(pairs.errors)")
        try FileManager.default.removeItem(atPath: solved.folder.path("proof.json"))
        #expect(try solved.verify().code == 66)
        #expect(try Command.musubi(["verify", "-", "-", "proof.json"]).code == 64)
    }

    @Test("ids that Unicode calls equivalent keep their own multipliers")
    func equivalentIDs() throws {
        let solved = try Solved(graph: "left,right,weight\n神,x,2\n\u{FA19},y,3\n神,y,1\n")
        #expect(try solved.solve().code == 0)
        #expect(try solved.verify().code == 0)
    }
}
