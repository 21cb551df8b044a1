import Records

/// How long something takes, in whole minutes: `90分`, `1時間半`, `1.5時間`, `2h`, `1:30`, `45 min`.
///
/// What is no whole number of minutes (`0.33時間`) is refused and not rounded.
package struct DurationDecoder: CellDecoder {
    /// Longer than anything that takes place on one day.
    private static let mostMinutes = 24 * 60

    private let isPlainHours: Bool

    /// - Parameter plainIsHours: Whether a number without a unit is hours, as in a column of hours; else it is refused,
    ///   because 2 may be hours and 90 minutes.
    package init(plainIsHours: Bool = false) {
        isPlainHours = plainIsHours
    }

    package func decode(_ cell: String) throws(Defect) -> Decoded<Int> {
        let key = try CellText.key(cell)
        if key.isEmpty { return Decoded(nil) }
        var scanner = ScalarScanner(key)
        _ = scanner.takeAny(["約", "およそ", "about"])
        scanner.skipSpaces()
        guard let number = scanner.number(digits: 4) else { throw unreadable }
        let minutes = minutes(number, &scanner)
        scanner.skipSpaces()
        guard let minutes else { throw scanner.isAtEnd && !isPlainHours ? noUnit : unreadable }
        guard scanner.isAtEnd else { throw unreadable }
        guard (1...DurationDecoder.mostMinutes).contains(minutes) else { throw DurationDecoder.impossible }
        return Decoded(minutes)
    }

    /// What the number means with what follows it; `nil` where a unit is missing or unknown.
    private func minutes(_ number: Int, _ scanner: inout ScalarScanner) -> Int? {
        if scanner.take(":") {
            guard let minutes = scanner.digitRun(), minutes.count == 2, minutes.value < 60 else { return nil }
            return number * 60 + minutes.value
        }
        if scanner.take(".") {
            guard let decimals = scanner.digitRun(), decimals.count <= 4 else { return nil }
            let scale = (0..<decimals.count).reduce(1) { scale, _ in scale * 10 }
            let (minutes, rest) = (decimals.value * 60).quotientAndRemainder(dividingBy: scale)
            scanner.skipSpaces()
            return rest == 0 && (takeHours(&scanner) || isPlainHours) ? number * 60 + minutes : nil
        }
        scanner.skipSpaces()
        if takeHours(&scanner) {
            if scanner.take("半") { return number * 60 + 30 }
            scanner.skipSpaces()
            guard let rest = scanner.digitRun() else { return number * 60 }
            scanner.skipSpaces()
            // `1h30`, but not `2時間3`.
            guard rest.value < 60, takeMinutes(&scanner) || (scanner.isAtEnd && rest.count == 2) else {
                return nil
            }
            return number * 60 + rest.value
        }
        if takeMinutes(&scanner) { return number }
        return isPlainHours && scanner.isAtEnd ? number * 60 : nil
    }

    private func takeHours(_ scanner: inout ScalarScanner) -> Bool {
        scanner.takeAny(["時間", "hours", "hour", "hrs", "hr", "h"]) != nil
    }

    private func takeMinutes(_ scanner: inout ScalarScanner) -> Bool {
        scanner.takeAny(["分間", "分", "minutes", "minute", "mins", "min", "m"]) != nil
    }

    private var cure: Bilingual {
        isPlainHours
            ? Bilingual(
                ja: "2、1.5、1時間30分、90分 のように書いてください（単位がなければ時間です）。",
                en: "Write it as 2, 1.5, 1:30 or 90 min; without a unit it is hours.")
            : Bilingual(
                ja: "「90分」「1時間半」「1.5時間」のように、単位を付けて書いてください。",
                en: "Write it with its unit, as '90 min', '1.5 hours' or '1h30'.")
    }

    private var unreadable: Defect {
        Defect(problem: Bilingual(ja: "時間の長さとして読み取れません。", en: "This is not a length of time."), cure: cure)
    }

    private var noUnit: Defect {
        Defect(
            problem: Bilingual(ja: "時間か分か分かりません。", en: "It is not clear whether this is hours or minutes."),
            cure: cure)
    }

    private static let impossible = Defect(
        problem: Bilingual(
            ja: "0より長く24時間以内でなければなりません。", en: "It must be more than 0 and at most 24 hours."),
        cure: Bilingual(
            ja: "時間を確かめてください。何日かにわたる活動は日ごとに分けてください。",
            en: "Check it; write an activity of several days as one row a day."))
}
