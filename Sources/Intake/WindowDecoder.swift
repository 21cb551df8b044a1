package import Records

/// A span of time within a day: `13:00〜17:00`, `午後1時〜5時`, `14時以降`, `午前`, `1-3pm`.
///
/// The loose words mean what `WeeklyConventions` says of them; minutes are kept as written.
package struct WindowDecoder: CellDecoder {
    package init() {}

    package func decode(_ cell: String) throws(Defect) -> Decoded<ClockWindow> {
        if try CellText.folded(cell).isEmpty { return Decoded(nil) }
        guard let tokens = WeeklyLexer.tokens(of: cell) else { throw WindowDecoder.unreadable }
        var parser = WeeklyParser(tokens: tokens)
        let time: Range<Int>?
        do throws(Defect) {
            time = try parser.onlyTime()
        } catch {
            throw error == WeeklyDefects.unreadable ? WindowDecoder.unreadable : error
        }
        guard let time, let window = ClockWindow(start: time.lowerBound, end: time.upperBound) else {
            throw WindowDecoder.unreadable
        }
        return Decoded(window, warnings: parser.warnings)
    }

    private static let unreadable = Defect(
        problem: Bilingual(ja: "時間帯として読み取れません。", en: "This is not a span of time."),
        cure: Bilingual(
            ja: "「13:00〜15:00」「午後1時〜3時」のように、始まりと終わりの時刻を書いてください。曜日は書きません。",
            en: "Write when it begins and ends, as '13:00-15:00' or '1pm-3pm', without a day of the week."))
}
