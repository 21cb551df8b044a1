import Intake
import Records
import Testing

@Suite("PairListReader")
struct PairListReaderTests {
    private func read(_ text: String, reader: PairListReader = PairListReader()) throws -> PairListReading {
        let folder = try TemporaryFolder()
        return try reader.read(path: try folder.file(text, name: "pairs.csv"))
    }

    private func pair(_ volunteer: String, _ resident: String) -> PairKey {
        PairKey(volunteer: PersonID(volunteer), resident: PersonID(resident))
    }

    @Test("Pairs come with their rows, further columns are ignored, in both languages and any order")
    func pairs() throws {
        let english = try read("fit,resident_id,volunteer_id\n9,R1,V1\n\n8,R2,V1\n")
        #expect(english.pairs.map(\.pair) == [pair("V1", "R1"), pair("V1", "R2")])
        #expect(english.pairs.map(\.row) == [2, 4])
        #expect(english.rowCount == 2)
        #expect(english.issues.isEmpty)
        let japanese = try read("\u{FEFF}ボランティアID,住民ID\r\nV1,R1\r\n")
        #expect(japanese.pairs.map(\.pair) == [pair("V1", "R1")])
    }

    @Test("A record on several rows with two ids is not used and is reported")
    func contradiction() throws {
        let reading = try read("*,volunteer_id,resident_id\n*,V1,R1\n,V2,\n*,V3,R3\n,V3,R3\n")
        #expect(reading.pairs.map(\.pair) == [pair("V3", "R3")])
        #expect(reading.issues.map(\.row) == [2])
    }

    @Test("A row without one of the ids is not used and is reported")
    func missingID() throws {
        let reading = try read("volunteer_id,resident_id\nV1,\n,R1\nV2\nV3,R3\n")
        #expect(reading.pairs.map(\.row) == [5])
        #expect(reading.issues.map(\.row) == [2, 3, 4])
        #expect(reading.issues.map(\.column) == ["resident_id", "volunteer_id", "resident_id"])
    }

    @Test("One apostrophe of our own lists goes, any other stays")
    func guardedCells() throws {
        let reading = try read("volunteer_id,resident_id\n'-v,'+2\n'x,''=\n")
        #expect(reading.pairs.map(\.pair) == [pair("-v", "+2"), pair("'x", "'=")])
    }

    @Test("A list without rows is good; a list without a column is not")
    func noRows() throws {
        #expect(try read("volunteer_id,resident_id\n").pairs.isEmpty)
        #expect(throws: IntakeError.self) { try read("volunteer_id\nV1\n") }
    }

    @Test("Further headers can be accepted")
    func moreHeaders() throws {
        let reader = PairListReader(volunteerHeaders: ["社員番号"], residentHeaders: ["学生番号"])
        #expect(try read("学生番号,社員番号\nS1,E1\n", reader: reader).pairs.map(\.pair) == [pair("E1", "S1")])
    }
}
