import Foundation
import TestSupport
import Testing

/// `solve --sensitivity` and `--places`, on the example of docs/solve.md.
@Suite struct SensitivityFileTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func solve(_ graph: String, _ more: [String] = []) throws -> Command.Outcome {
        try Command.musubi(
            [
                "solve", try folder.write("left,right,weight\n" + graph, to: "graph.csv"), "--sensitivity",
                folder.path("edges.csv"), "--places", folder.path("vertices.csv"),
            ] + more)
    }

    @Test("the example of the documentation gives the tables of the documentation")
    func example() throws {
        let outcome = try solve("a,x,5\na,y,4\nb,x,3\n")
        #expect(outcome.code == 0, "\(outcome.errors)")
        #expect(outcome.output == "left,right,weight\na,y,4\nb,x,3\n")
        #expect(
            try folder.text(of: "edges.csv") == """
                left,right,weight,chosen,optima,loss,loss_most-pairs,loss_best-fit
                a,x,5,no,none,exact,1,2
                a,y,4,yes,every,exact,1,2
                b,x,3,yes,every,exact,1,2

                """)
        #expect(
            try folder.text(of: "vertices.csv") == """
                side,id,places,used,place,place_most-pairs,place_best-fit,copy,copy_most-pairs,copy_best-fit
                left,a,1,1,exact,0,2,exact,0,2
                left,b,1,1,exact,0,0,exact,0,0
                right,x,1,1,exact,0,1,exact,0,1
                right,y,1,1,exact,0,0,exact,0,0

                """)
    }

    @Test("equally good edges, costs and duties have their words")
    func words() throws {
        let cheap = try solve("a,x,1\na,y,1\nb,y,4\n", ["--goal", "least-cost", "--cover", "left"])
        #expect(cheap.code == 0, "\(cheap.errors)")
        let edges = Command.rows(of: try folder.text(of: "edges.csv"))
        // b has y only; a then has x, and y is out of the question.
        #expect(edges.map { $0["optima"] } == ["every", "none", "every"])
        #expect(edges.map { $0["loss"] } == ["impossible", "impossible", "impossible"])
        let vertices = Command.rows(of: try folder.text(of: "vertices.csv"))
        // A second place of a or b must be filled as well, and cannot be; a second place at y is not needed.
        #expect(vertices.map { $0["place"] } == ["impossible", "impossible", "exact", "exact"])
        #expect(vertices.map { $0["place_least-cost"] } == ["", "", "0", "0"])
        #expect(try solve("a,x,2\na,y,2\n", ["--force"]).code == 0)
        let tied = Command.rows(of: try folder.text(of: "edges.csv"))
        #expect(
            tied.map { $0["optima"] } == ["some", "some"] && tied.map { $0["loss"] } == ["exact", "exact"])
    }

    @Test("where a limit binds only what the proof says is stated")
    func limits() throws {
        let more = [
            "--limits", try folder.write("limit,at_least,at_most\nq,,0\n", to: "limits.csv"),
            "--terms", try folder.write("limit,left,right\nq,b,x\n", to: "terms.csv"),
        ]
        #expect(try solve("a,x,5\na,y,4\nb,x,3\nb,y,1\n", more).code == 0)
        for row in Command.rows(of: try folder.text(of: "edges.csv")) {
            #expect(row["loss"] == "at-least")
            // a–x and b–y are the only two pairs that the limit leaves.
            let right = row["chosen"] == "yes" ? ["every", "undecided"] : ["none", "undecided"]
            #expect(right.contains(row["optima"] ?? ""), "\(row)")
        }
    }

    @Test("files that exist are kept without --force, and no two options may name the same file")
    func files() throws {
        #expect(try solve("a,x,1\n").code == 0)
        #expect(try solve("a,x,1\n").code == 73)
        #expect(try solve("a,x,1\n", ["--force", "--certificate", folder.path("edges.csv")]).code == 64)
    }
}

/// `solve --start`.
@Suite struct StartTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func solve(_ graph: String, _ more: [String]) throws -> Command.Outcome {
        try Command.musubi(
            ["solve", try folder.write("left,right,weight\n" + graph, to: "graph.csv"), "--force"] + more)
    }

    @Test(
        "after people came and went and weights changed, the earlier proof leads to the same answer as none")
    func start() throws {
        let proof = folder.path("proof.json")
        #expect(try solve("a,x,5\na,y,4\nb,x,3\nb,y,1\n", ["--certificate", proof]).code == 0)
        let changed = "a,x,2\na,z,4\nb,x,3\nc,x,9\nc,z,1\n"
        let again = try solve(changed, ["--start", proof, "--certificate", folder.path("next.json")])
        #expect(again.code == 0, "\(again.errors)")
        #expect(again.output == (try solve(changed, [])).output)
        let next = folder.path("next.json")
        _ = try folder.write(again.output, to: "pairs.csv")
        let check = try Command.musubi(["verify", folder.path("graph.csv"), folder.path("pairs.csv"), next])
        #expect(check.code == 0, "\(check.errors)")
    }

    @Test(
        "with the earlier pairs as well GLPK sees only what is new: nothing when nothing has changed, a pair whose weight has"
    )
    func pairs() throws {
        let (proof, pairs) = (folder.path("proof.json"), folder.path("pairs.csv"))
        let graph = "a,x,5\na,y,4\nb,x,3\nb,y,1\nc,z,2\n"
        #expect(try solve(graph, ["--certificate", proof, "--out", pairs]).code == 0)
        let from = ["--start", proof, "--start-pairs", pairs]
        #expect(try programs(graph, from) == 0)
        #expect(try programs(graph, ["--start", proof]) == 1)
        // The pair a, y stays the best choice at its new weight, and is confirmed at that.
        let changed = "a,x,5\na,y,7\nb,x,3\nb,y,1\nc,z,2\nd,z,1\n"
        #expect(try programs(changed, from) == 1)
        let again = try solve(changed, from)
        #expect(again.output == (try solve(changed, [])).output)
        // Pairs that the graph has no longer are passed over, and those that it never had.
        #expect(try solve("a,x,5\nd,z,1\n", from).output == "left,right,weight\na,x,5\nd,z,1\n")
        let alone = try solve(graph, ["--start-pairs", pairs])
        #expect(alone.code == 64 && alone.errors.contains("belongs to --start"), "\(alone.errors)")
        #expect(try solve(graph, ["--start", proof, "--start-pairs", folder.path("missing.csv")]).code == 66)
    }

    /// How many programs GLPK was handed.
    private func programs(_ graph: String, _ more: [String]) throws -> Int? {
        let outcome = try solve(graph, more + ["--json"])
        let fields = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
        let solver = (fields?["timings"] as? [String: Any])?["solver"] as? [String: Any]
        return solver?["programCount"] as? Int
    }

    @Test("the proof of other goals, or of binding limits, or no proof at all, is refused")
    func refused() throws {
        let proof = folder.path("proof.json")
        let graph = "a,x,5\na,y,4\nb,x,3\nb,y,1\n"
        #expect(try solve(graph, ["--certificate", proof, "--goal", "best-fit"]).code == 0)
        let goals = try solve(graph, ["--start", proof])
        #expect(goals.code == 65 && goals.errors.contains("other goals (best-fit)"), "\(goals.errors)")
        let limits = [
            "--limits", try folder.write("limit,at_least,at_most\nq,,0\n", to: "limits.csv"),
            "--terms", try folder.write("limit,left,right\nq,b,x\n", to: "terms.csv"),
        ]
        #expect(try solve(graph, ["--certificate", proof] + limits).code == 0)
        let prices = try solve(graph, ["--start", proof])
        #expect(prices.code == 65 && prices.errors.contains("limits were binding"), "\(prices.errors)")
        #expect(try solve(graph, ["--start", try folder.write("{}", to: "none.json")]).code == 65)
        #expect(try solve(graph, ["--start", folder.path("missing.json")]).code == 66)
    }
}
