/// What the cells of a field mean.
package enum FieldKind: Hashable, Sendable {
    /// Any text: names, notes.
    case text
    /// Yes, no or negotiable.
    case flag
    /// A whole number; `suffix` (`歳`, `. Klasse`) may follow it in the cell.
    case number(suffix: String?)
    /// A day.
    case date
    /// One word of a vocabulary, by the vocabulary's name.
    case category(vocabulary: String)
    /// Several words of a vocabulary.
    case tags(vocabulary: String)
    /// Several words, each with a level: `英語B2、日本語N3`.
    case levelledTags(vocabulary: String, scale: LevelScale)
    /// Several words, each with a range of whole numbers: `Deutsch:1-6; Musik:1-5`.
    case rangedTags(vocabulary: String)
    /// The free time of a typical week.
    case weekly
    /// A place, by postal code or by the name of the municipality.
    case place
    /// A span of time within one day: `13:00〜17:00`.
    case window
    /// How long something takes; its column holds whole minutes as numbers.
    case duration
    /// A time zone, by its name or by a word of a vocabulary whose keys are time zones.
    case timeZone(vocabulary: String?)
}

/// A named, typed column of one side or of both.
package struct FieldSpec: Hashable, Sendable {
    /// Name by which rules and criteria refer to it.
    package let name: String
    package let kind: FieldKind
    /// Name as it is shown in reports.
    package let label: Bilingual
    /// Accepted headers per side; a side without an entry does not have the field.
    package let headers: [Side: [String]]
    /// Sides on which an empty cell quarantines the row.
    package let required: Set<Side>
    /// For a weekly field: the time zone in which each side writes its times; empty where all share one clock.
    package let zones: [Side: ZoneSource]
    /// Whether the column must be in the export, because a rule, a limit or a goal reads it.
    package let isColumnRequired: Bool
    /// For a date: what a number of five digits means; `nil` where it is not read.
    package let excelSerial: ExcelSerial?
    /// For a place: whether numbers of five and six digits are municipality codes.
    package let readsMunicipalityCodes: Bool

    package init(
        name: String, kind: FieldKind, label: Bilingual, headers: [Side: [String]], required: Set<Side> = [],
        zones: [Side: ZoneSource] = [:], isColumnRequired: Bool = false,
        excelSerial: ExcelSerial? = nil, readsMunicipalityCodes: Bool = false
    ) {
        self.name = name
        self.kind = kind
        self.label = label
        self.headers = headers
        self.required = required
        self.zones = zones
        self.isColumnRequired = isColumnRequired
        self.excelSerial = excelSerial
        self.readsMunicipalityCodes = readsMunicipalityCodes
    }

    /// The same field, with its column required or not.
    package func requiringColumn(_ isRequired: Bool) -> FieldSpec {
        FieldSpec(
            name: name, kind: kind, label: label, headers: headers, required: required,
            zones: zones, isColumnRequired: isRequired, excelSerial: excelSerial,
            readsMunicipalityCodes: readsMunicipalityCodes)
    }
}

/// How one side's people are identified in its export.
package struct PersonSpec: Hashable, Sendable {
    /// What the programme calls this side: ボランティア, student.
    package let label: Bilingual
    /// Accepted headers of the id column.
    package let idHeaders: [String]
    /// Whether the same id may stand on several rows (one person with several places).
    package let repeats: Bool
    /// Text or category field that the rows of one household share, where households are one case.
    package let household: String?

    package init(label: Bilingual, idHeaders: [String], repeats: Bool = false, household: String? = nil) {
        self.label = label
        self.idHeaders = idHeaders
        self.repeats = repeats
        self.household = household
    }
}
