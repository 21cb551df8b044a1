import Records

/// What a made-up person means by a cell, before it is written down in one of the ways in which people write.
enum Answer {
    case text(String)
    case flag(Flag)
    case number(Int)
    case date(CivilDate)
    /// Index into the field's vocabulary.
    case category(Int)
    /// Indices into the field's vocabulary, in the order of the cell.
    case tags([Int])
    case levelledTags([LevelledTag])
    case rangedTags([RangedTag])
    case freeTime([FreeSlot])
    case window(ClockWindow)
    /// Minutes.
    case duration(Int)
    /// Seven digits.
    case postalCode(String)

    /// The values by which a condition may name this answer.
    func keys(in vocabulary: Vocabulary) -> [String] {
        switch self {
        case .text(let text), .postalCode(let text): [text]
        case .flag(let flag): [flag.key]
        case .number(let number), .duration(let number): [String(number)]
        case .category(let tag): [vocabulary.tags[tag].key]
        case .tags(let tags): tags.map { vocabulary.tags[$0].key }
        case .levelledTags(let tags): tags.map { vocabulary.tags[$0.tag].key }
        case .rangedTags(let tags): tags.map { vocabulary.tags[$0.tag].key }
        case .date, .freeTime, .window: []
        }
    }
}

extension Flag {
    /// How a programme file names a flag.
    var key: String {
        switch self {
        case .yes: "yes"
        case .no: "no"
        case .negotiable: "negotiable"
        }
    }

    init?(key: String) {
        guard let flag = [Flag.yes, .no, .negotiable].first(where: { $0.key == key }) else { return nil }
        self = flag
    }
}
