import Foundation
import TestSupport
import Testing

/// Limits, cover, lists of goals and DIMACS files, on instances small enough for pencil and paper.
@Suite struct SolveOptionsTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Both of a and b could have x or y.
    ///
    ///     a ─5─ x   a ─4─ y   b ─3─ x   b ─1─ y
    private static let square = "left,right,weight\na,x,5\na,y,4\nb,x,3\nb,y,1\n"

    private func pairs(
        _ graph: String, limits: String? = nil, terms: String? = nil, _ more: [String] = []
    ) throws -> String {
        let outcome = try solve(graph, limits: limits, terms: terms, more)
        #expect(outcome.code == 0, "\(outcome.errors)")
        return outcome.output.replacing("left,right,weight\n", with: "").replacing("\n", with: " ")
    }

    private func solve(
        _ graph: String, limits: String? = nil, terms: String? = nil, _ more: [String] = []
    ) throws -> Command.Outcome {
        var arguments = ["solve", try folder.write(graph, to: "graph.csv")]
        if let limits {
            arguments += ["--limits", try folder.write("limit,at_least,at_most\n" + limits, to: "l.csv")]
        }
        if let terms { arguments += ["--terms", try folder.write(terms, to: "t.csv")] }
        return try Command.musubi(arguments + more)
    }

    @Test("a caseload keeps one vertex to so many edges in all, by every edge of it")
    func caseload() throws {
        // y and z are one coordinator's: together at most 1. Free choice: a–y 9, b–z 8, c–x 1.
        let graph = "left,right,weight\na,y,9\na,x,2\nb,z,8\nb,x,3\nc,x,1\n"
        let terms = "limit,left,right\ncase,,y\ncase,,z\n"
        #expect(try pairs(graph, []) == "a,y,9 b,z,8 c,x,1 ")
        // Two pairs at most: a–y with b–x is worth 12, b–z with a–x 10.
        #expect(try pairs(graph, limits: "case,,1\n", terms: terms) == "a,y,9 b,x,3 ")
    }

    @Test("a quota forces edges that the weights alone would leave")
    func quota() throws {
        let terms = "limit,left,right\nq,b,x\n"
        #expect(try pairs(Self.square) == "a,y,4 b,x,3 ")
        #expect(try pairs(Self.square, ["--goal", "best-fit"]) == "a,y,4 b,x,3 ")
        #expect(try pairs(Self.square, limits: "q,,0\n", terms: terms) == "a,x,5 b,y,1 ")
        let least = try pairs(
            Self.square, limits: "q,1,\n", terms: terms, ["--goal", "least-cost", "--cover", "left"])
        #expect(least == "a,y,4 b,x,3 ")
        #expect(
            try pairs(
                Self.square, limits: "n,1,\n", terms: "limit,left,right\nn,a,\nn,b,\n",
                ["--goal", "least-cost"])
                == "b,y,1 ")
    }

    @Test("a budget counts what each edge costs, and terms on one edge add up")
    func budget() throws {
        // a–y costs 3 + 2 = 5, b–x 4, a–x 3, b–y 1: a–y with b–x needs 9, a–x with b–y 4.
        let terms = """
            limit,left,right,coefficient
            budget,a,,3
            budget,a,y,2
            budget,b,x,4
            budget,b,y,
            """
        #expect(try pairs(Self.square, limits: "budget,,9\n", terms: terms) == "a,y,4 b,x,3 ")
        #expect(try pairs(Self.square, limits: "budget,,8\n", terms: terms) == "a,x,5 b,y,1 ")
        #expect(try pairs(Self.square, limits: "budget,,3\n", terms: terms) == "a,x,5 ")
    }

    @Test("limits that cannot hold together are named with 65")
    func impossible() throws {
        let terms = "limit,left,right\np,a,\nq,b,\n"
        let outcome = try solve(Self.square, limits: "p,2,\nq,0,\n", terms: terms)
        #expect(outcome.code == 65)
        #expect(
            outcome.errors.contains("p (at least 2 asked, 1 together with the others, 1 on its own)"),
            "\(outcome.errors)")
    }

    @Test("a side that must be filled is filled, and who stays short is named")
    func cover() throws {
        // Largest weight alone leaves c free; y must be filled by c at a loss.
        let graph = "left,right,weight\na,x,5\nb,x,4\nc,y,-3\n"
        #expect(try pairs(graph, ["--goal", "best-fit"]) == "a,x,5 ")
        #expect(try pairs(graph, ["--goal", "best-fit", "--cover", "right"]) == "a,x,5 c,y,-3 ")
        let left = try solve(graph, ["--cover", "left"])
        #expect(left.code == 65)
        #expect(left.errors.contains("no assignment fills all 3 left vertices: at least 1 stay short"))
        let star = "left,right,weight\na,x,1\nb,x,1\nc,y,1\nc,z,1\n"
        let both = try solve(star, ["--cover", "both"])
        #expect(both.code == 65)
        #expect(both.errors.contains("all 3 left vertices") || both.errors.contains("all 3 right vertices"))
        #expect(try pairs(Self.square, ["--cover", "both", "--goal", "least-cost"]) == "a,x,5 b,y,1 ")
    }

    @Test("capacities of a covered side are filled to the last place")
    func coverToCapacity() throws {
        let places = try folder.write("id,capacity\nx,2\ny,0\n", to: "right.csv")
        let covered = ["--right-capacity", places, "--cover", "right", "--goal", "least-cost"]
        #expect(try pairs(Self.square, covered) == "a,x,5 b,x,3 ")
    }

    @Test("goals count in the order of the list")
    func order() throws {
        let graph = "left,right,weight\na,x,-2\na,y,0\nb,y,-1\nc,z,3\n"
        // Least cost is −3 by a–x and b–y; c–z costs and stays out.
        #expect(try pairs(graph, ["--goal", "least-cost,most-pairs"]) == "a,x,-2 b,y,-1 ")
        #expect(try pairs(graph, ["--goal", "most-pairs,least-cost"]) == "a,x,-2 b,y,-1 c,z,3 ")
        // With an edge of cost 0 that nothing stands against, most-pairs decides among equals.
        let free = "left,right,weight\na,x,-2\nb,y,0\n"
        #expect(try pairs(free, ["--goal", "least-cost,most-pairs"]) == "a,x,-2 b,y,0 ")
    }

    @Test("the JSON line has a value and a bound for every goal")
    func json() throws {
        let outcome = try solve(Self.square, ["--goal", "least-cost,most-pairs", "--json"])
        let json = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any] ?? [:]
        #expect(
            json.keys.sorted() == [
                "bound", "gap", "goals", "interrupted", "pairs", "schema", "status", "timings", "weight",
            ])
        #expect(json["gap"] as? Int == 0 && json["weight"] as? Int == 0 && json["bound"] as? Int == 0)
        let goals = try #require(json["goals"] as? [[String: Any]])
        #expect(goals.map { $0["goal"] as? String } == ["least-cost", "most-pairs"])
        #expect(goals.map { $0["value"] as? Int } == [0, 0] && goals.map { $0["bound"] as? Int } == [0, 0])
    }

    @Test("where nothing is found in the time limit the exit code is 69")
    func noTime() throws {
        // The free optimum breaks the limit, so that an integer program would be needed.
        let outcome = try solve(
            Self.square, limits: "q,,0\n", terms: "limit,left,right\nq,b,x\n", ["--time-limit", "0"])
        #expect(outcome.code == 69)
        #expect(
            outcome.output.isEmpty
                && outcome.errors.contains("no assignment was found within the time limit"),
            "\(outcome.errors)")
    }

    @Test(
        "options that make no sense are refused with 64",
        arguments: [
            ["--goal", "best-fit,least-cost"], ["--goal", "most-pairs,most-pairs"], ["--goal", "best"],
            ["--goal", ""], ["--goal", "most-pairs,"], ["--cover", "top"], ["--time-limit", "-1"],
            ["--time-limit", "nan"], ["--limits", "l.csv"], ["--terms", "t.csv"],
            ["--left-capacity", "-", "--right-capacity", "-"],
            ["--out", "same", "--certificate", "same"],
        ])
    func usage(arguments: [String]) throws {
        #expect(try solve(Self.square, arguments).code == 64)
    }

    @Test("bad limits and terms are refused with their rows")
    func badLimits() throws {
        let limits = try solve(Self.square, limits: "q,1,\nq,2,\n", terms: "limit,left,right\n")
        #expect(limits.code == 65 && limits.errors.contains("row 3"), "\(limits.errors)")
        let terms = try solve(Self.square, limits: "q,1,\n", terms: "limit,left,right\nq,a,\nq,c,x\n")
        #expect(terms.code == 65 && terms.errors.contains("row 3"), "\(terms.errors)")
    }

    @Test("a DIMACS assignment file is solved at least cost")
    func assignmentFile() throws {
        // Costs 1 + 1 by 1–4, 2–3; the other perfect choice costs 5 + 2.
        let path = try folder.write(
            "c tiny\np asn 4 4\nn 1\nn 2\na 1 3 5\na 1 4 1\na 2 3 1\na 2 4 2\n", to: "tiny.asn")
        let outcome = try Command.musubi(["solve", path, "--goal", "least-cost-perfect"])
        #expect(outcome.output == "left,right,weight\n1,4,1\n2,3,1\n", "\(outcome.errors)")
    }

    @Test("a DIMACS transportation file brings its capacities along")
    func flowFile() throws {
        // 1 sends 2 units, 2 sends 1; 3 takes 1, 4 takes 2. Only 1–3, 1–4, 2–4 ships everything.
        let text =
            "p min 4 4\nn 1 2\nn 2 1\nn 3 -1\nn 4 -2\na 1 3 0 1 7\na 1 4 0 1 8\na 2 3 0 5 1\na 2 4 0 1 1\n"
        let path = try folder.write(text, to: "tiny.min")
        let outcome = try Command.musubi(["solve", path, "--goal", "least-cost", "--cover", "both"])
        #expect(outcome.output == "left,right,weight\n1,3,7\n1,4,8\n2,4,1\n", "\(outcome.errors)")
        #expect(try Command.musubi(["solve", path, "--left-capacity", "f.csv"]).code == 64)
        let bad = try folder.write(text.replacing("a 2 3 0 5 1", with: "a 2 3 1 5 1"), to: "bad.min")
        let refused = try Command.musubi(["solve", bad])
        #expect(refused.code == 65 && refused.errors.contains("row 8"), "\(refused.errors)")
        #expect(try Command.musubi(["solve", folder.path("none.asn")]).code == 66)
    }
}
