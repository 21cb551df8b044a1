import Records

/// Cohorts of a few people for tests: one column at a time, written down where the test can be read.
struct TinyCohort {
    var fields: [FieldSpec] = []
    var vocabularies: [String: Vocabulary] = [:]
    var volunteers: [String: Column] = [:]
    var residents: [String: Column] = [:]
    var volunteerCount = 1
    var residentCount = 1
    var volunteerIDs: [String]?
    var residentIDs: [String]?
    var asOf = CivilDate(iso: "2026-11-01") ?? CivilDate(dayNumber: 0)
    var history: Set<PairKey> = []
    var closedDays = ClosedDays()

    mutating func field(
        _ name: String, _ kind: FieldKind, label: Bilingual? = nil, volunteer: Column? = nil,
        resident: Column? = nil
    ) {
        var headers: [Side: [String]] = [:]
        if let volunteer {
            headers[.volunteer] = [name]
            volunteers[name] = volunteer
        }
        if let resident {
            headers[.resident] = [name]
            residents[name] = resident
        }
        fields.append(FieldSpec(name: name, kind: kind, label: label ?? Bilingual(name), headers: headers))
    }

    mutating func vocabulary(_ name: String, _ keys: [String]) {
        vocabularies[name] = Vocabulary(tags: keys.map { Tag(key: $0, label: Bilingual($0)) })
    }

    var cohort: Cohort {
        Cohort(
            volunteers: table(.volunteer, volunteerCount, volunteerIDs, volunteers),
            residents: table(.resident, residentCount, residentIDs, residents), vocabularies: vocabularies,
            fields: Dictionary(uniqueKeysWithValues: fields.map { ($0.name, $0) }), asOf: asOf,
            history: history, closedDays: closedDays)
    }

    private func table(_ side: Side, _ count: Int, _ ids: [String]?, _ columns: [String: Column])
        -> PersonTable
    {
        let letter = side == .volunteer ? "V" : "R"
        return PersonTable(
            side: side,
            ids: ids.map { $0.map { PersonID($0) } } ?? (0..<count).map { PersonID("\(letter)\($0)") },
            rows: (0..<count).map { $0 + 2 }, columns: columns)
    }
}

/// Shorthand for weekly free time.
func week(_ blocks: (Weekday, Range<Int>)...) -> WeeklyAvailability {
    var week = WeeklyAvailability()
    for (day, hours) in blocks { week.insert(day, quarters: hours.lowerBound * 4..<hours.upperBound * 4) }
    return week
}

/// A place so many metres north of a fixed point.
func place(metresNorth: Double, town: String? = "town", code: String = "13110") -> Place {
    Place(
        municipalityCode: code, municipality: Bilingual(ja: "目黒区", en: "Meguro"), town: town,
        coordinate: Coordinate(latitude: 35.6 + metresNorth / 111_195.08, longitude: 139.7))
}
