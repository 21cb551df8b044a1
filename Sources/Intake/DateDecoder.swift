package import Records

/// A day: ISO, with slashes or dots, with 年月日, by the Japanese era, or with an English month; a weekday and a
/// time that follow are allowed, and the time is not kept.
///
/// The day is the one that is written, whatever time or time zone stands behind it. Days that the calendar or
/// the era does not have are refused, and so are a weekday that contradicts the day, years before 1873 and after
/// 2200, and forms with more than one reading (`4/1/2025`, `25/4/1`). Excel's serial numbers (`45748`) are read
/// only where the field says from when they count.
package struct DateDecoder: CellDecoder {
    /// 1873 is the first year of the Gregorian calendar in Japan; nothing that matters here is after 2200.
    private static let years = 1873...2200

    private let serial: ExcelSerial?

    /// - Parameter serial: What a number of five digits means; `nil` where it is refused.
    package init(serial: ExcelSerial? = nil) {
        self.serial = serial
    }

    package func decode(_ cell: String) throws(Defect) -> Decoded<CivilDate> {
        let key = try CellText.key(cell)
        if key.isEmpty { return Decoded(nil) }
        var scanner = ScalarScanner(key)
        if let day = try serialDay(&scanner) { return Decoded(day) }
        let isDigit = scanner.next.map { ("0"..."9").contains($0) } ?? false
        var era = isDigit ? nil : JapaneseEra.all.first { scanner.takeAny($0.names) != nil }
        var parts = DateDecoder.parts(&scanner, isEra: era != nil)
        if parts == nil {
            era = nil
            parts = EnglishDate.parts(&scanner)
        }
        guard let parts else { throw DateDecoder.unreadable }
        let year = era.map { $0.firstYear + parts.year - 1 } ?? parts.year
        let date = CivilDate(year: year, month: parts.month, day: parts.day)
        try DateDecoder.checkWeekday(&scanner, of: date)
        guard DateDecoder.isTimeOrNothing(&scanner) else { throw DateDecoder.unreadable }
        guard let date else { throw DateDecoder.noSuchDay }
        if let era, parts.year < 1 || !era.contains(date) { throw DateDecoder.outsideEra }
        guard DateDecoder.years.contains(year) else { throw DateDecoder.unlikelyYear }
        return Decoded(date)
    }

    /// A number of five digits, with the fraction that stands for the time of the day.
    private func serialDay(_ scanner: inout ScalarScanner) throws(Defect) -> CivilDate? {
        let start = scanner.position
        guard let run = scanner.digitRun(), run.count == 5 else {
            scanner.position = start
            return nil
        }
        if scanner.take(".") { _ = scanner.digitRun() }
        guard scanner.isAtEnd else {
            scanner.position = start
            return nil
        }
        guard let serial, let day = serial.day(run.value) else { throw DateDecoder.serialNumber }
        return day
    }

    /// `(火)`, `火曜日`: it must be the weekday of the date.
    private static func checkWeekday(_ scanner: inout ScalarScanner, of date: CivilDate?) throws(Defect) {
        let start = scanner.position
        scanner.skipSpaces()
        // Nothing, or a time.
        guard let next = scanner.next, !("0"..."9").contains(next) else {
            scanner.position = start
            return
        }
        let found: Weekday?
        do throws(Defect) { found = try MeetingTimeDecoder.weekday(&scanner) } catch { throw unreadable }
        guard let found else {
            scanner.position = start
            return
        }
        if let date, found != date.weekday { throw contradiction(date) }
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

    private static func contradiction(_ date: CivilDate) -> Defect {
        let day = date.weekday.shortName
        return Defect(
            problem: Bilingual(
                ja: "書かれた曜日が暦と合いません。\(date)は\(day.ja)曜日です。",
                en: "The written weekday contradicts the calendar: \(date) is a \(day.en)."),
            cure: Bilingual(
                ja: "年・月・日・曜日のどれが違うか確かめてください。",
                en: "Check which of year, month, day and weekday is wrong."))
    }

    private static let unlikelyYear = Defect(
        problem: Bilingual(
            ja: "\(years.lowerBound)年から\(years.upperBound)年までの年ではありません。",
            en: "The year is not between \(years.lowerBound) and \(years.upperBound)."),
        cure: Bilingual(ja: "年を確かめてください。", en: "Check the year."))

    private static let serialNumber = Defect(
        problem: Bilingual(
            ja: "日付ではなく、Excelの通し番号のようです。", en: "This looks like Excel's serial number of a day."),
        cure: Bilingual(
            ja: "Excelでこの列の表示形式を「日付」にしてCSVを保存し直すか、項目に excel-serial: 1900 を指定してください。",
            en: "Format the column as a date in Excel and save the CSV file again, "
                + "or give the field excel-serial: 1900."))
}
