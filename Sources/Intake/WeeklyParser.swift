import Records

/// Puts the tokens of a weekly availability together.
///
/// A clause is some days with some times, in either order; a separator or new days end it. Times without days
/// belong to the days of the clause before (`土日午前、午後`). Single days between separators share the time that
/// follows (`月、水、金 19:00-21:00`); with groups of days that would be a guess and is refused (`土日、平日夜`).
struct WeeklyParser {
    private(set) var week = WeeklyAvailability()
    private(set) var warnings: [Defect] = []

    private let tokens: [WeeklyToken]
    private var position = 0
    /// Days of the clause, in groups between separators.
    private var groups: [[Weekday]] = []
    private var startsGroup = true
    private var times: [Range<Int>] = []
    private var timesCameFirst = false
    private var lastDays: [Weekday] = []

    init(tokens: [WeeklyToken]) {
        self.tokens = tokens
    }

    mutating func run() throws(Defect) {
        while let token = peek() {
            switch token {
            case .day, .days: try takeDays()
            case .holiday:
                position += 1
                warn(WeeklyDefects.holidays)
            case .separator:
                position += 1
                if !times.isEmpty { try close() }
                startsGroup = true
            case .and: position += 1
            case .always:
                position += 1
                if groups.isEmpty { groups.append(Weekday.allCases) }
                add(WeeklyConventions.allDay)
            case .band, .clock, .span, .after:
                if timesCameFirst, !groups.isEmpty { try close() }
                let time = try time()
                add(try quarters(time))
            case .from, .onwards, .until: throw WeeklyDefects.unreadable
            }
        }
        try close()
    }

    /// The tokens as one time without days, in minutes after midnight; `nil` where anything else stands beside it.
    mutating func onlyTime() throws(Defect) -> Range<Int>? {
        let time = try time()
        return position == tokens.count ? time : nil
    }

    private func peek(_ offset: Int = 0) -> WeeklyToken? {
        position + offset < tokens.count ? tokens[position + offset] : nil
    }

    private mutating func warn(_ defect: Defect) {
        if !warnings.contains(defect) { warnings.append(defect) }
    }

    private mutating func add(_ time: Range<Int>) {
        if groups.isEmpty { timesCameFirst = true }
        times.append(time)
    }

    /// One day, a group of days or a span of days.
    private mutating func takeDays() throws(Defect) {
        if !times.isEmpty, !groups.isEmpty { try close() }
        var days: [Weekday] = []
        switch peek() {
        case .day(let first)?:
            let isSpan = peek(1) == .span || peek(1) == .from
            if isSpan, case .day(let last)? = peek(2) {
                position += 3
                if peek() == .until { position += 1 }
                let length = (last.rawValue - first.rawValue + 7) % 7
                days = (0...length).compactMap { Weekday(rawValue: (first.rawValue + $0) % 7) }
            } else {
                position += 1
                days = [first]
            }
        case .days(let group)?:
            position += 1
            days = group
        default: return
        }
        if startsGroup || groups.isEmpty { groups.append([]) }
        startsGroup = false
        groups[groups.count - 1] += days
    }

    /// Ends the clause and marks its time.
    private mutating func close() throws(Defect) {
        defer {
            groups = []
            times = []
            timesCameFirst = false
        }
        if times.isEmpty {
            guard !groups.isEmpty else { return }
            warn(WeeklyDefects.wholeDay)
            times = [WeeklyConventions.allDay]
        } else if groups.count > 1, groups.contains(where: { $0.count > 1 }) {
            throw WeeklyDefects.unclearDays
        }
        let days = groups.isEmpty ? lastDays : groups.flatMap(\.self)
        guard !days.isEmpty else { throw WeeklyDefects.noDay }
        for day in days {
            for time in times { week.insert(day, quarters: time.lowerBound / 15..<time.upperBound / 15) }
        }
        lastDays = days
    }

    /// A time as minutes after midnight.
    private mutating func time() throws(Defect) -> Range<Int> {
        if peek() == .after {
            position += 1
            let start = try edge()
            if takeSpan() { return try range(from: start, to: try edge()) }
            return try onwards(start)
        }
        if peek() == .span {
            guard mayBegin else { throw WeeklyDefects.unreadable }
            position += 1
            let end = try edge()
            if peek() == .until { position += 1 }
            return try until(end)
        }
        let start = try edge()
        if peek() == .onwards {
            position += 1
            return try onwards(start)
        }
        if peek() == .until, case .clock = start {
            position += 1
            return try until(start)
        }
        if takeSpan() {
            guard hasEdge else { return try onwards(start) }
            let end = try edge()
            if peek() == .until { position += 1 }
            return try range(from: start, to: end)
        }
        if case .band(let band) = start { return band }
        throw WeeklyDefects.unreadable
    }

    /// An end of a time: a clock or a band.
    private enum Edge {
        case clock(WeeklyClock)
        case band(Range<Int>)
    }

    private var hasEdge: Bool {
        switch peek() {
        case .clock, .band: true
        default: false
        }
    }

    /// Whether a time can begin here with its dash: not right behind another time (`9-12-15`).
    private var mayBegin: Bool {
        guard position > 0 else { return true }
        switch tokens[position - 1] {
        case .day, .days, .holiday, .separator, .and: return true
        default: return false
        }
    }

    private mutating func edge() throws(Defect) -> Edge {
        switch peek() {
        case .clock(let clock)?:
            position += 1
            return .clock(clock)
        case .band(let band)?:
            position += 1
            return .band(band)
        default: throw WeeklyDefects.unreadable
        }
    }

    private mutating func takeSpan() -> Bool {
        guard peek() == .span || peek() == .from else { return false }
        position += 1
        return true
    }

    private func onwards(_ edge: Edge) throws(Defect) -> Range<Int> {
        let start: Int
        switch edge {
        case .band(let band): start = band.lowerBound
        case .clock(let clock): start = try clock.minutes()
        }
        let end = start < WeeklyConventions.onwardsEnd ? WeeklyConventions.onwardsEnd : 24 * 60
        guard start < end else { throw WeeklyDefects.reversed }
        return start..<end
    }

    private func until(_ edge: Edge) throws(Defect) -> Range<Int> {
        let end: Int
        switch edge {
        case .band(let band): end = band.upperBound
        case .clock(let clock): end = try clock.minutes()
        }
        let start = end > WeeklyConventions.untilStart ? WeeklyConventions.untilStart : 0
        guard start < end else { throw WeeklyDefects.reversed }
        return start..<end
    }

    private mutating func range(from first: Edge, to last: Edge) throws(Defect) -> Range<Int> {
        let start: Int
        let end: Int
        switch (first, last) {
        case (.band(let from), .band(let to)): (start, end) = (from.lowerBound, to.upperBound)
        case (.band(let from), .clock(let to)): (start, end) = (from.lowerBound, try to.minutes())
        case (.clock(let from), .band(let to)): (start, end) = (try from.minutes(), to.upperBound)
        case (.clock(let from), .clock(let to)):
            (start, end) = try WeeklyClock.span(from, to)
            if WeeklyClock.mayBeEvening(from, to) { warn(WeeklyDefects.takenAsMorning) }
        }
        guard start < end else { throw WeeklyDefects.reversed }
        return start..<end
    }

    /// Rounds inwards to quarter hours.
    private mutating func quarters(_ time: Range<Int>) throws(Defect) -> Range<Int> {
        let start = (time.lowerBound + 14) / 15 * 15
        let end = time.upperBound / 15 * 15
        if start != time.lowerBound || end != time.upperBound { warn(WeeklyDefects.rounded) }
        guard start < end else { throw WeeklyDefects.reversed }
        return start..<end
    }
}

extension WeeklyClock {
    /// Minutes after midnight.
    ///
    /// - Throws: where 午前 and 午後 do not fit the hour, or are missing from an early one.
    func minutes() throws(Defect) -> Int {
        switch half {
        case .morning:
            // 午前12時 and 午後12時 are read both ways; am and pm were settled by the lexer.
            guard hour < 12 else { throw WeeklyDefects.unclearHalf }
            return hour * 60 + minute
        case .afternoon:
            guard hour != 12, hour < 24 else { throw WeeklyDefects.unclearHalf }
            return (hour < 12 ? hour + 12 : hour) * 60 + minute
        case .none:
            let isPlain = hour == 0 || hour >= WeeklyConventions.firstPlainHour || hasLeadingZero
            guard isPlain else { throw WeeklyDefects.unclearHalf }
            return hour * 60 + minute
        }
    }

    /// Whether `7-9` may have been meant as the evening: no 午前 or pm, no colon, no leading zero.
    ///
    /// From 8 on, and with an end in the afternoon, nobody means the evening.
    static func mayBeEvening(_ first: WeeklyClock, _ last: WeeklyClock) -> Bool {
        func isBare(_ clock: WeeklyClock) -> Bool {
            clock.half == .none && !clock.hasColon && !clock.hasLeadingZero
        }
        return isBare(first) && isBare(last) && (WeeklyConventions.firstPlainHour...7).contains(first.hour)
            && last.hour < 12
    }

    /// Both ends of a span, where one 午前 or 午後 may stand for both: `午後1時半〜3時`, `6-9pm`.
    static func span(_ first: WeeklyClock, _ last: WeeklyClock) throws(Defect) -> (Int, Int) {
        var start = first
        var end = last
        if start.half != .none, end.half == .none, end.hour < 12 {
            end.half = start.half
        } else if start.half == .none, end.half != .none, start.hour < 12 {
            start.half = end.half
            // `10-1pm` begins in the morning.
            if end.half == .afternoon, try start.minutes() >= end.minutes() { start.half = .morning }
        }
        return (try start.minutes(), try end.minutes())
    }
}
