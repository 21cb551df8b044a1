import Records

/// A piece of a weekly availability as people type it.
enum WeeklyToken: Equatable {
    /// One named day.
    case day(Weekday)
    /// 平日, 週末, 毎日.
    case days([Weekday])
    /// 祝日: not a day of the week.
    case holiday
    /// 午前, 夜: minutes after midnight.
    case band(Range<Int>)
    /// いつでも: every day, all day.
    case always
    case clock(WeeklyClock)
    /// 〜, -, to, until.
    case span
    /// から: a span where a time follows, else onwards.
    case from
    /// after, from: before the time that it speaks of.
    case after
    /// 以降: after the time that it speaks of.
    case onwards
    /// まで, 以前.
    case until
    /// ・, と, and.
    case and
    /// 、 , ; / 。 and line breaks.
    case separator
}

/// A time of the day as written, before 午前 and 午後 are settled.
struct WeeklyClock: Equatable {
    enum Half: Equatable { case none, morning, afternoon }

    /// 0…24.
    var hour: Int
    /// 0…59.
    var minute: Int
    var half: Half
    /// Whether the hour was written as `09`, so that it can only be meant in the 24-hour way.
    var hasLeadingZero: Bool
    /// Whether it was written with a colon, `7:00`, as on a clock of 24 hours.
    var hasColon: Bool
}

/// Cuts a normalised text into tokens.
struct WeeklyLexer {
    private var scanner: ScalarScanner
    private var tokens: [WeeklyToken] = []

    /// A word that is looked for; `nil` for one that says nothing by itself.
    private struct Word {
        let text: String
        let token: WeeklyToken?
        /// Whether its last character is a Latin letter, so that none may follow it (`mon`, but not `month`).
        let isLatin: Bool

        init(_ text: String, _ token: WeeklyToken?) {
            self.text = text
            self.token = token
            isLatin = text.unicodeScalars.last.map { ("a"..."z").contains($0) } ?? false
        }
    }

    /// Words by their first character, the longest first.
    private static let words: [Unicode.Scalar: [Word]] = {
        var words: [(text: String, token: WeeklyToken)] = []
        for entry in WeeklyConventions.bands { words += entry.words.map { ($0, .band(entry.band)) } }
        for entry in WeeklyConventions.dayGroups { words += entry.words.map { ($0, .days(entry.days)) } }
        for entry in WeeklyConventions.days { words += entry.words.map { ($0, .day(entry.day)) } }
        words += ["祝日", "祝"].map { ($0, .holiday) }
        words += ["いつでも", "anytime", "any time"].map { ($0, .always) }
        words += ["以降", "以後", "onwards"].map { ($0, .onwards) }
        words += ["まで", "迄", "以前"].map { ($0, .until) }
        words += ["から"].map { ($0, .from) }
        words += ["after", "from"].map { ($0, .after) }
        words += ["to", "until", "till", "before"].map { ($0, .span) }
        words += ["-", "~", "〜", "∼", "‐", "‑", "‒", "–", "—", "―", "−", "ー"].map { ($0, .span) }
        words += ["・", "と", "&", "+", "and"].map { ($0, .and) }
        words += ["、", ",", ";", "/", "。", "."].map { ($0, .separator) }
        let ordered = words.enumerated()
            .sorted { ($1.element.text.count, $0.offset) < ($0.element.text.count, $1.offset) }
            .map { Word($0.element.text, $0.element.token) }
        let noise = ["の", "は", "(", ")", " ", "on", "in", "at", "the"].map { Word($0, nil) }
        return Dictionary(grouping: ordered + noise) { $0.text.unicodeScalars.first ?? " " }
    }()

    private static let am = Word("am", nil)
    private static let pm = Word("pm", nil)

    private init(_ text: String) {
        scanner = ScalarScanner(text)
    }

    /// The tokens of a cell, or `nil` where something in it is not known.
    static func tokens(of cell: String) -> [WeeklyToken]? {
        var separated = String.UnicodeScalarView()
        for scalar in cell.unicodeScalars {
            separated.append(["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"].contains(scalar) ? "、" : scalar)
        }
        var lexer = WeeklyLexer(Normalisation.key(String(separated)))
        while !lexer.scanner.isAtEnd {
            guard lexer.step() else { return nil }
        }
        return lexer.tokens
    }

    private mutating func step() -> Bool {
        if let clock = clock() {
            tokens.append(.clock(clock))
            return true
        }
        if let first = scanner.next, let words = WeeklyLexer.words[first] {
            for word in words where takeWord(word) {
                if let token = word.token { tokens.append(token) }
                return true
            }
        }
        // A colon after a day (`土：午前`) says nothing.
        switch tokens.last {
        case .day, .days, .holiday: return scanner.take(":")
        default: return false
        }
    }

    /// Steps over a word; a Latin one only where no letter follows.
    private mutating func takeWord(_ word: Word) -> Bool {
        let start = scanner.position
        guard scanner.take(word.text) else { return false }
        if word.isLatin, let next = scanner.next, ("a"..."z").contains(next) {
            scanner.position = start
            return false
        }
        return true
    }

    /// `18`, `18:00`, `18時`, `18時30分`, `1時半`, `6pm`, `6:30 pm`, `午後1時半`.
    private mutating func clock() -> WeeklyClock? {
        let start = scanner.position
        var half = WeeklyClock.Half.none
        switch scanner.takeAny(["午前", "午後"]) {
        case "午前": half = .morning
        case "午後": half = .afternoon
        default: break
        }
        scanner.skipSpaces()
        let hasLeadingZero = scanner.next == "0"
        guard !scanner.take("1日"), let hour = scanner.number(digits: 2), hour <= 24 else {
            scanner.position = start
            return nil
        }
        let hasColon = scanner.next == ":"
        guard let minute = minute(), minute < 60, hour < 24 || minute == 0 else {
            scanner.position = start
            return nil
        }
        let end = scanner.position
        scanner.skipSpaces()
        if half == .none, takeWord(WeeklyLexer.am) {
            half = .morning
        } else if half == .none, takeWord(WeeklyLexer.pm) {
            half = .afternoon
        } else {
            scanner.position = end
            return WeeklyClock(
                hour: hour, minute: minute, half: half, hasLeadingZero: hasLeadingZero, hasColon: hasColon)
        }
        // In English 12 am is midnight and 12 pm is noon.
        return WeeklyClock(
            hour: hour == 12 ? 0 : hour, minute: minute, half: half, hasLeadingZero: hasLeadingZero,
            hasColon: hasColon)
    }

    /// What follows the hour; `nil` where it is broken.
    private mutating func minute() -> Int? {
        if scanner.take(":") {
            guard let minute = scanner.digitRun(), minute.count == 2 else { return nil }
            return minute.value
        }
        guard scanner.take("時") else { return 0 }
        if scanner.take("半") { return 30 }
        let start = scanner.position
        if let minute = scanner.number(digits: 2), scanner.take("分") { return minute }
        scanner.position = start
        return 0
    }
}
