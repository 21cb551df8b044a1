import Foundation
import Intake
import Records
import Testing

/// A table of people as the tests of whole files read it: an id and some fields, and what came of them.
struct PeopleFixture {
    static let name = field("name", .text, "氏名", "Name", "name")
    static let birth = field("birth", .date, "生年月日", "Birth date")
    static let age = field("age", .number(suffix: "歳"), "年齢", "Age")
    static let sex = field("sex", .category(vocabulary: "sex"), "性別", "Gender")
    static let online = field("online", .flag, "オンライン可", "Online")
    static let interests = field("interests", .tags(vocabulary: "interests"), "趣味", "興味のあること", "Interests")
    static let week = field("week", .weekly, "空いている時間", "Free time")

    static func field(_ name: String, _ kind: FieldKind, _ headers: String...) -> FieldSpec {
        FieldSpec(name: name, kind: kind, label: Bilingual(name), headers: [.resident: headers])
    }

    /// Reads a file of residents whose ids stand under `住民ID`, `resident_id` or `Id`.
    static func read(
        _ bytes: [UInt8], _ fields: [FieldSpec], options: TableOptions = TableOptions()
    ) throws -> PeopleReading {
        let folder = try TemporaryFolder()
        let person = PersonSpec(
            label: Bilingual(ja: "住民", en: "resident"), idHeaders: ["住民ID", "resident_id", "Id"])
        var vocabularies = [
            "interests": VocabularyFixtures.interests,
            "sex": Vocabulary(tags: [
                Tag(key: "f", label: Bilingual(ja: "女", en: "Female")),
                Tag(key: "m", label: Bilingual(ja: "男", en: "Male")),
            ]),
        ]
        return try PeopleReader(side: .resident, person: person, fields: fields, places: nil)
            .read(path: try folder.file(bytes), options: options, vocabularies: &vocabularies)
    }

    static func read(_ text: String, _ fields: [FieldSpec]) throws -> PeopleReading {
        try read(Array(text.utf8), fields)
    }

    /// The tags of every person, by key.
    static func tags(_ reading: PeopleReading, _ field: String = "interests") -> [[String]] {
        reading.table.tags(field).map { set in
            (set ?? TagSet()).indices.map { VocabularyFixtures.interests.tags[$0].key }
        }
    }
}

/// Text as the bytes of a file.
enum Encoded {
    /// CP932, with the vendor's characters; fails where a character is not in the table.
    static func cp932(_ text: String) throws -> [UInt8] {
        Array(try #require(text.data(using: .shiftJIS)))
    }

    static func utf16(_ text: String, bigEndian: Bool = false, mark: Bool = true) -> [UInt8] {
        ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit -> [UInt8] in
            let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            return bigEndian ? bytes.reversed() : bytes
        }
    }

    static func marked(_ text: String) -> [UInt8] { [0xEF, 0xBB, 0xBF] + Array(text.utf8) }
}
