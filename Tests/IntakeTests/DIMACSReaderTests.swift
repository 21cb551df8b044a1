import Intake
import Records
import Testing

@Suite("DIMACSReader")
struct DIMACSReaderTests {
    private func read(_ format: DIMACSReader.Format, _ text: String) throws -> CapacitatedGraph {
        let folder = try TemporaryFolder()
        return try DIMACSReader(format).read(path: try folder.file(text, name: "graph.\(format.rawValue)"))
    }

    private func row(_ format: DIMACSReader.Format, _ text: String) throws -> Int? {
        let error = #expect(throws: IntakeError.self) { try read(format, text) }
        guard case .defects(_, let issues)? = error else { return nil }
        return issues.first?.row
    }

    @Test("The extension tells the format, in any case")
    func formats() {
        #expect(DIMACSReader.Format(path: "a/b.asn") == .assignment)
        #expect(DIMACSReader.Format(path: "B.MIN") == .flow)
        #expect(DIMACSReader.Format(path: "a.min/graph.csv") == nil)
        #expect(DIMACSReader.Format(path: "-") == nil)
    }

    @Test("An assignment file becomes a graph; nodes without an n line are the right side")
    func assignment() throws {
        let graph = try read(
            .assignment, "c tiny\np asn 5 3\nn 1\nn 2\na 2 4 -7\r\na\t1   3 5\n\nc\na 1 4 6")
        #expect(graph.edges.leftIDs.map(\.text) == ["1", "2"])
        #expect(graph.edges.rightIDs.map(\.text) == ["3", "4", "5"])
        #expect(graph.edges.left == [0, 0, 1])
        #expect(graph.edges.right == [0, 1, 1])
        #expect(graph.edges.weight == [5, 6, -7])
        #expect(graph.leftCapacities == [1, 1] && graph.rightCapacities == [1, 1, 1])
    }

    @Test("Ids ascend by UTF-8, as in every graph")
    func order() throws {
        let arcs = (2...11).map { "a 1 \($0) \($0)\n" }.joined()
        let graph = try read(.assignment, "p asn 11 10\nn 1\n" + arcs)
        #expect(graph.edges.rightIDs.map(\.text) == ["10", "11", "2", "3", "4", "5", "6", "7", "8", "9"])
        #expect(graph.edges.weight == [10, 11, 2, 3, 4, 5, 6, 7, 8, 9])
    }

    @Test("Supplies and demands become capacities")
    func flow() throws {
        let graph = try read(
            .flow, "p min 4 2\nn 1 2\nn 3 -1\nn 4 -2\na 1 3 0 9 4\na 1 4 0 1 -2\n")
        #expect(graph.edges.leftIDs.map(\.text) == ["1"] && graph.leftCapacities == [2])
        #expect(graph.edges.rightIDs.map(\.text) == ["3", "4"] && graph.rightCapacities == [1, 2])
        #expect(graph.edges.weight == [4, -2])
    }

    @Test(
        "A bad assignment file is refused with the line",
        arguments: [
            ("", 1), ("c only\n", 1), ("n 1\n", 1), ("p min 2 1\n", 1), ("p asn 2\n", 1),
            ("p asn 2 x\n", 1), ("p asn 99999999999 1\n", 1), ("p asn 2 1\np asn 2 1\n", 2),
            ("p asn 2 1\nn 3\n", 2), ("p asn 2 1\nn 0\n", 2), ("p asn 2 1\nn 1 1\n", 2),
            ("p asn 2 1\nn 1\nn 1\n", 3), ("p asn 2 1\nn 1\nq 1\n", 3), ("p asn 2 1\nn 1\na 1 2\n", 3),
            ("p asn 2 1\nn 1\na 1 2 1.5\n", 3), ("p asn 2 1\nn 1\na 2 1 1\n", 3),
            ("p asn 2 1\nn 1\na 1 3 1\n", 3), ("p asn 3 2\nn 1\na 1 2 1\nn 3\n", 4),
            ("p asn 2 2\nn 1\na 1 2 1\na 1 2 2\n", 4), ("p asn 2 1\nn 1\na 1 2 1\na 1 2 2\n", 4),
            ("p asn 2 2\nn 1\na 1 2 1\n", 3), ("p asn 2 1\nn 1\na 1 2 99999999999999999999\n", 3),
        ])
    func badAssignment(text: String, line: Int) throws {
        #expect(try row(.assignment, text) == line)
    }

    @Test(
        "A flow file that is no transportation problem is refused with the line",
        arguments: [
            ("n 1\n", 2), ("n 1 2147483648\n", 2), ("n 1 1\na 1 2 0 1 1\n", 3),
            ("n 1 1\nn 2 -1\na 2 1 0 1 1\n", 4), ("n 1 1\nn 2 -1\na 1 2 1 1 1\n", 4),
            ("n 1 1\nn 2 -1\na 1 2 0 0 1\n", 4), ("n 1 2\nn 2 -2\na 1 2 0 2 1\n", 4),
            ("n 1 1\nn 2 -1\na 1 2 0 1\n", 4),
        ])
    func badFlow(text: String, line: Int) throws {
        #expect(try row(.flow, "p min 3 1\n" + text) == line)
    }

    @Test("A line that never ends is refused, not kept")
    func endless() throws {
        let error = #expect(throws: IntakeError.self) {
            try read(.assignment, "p asn 2 1\n" + String(repeating: "1", count: 3 << 20))
        }
        guard case .rowTooLarge(_, let row, _)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(row == 2)
    }

    @Test("Lines that cross the reader's pieces are whole")
    func pieces() throws {
        let count = 40_000
        let text = "p asn \(count + 1) \(count)\nn 1\n" + (1...count).map { "a 1 \($0 + 1) \($0)\n" }.joined()
        let graph = try read(.assignment, text)
        #expect(graph.edges.weight.count == count)
        #expect(graph.edges.weight.reduce(0, +) == count * (count + 1) / 2)
    }
}
