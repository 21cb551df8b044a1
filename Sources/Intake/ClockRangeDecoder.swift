package import Records

/// From one time of a day to another: `20:00～21:30`, `15時〜16時半`, `午後8時から9時まで`, `18:30-19:30`.
///
/// 午前 and 午後 before the first time also count for the second where that has none. A range that ends before it
/// begins, or leaves the day, is refused: nobody can know which time is right.
package struct ClockRangeDecoder: CellDecoder {
    package init() {}

    package func decode(_ cell: String) throws(Defect) -> Decoded<ClockWindow> {
        let key = try CellText.key(cell)
        if key.isEmpty { return Decoded(nil) }
        var scanner = ScalarScanner(key)
        let range = try ClockRangeDecoder.range(&scanner)
        scanner.skipSpaces()
        guard scanner.isAtEnd else { throw ClockRangeDecoder.unreadable }
        return Decoded(range)
    }

    /// Reads a range at the scanner's place in a normalised text.
    static func range(_ scanner: inout ScalarScanner) throws(Defect) -> ClockWindow {
        guard let start = time(&scanner, isAfternoon: nil) else { throw unreadable }
        scanner.skipSpaces()
        guard scanner.takeAny(["~", "〜", "-", "–", "—", "−", "から", "to"]) != nil else { throw unreadable }
        scanner.skipSpaces()
        guard let end = time(&scanner, isAfternoon: start.isAfternoon) else { throw unreadable }
        scanner.skipSpaces()
        _ = scanner.take("まで")
        guard let range = ClockWindow(start: start.minutes, end: end.minutes) else { throw backwards }
        return range
    }

    /// `20:00`, `20時`, `20時30分`, `20時半`, each with 午前 or 午後 in front.
    private static func time(
        _ scanner: inout ScalarScanner, isAfternoon inherited: Bool?
    ) -> (minutes: Int, isAfternoon: Bool?)? {
        let word = scanner.takeAny(["午前", "午後"])
        scanner.skipSpaces()
        let isAfternoon = word.map { $0 == "午後" } ?? inherited
        guard let hour = scanner.number(digits: 2) else { return nil }
        scanner.skipSpaces()
        var minute = 0
        if scanner.take(":") {
            scanner.skipSpaces()
            guard let run = scanner.digitRun(), run.count == 2 else { return nil }
            minute = run.value
        } else if scanner.take("時") {
            scanner.skipSpaces()
            if scanner.take("半") {
                minute = 30
            } else if let value = scanner.number(digits: 2) {
                scanner.skipSpaces()
                guard scanner.take("分") else { return nil }
                minute = value
            }
        } else {
            return nil
        }
        guard minute < 60, hour <= (isAfternoon == nil ? 24 : 12) else { return nil }
        let shifted = isAfternoon == true && hour < 12 ? hour + 12 : hour
        return (shifted * 60 + minute, isAfternoon)
    }

    static let unreadable = Defect(
        problem: Bilingual(ja: "時刻の範囲として読み取れません。", en: "This is not a time from–to in a known form."),
        cure: Bilingual(
            ja: "20:00～21:30 や 15時〜16時半 のように、始まりと終わりを書いてください。",
            en: "Write the beginning and the end, as 20:00-21:30."))

    private static let backwards = Defect(
        problem: Bilingual(
            ja: "終わりの時刻が始まりより後になっていません。", en: "The end is not later than the beginning."),
        cure: Bilingual(
            ja: "時刻を確かめてください。日をまたぐ会は2行に分けてください。",
            en: "Check the times; write a meeting across midnight as two rows."))
}
