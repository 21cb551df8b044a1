import Foundation
import Intake
import Testing

@Suite("CSVReader")
struct CSVReaderTests {
    /// Every row as `number: cell|cell`.
    private func rows(_ bytes: [UInt8], _ options: TableOptions = TableOptions()) throws -> [String] {
        let folder = try TemporaryFolder()
        let reader = try CSVReader(path: try folder.file(bytes), options: options)
        var rows: [String] = []
        while try reader.next() {
            let cells = (0..<reader.cellCount).map { String(decoding: reader.cell($0), as: UTF8.self) }
            rows.append("\(reader.rowNumber): " + cells.joined(separator: "|"))
        }
        return rows
    }

    private func rows(_ text: String) throws -> [String] { try rows(Array(text.utf8)) }

    private func failure(
        _ bytes: [UInt8], _ options: TableOptions = TableOptions(encoding: .utf8)
    ) throws -> IntakeError? {
        do {
            _ = try rows(bytes, options)
            return nil
        } catch let error as IntakeError {
            return error
        }
    }

    @Test("LF, CRLF and lone CR end rows alike", arguments: ["\n", "\r\n", "\r"])
    func lineEndings(end: String) throws {
        #expect(try rows("a,b" + end + "1,2" + end) == ["1: a|b", "2: 1|2"])
    }

    @Test("Blank lines keep their row numbers", arguments: ["\n", "\r\n", "\r"])
    func blankLines(end: String) throws {
        let text = ["a", "", "", "1", "2"].joined(separator: end)
        #expect(try rows(text) == ["1: a", "2: ", "3: ", "4: 1", "5: 2"])
    }

    @Test("A quoted cell with line breaks is one spreadsheet row")
    func quotedLineBreaks() throws {
        let text = "a,b\r\n\"x\r\ny\n\nz\",\"says \"\"hi\"\", twice\"\r\n3,4"
        #expect(try rows(text) == ["1: a|b", "2: x\r\ny\n\nz|says \"hi\", twice", "3: 3|4"])
    }

    @Test("A byte order mark is not part of the first cell, quoted or not")
    func byteOrderMark() throws {
        #expect(try rows([0xEF, 0xBB, 0xBF] + Array("氏名,b\n".utf8)) == ["1: 氏名|b"])
        #expect(try rows([0xEF, 0xBB, 0xBF] + Array("\"氏名\",b\n".utf8)) == ["1: 氏名|b"])
    }

    @Test("Spaces inside of quotation marks and full-width spaces stay; plain ones around a cell go")
    func spaces() throws {
        #expect(try rows("\" a \", b ,　c　,d e\n") == ["1:  a |b|　c　|d e"])
    }

    @Test("Empty cells count, also at the end of a row and of the file")
    func emptyCells() throws {
        #expect(try rows(",,\na,") == ["1: ||", "2: a|"])
    }

    @Test("Characters and rows that lie across chunks stay whole, whatever their offset", arguments: 0..<7)
    func chunkBorders(shift: Int) throws {
        let first = String(repeating: "x", count: 65_530 + shift) + ",日本語\r\n"
        let text = first + "次,の\r\n\r\n行,だ"
        let expected = ["1: " + first.dropLast(1).replacing(",", with: "|"), "2: 次|の", "3: ", "4: 行|だ"]
        #expect(try rows(text) == expected)
    }

    @Test("Ten thousand rows come with their numbers")
    func manyRows() throws {
        let text = (1...10_000).map { "\($0),\"値\n\($0)\"\n" }.joined()
        let expected = (1...10_000).map { "\($0): \($0)|値\n\($0)" }
        #expect(try rows(text) == expected)
    }

    @Test("A byte that is not UTF-8 is refused with its row and offset")
    func invalidUTF8() throws {
        guard
            case .undecodable(_, .utf8, false, let row, let offset)? = try failure(
                Array("a,b\n\"x\ny\",1\n".utf8) + [0x8E, 0x81])
        else {
            Issue.record("not refused as invalid UTF-8")
            return
        }
        #expect(row == 3)
        #expect(offset == 12)
    }

    @Test("A character cut off at the end of the file is refused")
    func truncatedCharacter() throws {
        guard
            case .undecodable(_, .utf8, false, let row, let offset)? = try failure(
                Array("a\n".utf8) + [0xE6, 0x97])
        else {
            Issue.record("not refused as invalid UTF-8")
            return
        }
        #expect(row == 2)
        #expect(offset == 2)
    }

    @Test("A NUL byte is refused with its row and offset, also in front of broken UTF-8")
    func nulByte() throws {
        for tail: [UInt8] in [[0], [0, 0xFF]] {
            guard case .nulByte(_, let row, let offset)? = try failure(Array("a\nb,".utf8) + tail) else {
                Issue.record("not refused as NUL")
                return
            }
            #expect(row == 2)
            #expect(offset == 4)
        }
    }

    @Test("A quotation mark that is never closed is refused with the row where it opens")
    func unclosedQuote() throws {
        guard case .unclosedQuote(_, let row)? = try failure(Array("a,b\n1,\"x\ny,2\nz".utf8)) else {
            Issue.record("not refused")
            return
        }
        #expect(row == 2)
    }

    @Test("A quotation mark in the middle of a cell is refused with its row", arguments: ["x\"y", "\"x\"y"])
    func strayQuote(cell: String) throws {
        guard case .strayQuote(_, let row, _)? = try failure(Array("a,b\n1,2\n1,\(cell)\n".utf8)) else {
            Issue.record("not refused")
            return
        }
        #expect(row == 3)
    }

    @Test("A cell of exactly the limit passes, one byte more is refused with row and column")
    func cellLimit() throws {
        let limit = CSVReader.cellLimit
        let good = Array("a,b\n1,".utf8) + [UInt8](repeating: 0x78, count: limit)
        #expect(try rows(good).count == 2)
        guard
            case .cellTooLarge(_, let row, let column, limit)? = try failure(
                good + [0x78] + Array("\n1,2".utf8))
        else {
            Issue.record("not refused")
            return
        }
        #expect(row == 2)
        #expect(column == 2)
    }

    @Test("A quoted cell without an end is refused before the whole file is read")
    func hugeCell() throws {
        let bytes = Array("a,b\n\"".utf8) + [UInt8](repeating: 0x0A, count: 8 << 20)
        guard case .cellTooLarge(_, let row, let column, _)? = try failure(bytes) else {
            Issue.record("not refused as too large")
            return
        }
        #expect(row == 2)
        #expect(column == 1)
    }

    @Test("A row of too many cells is refused, finished or not", arguments: ["", "\n"])
    func columnLimit(end: String) throws {
        let text = "a\n" + String(repeating: ",", count: CSVReader.columnLimit) + end
        guard case .tooManyCells(_, let row, _)? = try failure(Array(text.utf8)) else {
            Issue.record("not refused")
            return
        }
        #expect(row == 2)
    }

    @Test("A row that grows without an end is refused")
    func rowLimit() throws {
        let cell = [UInt8](repeating: 0x78, count: 1 << 19) + [0x2C]
        let bytes = Array("a\n".utf8) + (0..<40).flatMap { _ in cell }
        guard case .rowTooLarge(_, let row, _)? = try failure(bytes) else {
            Issue.record("not refused")
            return
        }
        #expect(row == 2)
    }

    @Test("A missing file, a path through a file, and a folder are told apart")
    func missingAndFolder() throws {
        let folder = try TemporaryFolder()
        let file = try folder.file("a")
        let missing = folder.path + "/none.csv"
        #expect(throws: IntakeError.missing(path: missing)) { try CSVReader(path: missing) }
        #expect(throws: IntakeError.missing(path: file + "/x")) { try CSVReader(path: file + "/x") }
        #expect(throws: IntakeError.folder(path: folder.path)) { try CSVReader(path: folder.path) }
    }

    @Test("Random bytes give rows or a typed error, never anything else", arguments: 0..<200)
    func randomBytes(seed: Int) throws {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
        let alphabet: [UInt8] = [
            0x2C, 0x22, 0x0A, 0x0D, 0x20, 0x61, 0xE3, 0x81, 0x82, 0x00, 0xFF, 0x22, 0x2C,
        ]
        let bytes = (0..<200).map { _ in
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            // NUL and FF in one file out of four only, so that the others get further.
            let choice = alphabet[Int(state % 13)]
            return seed % 4 != 0 && (choice == 0 || choice == 0xFF) ? 0x62 : choice
        }
        let folder = try TemporaryFolder()
        let reader = try CSVReader(path: try folder.file(bytes))
        var last = 0
        do throws(IntakeError) {
            while try reader.next() {
                #expect(reader.rowNumber == last + 1)
                last = reader.rowNumber
            }
        } catch {
            #expect(error.category == .badData)
        }
    }
}
