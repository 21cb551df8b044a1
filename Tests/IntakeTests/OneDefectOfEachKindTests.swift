import Foundation
import Intake
import Records
import Testing

/// What can be wrong with the shape of a file, its rows and its headers; the values have a test of their own.
@Suite("A file with one defect of every kind")
struct OneDefectOfEachKindTests {
    private static let fields = [
        PeopleFixture.field("name", .text, "氏名"), PeopleFixture.age, PeopleFixture.birth,
        PeopleFixture.field("sex", .category(vocabulary: "sex"), "性別"), PeopleFixture.interests,
    ].map { field in
        field.name == "name"
            ? FieldSpec(
                name: "name", kind: .text, label: field.label, headers: field.headers, required: [.resident])
            : field
    }

    /// Shift JIS, tabs, a blank line, a missing column, an unknown one, one without a header.
    private static let rows = [
        "住民ID\t氏名\t年齢\t生年月日\t\tよく使う駅\t趣味[料理]\t趣味[文化・習慣]",
        "R01\t花子\t30\t2000-01-01\t\t目黒\t1\t",  // 2: good
        "",  // 3: blank
        "\t健\t31\t2000-01-01\t\t\t\t",  // 4: no id
        "R02\t\t32\t2000-01-01\t\t\t\t",  // 5: a required cell is empty
        "R03\t愛\t三十\t2000-01-01\t\t\t\t",  // 6: a value that cannot be read
        "R04\t蓮\t33\t2000-01-01",  // 7: too few cells
        "R05\t翔\t34\t2000-01-01\t\t\t\t\t予備",  // 8: too many cells
        "R06\t結\t35\t2000-01-01\t\t\t\t",  // 9: an id that stands twice
        "R06\t凛\t36\t2000-01-01\t\t\t\t",  // 10: and again
        "R07\t葵\t37\t2000-01-01\tメモ\t\t\t1",  // 11: a value without a header, used
        "R08\t山\u{E000}\t38\t2000-01-01\t\t\t1\t",  // 12: gaiji, used
        "R09\t湊\t39\t2000-01-01\t\t\t多分\t1",  // 13: an answer neither chosen nor not, used
        "R10\t樹\t40\t2000-01-01\t\t\t\t",  // 14: good
    ]

    private func reading() throws -> PeopleReading {
        // The system's table has no private characters to write, so that their bytes are put in by hand.
        let parts = try Self.rows.joined(separator: "\r\n").components(separatedBy: "\u{E000}")
            .map(Encoded.cp932)
        return try PeopleFixture.read(Array(parts.joined(separator: [0xF0, 0x40])), Self.fields)
    }

    @Test("gives one issue of every kind, at its row and column")
    func issues() throws {
        let found = try reading().issues.map {
            "\($0.severity == .error ? "error" : "warning") \($0.row ?? 0) \($0.column ?? "-")"
        }
        // First what concerns the whole file, or its header: よく使う駅 is not used, the sex has no column.
        let expected = [
            "warning 0 -", "warning 1 -", "error 4 住民ID", "error 5 氏名", "error 6 年齢", "error 7 -",
            "error 8 -", "error 9 住民ID", "error 10 住民ID", "warning 11 -", "warning 12 氏名",
            "warning 13 趣味[料理]",
        ]
        #expect(found == expected)
    }

    @Test("uses everything else in it")
    func rest() throws {
        let reading = try reading()
        #expect(reading.rowCount == 12)
        #expect(reading.table.ids.map(\.text) == ["R01", "R07", "R08", "R09", "R10"])
        #expect(reading.table.rows == [2, 11, 12, 13, 14])
        #expect(reading.table.numbers("age") == [30, 37, 38, 39, 40])
        #expect(PeopleFixture.tags(reading) == [["cooking"], ["culture"], ["cooking"], ["culture"], []])
        #expect(reading.quarantinedRows == [4, 5, 6, 7, 8, 9, 10])
    }

    @Test("lists each kind with a problem and a cure of its own in both languages")
    func words() throws {
        let issues = try reading().issues
        for issue in issues {
            #expect(!issue.problem.ja.isEmpty && !issue.problem.en.isEmpty)
            #expect(!issue.cure.ja.isEmpty && !issue.cure.en.isEmpty)
        }
        // The two rows of one id share their words.
        #expect(Set(issues.map(\.problem)).count == issues.count - 1)
    }
}
