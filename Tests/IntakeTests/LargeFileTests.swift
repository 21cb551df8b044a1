import Foundation
import Intake
import Records
import Testing

/// Files over a megabyte are cut on another thread; nothing may tell them from others but the time.
@Suite("Large files")
struct LargeFileTests {
    /// Three megabytes of rows with quoted line breaks, blank lines and cells of several kinds.
    private static let bytes: [UInt8] = Array(
        ("住民ID,氏名,年齢\r\n"
            + (1...60_000).map { row in
                row % 1000 == 0
                    ? "\r\n" : "R\(row),\"山田\n花子、\(row % 7 == 0 ? "長い名前の人" : "x")\",\(row % 90)歳\r\n"
            }
            .joined()).utf8)

    private func joined(_ reader: CSVReader) throws -> [String] {
        var rows: [String] = []
        while try reader.next() {
            let cells = (0..<reader.cellCount).map { String(decoding: reader.cell($0), as: UTF8.self) }
            rows.append("\(reader.rowNumber): " + cells.joined(separator: "|"))
        }
        #expect(try !reader.next())
        return rows
    }

    @Test("Rows and their numbers are those that a pipe with the same bytes gives")
    func sameAsPipe() throws {
        let folder = try TemporaryFolder()
        let pipe = try NamedPipe.serving(Self.bytes, in: folder)
        let expected = try joined(CSVReader(path: pipe))
        #expect(expected.count == 60_001)
        #expect(expected.last == "60001: ")
        #expect(try joined(CSVReader(path: try folder.file(Self.bytes))) == expected)
    }

    @Test("Lent-out rows hold the same cells as single ones")
    func lentOut() throws {
        let folder = try TemporaryFolder()
        let reader = try CSVReader(path: try folder.file(Self.bytes))
        while try reader.next() {
            reader.withRow { cells in
                #expect(cells.count == reader.cellCount)
                for index in 0..<cells.count where !cells[index].elementsEqual(reader.cell(index)) {
                    Issue.record("row \(reader.rowNumber), cell \(index)")
                }
            }
        }
    }

    @Test("A stray quotation mark far into the file is refused with its row, after good rows have come")
    func lateError() throws {
        let folder = try TemporaryFolder()
        let reader = try CSVReader(path: try folder.file(Self.bytes + Array("x,y\"z\r\n1,2\r\n".utf8)))
        var last = 0
        do throws(IntakeError) {
            while try reader.next() { last = reader.rowNumber }
            Issue.record("not refused")
        } catch {
            guard case .strayQuote(_, let row, let offset) = error else {
                Issue.record("another error: \(error)")
                return
            }
            #expect(row == 60_002)
            #expect(offset == Self.bytes.count + 3)
            #expect(last > 30_000 && last <= 60_001)
        }
    }

    @Test("A byte that is no text far into the file is refused with its row and offset")
    func lateByte() throws {
        let folder = try TemporaryFolder()
        let path = try folder.file(Self.bytes + Array("ok\r\n".utf8) + [0xFF])
        #expect(
            throws: IntakeError.undecodable(
                path: path, encoding: .utf8, isGuess: false, row: 60_003, byteOffset: Self.bytes.count + 4)
        ) {
            let reader = try CSVReader(path: path, options: TableOptions(encoding: .utf8))
            while try reader.next() {}
        }
    }

    @Test("A reader that is dropped in the middle leaves nothing open", arguments: [1, 2, 5_000])
    func dropped(rows: Int) throws {
        let folder = try TemporaryFolder()
        let path = try folder.file(Self.bytes)
        do {
            let reader = try CSVReader(path: path)
            for _ in 0..<rows { #expect(try reader.next()) }
        }
        let open = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
            .compactMap { try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/" + $0) }
        #expect(!open.contains(path))
    }

    @Test("People of a large file keep the values of their own rows")
    func people() throws {
        let reading = try PeopleFixture.read(Self.bytes, [PeopleFixture.name, PeopleFixture.age])
        #expect(reading.rowCount == 59_940)
        #expect(reading.issues.isEmpty)
        for person in stride(from: 0, to: reading.table.count, by: 997) {
            let row = Int(reading.table.ids[person].text.dropFirst()) ?? 0
            #expect(reading.table.rows[person] == row + 1)
            #expect(reading.table.numbers("age")[person] == row % 90)
            #expect(reading.table.texts("name")[person] == "山田\n花子、" + (row % 7 == 0 ? "長い名前の人" : "x"))
        }
    }
}
