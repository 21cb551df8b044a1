import Intake
import Records
import Testing

@Suite("PeopleReader")
struct PeopleReaderTests {
    private static let person = PersonSpec(
        label: Bilingual(ja: "住民", en: "resident"), idHeaders: ["住民ID", "resident_id"])

    private static func field(
        _ name: String, _ kind: FieldKind, _ headers: String..., required: Set<Side> = []
    ) -> FieldSpec {
        FieldSpec(
            name: name, kind: kind, label: Bilingual(name), headers: [.resident: headers], required: required)
    }

    private static let name = field("name", .text, "氏名")
    private static let age = field("age", .number(suffix: "歳"), "年齢")
    private static let interests = field("interests", .tags(vocabulary: "interests"), "趣味")

    private func places() throws -> PlaceTable {
        let folder = try TemporaryFolder()
        _ = try folder.file(
            "municipality_code,prefecture,municipality,latitude,longitude\n13108,東京都,江東区,35.6726,139.8171\n",
            name: "municipalities.csv")
        _ = try folder.file("postal_code,municipality_code\n135,13108\n", name: "postal-codes.csv")
        return try PlaceTable.load(folder: folder.path)
    }

    private func read(
        _ bytes: [UInt8], _ fields: [FieldSpec], person: PersonSpec = PeopleReaderTests.person,
        places: PlaceTable? = nil
    ) throws -> (reading: PeopleReading, vocabularies: [String: Vocabulary]) {
        let folder = try TemporaryFolder()
        var vocabularies = [
            "interests": VocabularyFixtures.interests, "languages": VocabularyFixtures.languages,
            "subjects": VocabularyFixtures.subjects, "words": Vocabulary(tags: [], isOpen: true),
        ]
        let reading = try PeopleReader(side: .resident, person: person, fields: fields, places: places)
            .read(path: try folder.file(bytes), vocabularies: &vocabularies)
        return (reading, vocabularies)
    }

    private func read(
        _ text: String, _ fields: [FieldSpec], person: PersonSpec = PeopleReaderTests.person,
        places: PlaceTable? = nil
    ) throws -> PeopleReading {
        try read(Array(text.utf8), fields, person: person, places: places).reading
    }

    @Test("People are sorted by id, with their rows, and keep their values")
    func sorted() throws {
        let reading = try read("氏名,住民ID,年齢\r\n花子,b,３０歳\r\n\r\n太郎,a,\r\n", [Self.name, Self.age])
        #expect(reading.table.side == .resident)
        #expect(reading.table.ids.map(\.text) == ["a", "b"])
        #expect(reading.table.rows == [4, 2])
        #expect(reading.table.texts("name") == ["太郎", "花子"])
        #expect(reading.table.numbers("age") == [nil, 30])
        #expect(reading.issues.isEmpty)
        #expect(reading.rowCount == 2)
        #expect(reading.quarantinedRows.isEmpty)
    }

    @Test("A byte order mark and quoted line breaks do not move the row numbers")
    func spreadsheetRows() throws {
        let text = "\u{FEFF}住民ID,氏名,年齢\r\na,\"一\r\n二\",1\r\n\r\n\"b\",\"x\n\",?\r\nc,y,2"
        let reading = try read(text, [Self.name, Self.age])
        #expect(reading.table.rows == [2, 5])
        #expect(reading.issues.map(\.row) == [4])
        #expect(reading.table.texts("name") == ["一\r\n二", "y"])
    }

    @Test("A name with a kanji variant stays as written, and ids that only look alike are two people")
    func kanjiTrap() throws {
        let reading = try read("住民ID,氏名\n神,\u{FA19}山\n\u{FA19},神山\n", [Self.name])
        #expect(reading.table.count == 2)
        let names = reading.table.texts("name").map { Array(($0 ?? "").utf8) }
        #expect(names == [Array("\u{FA19}山".utf8), Array("神山".utf8)])
    }

    @Test("One file with every kind of defect gives one issue of each, and everything else is used")
    func everyDefect() throws {
        let fields = [
            Self.name,
            Self.field("applied", .date, "申込日", required: [.resident]),
            Self.field("checked", .flag, "本人確認"),
            Self.age,
            Self.field("topic", .category(vocabulary: "interests"), "区分"),
            Self.interests,
            Self.field("languages", .levelledTags(vocabulary: "languages", scale: .cefr), "言語"),
            Self.field("subjects", .rangedTags(vocabulary: "subjects"), "科目"),
            Self.field("time", .weekly, "時間"),
            Self.field("home", .place, "郵便番号"),
            Self.field("gone", .text, "消えた列"),
        ]
        let text = """
            住民ID,氏名,申込日,本人確認,年齢,区分,趣味,言語,科目,時間,郵便番号,備考,
            r01,良,2025/4/1,○,8歳,料理,料理,英語B2,国語:1-3,土日午前,135-0061,メモ,
            r02,日付,平成35年1月1日,○,8,料理,料理,英語,国語:1,土午前,1350061,,
            r03,必須,,○,8,料理,料理,英語,国語:1,土午前,1350061,,
            r04,はいいいえ,R7.4.1,?,8,料理,料理,英語,国語:1,土午前,1350061,,
            r05,数,R7.4.1,○,八,料理,料理,英語,国語:1,土午前,1350061,,
            r06,区分,R7.4.1,○,8,天体,料理,英語,国語:1,土午前,1350061,,
            r07,趣味,R7.4.1,○,8,料理,料理、天体,英語,国語:1,土午前,1350061,,
            r08,言語,R7.4.1,○,8,料理,料理,英語（少し）,国語:1,土午前,1350061,,
            r09,科目,R7.4.1,○,8,料理,料理,英語,国語,土午前,1350061,,
            r10,時間,R7.4.1,○,8,料理,料理,英語,国語:1,応相談,1350061,,
            r11,場所,R7.4.1,○,8,料理,料理,英語,国語:1,土午前,640001,,
            ,無名,R7.4.1,○,8,料理,料理,英語,国語:1,土午前,1350061,,
            r13,重複,R7.4.1,○,8,料理,料理,英語,国語:1,土午前,1350061,,
            r13,重複,R7.4.1,○,8,料理,料理,英語,国語:1,土午前,1350061,,
            r15,足りない,R7.4.1
            r16,多い,R7.4.1,○,8,料理,料理,英語,国語:1,土午前,1350061,,,余り
            r17,見出しなし,R7.4.1,○,8,料理,料理,英語,国語:1,土午前,1350061,,値
            r18,終日,R7.4.1,○,8,料理,料理,英語,国語:1,土,1350061,,,,
            """
        let reading = try read(text, fields, places: try places())
        let found = reading.issues.map {
            "\($0.row ?? 0) \($0.column ?? "-") \($0.severity) \($0.value ?? "-")"
        }
        #expect(
            found == [
                "0 - warning -",
                "1 - warning -",
                "3 申込日 error 平成35年1月1日",
                "4 申込日 error ",
                "5 本人確認 error ?",
                "6 年齢 error 八",
                "7 区分 error 天体",
                "8 趣味 warning 天体",
                "9 言語 warning 英語（少し）",
                "10 科目 warning 国語",
                "11 時間 error 応相談",
                "12 郵便番号 error 640001",
                "13 住民ID error ",
                "14 住民ID error r13",
                "15 住民ID error r13",
                "16 - error -",
                "17 - error -",
                "18 - warning -",
                "19 時間 warning 土",
            ])
        #expect(reading.issues.allSatisfy { $0.file == "people.csv" })
        #expect(reading.table.ids.map(\.text) == ["r01", "r07", "r08", "r09", "r17", "r18"])
        #expect(reading.quarantinedRows == [3, 4, 5, 6, 7, 11, 12, 13, 14, 15, 16, 17])
        #expect(reading.rowCount == 18)
        #expect(reading.table.dates("applied").allSatisfy { $0 == CivilDate(iso: "2025-04-01") })
        #expect(reading.table.flags("checked").allSatisfy { $0 == .yes })
        #expect(reading.table.categories("topic").allSatisfy { $0 == 0 })
        #expect(reading.table.tags("interests").allSatisfy { $0 == TagSet([0]) })
        #expect(reading.table.levelledTags("languages")[0] == [LevelledTag(tag: 1, level: 3)])
        #expect(reading.table.rangedTags("subjects")[0] == [RangedTag(tag: 2, range: 1...3)])
        #expect(reading.table.rangedTags("subjects")[3] == nil)
        #expect(reading.table.weeklies("time")[0]?.quarterCount == 24)
        #expect(reading.table.places("home").allSatisfy { $0?.municipality.ja == "江東区" })
        #expect(reading.table.texts("gone") == [nil, nil, nil, nil, nil, nil])
        for issue in reading.issues {
            #expect(!issue.problem.ja.isEmpty && !issue.problem.en.isEmpty)
            #expect(!issue.cure.ja.isEmpty && !issue.cure.en.isEmpty)
        }
    }

    @Test("A row with three defects gives three issues and is quarantined once")
    func threeDefects() throws {
        let fields = [
            Self.age, Self.field("day", .date, "日付"), Self.field("name", .text, "氏名", required: [.resident]),
        ]
        let reading = try read("住民ID,年齢,日付,氏名\na,x,y,\nb,1,2025-04-01,z\n", fields)
        #expect(reading.issues.map(\.column) == ["年齢", "日付", "氏名"])
        #expect(reading.issues.allSatisfy { $0.row == 2 && $0.severity == .error })
        #expect(reading.quarantinedRows == [2])
    }

    @Test("A required cell in which nothing is known gives its warnings and quarantines the row")
    func requiredTags() throws {
        let field = Self.field("interests", .tags(vocabulary: "interests"), "趣味", required: [.resident])
        let reading = try read("住民ID,趣味\na,天体\nb,料理\n", [field])
        #expect(reading.issues.map(\.severity) == [.warning, .error])
        #expect(reading.quarantinedRows == [2])
    }

    @Test("All rows of a repeated id are quarantined, also where one of them is bad anyway")
    func duplicates() throws {
        let reading = try read("住民ID,年齢\na,1\nb,2\na,x\nc,3\na,1\n", [Self.age])
        #expect(reading.table.ids.map(\.text) == ["b", "c"])
        #expect(reading.quarantinedRows == [2, 4, 6])
        #expect(reading.issues.count == 4)
        #expect(reading.issues.first?.problem.en.contains("rows 2, 4, 6") == true)
    }

    @Test("Ids may repeat where the programme says so")
    func repeats() throws {
        let person = PersonSpec(label: Bilingual("x"), idHeaders: ["住民ID"], repeats: true)
        let reading = try read("住民ID,年齢\nb,1\na,2\nb,3\n", [Self.age], person: person)
        #expect(reading.table.ids.map(\.text) == ["a", "b", "b"])
        #expect(reading.table.rows == [3, 2, 4])
        #expect(reading.issues.isEmpty)
    }

    @Test("Blank rows are skipped silently, whatever they are made of")
    func blankRows() throws {
        let reading = try read("住民ID,年齢\n,\n　,\" \"\n\n   \na,1\n", [Self.age])
        #expect(reading.rowCount == 1)
        #expect(reading.table.rows == [6])
        #expect(reading.issues.isEmpty)
    }

    @Test("Fields of the other side are passed over")
    func otherSide() throws {
        let other = FieldSpec(
            name: "other", kind: .text, label: Bilingual("other"), headers: [.volunteer: ["氏名"]],
            required: [.volunteer])
        let reading = try read("住民ID,年齢\na,1\n", [Self.age, other])
        #expect(reading.table.columns.keys.sorted() == ["age"])
        #expect(reading.issues.isEmpty)
    }

    @Test("Open vocabularies come back with the words that the file adds, shared between columns")
    func openVocabulary() throws {
        let fields = [
            Self.field("a", .tags(vocabulary: "words"), "A"),
            Self.field("b", .category(vocabulary: "words"), "B"),
        ]
        let result = try read(Array("住民ID,A,B\n2,x;y,z\n1,z,x\n".utf8), fields)
        #expect(result.vocabularies["words"]?.tags.map(\.key) == ["x", "y", "z"])
        #expect(result.vocabularies["interests"] == VocabularyFixtures.interests)
        #expect(result.reading.table.tags("a") == [TagSet([2]), TagSet([0, 1])])
        #expect(result.reading.table.categories("b") == [0, 2])
    }

    @Test("Cells that repeat are judged every time")
    func repeatedCells() throws {
        let rows = (0..<1000).map { "\($0),\($0 % 3 == 0 ? "料理、天体" : "料理")" }.joined(separator: "\n")
        let reading = try read("住民ID,趣味\n" + rows, [Self.interests])
        #expect(reading.issues.count == 334)
        #expect(reading.table.count == 1000)
    }

    @Test("Progress ends with the number of rows")
    func progress() throws {
        let folder = try TemporaryFolder()
        let rows = (0..<10_000).map { "\($0)" }.joined(separator: "\n")
        var vocabularies: [String: Vocabulary] = [:]
        var reports: [Int] = []
        _ = try PeopleReader(side: .resident, person: Self.person, fields: [], places: nil)
            .read(path: try folder.file("住民ID\n" + rows), vocabularies: &vocabularies) { reports.append($0) }
        #expect(reports == [0, 4096, 8192, 10_000])
    }

    @Test("An empty file, blank lines, a header alone and a missing id column are told apart")
    func unusable() throws {
        func failure(_ text: String) -> IntakeError? {
            do {
                _ = try read(text, [Self.age])
                return nil
            } catch {
                return error as? IntakeError
            }
        }
        for text in ["", "\u{FEFF}", "\n\r\n , \n"] {
            guard case .empty? = failure(text) else {
                Issue.record("not refused as empty")
                return
            }
        }
        guard case .noRows? = failure("住民ID,年齢\n\n") else {
            Issue.record("not refused as a header alone")
            return
        }
        guard case .defects(_, let issues)? = failure("住民ＩＤ番号,年齢\n1,2\n") else {
            Issue.record("not refused for the id")
            return
        }
        #expect(issues.count == 1)
        #expect(issues.first?.cure.ja.contains("住民ＩＤ番号") == true)
    }

    @Test("A field of places without the table of places is a mistake of the configuration")
    func placesNeeded() throws {
        let error = #expect(throws: IntakeError.self) {
            try read("住民ID,郵便番号\n1,1350061\n", [Self.field("home", .place, "郵便番号")])
        }
        #expect(error == .placesNeeded(field: "home"))
    }
}
