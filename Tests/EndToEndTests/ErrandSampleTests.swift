import Foundation
import TestSupport
import Testing

/// Errands written by the command, checked from the CSV files by code of this file alone.
@Suite struct ErrandSampleTests {
    private static let programme = "\(Command.root)/configs/spot-errands.yaml"
    private static let sample = "\(Command.root)/data/spot-errands"

    @Test("the sample month of errands is the recorded one, byte for byte", arguments: ["ja", "en"])
    func golden(language: String) throws {
        let folder = try TemporaryFolder()
        let outcome = try Command.match(
            out: folder.path("run"), volunteers: "\(Self.sample)/volunteers.csv",
            residents: "\(Self.sample)/residents.csv", programme: Self.programme,
            ["--lang", language, "--history", "\(Self.sample)/history.csv"])
        #expect(outcome.code == 0, "\(outcome.errors)")
        let headline = outcome.output.replacing(folder.path, with: "OUT")
        try Golden.check(Array(headline.utf8), against: "spot-errands-\(language)/headline.txt")
        for name in ["matches.csv", "unmatched.csv", "unused.csv", "quarantine.csv"] {
            try Golden.check(try folder.bytes(of: "run/\(name)"), against: "spot-errands-\(language)/\(name)")
        }
    }

    @Test("on 200 made-up months every written errand keeps every rule of the programme", arguments: 0..<20)
    func everyRule(block: Int) throws {
        let folder = try TemporaryFolder()
        var proposed = 0
        for seed in block * 10..<block * 10 + 10 {
            let (cohort, run) = (folder.path("cohort-\(seed)"), folder.path("run-\(seed)"))
            let made = try Command.musubi([
                "simulate", "--programme", Self.programme, "--residents", "50", "--volunteers", "25",
                "--seed",
                "\(seed)", "--as-of", "2026-11-01", "--out", cohort,
            ])
            #expect(made.code == 0, "\(made.errors)")
            let outcome = try Command.match(
                out: run, volunteers: "\(cohort)/volunteers.csv", residents: "\(cohort)/residents.csv",
                programme: Self.programme, ["--lang", "en"])
            #expect(outcome.code == 0, "\(outcome.errors)")
            func rows(_ path: String) throws -> [[String: String]] {
                Command.rows(of: try String(contentsOfFile: path, encoding: .utf8))
            }
            let matches = try rows("\(run)/matches.csv")
            proposed += matches.count
            let findings = try ErrandRules(
                volunteers: rows("\(cohort)/volunteers.csv"), requests: rows("\(cohort)/residents.csv")
            ).findings(matches)
            #expect(findings.isEmpty, "seed \(seed): \(findings)")
        }
        #expect(proposed > 100)
    }
}

/// The rules of the programme of errands, read from its description by a person and written down again here.
private struct ErrandRules {
    let volunteers: [[String: String]]
    let requests: [[String: String]]

    /// Public holidays of the months in question, and the turn of the year.
    private static let closed: Set<String> = ["2026-11-03", "2026-11-23"]
    private static let yes: Set<String> = ["○", "済", "はい"]

    func findings(_ matches: [[String: String]]) throws -> [String] {
        var findings: [String] = []
        var minutesOfWeek: [String: Int] = [:]
        var countOfMonth: [String: Int] = [:]
        var visits: [String: [(start: Int, end: Int, isOnline: Bool)]] = [:]
        var standsBy: Set<String> = []
        for match in matches {
            let name = "\(match["volunteer_id"] ?? "") × \(match["resident_id"] ?? "")"
            func demand(_ isKept: Bool, _ rule: String) { if !isKept { findings.append("\(name): \(rule)") } }
            let request = requests[(Int(match["resident_row"] ?? "") ?? 2) - 2]
            let volunteer = volunteers[(Int(match["volunteer_row"] ?? "") ?? 2) - 2]
            let (start, end) = (Self.minute(match["start"]), Self.minute(match["end"]))
            let date = match["date"] ?? ""
            let isOnline = ["オンライン", "online", "Zoom"].contains(request["方法"] ?? "")
            demand(request["依頼番号"] == match["resident_id"], "another request")
            demand(volunteer["ボランティアID"] == match["volunteer_id"], "another volunteer")
            demand(Self.sameDay(request["希望日"] ?? "", date), "another day than \(request["希望日"] ?? "")")
            demand(date >= "2026-11-03", "no notice")
            demand(!Self.closed.contains(date), "a holiday")
            let weekday = Self.weekday(date)
            demand(weekday != 6, "a Sunday")
            demand(end - start == Self.length(request["所要時間"] ?? ""), "another length")
            demand(end - start <= 180, "longer than three hours")
            demand(start >= 510 && end <= 1080, "outside 8:30–18:00")
            let window = Self.span(request["希望時間帯"] ?? "")
            demand(window.0 <= start && end <= window.1, "outside \(request["希望時間帯"] ?? "")")
            demand((request["専門の相談"] ?? "").isEmpty, "for a specialist")
            for gate in ["本人確認", "内容の詳細確認"] { demand(Self.yes.contains(request[gate] ?? ""), gate) }
            for gate in ["本人確認", "オリエンテーション受講"] { demand(Self.yes.contains(volunteer[gate] ?? ""), gate) }
            let modes = volunteer["できる方法"] ?? ""
            let mode = isOnline ? ["オンライン", "online", "Zoom"] : ["対面", "in person"]
            demand(mode.contains { modes.contains($0) }, "mode")
            demand((match["online"] == "yes") == isOnline, "mode in the list")
            demand(
                Self.isFree(volunteer["活動できる曜日・時間"] ?? "", weekday, start, end),
                "not free: \(volunteer["活動できる曜日・時間"] ?? "") on day \(weekday) \(start)–\(end)")
            if ["同性", "same gender", "同性希望"].contains(request["相手の性別の希望"] ?? "") {
                demand(Self.gender(request["性別"]) == Self.gender(volunteer["性別"]), "gender")
            }
            let id = match["volunteer_id"] ?? ""
            minutesOfWeek["\(id) \(Self.day(date) / 7)", default: 0] += end - start
            countOfMonth["\(id) \(date.prefix(7))", default: 0] += 1
            visits["\(id) \(date)", default: []].append((start, end, isOnline))
            if isOnline { demand(match["expenses_yen"] == "0", "expenses online") }
            if let spare = match["spare_volunteer"], !spare.isEmpty {
                demand(spare != id, "is their own spare")
                demand(standsBy.insert("\(spare) \(date)").inserted, "spare twice on a day")
            }
        }
        let byID = Dictionary(volunteers.map { ($0["ボランティアID"] ?? "", $0) }, uniquingKeysWith: { $1 })
        func number(_ key: String, _ field: String) -> Int {
            let text = byID[String(key.split(separator: " ")[0])]?[field] ?? ""
            return Int(text.unicodeScalars.compactMap(Self.digit).map(String.init).joined()) ?? 0
        }
        for (key, minutes) in minutesOfWeek where minutes > 60 * number(key, "週の活動時間") {
            findings.append("\(key): \(minutes) minutes in a week")
        }
        for (key, count) in countOfMonth where count > number(key, "月の回数") {
            findings.append("\(key): \(count) errands in a month")
        }
        for (key, day) in visits {
            if day.count > 2 { findings.append("\(key): \(day.count) errands in a day") }
            let sorted = day.sorted { $0.start < $1.start }
            for (first, second) in zip(sorted, sorted.dropFirst()) {
                let pause = first.isOnline && second.isOnline ? 0 : 15
                if second.start < first.end + pause { findings.append("\(key): overlapping errands") }
            }
        }
        return findings
    }

    // MARK: Reading cells, as far as the sample writes them

    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar.value {
        case 48...57: Int(scalar.value) - 48
        case 0xFF10...0xFF19: Int(scalar.value) - 0xFF10
        default: nil
        }
    }

    /// The numbers in a text, full-width digits included.
    private static func numbers(_ text: String) -> [Int] {
        var numbers: [Int] = []
        var isInside = false
        for scalar in text.unicodeScalars {
            if let digit = digit(scalar) {
                if isInside {
                    numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + digit
                } else {
                    numbers.append(digit)
                }
                isInside = true
            } else {
                isInside = false
            }
        }
        return numbers
    }

    private static func sameDay(_ cell: String, _ date: String) -> Bool {
        var parts = numbers(cell)
        if cell.contains("令和") || cell.hasPrefix("R") { parts[0] += 2018 }
        return parts == numbers(date)
    }

    /// Days since 1 January 2001, a Monday.
    private static func day(_ date: String) -> Int {
        let parts = numbers(date)
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? .gmt
        let components = DateComponents(year: parts[0], month: parts[1], day: parts[2])
        return Int((calendar.date(from: components) ?? .distantPast).timeIntervalSinceReferenceDate) / 86_400
    }

    private static func weekday(_ date: String) -> Int { day(date) % 7 }

    private static func minute(_ clock: String?) -> Int {
        let parts = numbers(clock ?? "")
        return parts.count == 2 ? parts[0] * 60 + parts[1] : -1
    }

    private static func length(_ cell: String) -> Int {
        let parts = numbers(cell)
        if cell.contains(".5") { return parts[0] * 60 + 30 }
        let isHours = cell.contains("時間") || cell.contains("hour")
        let base = isHours ? parts[0] * 60 : parts[0]
        return base + (cell.contains("半") ? 30 : 0) + (isHours && parts.count == 2 ? parts[1] : 0)
    }

    /// The minutes of a window or a clock time of a week.
    private static func span(_ cell: String) -> (Int, Int) {
        let ends = cell.split { "〜-".contains($0) }.map { end -> Int in
            let parts = numbers(String(end))
            return parts[0] * 60 + (parts.count > 1 ? parts[1] : 0) + (end.contains("半") ? 30 : 0)
        }
        guard ends.count == 2 else { return (0, 0) }
        let isAfternoon = cell.contains("午後") || cell.contains("pm")
        return isAfternoon ? (ends[0] % 720 + 720, ends[1] % 720 + 720) : (ends[0], ends[1])
    }

    private static func gender(_ cell: String?) -> Int {
        switch cell {
        case "女性", "女", "F", "woman": 0
        case "男性", "男", "M", "man": 1
        default: 2
        }
    }

    /// Whether a week as the sample writes it has the whole time free on that day of the week.
    private static func isFree(_ cell: String, _ weekday: Int, _ start: Int, _ end: Int) -> Bool {
        var free = Array(repeating: false, count: 1440)
        for part in cell.split(whereSeparator: { "、;".contains($0) }) {
            let entry = part.trimmingCharacters(in: .whitespaces)
            guard days(entry).contains(weekday) else { continue }
            let time = times(entry)
            for minute in time.0..<max(time.0, time.1) { free[minute] = true }
        }
        return (start..<end).allSatisfy { free[$0] }
    }

    private static func days(_ entry: String) -> Set<Int> {
        if entry.contains("平日") || entry.hasPrefix("weekday") { return [0, 1, 2, 3, 4] }
        if entry.contains("土日") || entry.hasPrefix("weekend") { return [5, 6] }
        let english = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        if let day = english.firstIndex(where: { entry.contains($0) }) { return [day] }
        // 曜日 holds a 日 of its own.
        let japanese = entry.replacing("曜日", with: "").replacing("曜", with: "").replacing("一日", with: "")
            .replacing("終日", with: "")
        return Set("月火水木金土日".enumerated().filter { japanese.contains($0.element) }.map(\.offset))
    }

    private static func times(_ entry: String) -> (Int, Int) {
        let words: [(String, (Int, Int))] = [
            ("午前", (540, 720)), ("morning", (540, 720)), ("午後", (780, 1020)), ("afternoon", (780, 1020)),
            ("終日", (540, 1260)), ("all day", (540, 1260)), ("夜", (1080, 1260)), ("evening", (1080, 1260)),
        ]
        if !numbers(entry).isEmpty {
            if entry.contains("以降") { return (numbers(entry)[0] * 60, 1320) }
            return span(entry)
        }
        return words.first { entry.contains($0.0) }?.1 ?? (0, 0)
    }
}
