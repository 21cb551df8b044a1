import Records

/// A made-up cohort of eight on each side with a column of every kind, and ways to change it.
struct Made {
    static let count = 8
    private var generator: UInt64
    private var tiny = TinyCohort()

    init(seed: Int) {
        generator = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
        tiny.volunteerCount = Made.count
        tiny.residentCount = Made.count
        tiny.vocabulary("words", ["a", "b", "c", "d", "e"])
        tiny.vocabulary("groups", ["a", "b"])
        let words = FieldKind.tags(vocabulary: "words")
        add("home", .place) { .place($0.people { place(metresNorth: Double($0.below(9000))) }) }
        add("free", .weekly) { .weekly($0.people { $0.week() }) }
        add("zoned", .weekly) { .weekly($0.people { $0.week() }) }
        add("zone", .timeZone(vocabulary: nil)) {
            .timeZone(
                $0.people { made in
                    TimeZoneID(["Asia/Tokyo", "Europe/Berlin", "Asia/Kathmandu", "UTC-11"][made.below(4)])
                })
        }
        for name in ["likes", "needs", "offers"] {
            add(name, words) { .tags($0.people { made in made.tags() }) }
        }
        add("speaks", .levelledTags(vocabulary: "words", scale: .cefr)) {
            .levelledTags(
                $0.people { made in
                    made.tags().indices.map { LevelledTag(tag: $0, level: made.below(6)) }
                })
        }
        add("number", .number(suffix: nil)) { .number($0.people { $0.below(9) }) }
        add("group", .category(vocabulary: "groups")) { .category($0.people { $0.below(2) }) }
        add("since", .date) {
            .date($0.people { CivilDate(dayNumber: $0.tiny.asOf.dayNumber - 60 - $0.below(900)) })
        }
        tiny.fields = tiny.fields.map { field in
            guard field.name == "zoned" else { return field }
            return FieldSpec(
                name: field.name, kind: field.kind, label: field.label, headers: field.headers,
                zones: [.volunteer: .field("zone"), .resident: .field("zone")])
        }
    }

    var cohort: Cohort { tiny.cohort }

    // MARK: Making

    private mutating func add(_ name: String, _ kind: FieldKind, _ column: (inout Made) -> Column) {
        let volunteer = column(&self)
        let resident = column(&self)
        tiny.field(name, kind, volunteer: volunteer, resident: resident)
    }

    /// SplitMix64.
    private mutating func below(_ bound: Int) -> Int {
        generator &+= 0x9E37_79B9_7F4A_7C15
        var z = generator
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return Int((z ^ z >> 31) % UInt64(bound))
    }

    private mutating func people<Value>(_ make: (inout Made) -> Value?) -> [Value?] {
        var values: [Value?] = []
        for _ in 0..<Made.count { values.append(make(&self)) }
        return values
    }

    private mutating func tags() -> TagSet {
        let bits = 1 + below(31)
        return TagSet((0..<5).filter { bits >> $0 & 1 == 1 })
    }

    private mutating func week() -> WeeklyAvailability {
        var week = WeeklyAvailability()
        for _ in 0..<6 {
            let start = below(90)
            week.insert(Weekday.allCases[below(7)], quarters: start..<min(96, start + 3 + below(20)))
        }
        return week
    }

    // MARK: Changing

    /// Takes away every answer to a field.
    mutating func clear(_ field: String, _ side: Side) {
        if side == .volunteer { tiny.volunteers[field] = nil } else { tiny.residents[field] = nil }
    }

    /// The same people in the opposite order.
    var reversed: Made {
        var copy = self
        copy.tiny.volunteers = tiny.volunteers.mapValues(Made.reversed)
        copy.tiny.residents = tiny.residents.mapValues(Made.reversed)
        return copy
    }

    private static func reversed(_ column: Column) -> Column {
        switch column {
        case .text(let values): .text(values.reversed())
        case .flag(let values): .flag(values.reversed())
        case .number(let values): .number(values.reversed())
        case .date(let values): .date(values.reversed())
        case .category(let values): .category(values.reversed())
        case .tags(let values): .tags(values.reversed())
        case .levelledTags(let values): .levelledTags(values.reversed())
        case .rangedTags(let values): .rangedTags(values.reversed())
        case .weekly(let values): .weekly(values.reversed())
        case .place(let values): .place(values.reversed())
        case .window(let values): .window(values.reversed())
        case .timeZone(let values): .timeZone(values.reversed())
        }
    }

    /// One more stretch of free time for every resident.
    mutating func widenFreeTime() {
        for name in ["free", "zoned"] {
            guard case .weekly(let weeks)? = tiny.residents[name] else { continue }
            tiny.residents[name] = .weekly(weeks.map { $0?.union(week()) })
        }
    }

    /// One more tag for every volunteer, perhaps one that they have.
    mutating func addTags(_ name: String) {
        guard case .tags(let tags)? = tiny.volunteers[name] else { return }
        tiny.volunteers[name] = .tags(tags.map { $0?.union(TagSet([below(5)])) })
    }

    mutating func raiseLevels() {
        guard case .levelledTags(let tags)? = tiny.volunteers["speaks"] else { return }
        tiny.volunteers["speaks"] = .levelledTags(
            tags.map { $0?.map { LevelledTag(tag: $0.tag, level: ($0.level ?? 0) + 1) } })
    }

    /// Everybody half as far from the point from which places are counted, and so from each other.
    mutating func moveNearer() {
        func halved(_ column: Column?) -> Column? {
            guard case .place(let places)? = column else { return column }
            return .place(
                places.map { $0.map { place(metresNorth: ($0.coordinate.latitude - 35.6) * 111_195.08 / 2) } }
            )
        }
        tiny.volunteers["home"] = halved(tiny.volunteers["home"])
        tiny.residents["home"] = halved(tiny.residents["home"])
    }

    /// Even numbers halved, so that differences are too.
    mutating func halveNumbers() {
        func changed(_ column: Column?, _ change: (Int) -> Int) -> Column? {
            guard case .number(let numbers)? = column else { return column }
            return .number(numbers.map { $0.map(change) })
        }
        tiny.volunteers["number"] = changed(tiny.volunteers["number"]) { $0 / 2 }
        tiny.residents["number"] = changed(tiny.residents["number"]) { $0 / 2 }
    }

    mutating func moveDates(byDays days: Int) {
        func moved(_ column: Column?) -> Column? {
            guard case .date(let dates)? = column else { return column }
            return .date(dates.map { $0.map { CivilDate(dayNumber: $0.dayNumber + days) } })
        }
        tiny.volunteers["since"] = moved(tiny.volunteers["since"])
        tiny.residents["since"] = moved(tiny.residents["since"])
    }
}
