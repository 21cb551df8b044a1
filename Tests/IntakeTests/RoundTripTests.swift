import Intake
import Records
import Testing

/// What is written down in an accepted form is read as what was meant.
@Suite("Values written and read again")
struct RoundTripTests {
    @Test("Every day of three centuries is read again from five ways to write it")
    func days() throws {
        let decoder = DateDecoder()
        let first = try #require(CivilDate(iso: "1873-01-01"))
        let last = try #require(CivilDate(iso: "2200-12-31"))
        var checked = 0
        for number in stride(from: first.dayNumber, through: last.dayNumber, by: 13) {
            let day = CivilDate(dayNumber: number)
            let (year, month, date) = day.components
            let weekday = day.weekday.shortName
            for cell in [
                day.description, "\(year)/\(month)/\(date)", "\(year)年\(month)月\(date)日（\(weekday.ja)）",
                "\(year).\(month).\(date)", "\(day) 23:59:59",
            ] where try decoder.decode(cell).value != day {
                Issue.record("\(cell)")
            }
            checked += 1
        }
        #expect(checked == 9216)
    }

    @Test("Every serial number of five digits is the day before the next one's")
    func serials() throws {
        for serial in ExcelSerial.allCases {
            let decoder = DateDecoder(serial: serial)
            var previous = try #require(try decoder.decode("10000").value)
            for number in 10_001...99_999 {
                let day = try #require(try decoder.decode("\(number)").value)
                if day - previous != 1 { Issue.record("\(number)") }
                previous = day
            }
        }
    }

    @Test("Weeks drawn at random are read again from their blocks", arguments: 0..<200 as Range<UInt64>)
    func weeks(seed: UInt64) throws {
        var random = Draw(seed)
        var week = WeeklyAvailability()
        for _ in 0...random.below(6) {
            let start = random.below(95)
            week.insert(
                Weekday.allCases[random.below(7)], quarters: start..<(start + 1 + random.below(96 - start)))
        }
        func clock(_ quarter: Int) -> String { (quarter < 40 ? "0" : "") + ClockWindow.clock(quarter * 15) }
        let english = week.blocks.map {
            "\($0.day.shortName.en) \(clock($0.quarters.lowerBound))-\(clock($0.quarters.upperBound))"
        }
        let japanese = week.blocks.map {
            "\($0.day.shortName.ja)曜 \(clock($0.quarters.lowerBound))〜\(clock($0.quarters.upperBound))"
        }
        for cell in [english.joined(separator: "; "), japanese.joined(separator: "、")] {
            let decoded = try WeeklyDecoder().decode(cell)
            #expect(decoded.value == week, "\(cell)")
            #expect(decoded.warnings.isEmpty)
        }
    }

    @Test("Spans and lengths of every size are read again")
    func spans() throws {
        for start in stride(from: 0, to: 1440, by: 7) {
            for end in stride(from: start + 1, through: 1440, by: 61) {
                let window = try #require(ClockWindow(start: start, end: end))
                // An early hour without a leading zero could be one of the afternoon.
                let cell = [start, end].map { ($0 < 600 ? "0" : "") + ClockWindow.clock($0) }.joined(
                    separator: "–")
                #expect(try WindowDecoder().decode(cell).value == window, "\(cell)")
                #expect(try ClockRangeDecoder().decode(cell).value == window, "\(cell)")
            }
        }
        for minutes in 1...1440 {
            for cell in ["\(minutes)分", "\(minutes) min", "\(minutes / 60)時間\(minutes % 60)分"] {
                if try DurationDecoder().decode(cell).value != minutes { Issue.record("\(cell)") }
            }
        }
    }

    @Test(
        "Any options, delimiters in them included, are told apart as a search of all readings tells them",
        arguments: 0..<300 as Range<UInt64>)
    func options(seed: UInt64) throws {
        var random = Draw(seed)
        // Options of one to three words of a small alphabet, so that many begin or end like others.
        var options: [String] = []
        for _ in 0..<(2 + random.below(6)) {
            let words = (0...random.below(3)).map { _ in ["a", "b", "c"][random.below(3)] }
            let option = words.joined(separator: ", ")
            if !options.contains(option) { options.append(option) }
        }
        let index = VocabularyIndex(Vocabulary(tags: options.map { Tag(key: $0, label: Bilingual($0)) }))
        let cell = (0..<(1 + random.below(5))).map { _ in ["a", "b", "c"][random.below(3)] }
        let decoded = try TagsDecoder(index: index).decode(cell.joined(separator: ", "))
        #expect(decoded.warnings.count == fewestUnknown(cell[...], options))
        // What was chosen from the options leaves nothing unknown.
        let chosen = options.filter { _ in random.below(2) == 0 }
        for separator in [", ", ";", "\n"] where !chosen.isEmpty {
            let joined = try TagsDecoder(index: index).decode(chosen.joined(separator: separator))
            #expect(joined.warnings.isEmpty)
            if separator != ", " {
                #expect(joined.value == TagSet(chosen.compactMap { options.firstIndex(of: $0) }))
            }
        }
    }

    /// The fewest words that stay unknown, over every way to cut the words into options.
    private func fewestUnknown(_ words: ArraySlice<String>, _ options: [String]) -> Int {
        guard !words.isEmpty else { return 0 }
        var fewest = 1 + fewestUnknown(words.dropFirst(), options)
        for length in 1...words.count where options.contains(words.prefix(length).joined(separator: ", ")) {
            fewest = min(fewest, fewestUnknown(words.dropFirst(length), options))
        }
        return fewest
    }

    /// Numbers that depend on the seed alone: a linear congruential generator of 64 bits.
    private struct Draw {
        private var state: UInt64

        init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

        mutating func below(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
    }
}
