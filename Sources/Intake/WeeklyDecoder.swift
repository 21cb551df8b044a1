package import Records

/// The free time of a week as people type it: `土日午前`, `平日18時以降`, `月水金 19:00-21:00`, `Mon-Fri 18:00-21:00`.
///
/// `WeeklyConventions` says what the loose words mean. Times are kept in quarter hours and rounded inwards,
/// so that nobody is promised time that they do not have. Anything that is not understood makes the whole
/// cell unreadable: half a timetable is worse than none.
package struct WeeklyDecoder: CellDecoder {
    package init() {}

    package func decode(_ cell: String) throws(Defect) -> Decoded<WeeklyAvailability> {
        if try CellText.folded(cell).isEmpty { return Decoded(nil) }
        guard let tokens = WeeklyLexer.tokens(of: cell) else { throw WeeklyDefects.unreadable }
        var parser = WeeklyParser(tokens: tokens)
        try parser.run()
        guard !parser.week.isEmpty else { throw WeeklyDefects.unreadable }
        return Decoded(parser.week, warnings: parser.warnings)
    }
}

/// What can be wrong with, or unclear in, a weekly availability.
enum WeeklyDefects {
    private static let examples = Bilingual(
        ja: "「土日午前」「平日18時以降」「月水金 19:00-21:00」のように、曜日と時間を書いてください。",
        en: "Write days and times, as 'Sat morning', 'weekdays after 18:00' or 'Mon-Fri 18:00-21:00'.")

    static let unreadable = Defect(
        problem: Bilingual(ja: "曜日・時間として読み取れません。", en: "This is not a known way to write days and times."),
        cure: examples)

    static let noDay = Defect(
        problem: Bilingual(ja: "どの曜日の時間か分かりません。", en: "It is not clear on which days this time is."),
        cure: examples)

    static let unclearDays = Defect(
        problem: Bilingual(
            ja: "時間がどの曜日までに掛かるか分かりません。", en: "It is not clear which of the days the time belongs to."),
        cure: Bilingual(
            ja: "「土日終日、平日夜」のように、曜日のまとまりごとに時間を書いてください。",
            en: "Write a time after every group of days, as 'weekend all day, weekdays evening'."))

    static let reversed = Defect(
        problem: Bilingual(ja: "終わりの時刻が始まりより前か同じです。", en: "The time ends before or when it begins."),
        cure: Bilingual(
            ja: "時刻を確かめてください。日をまたぐ時間は「土 22:00-24:00、日 0:00-2:00」のように二つに分けてください。",
            en: "Check the times; write one that runs over midnight as two, "
                + "'Sat 22:00-24:00, Sun 0:00-2:00'."))

    static let unclearHalf = Defect(
        problem: Bilingual(ja: "午前か午後か分かりません。", en: "It is not clear whether this is morning or afternoon."),
        cure: Bilingual(
            ja: "13:00-15:00 か「午前5時〜7時」のように、24時間制か午前・午後で書いてください。",
            en: "Write 13:00-15:00 or 5am-7am."))

    static let takenAsMorning = Defect(
        problem: Bilingual(
            ja: "午前か午後か書かれていない6時・7時を、午前としました。",
            en: "An hour of 6 or 7 without am or pm was taken as the morning."),
        cure: Bilingual(
            ja: "夕方なら「午後6時〜8時」か「18:00-20:00」のように書いてください。",
            en: "If the evening is meant, write 6pm-8pm or 18:00-20:00."))

    static let holidays = Defect(
        problem: Bilingual(
            ja: "「祝日」は曜日ではないため、使いませんでした。", en: "Public holidays are not a day of the week; they were ignored."
        ),
        cure: Bilingual(
            ja: "ほかの曜日はそのまま使われます。直す必要はありません。", en: "The other days are used; nothing needs to be done."))

    static let wholeDay = Defect(
        problem: Bilingual(
            ja: "時間がない曜日を「終日」（9時〜21時）としました。", en: "Days without a time were taken as all day (9:00–21:00)."),
        cure: Bilingual(
            ja: "違う場合は、曜日の後に時間を書いてください。", en: "If that is wrong, write the time after the days."))

    static let rounded = Defect(
        problem: Bilingual(
            ja: "15分単位でない時刻を、内側に丸めました。", en: "A time that is not on a quarter hour was rounded inwards."),
        cure: Bilingual(
            ja: "違う場合は、15分単位で書いてください。", en: "If that is wrong, write times on quarter hours."))
}
