package import Records

/// One level of the objective, in words of the programme file.
package enum ProgrammeGoal: Hashable, Sendable {
    /// As many pairs as possible.
    case mostPairs
    /// The largest sum of days that the residents in pairs have waited.
    case longestWaiting
    /// The largest sum of fits.
    case bestFit
    /// As many pairs as possible with the people of a group.
    case cover(PeopleGroup)
    /// The largest lowest fit of a pair, locked pairs apart.
    case raiseLowest
    /// As many pairs of an earlier run as possible.
    case fewestChanges

    /// Its word in the programme file; a cover is named with its field.
    package var name: String {
        switch self {
        case .mostPairs: "most-pairs"
        case .longestWaiting: "longest-waiting"
        case .bestFit: "best-fit"
        case .cover(let group): "cover-\(group.field)"
        case .raiseLowest: "raise-lowest"
        case .fewestChanges: "fewest-changes"
        }
    }

    package var label: Bilingual {
        switch self {
        case .mostPairs: Bilingual(ja: "成立するペアの数", en: "pairs")
        case .longestWaiting: Bilingual(ja: "待機日数の合計", en: "total days waited")
        case .bestFit: Bilingual(ja: "相性の合計点", en: "total points of fit")
        case .cover(let group):
            Bilingual(ja: "「\(group.label.ja)」のペアの数", en: "pairs for “\(group.label.en)”")
        case .raiseLowest: Bilingual(ja: "最も低い相性の点", en: "lowest points of fit")
        case .fewestChanges:
            Bilingual(ja: "前回から続くペアの数", en: "pairs kept from the earlier run")
        }
    }
}
