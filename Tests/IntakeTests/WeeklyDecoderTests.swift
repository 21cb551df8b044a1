import Intake
import Records
import Testing

@Suite("WeeklyDecoder")
struct WeeklyDecoderTests {
    /// `Sat 9-12, Sun 9-12`; quarters as `18:30`.
    private func text(_ week: WeeklyAvailability?) -> String {
        func clock(_ quarter: Int) -> String {
            quarter % 4 == 0 ? "\(quarter / 4)" : "\(quarter / 4):\(quarter % 4 * 15)"
        }
        return (week ?? WeeklyAvailability()).blocks
            .map {
                "\($0.day.shortName.en) \(clock($0.quarters.lowerBound))-\(clock($0.quarters.upperBound))"
            }
            .joined(separator: ", ")
    }

    /// The same times on several days.
    private func days(_ names: String, _ times: String...) -> String {
        names.split(separator: " ").flatMap { day in times.map { "\(day) \($0)" } }.joined(separator: ", ")
    }

    @Test(
        "Named bands are the documented hours",
        arguments: [
            ("土日午前", "Sat 9-12, Sun 9-12"),
            ("土午前中", "Sat 9-12"),
            ("土 午前・午後", "Sat 9-12, Sat 13-17"),
            ("土曜日の午後", "Sat 13-17"),
            ("土 夕方", "Sat 16-18"),
            ("土 夕方以降", "Sat 18-21"),
            ("土夜", "Sat 18-21"),
            ("土 夜間", "Sat 18-21"),
            ("土 日中", "Sat 9-17"),
            ("土 終日", "Sat 9-21"),
            ("土 一日中", "Sat 9-21"),
            ("土 1日中", "Sat 9-21"),
            ("Sat morning", "Sat 9-12"),
            ("Sat afternoon and evening", "Sat 13-17, Sat 18-21"),
            ("Saturdays all day", "Sat 9-21"),
            ("mornings on weekends", "Sat 9-12, Sun 9-12"),
            ("mornings on Sat, evenings on Sun", "Sat 9-12, Sun 18-21"),
            ("土 午前〜夕方", "Sat 9-18"),
            ("土 10時〜夕方", "Sat 10-18"),
        ])
    func bands(cell: String, expected: String) throws {
        let decoded = try WeeklyDecoder().decode(cell)
        #expect(text(decoded.value) == expected)
        #expect(decoded.warnings.isEmpty)
    }

    @Test(
        "Clock times are read in every usual form",
        arguments: [
            ("土曜 9:00〜12:00", "Sat 9-12"),
            ("土 ９：００～１２：００", "Sat 9-12"),
            ("土：9:00-12:00", "Sat 9-12"),
            ("土曜（9時〜12時）", "Sat 9-12"),
            ("土 9時から12時まで", "Sat 9-12"),
            ("土 9時半〜12時15分", "Sat 9:30-12:15"),
            ("土 午後1時半〜3時", "Sat 13:30-15"),
            ("土 午前10時〜午後3時", "Sat 10-15"),
            ("土 午前10時〜12時", "Sat 10-12"),
            ("土 午後0時〜2時", "Sat 12-14"),
            ("土 午後15時〜17時", "Sat 15-17"),
            ("土 18-21", "Sat 18-21"),
            ("土 9-12 13-15", "Sat 9-12, Sat 13-15"),
            ("Sat 6pm-9pm", "Sat 18-21"),
            ("Sat 6-9pm", "Sat 18-21"),
            ("Sat 10am-1pm", "Sat 10-13"),
            ("Sat 10-1pm", "Sat 10-13"),
            ("Sat 12pm-2:30pm", "Sat 12-14:30"),
            ("Sat from 9:00 to 12:00", "Sat 9-12"),
            ("土 05:00-07:00", "Sat 5-7"),
            ("土 午前5時〜7時", "Sat 5-7"),
            ("土 0:00-24:00", "Sat 0-24"),
            ("土 22:00-24:00", "Sat 22-24"),
        ])
    func clocks(cell: String, expected: String) throws {
        let decoded = try WeeklyDecoder().decode(cell)
        #expect(text(decoded.value) == expected)
        #expect(decoded.warnings.isEmpty)
    }

    @Test(
        "Open ends run until 22:00 and from 8:00",
        arguments: [
            ("土 18時以降", "Sat 18-22"),
            ("土 18:00〜", "Sat 18-22"),
            ("土 18時から", "Sat 18-22"),
            ("Sat after 18:00", "Sat 18-22"),
            ("Sat from 6pm", "Sat 18-22"),
            ("土 午後以降", "Sat 13-22"),
            ("土 22時以降", "Sat 22-24"),
            ("土 12時まで", "Sat 8-12"),
            ("土 12時以前", "Sat 8-12"),
            ("土 〜12:00", "Sat 8-12"),
            ("Sat until 12:00", "Sat 8-12"),
            ("土 7時まで", "Sat 0-7"),
        ])
    func openEnds(cell: String, expected: String) throws {
        #expect(text(try WeeklyDecoder().decode(cell).value) == expected)
    }

    @Test("Groups, lists and spans of days share the time that follows")
    func dayGroups() throws {
        func read(_ cell: String) throws -> String { text(try WeeklyDecoder().decode(cell).value) }
        #expect(try read("平日18時以降") == days("Mon Tue Wed Thu Fri", "18-22"))
        #expect(try read("月水金 19:00-21:00") == days("Mon Wed Fri", "19-21"))
        #expect(try read("月、水、金 19:00-21:00") == days("Mon Wed Fri", "19-21"))
        #expect(try read("月・水・金曜日 19:00-21:00") == days("Mon Wed Fri", "19-21"))
        #expect(try read("Mon/Wed/Fri 19:00-21:00") == days("Mon Wed Fri", "19-21"))
        #expect(try read("Mon-Fri 18:00-21:00") == days("Mon Tue Wed Thu Fri", "18-21"))
        #expect(try read("月〜金 18:00-21:00") == days("Mon Tue Wed Thu Fri", "18-21"))
        #expect(try read("月曜から金曜まで 夜") == days("Mon Tue Wed Thu Fri", "18-21"))
        #expect(try read("金〜月 夜") == days("Mon Fri Sat Sun", "18-21"))
        #expect(try read("毎日 20時〜22時") == days("Mon Tue Wed Thu Fri Sat Sun", "20-22"))
        #expect(try read("weekends 9:00-12:00") == days("Sat Sun", "9-12"))
        #expect(try read("いつでも") == days("Mon Tue Wed Thu Fri Sat Sun", "9-21"))
        #expect(try read("土日いつでも") == days("Sat Sun", "9-21"))
    }

    @Test(
        "Several clauses add up, whatever separates them",
        arguments: ["、", ",", ";", "；", "/", "\n", "\r\n", "。", " "])
    func clauses(separator: String) throws {
        let decoded = try WeeklyDecoder().decode("平日夜" + separator + "土日終日")
        #expect(text(decoded.value) == days("Mon Tue Wed Thu Fri", "18-21") + ", " + days("Sat Sun", "9-21"))
        #expect(decoded.warnings.isEmpty)
    }

    @Test("A time without a day belongs to the days before; ・ also ends a clause where new days follow")
    func inheritedDays() throws {
        #expect(text(try WeeklyDecoder().decode("土日午前、午後").value) == days("Sat Sun", "9-12", "13-17"))
        #expect(text(try WeeklyDecoder().decode("土午前・日午後").value) == "Sat 9-12, Sun 13-17")
    }

    @Test("Days without a time are the whole day, with a warning")
    func wholeDay() throws {
        for cell in ["土日", "土、日", "Sat Sun"] {
            let decoded = try WeeklyDecoder().decode(cell)
            #expect(text(decoded.value) == days("Sat Sun", "9-21"))
            #expect(decoded.warnings.count == 1)
        }
        let mixed = try WeeklyDecoder().decode("平日夜、土日")
        #expect(text(mixed.value) == days("Mon Tue Wed Thu Fri", "18-21") + ", " + days("Sat Sun", "9-21"))
        #expect(mixed.warnings.count == 1)
    }

    @Test("Public holidays are ignored and odd minutes rounded inwards, each with a warning")
    func interpreted() throws {
        let holidays = try WeeklyDecoder().decode("土日祝 午前")
        #expect(text(holidays.value) == "Sat 9-12, Sun 9-12")
        #expect(holidays.warnings.count == 1)
        let rounded = try WeeklyDecoder().decode("土 9:10-11:50")
        #expect(text(rounded.value) == "Sat 9:15-11:45")
        #expect(rounded.warnings.count == 1)
    }

    @Test(
        "Anything that is unclear or not understood makes the cell unreadable",
        arguments: [
            "応相談", "月2回", "土 10時", "土 25時〜26時", "土 9:60-10:00", "18時以降", "祝日 10:00-12:00", "土 12:00-9:00",
            "土 9:00-9:00", "土 22:00-2:00", "土 9:00-12:00-15:00", "土 1時〜3時", "土 午後12時〜2時", "土 午前13時〜15時",
            "土日、平日夜", "土、平日夜", "month", "土 9:0-10:00", "土午前？", "午前", "〜", "土 以降", "土 9:01-9:14", "土 10-3",
            "土 24:30-25:00", "!", "土 1800-2100",
        ])
    func refused(cell: String) {
        #expect(throws: Defect.self) { try WeeklyDecoder().decode(cell) }
    }

    @Test("An empty cell is missing")
    func empty() throws {
        #expect(try WeeklyDecoder().decode(" ").value == nil)
    }
}
