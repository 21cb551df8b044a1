import Intake
import Records
import Testing

@Suite("EdgeListReader")
struct EdgeListReaderTests {
    private func read(_ text: String) throws -> EdgeList {
        let folder = try TemporaryFolder()
        return try EdgeListReader().read(path: try folder.file(text, name: "graph.csv"))
    }

    private func issues(_ text: String) throws -> [DataIssue] {
        do {
            _ = try read(text)
            return []
        } catch let error as IntakeError {
            guard case .defects(_, let issues) = error else { return [] }
            return issues
        }
    }

    @Test("Ids are sorted by UTF-8 on each side and edges refer to them")
    func small() throws {
        let list = try read("left,right,weight\nb,x,5\na,y,-3\nb,b,0\nあ,x,+7\n")
        #expect(list.leftIDs.map(\.text) == ["a", "b", "あ"])
        #expect(list.rightIDs.map(\.text) == ["b", "x", "y"])
        #expect(list.left == [0, 1, 1, 2])
        #expect(list.right == [2, 0, 1, 1])
        #expect(list.weight == [-3, 0, 5, 7])
    }

    @Test("The order of the rows does not matter", arguments: 0..<20)
    func permuted(seed: Int) throws {
        var rows = (0..<300).map { "l\($0 % 17),r\($0 / 17),\($0 - 100)" }
        let expected = try read("left,right,weight\n" + rows.joined(separator: "\n"))
        var state = UInt64(seed) &+ 1
        for index in rows.indices.reversed() {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            rows.swapAt(index, Int(state >> 33) % (index + 1))
        }
        #expect(try read("left,right,weight\n" + rows.joined(separator: "\n")) == expected)
        #expect(expected.weight.count == 300)
    }

    @Test("Canonically equivalent ids stay two ids")
    func kanjiVariants() throws {
        #expect(try read("left,right,weight\n神,x,1\n\u{FA19},x,2\n").leftIDs.count == 2)
    }

    @Test("The largest weights pass, larger ones are refused")
    func extremes() throws {
        let list = try read("left,right,weight\na,x,9223372036854775807\na,y,-9223372036854775808\n")
        #expect(list.weight == [Int.max, Int.min])
        #expect(try issues("left,right,weight\na,x,9223372036854775808\n").map(\.row) == [2])
        #expect(try issues("left,right,weight\na,x,-9223372036854775809\n").map(\.row) == [2])
    }

    @Test("Bad rows and repeated edges are reported with their rows")
    func badRows() throws {
        let text = "left,right,weight\na,x,1\na,x,2\n,x,1\na,,1\na,y,1.5\na,z\na,x,1\nb,x,-\n"
        let found = try issues(text)
        #expect(found.map(\.row) == [4, 5, 6, 7, 9, 3, 8])
    }

    @Test("The list of defects ends at its limit")
    func manyDefects() throws {
        let text = "left,right,weight\n" + String(repeating: "a,x,?\n", count: 1000)
        #expect(try issues(text).count == EdgeListReader.issueLimit)
        let repeated = "left,right,weight\n" + String(repeating: "a,x,1\n", count: 1000)
        #expect(try issues(repeated).count == EdgeListReader.issueLimit)
    }

    @Test("A graph without edges is a graph")
    func noEdges() throws {
        #expect(try read("left,right,weight\n").weight.isEmpty)
    }
}
