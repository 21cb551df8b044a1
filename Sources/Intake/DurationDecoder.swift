import Records

/// How long something takes, in whole minutes: `90分`, `1時間半`, `1.5時間`, `2h`, `1:30`, `45 min`.
///
/// A number without a unit is refused: 2 may be hours and 90 minutes, and a guess would be wrong now and then.
package struct DurationDecoder: CellDecoder {
    /// Longer than anything that takes place on one day.
    private static let mostMinutes = 24 * 60

    package init() {}

    package func decode(_ cell: String) throws(Defect) -> Decoded<Int> {
        let key = Normalisation.key(cell)
        if key.isEmpty { return Decoded(nil) }
        var scanner = ScalarScanner(key)
        _ = scanner.takeAny(["約", "およそ", "about"])
        scanner.skipSpaces()
        guard let number = scanner.number(digits: 4) else { throw DurationDecoder.unreadable }
        guard let minutes = DurationDecoder.minutes(number, &scanner) else {
            throw scanner.isAtEnd ? DurationDecoder.noUnit : DurationDecoder.unreadable
        }
        scanner.skipSpaces()
        guard scanner.isAtEnd, (1...DurationDecoder.mostMinutes).contains(minutes) else {
            throw DurationDecoder.unreadable
        }
        return Decoded(minutes)
    }

    /// What the number means with the units that follow it; `nil` where they are missing or unknown.
    private static func minutes(_ number: Int, _ scanner: inout ScalarScanner) -> Int? {
        if scanner.take(":") {
            guard let minutes = scanner.digitRun(), minutes.count == 2, minutes.value < 60 else { return nil }
            return number * 60 + minutes.value
        }
        var sixtieths: Int?
        if scanner.take(".") {
            guard let decimals = scanner.digitRun(), decimals.count <= 2 else { return nil }
            let hundredths = decimals.count == 1 ? decimals.value * 10 : decimals.value
            guard hundredths * 60 % 100 == 0 else { return nil }
            sixtieths = hundredths * 60 / 100
        }
        scanner.skipSpaces()
        if let sixtieths { return takeHours(&scanner) ? number * 60 + sixtieths : nil }
        if takeHours(&scanner) {
            if scanner.take("半") { return number * 60 + 30 }
            scanner.skipSpaces()
            guard let rest = scanner.number(digits: 2) else { return number * 60 }
            scanner.skipSpaces()
            guard rest < 60, scanner.isAtEnd || takeMinutes(&scanner) else { return nil }
            return number * 60 + rest
        }
        return takeMinutes(&scanner) ? number : nil
    }

    private static func takeHours(_ scanner: inout ScalarScanner) -> Bool {
        scanner.takeAny(["時間", "hours", "hour", "hrs", "hr", "h"]) != nil
    }

    private static func takeMinutes(_ scanner: inout ScalarScanner) -> Bool {
        scanner.takeAny(["分間", "分", "minutes", "minute", "mins", "min", "m"]) != nil
    }

    private static let cure = Bilingual(
        ja: "「90分」「1時間半」「1.5時間」のように、単位を付けて書いてください。",
        en: "Write it with its unit, as '90 min', '1.5 hours' or '1h30'.")

    private static let unreadable = Defect(
        problem: Bilingual(ja: "所要時間として読み取れません。", en: "This is not a length of time."), cure: cure)

    private static let noUnit = Defect(
        problem: Bilingual(ja: "時間か分か分かりません。", en: "It is not clear whether this is hours or minutes."),
        cure: cure)
}
