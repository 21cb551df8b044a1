/// A yes/no answer; `△` and `要相談` are the third value.
package enum Flag: Hashable, Sendable {
    case yes
    case no
    case negotiable
}

/// A tag with a level: an index into a vocabulary and a rank on a scale.
package struct LevelledTag: Hashable, Sendable {
    package let tag: Int
    /// Rank on the field's scale, or `nil` when no level was given.
    package let level: Int?

    package init(tag: Int, level: Int?) {
        self.tag = tag
        self.level = level
    }
}

/// A tag with a closed range of whole numbers: a subject for the school grades 5 to 10.
package struct RangedTag: Hashable, Sendable {
    package let tag: Int
    package let range: ClosedRange<Int>

    package init(tag: Int, range: ClosedRange<Int>) {
        self.tag = tag
        self.range = range
    }
}

/// The values of one field for every person of a table, in the order of the table; `nil` is a missing answer.
package enum Column: Sendable {
    case text([String?])
    case flag([Flag?])
    case number([Int?])
    case date([CivilDate?])
    /// Index into the field's vocabulary.
    case category([Int?])
    case tags([TagSet?])
    case levelledTags([[LevelledTag]?])
    case rangedTags([[RangedTag]?])
    case weekly([WeeklyAvailability?])
    case place([Place?])
    case window([ClockWindow?])
    case timeZone([TimeZoneID?])
}
