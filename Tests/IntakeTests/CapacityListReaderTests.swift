import Intake
import Records
import Testing

@Suite("CapacityListReader")
struct CapacityListReaderTests {
    private func read(_ text: String) throws -> CapacityList {
        let folder = try TemporaryFolder()
        return try CapacityListReader().read(path: try folder.file(text, name: "capacity.csv"))
    }

    @Test("Capacities follow their ids, sorted by UTF-8")
    func sorted() throws {
        let list = try read("id,capacity\nc,3\na,1\nb,0\n")
        #expect(list.ids.map(\.text) == ["a", "b", "c"])
        #expect(list.capacities == [1, 0, 3])
    }

    @Test("Rows without an id, with a bad number or with an id that came before are all reported")
    func badRows() throws {
        let error = #expect(throws: IntakeError.self) {
            try read("id,capacity\n,1\na,-1\nb,x\nc,1\nc,1\nd\n")
        }
        guard case .defects(_, let issues)? = error else {
            Issue.record("no list of defects")
            return
        }
        #expect(issues.map(\.row) == [2, 3, 4, 6, 7])
    }
}
