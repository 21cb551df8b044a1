import Intake
import Records
import Testing

/// `docs/input.md` lists every accepted form; what it says of each is tried here.
@Suite("Documented values")
struct DocumentedValuesTests {
    private typealias Reading = (text: String?, warnings: Int)

    @Test("Every example of the page is read as the page says")
    func examples() throws {
        let page = try DocumentedValues()
        let decoders = try decoders(page)
        #expect(page.unreadable == [])
        for example in page.examples {
            let decode = try #require(decoders[example.kind], "no decoder for “\(example.kind)”")
            var outcome = DocumentedValues.Outcome.refused
            var warnings = 0
            if let reading = try? decode(example.cell) {
                outcome = reading.text.map { .value($0) } ?? .missing
                warnings = reading.warnings
            }
            #expect(outcome == example.outcome, "\(example.kind): \(example.cell)")
            #expect((warnings > 0) == example.hasWarning, "\(example.kind): \(example.cell)")
        }
    }

    @Test("Every kind of value has examples of what is read and of what is not")
    func coverage() throws {
        let page = try DocumentedValues()
        let all = Set(try decoders(page).keys)
        #expect(Set(page.examples.map(\.kind)) == all)
        // Anything is a text, and an unknown word is ignored with a warning.
        let neverRefused: Set = ["text", "tags", "levelled tags", "ranged tags", "date, excel-serial 1904"]
        let refused = Set(page.examples.filter { $0.outcome == .refused }.map(\.kind))
        #expect(all.subtracting(refused).isSubset(of: neverRefused.union(["excel-serial 1904"])))
        #expect(page.examples.count > 250)
    }

    private func decoders(_ page: DocumentedValues) throws -> [String: (String) throws -> Reading] {
        let words = VocabularyIndex(
            Vocabulary(
                tags: page.words.map {
                    Tag(
                        key: $0.key, label: Bilingual($0.spellings[0]),
                        aliases: Array($0.spellings.dropFirst()))
                }))
        let languages = VocabularyIndex(.languages)
        func key(_ index: VocabularyIndex, _ tag: Int) -> String { index.vocabulary.tags[tag].key }
        let places = try places()
        return [
            "text": { cell in
                let quoted = cell.replacing("\"", with: "\"\"")
                let read = try PeopleFixture.read("住民ID,氏名\n1,\"\(quoted)\"", [PeopleFixture.name])
                return (read.table.texts("name")[0], read.issues.count)
            },
            "date": reader(DateDecoder(), \.description),
            "excel-serial 1900": reader(DateDecoder(serial: .since1900), \.description),
            "excel-serial 1904": reader(DateDecoder(serial: .since1904), \.description),
            "flag": reader(FlagDecoder()) { "\($0)" },
            "number": reader(NumberDecoder(), \.description),
            "suffix 人": reader(NumberDecoder(suffix: "人"), \.description),
            "category": reader(CategoryDecoder(index: words)) { key(words, $0) },
            "tags": reader(TagsDecoder(index: words)) { set in
                set.indices.map { key(words, $0) }.joined(separator: ", ")
            },
            "levelled tags": reader(LevelledTagsDecoder(index: languages, scale: .cefr)) { tags in
                tags.map { tag in
                    key(languages, tag.tag) + (tag.level.map { " " + LevelScale.cefr.levels[$0].key } ?? "")
                }.joined(separator: ", ")
            },
            "ranged tags": reader(RangedTagsDecoder(index: languages)) { tags in
                tags.map { "\(key(languages, $0.tag)) \($0.range.lowerBound)–\($0.range.upperBound)" }
                    .joined(separator: ", ")
            },
            "weekly": reader(WeeklyDecoder(), Self.text),
            "window": reader(WindowDecoder(), \.description),
            "duration": reader(DurationDecoder()) { "\($0) min" },
            "length of an activity": reader(DurationDecoder(plainIsHours: true)) { "\($0) min" },
            "place": reader(PlaceDecoder(places: places), \.municipality.ja),
            "municipality codes": reader(PlaceDecoder(places: places, readsCodes: true), \.municipality.ja),
            "session": reader(MeetingTimeDecoder(), Self.text),
            "time of a session": reader(ClockRangeDecoder(), \.description),
            "time zone": reader(TimeZoneDecoder(index: nil), \.name),
        ]
    }

    private func reader<Decoder: CellDecoder>(
        _ decoder: Decoder, _ text: @escaping (Decoder.Value) -> String
    ) -> (String) throws -> Reading {
        { cell in
            let decoded = try decoder.decode(cell)
            return (decoded.value.map(text), decoded.warnings.count)
        }
    }

    /// `Mon–Fri 18:00–22:00; Sat 9:00–12:00, 13:00–17:00`.
    private static func text(_ week: WeeklyAvailability) -> String {
        var groups: [(days: [Weekday], times: String)] = []
        for day in Weekday.allCases {
            let times = week.windows(on: day).map(\.description).joined(separator: ", ")
            if times.isEmpty { continue }
            if let last = groups.last, last.times == times, last.days.last?.rawValue == day.rawValue - 1 {
                groups[groups.count - 1].days.append(day)
            } else {
                groups.append(([day], times))
            }
        }
        return groups.map { group in
            let ends =
                group.days.count == 1 ? [group.days[0]] : [group.days[0], group.days[group.days.count - 1]]
            return ends.map(\.shortName.en).joined(separator: "–") + " " + group.times
        }.joined(separator: "; ")
    }

    /// `2020-06-03 20:00–21:30`; `06-05` without a year.
    private static func text(_ meeting: WrittenMeeting) -> String {
        let padded = [meeting.month, meeting.day].map { ($0 < 10 ? "0" : "") + "\($0)" }
        let day = ((meeting.year.map { ["\($0)"] } ?? []) + padded).joined(separator: "-")
        return [day, meeting.hours?.description].compactMap(\.self).joined(separator: " ")
    }

    private func places() throws -> PlaceTable {
        let folder = try TemporaryFolder()
        _ = try folder.file(
            """
            municipality_code,prefecture,municipality,name_en,latitude,longitude
            01101,北海道,札幌市中央区,Sapporo Chuo,43.05,141.34
            13108,東京都,江東区,Koto,35.67,139.82
            13110,東京都,目黒区,Meguro,35.64,139.70
            13206,東京都,府中市,Fuchu,35.67,139.48
            34208,広島県,府中市,Fuchu,34.57,133.24
            """, name: "municipalities.csv")
        _ = try folder.file("postal_code,municipality_code\n135,13108\n064,01101\n", name: "postal-codes.csv")
        return try PlaceTable.load(folder: folder.path)
    }
}
