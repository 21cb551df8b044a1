import Intake
import Records
import Testing

@Suite("Rows in quarantine")
struct QuarantinedRowReaderTests {
    private static let fields = [PeopleFixture.name, PeopleFixture.age]

    private func quarantine(_ bytes: [UInt8]) throws -> (PeopleReading, QuarantinedTable) {
        let reading = try PeopleFixture.read(bytes, Self.fields)
        let folder = try TemporaryFolder()
        let table = try QuarantinedRowReader.read(
            path: try folder.file(bytes), options: TableOptions(), rows: reading.quarantinedRows,
            issues: reading.issues)
        return (reading, table)
    }

    /// The file that a run leaves: notes, then the rows.
    private func file(_ table: QuarantinedTable, _ edit: ([String]) -> [String] = { $0 }) -> [UInt8] {
        var bytes: [UInt8] = []
        let header = QuarantinedTable.notes.map(\.ja) + table.headers
        let rows = table.rows.map { ["\($0.row)", "問題", "対処"] + edit($0.cells) }
        for row in [header] + rows {
            CSVQuoting.append(row: row.map(CSVGuard.guarded), lineEnd: [0x0D, 0x0A], to: &bytes)
        }
        return Encoded.marked(String(decoding: bytes, as: UTF8.self))
    }

    @Test(
        "are found again as the file has them, with their own issues, also those whose fault shows at the end"
    )
    func rows() throws {
        let text = "住民ID,氏名,年齢,メモ\nR1,花子,30,a\nR2,健,三十, b \n\nR1,愛,31,\"c\nd\"\n"
        let (reading, table) = try quarantine(try Encoded.cp932(text))
        #expect(reading.quarantinedRows == [2, 3, 5])
        #expect(table.headers == ["住民ID", "氏名", "年齢", "メモ"])
        #expect(table.rows.map(\.row) == [2, 3, 5])
        #expect(
            table.rows.map(\.cells) == [
                ["R1", "花子", "30", "a"], ["R2", "健", "三十", "b"], ["R1", "愛", "31", "c\nd"],
            ])
        #expect(table.rows.map { $0.issues.map(\.column) } == [["住民ID"], ["年齢"], ["住民ID"]])
    }

    @Test("come back as people when they were corrected, without a word about the columns of notes")
    func corrected() throws {
        let (_, table) = try quarantine(Array("住民ID,氏名,年齢\nR1,=花子,三十\nR2,健,四十\n".utf8))
        let again = try PeopleFixture.read(
            file(table) { $0.map { $0 == "三十" ? "30" : $0 } }, Self.fields)
        #expect(again.table.ids.map(\.text) == ["R1"])
        #expect(again.table.texts("name") == ["=花子"])
        #expect(again.table.numbers("age") == [30])
        #expect(again.quarantinedRows == [3])
        #expect(again.issues.count == 1)
        #expect(again.issues.first?.column == "年齢")
    }

    @Test("keep their number of cells: one with too few or too many does not become good by being listed")
    func misshapen() throws {
        let (_, table) = try quarantine(Array("住民ID,氏名,年齢\nR1,花子\nR2,健,40,x\nR3,愛,41\n".utf8))
        #expect(table.rows.map(\.cells.count) == [2, 4])
        let again = try PeopleFixture.read(file(table), Self.fields)
        #expect(again.quarantinedRows == [2, 3])
    }

    @Test("of a file that is such a list itself lose the old notes")
    func twice() throws {
        let (_, table) = try quarantine(Array("住民ID,氏名,年齢\nR1,花子,三十\n".utf8))
        let (_, second) = try quarantine(file(table))
        #expect(second.headers == table.headers)
        #expect(second.rows.map(\.cells) == table.rows.map(\.cells))
    }

    @Test("of a record on several rows are all of its rows, and come back as one record")
    func records() throws {
        let text = "*,住民ID,氏名,年齢\n*,R1,花子,30\n*,R2,健,三十\n,R2,ケン,\n,,,\n,R2,けん,\n*,R3,愛,41\n"
        let (reading, table) = try quarantine(Array(text.utf8))
        #expect(reading.quarantinedRows == [3])
        #expect(table.rows.map(\.row) == [3, 4, 6])
        #expect(table.rows.map(\.issues.count) == [1, 0, 0])
        let again = try PeopleFixture.read(
            file(table) { $0.map { $0 == "三十" ? "30" : $0 } }, Self.fields)
        #expect(again.table.texts("name") == ["健\nケン\nけん"])
        #expect(again.issues.isEmpty)
    }
}
