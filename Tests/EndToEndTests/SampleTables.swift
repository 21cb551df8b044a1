import Foundation

/// The cells of sample exports, read by code that shares nothing with the package: only the forms that `simulate` writes.
struct SampleTables {
    let rows: [[String: String]]
    /// Words of each vocabulary of the programme file, by every spelling in lower case.
    private let spellings: [String: [String: String]]

    init(path: String, programme: String) throws {
        rows = Command.rows(of: try String(contentsOfFile: path, encoding: .utf8))
        spellings = try SampleTables.spellings(programme)
    }

    // MARK: Words

    /// Vocabularies, from the lines `    key: {ja: …, en: …, also: […]}` under `  name:`.
    private static func spellings(_ programme: String) throws -> [String: [String: String]] {
        var result: [String: [String: String]] = [:]
        var isInside = false
        var name = ""
        for line in try String(contentsOfFile: programme, encoding: .utf8).split(separator: "\n") {
            if !line.hasPrefix(" ") {
                isInside = line.hasPrefix("vocabularies:")
            } else if isInside, line.hasPrefix("    "), let colon = line.range(of: ": {ja: ") {
                let key = line[..<colon.lowerBound].trimmingCharacters(in: .whitespaces)
                let words = line[colon.upperBound...].replacing("en: ", with: "").replacing(
                    "also: ", with: ""
                )
                .split { "{}[],".contains($0) }.map {
                    $0.trimmingCharacters(in: CharacterSet(charactersIn: " \""))
                }
                for word in words + [key] where !word.isEmpty {
                    result[name, default: [:]][word.lowercased()] = key
                }
            } else if isInside {
                // A remark may follow the colon.
                name = line.prefix { $0 != ":" }.trimmingCharacters(in: .whitespaces)
            }
        }
        return result
    }

    func word(_ cell: String?, of vocabulary: String) -> String? {
        spellings[vocabulary]?[(cell ?? "").lowercased()]
    }

    /// The words of a cell; `nil` for an empty one.
    ///
    /// A word may itself hold a separator, so the longest is tried first.
    func words(_ cell: String?, of vocabulary: String) -> Set<String>? {
        guard let cell, !cell.isEmpty else { return nil }
        var rest = cell.lowercased()
        var found: Set<String> = []
        let known = (spellings[vocabulary] ?? [:]).sorted { $0.key.count > $1.key.count }
        while !rest.isEmpty {
            guard let next = known.first(where: { rest.hasPrefix($0.key) }) else {
                rest.removeFirst()
                continue
            }
            found.insert(next.value)
            rest.removeFirst(next.key.count)
        }
        return found
    }

    /// The words of a cell of an open vocabulary.
    static func freeWords(_ cell: String?) -> Set<String>? {
        guard let cell, !cell.isEmpty else { return nil }
        return Set(cell.split { "、;,".contains($0) }.map { $0.trimmingCharacters(in: .whitespaces) })
    }

    // MARK: Numbers, dates, flags

    static func isYes(_ cell: String?) -> Bool { ["○", "済", "はい"].contains(cell ?? "") }

    /// The number in a cell.
    static func number(_ cell: String?) -> Int? { Int(digits(cell ?? "")) }

    /// The digits of a cell, full-width ones too.
    static func digits(_ cell: String) -> String {
        var digits = ""
        for scalar in cell.unicodeScalars {
            let value = (0xFF10...0xFF19).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
            if (48...57).contains(value) { digits += String(value - 48) }
        }
        return digits
    }

    /// Year, month and day.
    static func date(_ cell: String?) -> [Int]? {
        guard var text = cell, !text.isEmpty else { return nil }
        var firstYear = 0
        for (names, year) in [(["令和", "R"], 2018), (["平成", "H"], 1988), (["昭和", "S"], 1925)] {
            for name in names where text.hasPrefix(name) {
                firstYear = year
                text.removeFirst(name.count)
            }
        }
        let parts = text.replacing("元", with: "1").split { !$0.isNumber }.compactMap { Int($0) }
        guard parts.count == 3 else { return nil }
        return [parts[0] + firstYear, parts[1], parts[2]]
    }

    static func calendarDay(_ date: [Int]) -> Date? {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return calendar.date(from: DateComponents(year: date[0], month: date[1], day: date[2], hour: 12))
    }

    static func days(from date: [Int], to end: [Int]) -> Int? {
        guard let first = calendarDay(date), let last = calendarDay(end) else { return nil }
        return Int((last.timeIntervalSince(first) / 86_400).rounded())
    }

    /// Birthdays since a day; 29 February has its own on 28 February of a common year.
    static func years(from date: [Int], to end: [Int]) -> Int {
        var (month, day) = (date[1], date[2])
        let isLeap = end[0] % 4 == 0 && (end[0] % 100 != 0 || end[0] % 400 == 0)
        if month == 2, day == 29, !isLeap { (month, day) = (2, 28) }
        let isBefore = (end[1], end[2]) < (month, day)
        return end[0] - date[0] - (isBefore ? 1 : 0)
    }

    // MARK: Languages

    private static let levels: [(names: [String], rank: Int)] = [
        (["母語", "native", "ネイティブ", "母国語", "第一言語"], 6), (["最上級", "proficient", "c2"], 5),
        (["c1", "n1", "ビジネス", "advanced"], 4),
        (["b2", "n2", "中上級", "upper intermediate"], 3), (["b1", "n3", "日常会話"], 2),
        (["a2", "n4", "初級", "elementary"], 1), (["a1", "n5", "入門", "beginner"], 0),
        (["上級"], 4), (["中級", "intermediate"], 2),
    ]

    /// Levels by language.
    func languages(_ cell: String?) -> [String: Int] {
        var result: [String: Int] = [:]
        for part in (cell ?? "").split(whereSeparator: { "、;,".contains($0) }) {
            let text = part.trimmingCharacters(in: .whitespaces).lowercased()
            let names = (spellings["languages"] ?? [:]).sorted { $0.key.count > $1.key.count }
            guard let name = names.first(where: { text.hasPrefix($0.key) }) else { continue }
            let rest = text.dropFirst(name.key.count)
            if let level = Self.levels.first(where: { $0.names.contains { rest.contains($0) } }) {
                result[name.value] = level.rank
            }
        }
        return result
    }

    // MARK: Weeks

    private static let dayNames = [
        ["月", "mon"], ["火", "tue"], ["水", "wed"], ["木", "thu"], ["金", "fri"], ["土", "sat"], ["日", "sun"],
    ]

    /// Free quarter hours since Monday 0:00.
    static func week(_ cell: String?) -> Set<Int>? {
        guard let cell, !cell.isEmpty else { return nil }
        var free: Set<Int> = []
        for entry in cell.lowercased().split(whereSeparator: { "、;".contains($0) }) {
            var text = entry.trimmingCharacters(in: .whitespaces)
            var days: [Int] = []
            for (names, group) in [(["平日", "weekday "], [0, 1, 2, 3, 4]), (["土日", "weekend "], [5, 6])] {
                for name in names where text.hasPrefix(name) {
                    days = group
                    text.removeFirst(name.count)
                }
            }
            while days.count < 7 {
                text = String(text.drop { "曜日・ ".contains($0) && !(days.isEmpty && $0 == "日") })
                guard let day = dayNames.firstIndex(where: { $0.contains { text.hasPrefix($0) } }) else {
                    break
                }
                days.append(day)
                text.removeFirst(text.first?.isASCII == true ? 3 : 1)
                if text.hasPrefix("曜日") { text.removeFirst(2) }
            }
            let quarters = time(text.trimmingCharacters(in: .whitespaces))
            for day in days { free.formUnion(quarters.map { day * 96 + $0 }) }
        }
        return free
    }

    private static func time(_ text: String) -> Range<Int> {
        for (names, hours) in [
            (["午前", "morning"], 9..<12), (["午後", "afternoon"], 13..<17), (["夜", "evening"], 18..<21),
            (["終日", "all day"], 9..<21),
        ] where names.contains(where: { text.hasPrefix($0) }) {
            return hours.lowerBound * 4..<hours.upperBound * 4
        }
        let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
        if text.contains("時以降") { return numbers[0] * 4..<22 * 4 }
        return (numbers[0] * 60 + numbers[1]) / 15..<(numbers[2] * 60 + numbers[3]) / 15
    }

    /// Common quarter hours in runs of at least `block`; `isCircle` lets runs go on over midnight.
    static func common(_ a: Set<Int>, _ b: Set<Int>, block: Int, isCircle: Bool) -> Int {
        var runs: [ClosedRange<Int>] = []
        for quarter in a.intersection(b).sorted() {
            if let run = runs.last, run.upperBound + 1 == quarter, isCircle || quarter % 96 != 0 {
                runs[runs.count - 1] = run.lowerBound...quarter
            } else {
                runs.append(quarter...quarter)
            }
        }
        var lengths = runs.map(\.count)
        if isCircle, runs.count > 1, runs.first?.lowerBound == 0, runs.last?.upperBound == 671 {
            lengths[0] += lengths.removeLast()
        }
        return lengths.filter { $0 >= block }.reduce(0, +)
    }
}
