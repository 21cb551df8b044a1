import Intake
import Testing

@Suite("WorkbookReader: days and times")
struct WorkbookDateTests {
    /// The text of a number in the first of the given formats.
    private func text(_ number: String, _ code: String, from1904: Bool = false) throws -> String? {
        let file = WorkbookFile(
            data: "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>\(number)</v></c></row>", formats: [code],
            workbook: from1904 ? "<workbookPr date1904=\"1\"/>" : "<workbookPr/>")
        return try file.rows().first.map { String($0.dropFirst(3)) }
    }

    @Test(
        "Every format of days is known by its letters",
        arguments: [
            "yyyy/m/d", "yyyy\"年\"m\"月\"d\"日\"", "[$-411]ggge\"年\"m\"月\"d\"日\"", "[$-411]ge.m.d", "m/d/yy",
            "d-mmm",
            "mmm-yy", "m", "aaa", "dddd", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "yyyy/m/d h:mm", "e/m/d",
            "[$-409]d\\-mmm\\-yy;@", "[Red]yyyy/m/d", "YYYY/M/D", "[$-ja-JP-x-gannen]ggge\"年\"m\"月\"d\"日\";@",
        ])
    func dayFormats(code: String) throws {
        #expect(try text("45748", code) == "2025-04-01")
        #expect(try text("45748.75", code) == "2025-04-01 18:00")
    }

    @Test(
        "Formats of times give hours and minutes, with seconds where there are some",
        arguments: [
            "h:mm", "hh:mm:ss", "h:mm AM/PM", "h\"時\"mm\"分\"", "[$-F400]h:mm:ss\\ AM/PM", "mm:ss", "A/P h:mm",
        ])
    func timeFormats(code: String) throws {
        #expect(try text("0.75", code) == "18:00")
        #expect(try text("0.52083333333333337", code) == "12:30")
        #expect(try text("0.52084490740740741", code) == "12:30:01")
        #expect(try text("45748.75", code) == "18:00")
        #expect(try text("0", code) == "00:00")
    }

    @Test("Lengths of time may be longer than a day", arguments: ["[h]:mm", "[hh]:mm:ss", "[mm]:ss"])
    func elapsed(code: String) throws {
        #expect(try text("1.0625", code) == "25:30")
        #expect(try text("1", code) == "24:00")
    }

    @Test("The formats that need no definition, those of Japan included, are days and times")
    func builtIns() throws {
        var file = WorkbookFile(data: "", formats: Array(repeating: "0", count: 60))
        for (id, value) in [
            (14, "2025-04-01"), (22, "2025-04-01"), (27, "2025-04-01"), (30, "2025-04-01"),
            (31, "2025-04-01"),
            (57, "2025-04-01"), (58, "2025-04-01"), (9, "45748"), (1, "45748"), (49, "45748"), (20, "00:00"),
            (32, "00:00"), (46, "1097952:00"),
        ] {
            file["xl/styles.xml"] =
                "<styleSheet \(WorkbookFile.main)><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"\(id)\"/></cellXfs></styleSheet>"
            file["xl/worksheets/sheet1.xml"] = WorkbookFile.sheet(
                "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>45748</v></c></row>")
            #expect(try file.rows() == ["1: \(value)"], "\(id)")
        }
    }

    @Test(
        "Counted from 1900, with the day of 1900 that never was",
        arguments: [
            ("1", "1900-01-01"), ("59", "1900-02-28"), ("60", "1900-02-29"), ("61", "1900-03-01"),
            ("60.5", "1900-02-29 12:00"), ("0", "1900-01-00"), ("0.5", "12:00"), ("36526", "2000-01-01"),
            ("45747.999999", "2025-04-01"), ("45747.99998", "2025-03-31 23:59:58"), ("2958465", "9999-12-31"),
            ("2958466", "2958466"), ("-1", "-1"), ("1E+9", "1000000000"),
        ])
    func system1900(number: String, day: String) throws {
        #expect(try text(number, "yyyy/m/d") == day)
    }

    @Test(
        "Counted from 1904",
        arguments: [
            ("0", "1904-01-01"), ("1", "1904-01-02"), ("60", "1904-03-01"), ("44286", "2025-04-01"),
            ("44286.25", "2025-04-01 06:00"), ("2957003", "9999-12-31"), ("2957004", "2957004"), ("-1", "-1"),
        ])
    func system1904(number: String, day: String) throws {
        #expect(try text(number, "yyyy/m/d", from1904: true) == day)
    }

    @Test("Formats of conditional formatting do not change those of cells")
    func differentialFormats() throws {
        var file = WorkbookFile(
            data: "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>45748</v></c></row>", formats: ["yyyy/m/d"])
        file["xl/styles.xml"] = file["xl/styles.xml"]?.replacing(
            "</styleSheet>",
            with: "<dxfs><dxf><numFmt numFmtId=\"164\" formatCode=\"0.00\"/></dxf></dxfs></styleSheet>")
        #expect(try file.rows() == ["1: 2025-04-01"])
    }
}
