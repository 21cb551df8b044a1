package import Records

/// When a meeting was, as it is written: the year and the time may be missing.
package struct WrittenMeeting: Hashable, Sendable {
    /// Western year, or `nil` where none is written.
    package let year: Int?
    package let month: Int
    package let day: Int
    package let weekday: Weekday?
    package let hours: ClockWindow?
}

/// Day, weekday and time in one cell: `令和 2 年 6 月 3 日(水)20:00～21:30`, `6 月 5 日(金)20:00～21:30`,
/// `2020-06-03 20:00-21:30`, `6/5（金）`.
///
/// Tables often write the year on the first row only. What a missing year means is decided by the reader, who
/// knows the rows above; so the same cell always gives the same result.
package struct MeetingTimeDecoder: CellDecoder {
    package init() {}

    package func decode(_ cell: String) throws(Defect) -> Decoded<WrittenMeeting> {
        let key = try CellText.key(cell)
        if key.isEmpty { return Decoded(nil) }
        var scanner = ScalarScanner(key)
        let year = try MeetingTimeDecoder.year(&scanner)
        guard let (month, day) = MeetingTimeDecoder.monthAndDay(&scanner, after: year) else {
            throw MeetingTimeDecoder.unreadable
        }
        // 29 February without its year is possible; whether it was is decided with the year.
        guard let date = CivilDate(year: year?.western ?? 2000, month: month, day: day) else {
            throw MeetingTimeDecoder.noSuchDay
        }
        if let era = year?.era, !era.contains(date) { throw MeetingTimeDecoder.outsideEra }
        scanner.skipSpaces()
        let weekday = try MeetingTimeDecoder.weekday(&scanner)
        scanner.skipSpaces()
        let hours = scanner.isAtEnd ? nil : try ClockRangeDecoder.range(&scanner)
        scanner.skipSpaces()
        guard scanner.isAtEnd else { throw MeetingTimeDecoder.unreadable }
        return Decoded(
            WrittenMeeting(year: year?.western, month: month, day: day, weekday: weekday, hours: hours))
    }

    /// Whether a cell seems to say a year, also where the rest of it cannot be read.
    static func mentionsYear(_ cell: String) -> Bool {
        guard let key = try? CellText.key(cell) else { return true }
        if key.contains("年") { return true }
        var scanner = ScalarScanner(key)
        return (try? year(&scanner)) != nil || JapaneseEra.all.contains { scanner.takeAny($0.names) != nil }
    }

    private struct Year {
        let western: Int
        let era: JapaneseEra?
        let separator: String
    }

    /// A year with the separator behind it; `nil` where the text begins with a month.
    private static func year(_ scanner: inout ScalarScanner) throws(Defect) -> Year? {
        let era = JapaneseEra.all.first { scanner.takeAny($0.names) != nil }
        scanner.skipSpaces()
        let start = scanner.position
        let number: Int
        if era != nil, scanner.take("元") {
            number = 1
        } else if let run = scanner.digitRun(), era != nil ? run.count <= 2 : run.count == 4 {
            number = run.value
        } else if era == nil {
            scanner.position = start
            return nil
        } else {
            throw unreadable
        }
        scanner.skipSpaces()
        guard let separator = scanner.takeAny(["年", "/", ".", "-"]) else { throw unreadable }
        scanner.skipSpaces()
        guard let era else { return Year(western: number, era: nil, separator: separator) }
        guard number >= 1 else { throw outsideEra }
        return Year(western: era.firstYear + number - 1, era: era, separator: separator)
    }

    /// Month and day with the separator of the year; without a year `6 月 5 日` or `6/5`.
    private static func monthAndDay(
        _ scanner: inout ScalarScanner, after year: Year?
    ) -> (month: Int, day: Int)? {
        guard let month = scanner.number(digits: 2) else { return nil }
        scanner.skipSpaces()
        let separators = year.map { $0.separator == "年" ? ["月"] : [$0.separator] } ?? ["月", "/"]
        guard let separator = scanner.takeAny(separators) else { return nil }
        scanner.skipSpaces()
        guard let day = scanner.number(digits: 2) else { return nil }
        scanner.skipSpaces()
        if separator == "月", !scanner.take("日") { return nil }
        return (month, day)
    }

    /// `(水)`, `水曜日`; full-width brackets were folded.
    static func weekday(_ scanner: inout ScalarScanner) throws(Defect) -> Weekday? {
        let isBracketed = scanner.take("(")
        scanner.skipSpaces()
        for (words, day) in WeeklyConventions.days where scanner.takeAny(words) != nil {
            scanner.skipSpaces()
            // `(火・祝)`: a Tuesday that is a public holiday.
            if isBracketed { _ = scanner.takeAny(["・祝", "祝"]) }
            if isBracketed, !scanner.take(")") { throw unreadable }
            return day
        }
        if isBracketed { throw unreadable }
        return nil
    }

    private static let unreadable = Defect(
        problem: Bilingual(ja: "日時として読み取れません。", en: "This is not a day and time in a known form."),
        cure: Bilingual(
            ja: "令和2年6月3日(水)20:00～21:30 や 2020-06-03 20:00-21:30 のように書いてください"
                + "（年は上の行と同じなら省けます）。",
            en: "Write it as 2020-06-03 20:00-21:30 or 令和2年6月3日(水)20:00～21:30; "
                + "the year may be left out where it is that of the row above."))

    static let noSuchDay = Defect(
        problem: Bilingual(ja: "暦にない日付です。", en: "The calendar has no such day."),
        cure: Bilingual(ja: "月と日を確かめてください。", en: "Check the month and the day."))

    private static let outsideEra = Defect(
        problem: Bilingual(ja: "その元号にはない日付です。", en: "The era has no such day."),
        cure: Bilingual(
            ja: "元号と年を確かめるか、西暦で書いてください。", en: "Check the era and its year, or write the Western year."))
}
