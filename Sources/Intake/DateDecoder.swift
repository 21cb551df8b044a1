package import Records

/// A day: ISO, with slashes or dots, with 年月日, or by the Japanese era; a time that follows is not kept.
///
/// The day is the one that is written, whatever time or time zone stands behind it. Days that the calendar or
/// the era does not have are refused, and so are forms with more than one reading (`4/1/2025`, `25/4/1`,
/// `45748`).
package struct DateDecoder: CellDecoder {
    package init() {}

    package func decode(_ cell: String) throws(Defect) -> Decoded<CivilDate> {
        let key = try CellText.key(cell)
        if key.isEmpty { return Decoded(nil) }
        if key.utf8.count == 5, key.utf8.allSatisfy({ (48...57).contains($0) }) { throw DateDecoder.serial }
        var scanner = ScalarScanner(key)
        let era = JapaneseEra.all.first { scanner.takeAny($0.names) != nil }
        guard let parts = DateDecoder.parts(&scanner, isEra: era != nil) else { throw DateDecoder.unreadable }
        guard DateDecoder.isTimeOrNothing(&scanner) else { throw DateDecoder.unreadable }
        let year = era.map { $0.firstYear + parts.year - 1 } ?? parts.year
        guard let day = CivilDate(year: year, month: parts.month, day: parts.day) else {
            throw DateDecoder.noSuchDay
        }
        if let era, parts.year < 1 || !era.contains(day) { throw DateDecoder.outsideEra }
        return Decoded(day)
    }

    /// Year, month and day with one kind of separator throughout.
    private static func parts(
        _ scanner: inout ScalarScanner, isEra: Bool
    ) -> (year: Int, month: Int, day: Int)? {
        scanner.skipSpaces()
        let year: Int
        if isEra, scanner.take("元") {
            year = 1
        } else if let run = scanner.digitRun(), isEra ? run.count <= 2 : run.count == 4 {
            year = run.value
        } else {
            return nil
        }
        scanner.skipSpaces()
        guard let separator = scanner.takeAny(["年", "/", ".", "-"]) else { return nil }
        scanner.skipSpaces()
        guard let month = scanner.number(digits: 2) else { return nil }
        scanner.skipSpaces()
        guard scanner.take(separator == "年" ? "月" : separator) else { return nil }
        scanner.skipSpaces()
        guard let day = scanner.number(digits: 2) else { return nil }
        if separator == "年" {
            scanner.skipSpaces()
            guard scanner.take("日") else { return nil }
        }
        return (year, month, day)
    }

    /// `21:13`, `9:12:33`, `21:21:13.559`, `T09:00:00Z`, `9:12:33 午後 gmt+9`.
    private static func isTimeOrNothing(_ scanner: inout ScalarScanner) -> Bool {
        let start = scanner.position
        if !scanner.take("t") { scanner.skipSpaces() }
        if scanner.isAtEnd { return scanner.position == start }
        guard scanner.position > start, let hour = scanner.number(digits: 2), hour <= 24, scanner.take(":"),
            let minute = scanner.number(digits: 2), minute < 60
        else { return false }
        if scanner.take(":") {
            guard let second = scanner.number(digits: 2), second <= 60 else { return false }
            if scanner.take(".") { guard scanner.digitRun() != nil else { return false } }
        }
        scanner.skipSpaces()
        _ = scanner.takeAny(["午前", "午後", "am", "pm"])
        scanner.skipSpaces()
        _ = scanner.takeAny(["z", "utc", "gmt", "jst"])
        if scanner.takeAny(["+", "-"]) != nil {
            guard scanner.number(digits: 4) != nil else { return false }
            if scanner.take(":") { guard scanner.number(digits: 2) != nil else { return false } }
        }
        return scanner.isAtEnd
    }

    private static let examples = Bilingual(
        ja: "2025-04-01、2025/4/1、2025年4月1日、令和7年4月1日、R7.4.1 のように書いてください。",
        en: "Write it as 2025-04-01, 2025/4/1, 2025年4月1日, 令和7年4月1日 or R7.4.1.")

    private static let unreadable = Defect(
        problem: Bilingual(ja: "日付として読み取れません。", en: "This is not a date in a known form."), cure: examples)

    private static let noSuchDay = Defect(
        problem: Bilingual(ja: "暦にない日付です。", en: "The calendar has no such day."),
        cure: Bilingual(ja: "月と日を確かめてください。", en: "Check the month and the day."))

    private static let outsideEra = Defect(
        problem: Bilingual(ja: "その元号にはない日付です。", en: "The era has no such day."),
        cure: Bilingual(
            ja: "元号と年を確かめるか、西暦で書いてください（平成は31年4月30日まで、令和は元年5月1日から）。",
            en: "Check the era and its year, or write the Western year "
                + "(Heisei ends on 2019-04-30, Reiwa begins on 2019-05-01)."))

    private static let serial = Defect(
        problem: Bilingual(
            ja: "日付ではなく、Excelの通し番号のようです。", en: "This looks like Excel's serial number of a day."),
        cure: Bilingual(
            ja: "Excelでこの列の表示形式を「日付」にして、CSVを保存し直してください。",
            en: "Format the column as a date in Excel and save the CSV file again."))
}
