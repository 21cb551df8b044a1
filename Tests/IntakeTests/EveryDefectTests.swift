import Intake
import Records
import Testing

/// A file with one defect of every kind of value.
@Suite("One defect of every kind")
struct EveryDefectTests {
    private static let fields = [
        field("name", .text), field("since", .date), field("day", .date, serial: .since1900),
        field("ok", .flag), field("count", .number(suffix: "人")),
        field("word", .category(vocabulary: "interests")), field("words", .tags(vocabulary: "interests")),
        field("languages", .levelledTags(vocabulary: "languages", scale: .cefr)),
        field("subjects", .rangedTags(vocabulary: "subjects")), field("free", .weekly),
        field("window", .window), field("length", .duration), field("home", .place),
        field("town", .place, readsCodes: true), field("zone", .timeZone(vocabulary: nil)),
    ]

    private static func field(
        _ name: String, _ kind: FieldKind, serial: ExcelSerial? = nil, readsCodes: Bool = false
    ) -> FieldSpec {
        FieldSpec(
            name: name, kind: kind, label: Bilingual(name), headers: [.resident: [name]], excelSerial: serial,
            readsMunicipalityCodes: readsCodes)
    }

    /// A cell of each field that can be read.
    private static let good = [
        "name": "सीता राई", "since": "令和7年4月1日", "day": "45748", "ok": "○", "count": "8７人", "word": "料理",
        "words": "料理・文化・習慣", "languages": "英語B2", "subjects": "国語：１〜３", "free": "土日午前",
        "window": "13時〜15時", "length": "1時間半", "home": "江東区", "town": "131083", "zone": "Asia/Tokyo",
    ]

    /// Cells that cannot be read, or are read with a warning, and a piece of what is said about them.
    private static let defects: [(field: String, cell: String, severity: DataIssue.Severity, says: String)] =
        [
            ("since", "平成35年1月1日", .error, "era"), ("since", "2025-02-29", .error, "no such day"),
            ("since", "2025/4/1(水)", .error, "contradicts"), ("since", "45748", .error, "serial"),
            ("since", "4/1/2025", .error, "known form"), ("since", "0225-04-01", .error, "between"),
            ("day", "4574", .error, "known form"), ("ok", "たぶん", .error, "yes nor no"),
            ("count", "2.5人", .error, "whole number"), ("word", "天体観測", .error, "does not have"),
            ("words", "料理、天体観測", .warning, "does not have"),
            ("languages", "英語ぺらぺら", .warning, "does not have"),
            ("languages", "英語（少し）", .warning, "scale"), ("languages", "英語B1、英語C1", .warning, "two levels"),
            ("subjects", "国語", .warning, "range"), ("free", "応相談", .error, "days and times"),
            ("free", "18時以降", .error, "which days"), ("free", "土 4-6", .error, "morning or afternoon"),
            ("free", "土 12:00-9:00", .error, "ends before"), ("free", "土日、平日夜", .error, "belongs to"),
            ("free", "土日", .warning, "all day"), ("free", "土日祝 午前", .warning, "holidays"),
            ("free", "土 9:10-11:50", .warning, "rounded"), ("free", "土 6-8", .warning, "morning"),
            ("window", "土 13時〜15時", .error, "span of time"), ("length", "2", .error, "hours or minutes"),
            ("length", "25時間", .error, "24 hours"), ("home", "640001", .error, "leading zero"),
            ("home", "9999999", .error, "does not have"), ("home", "どこか", .error, "neither"),
            ("home", "府中市", .error, "Several"), ("town", "131084", .error, "check digit"),
            ("town", "13999", .error, "does not have"), ("town", "1101", .error, "leading zero"),
            ("town", "14362", .error, "either of two"), ("zone", "JST", .error, "time zone"),
            ("free", String(repeating: "月", count: 6000), .error, "too long"),
        ]

    @Test("One issue for each defect, with its row, column and value, and everything else is used")
    func everyDefect() throws {
        let folder = try TemporaryFolder()
        let names = Self.fields.map(\.name)
        func line(_ id: String, _ cells: [String: String]) -> String {
            ([id] + names.map { "\"\(cells[$0] ?? "")\"" }).joined(separator: ",")
        }
        var lines = [(["住民ID"] + names).joined(separator: ","), line("R0", Self.good)]
        for (number, defect) in Self.defects.enumerated() {
            lines.append(line("R\(number + 1)", Self.good.merging([defect.field: defect.cell]) { $1 }))
        }
        var vocabularies = [
            "interests": VocabularyFixtures.interests, "languages": VocabularyFixtures.languages,
            "subjects": VocabularyFixtures.subjects,
        ]
        let reading = try PeopleReader(
            side: .resident, person: PersonSpec(label: Bilingual("resident"), idHeaders: ["住民ID"]),
            fields: Self.fields, places: try places()
        ).read(path: try folder.file(lines.joined(separator: "\r\n")), vocabularies: &vocabularies)

        #expect(reading.issues.count == Self.defects.count)
        for (number, (defect, issue)) in zip(Self.defects, reading.issues).enumerated() {
            #expect(issue.row == number + 3, "\(defect.cell)")
            #expect(issue.column == defect.field)
            #expect(issue.severity == defect.severity, "\(defect.cell)")
            #expect(issue.problem.en.contains(defect.says), "\(defect.cell): \(issue.problem.en)")
            #expect(!issue.problem.ja.isEmpty && !issue.cure.ja.isEmpty && !issue.cure.en.isEmpty)
            #expect(defect.cell.contains(issue.value ?? "-"))
        }
        // Rows with warnings are used, and so is every other cell of theirs.
        let warned = Self.defects.filter { $0.severity == .warning }.count
        #expect(reading.quarantinedRows.count == Self.defects.count - warned)
        #expect(reading.table.count == 1 + warned)
        #expect(reading.table.texts("name") == Array(repeating: "सीता राई", count: 1 + warned))
        let day = CivilDate(year: 2025, month: 4, day: 1)
        #expect(reading.table.dates("since") == Array(repeating: day, count: 1 + warned))
        #expect(reading.table.dates("day") == Array(repeating: day, count: 1 + warned))
        #expect(reading.table.numbers("count") == Array(repeating: 87, count: 1 + warned))
    }

    private func places() throws -> PlaceTable {
        let folder = try TemporaryFolder()
        _ = try folder.file(
            """
            municipality_code,prefecture,municipality,name_en,latitude,longitude
            01101,北海道,札幌市中央区,Sapporo Chuo,43.05,141.34
            01436,北海道,雨竜町,Uryu,43.64,141.89
            13108,東京都,江東区,Koto,35.67,139.82
            13206,東京都,府中市,Fuchu,35.67,139.48
            14362,神奈川県,大井町,Oi,35.32,139.15
            34208,広島県,府中市,Fuchu,34.57,133.24
            """, name: "municipalities.csv")
        _ = try folder.file("postal_code,municipality_code\n135,13108\n", name: "postal-codes.csv")
        return try PlaceTable.load(folder: folder.path)
    }
}
