import Intake
import Records
import Testing

@Suite("LimitListReader")
struct LimitListReaderTests {
    private func read(_ text: String) throws -> [LimitBounds] {
        let folder = try TemporaryFolder()
        return try LimitListReader().read(path: try folder.file(text, name: "limits.csv"))
    }

    @Test("Limits keep the order of the file and may lack one bound")
    func bounds() throws {
        #expect(
            try read("limit,at_least,at_most\nz,2,\na,,5\nq,-1,-1\n") == [
                LimitBounds(name: "z", atLeast: 2, atMost: nil),
                LimitBounds(name: "a", atLeast: nil, atMost: 5),
                LimitBounds(name: "q", atLeast: -1, atMost: -1),
            ])
        #expect(try read("limit,at_most\na,5\n") == [LimitBounds(name: "a", atLeast: nil, atMost: 5)])
        #expect(try read("limit,at_least,at_most\n") == [])
    }

    @Test("No name, a name twice, a bad bound, crossed bounds and no bound are reported with their rows")
    func badRows() throws {
        let text = "limit,at_least,at_most\na,1,2\n,1,2\na,3,4\nb,x,1\nc,2,1\nd,,\ne,1,2.5\n"
        let error = #expect(throws: IntakeError.self) { try read(text) }
        guard case .defects(_, let issues)? = error else {
            Issue.record("no list of defects")
            return
        }
        #expect(issues.map(\.row) == [3, 4, 5, 6, 7, 8])
        #expect(issues.map(\.column) == ["limit", "limit", "at_least", nil, nil, "at_most"])
    }
}

@Suite("TermListReader")
struct TermListReaderTests {
    /// Edges 0 a–x, 1 a–y, 2 b–y, of which a limit may count any.
    private static let graph = "left,right,weight\na,x,1\na,y,1\nb,y,1\n"

    private func read(_ terms: String) throws -> [[LimitTerm]] {
        let folder = try TemporaryFolder()
        let edges = try EdgeListReader().read(path: try folder.file(Self.graph, name: "graph.csv"))
        let limits = ["p", "q"].map { LimitBounds(name: $0, atLeast: nil, atMost: 1) }
        return try TermListReader(edges: edges, limits: limits)
            .read(path: try folder.file(terms, name: "terms.csv"))
    }

    private func rows(_ terms: String) throws -> [Int?] {
        let error = #expect(throws: IntakeError.self) { try read(terms) }
        guard case .defects(_, let issues)? = error else { return [] }
        return issues.map(\.row)
    }

    @Test("An empty end means every edge of the other, and no coefficient means 1")
    func wildcards() throws {
        #expect(
            try read("limit,left,right\np,a,\nq,,y\n") == [
                [LimitTerm(edge: 0, coefficient: 1), LimitTerm(edge: 1, coefficient: 1)],
                [LimitTerm(edge: 1, coefficient: 1), LimitTerm(edge: 2, coefficient: 1)],
            ])
    }

    @Test("Terms that hit one edge add up; what adds up to 0 is left out")
    func sums() throws {
        #expect(
            try read("limit,left,right,coefficient\np,a,,2\np,,y,3\np,a,x,-2\np,b,y,\n") == [
                [LimitTerm(edge: 1, coefficient: 5), LimitTerm(edge: 2, coefficient: 4)], [],
            ])
    }

    @Test("Unknown limits, edges and ids, two empty ends and bad coefficients are reported with their rows")
    func badRows() throws {
        let text = """
            limit,left,right,coefficient
            r,a,x,1
            p,,,1
            p,b,x,1
            p,c,,1
            p,,z,1
            p,a,x,1.5
            p,a,x,1
            """
        #expect(try rows(text) == [2, 3, 4, 5, 6, 7])
        let largest = "9223372036854775807"
        #expect(try rows("limit,left,right,coefficient\np,a,x,\(largest)\np,a,x,1\n") == [3])
    }
}
