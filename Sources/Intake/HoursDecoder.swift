import Records

/// How long something took, in minutes: `2`, `1.5`, `2時間`, `1時間30分`, `90分`, `1:30`, `2h`, `90 min`.
///
/// A number without a unit is hours. What is not a whole number of minutes (`0.33`) is refused and not rounded.
package struct HoursDecoder: CellDecoder {
    /// No activity of one day is longer.
    private static let most = 24 * 60

    package init() {}

    package func decode(_ cell: String) throws(Defect) -> Decoded<Int> {
        let key = Normalisation.key(cell)
        if key.isEmpty { return Decoded(nil) }
        var scanner = ScalarScanner(key)
        guard let minutes = HoursDecoder.minutes(&scanner), scanner.isAtEnd else {
            throw HoursDecoder.unreadable
        }
        guard (1...HoursDecoder.most).contains(minutes) else { throw HoursDecoder.impossible }
        return Decoded(minutes)
    }

    private static func minutes(_ scanner: inout ScalarScanner) -> Int? {
        guard let whole = scanner.number(digits: 4) else { return nil }
        if scanner.take(":") {
            guard let rest = scanner.digitRun(), rest.count == 2, rest.value < 60 else { return nil }
            return whole * 60 + rest.value
        }
        if scanner.take(".") {
            guard let decimals = scanner.digitRun(), decimals.count <= 4 else { return nil }
            let scale = (0..<decimals.count).reduce(1) { scale, _ in scale * 10 }
            scanner.skipSpaces()
            _ = scanner.takeAny(hourWords)
            let (minutes, rest) = (decimals.value * 60).quotientAndRemainder(dividingBy: scale)
            return rest == 0 ? whole * 60 + minutes : nil
        }
        scanner.skipSpaces()
        if scanner.takeAny(minuteWords) != nil { return whole }
        guard scanner.takeAny(hourWords) != nil else { return whole * 60 }
        scanner.skipSpaces()
        if scanner.take("半") { return whole * 60 + 30 }
        guard !scanner.isAtEnd else { return whole * 60 }
        guard let rest = scanner.number(digits: 2), rest < 60 else { return nil }
        scanner.skipSpaces()
        return scanner.takeAny(minuteWords) == nil ? nil : whole * 60 + rest
    }

    private static let hourWords = ["時間", "hours", "hour", "hrs", "h"]
    private static let minuteWords = ["分", "minutes", "minute", "mins", "min", "m"]

    private static let unreadable = Defect(
        problem: Bilingual(ja: "時間として読み取れません。", en: "This is not a length of time in a known form."),
        cure: Bilingual(
            ja: "2、1.5、1時間30分、90分 のように書いてください（単位がなければ時間です）。",
            en: "Write it as 2, 1.5, 1:30 or 90 min; without a unit it is hours."))

    private static let impossible = Defect(
        problem: Bilingual(
            ja: "0より長く24時間以内でなければなりません。", en: "It must be more than 0 and at most 24 hours."),
        cure: Bilingual(
            ja: "時間を確かめてください。何日かにわたる活動は日ごとに分けてください。",
            en: "Check it; write an activity of several days as one row a day."))
}
