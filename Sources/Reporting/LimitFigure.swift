package import Records

/// One row of the table of limits: what was asked, what was reached, and whether there is room left.
package struct LimitFigure: Sendable {
    /// Which limit of the programme file: `quota-1`; a caseload has a row for every group.
    package var id: String
    package var label: Bilingual
    /// Of whom the row speaks, where the limit has several rows.
    package var group: Bilingual?
    /// Whether `group` is a word of the programme file; else it stays out of what programs read.
    package var isGroupPublic: Bool
    /// `at most 25 pairs`.
    package var asks: Bilingual
    /// `18 pairs`.
    package var reached: Bilingual
    /// What was reached, as a number in the unit of `asks`; for a limit on each person the people at it.
    package var value: Int
    /// Whether there is no room left.
    package var binds: Bool
    /// Whether it was kept; only a quota that may be relaxed can miss.
    package var isMet: Bool

    package init(
        id: String, label: Bilingual, group: Bilingual?, isGroupPublic: Bool, asks: Bilingual,
        reached: Bilingual, value: Int, binds: Bool, isMet: Bool
    ) {
        self.id = id
        self.label = label
        self.group = group
        self.isGroupPublic = isGroupPublic
        self.asks = asks
        self.reached = reached
        self.value = value
        self.binds = binds
        self.isMet = isMet
    }

    /// Label and group in one.
    package var name: Bilingual {
        guard let group else { return label }
        return Bilingual(ja: "\(label.ja)（\(group.ja)）", en: "\(label.en): \(group.en)")
    }
}
