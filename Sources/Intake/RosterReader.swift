package import Records

/// What a list of people who may take part came to.
package struct RosterReading: Sendable {
    /// Everybody once, by id.
    package let entries: [RosterEntry]
    package let issues: [DataIssue]
    /// Rows of data, blank ones not counted.
    package let rowCount: Int
    package let quarantinedRows: [Int]
}

/// Reads the people who may take part: the denominator of a participation rate.
///
/// Somebody who stands on several rows is one person; where those rows name different groups the group is not
/// known.
package struct RosterReader {
    private let spec: RosterSpec

    package init(spec: RosterSpec) {
        self.spec = spec
    }

    /// Reads a file, or standard input for `-`.
    ///
    /// - Throws: why the file cannot be used at all.
    package func read(
        path: String, options: TableOptions = TableOptions()
    ) throws(IntakeError) -> RosterReading {
        let wanted = [
            WantedColumn(label: Bilingual("ID"), headers: spec.person, isRequired: true),
            WantedColumn(
                label: spec.groupLabel, headers: spec.group, isRequired: !spec.group.isEmpty,
                isExpected: false),
        ]
        let table = try TableReader(
            RowSources.open(path: path, options: options), wanted: wanted, reportsUnknown: true)
        var entries: [PersonID: RosterEntry] = [:]
        var issues: [DataIssue] = []
        var quarantined: [Int] = []
        var rowCount = 0
        while try table.next() {
            rowCount += 1
            let id = table.text(0)
            if let defect = table.shapeDefect ?? (id.isEmpty ? RosterReader.noID : nil) {
                issues.append(table.issue(.error, wanted: nil, defect))
                quarantined.append(table.row)
                continue
            }
            let group = Normalisation.folded(table.text(1))
            let entry = RosterEntry(row: table.row, person: PersonID(id), group: group.isEmpty ? nil : group)
            guard let known = entries[entry.person] else {
                entries[entry.person] = entry
                continue
            }
            if known.group != entry.group { entries[entry.person]?.group = nil }
            issues.append(table.issue(.warning, wanted: 0, RosterReader.again(known.row)))
        }
        guard rowCount > 0 else { throw .noRows(path: path) }
        return RosterReading(
            entries: entries.values.sorted { $0.person < $1.person }, issues: (table.issues + issues).byRow,
            rowCount: rowCount,
            quarantinedRows: quarantined)
    }

    private static let noID = Defect(
        problem: Bilingual(ja: "IDがありません。", en: "The row has no id."),
        cure: Bilingual(ja: "一人ひとりに違うIDを入れてください。", en: "Give every person an id of their own."))

    private static func again(_ row: Int) -> Defect {
        Defect(
            problem: Bilingual(ja: "\(row)行目と同じIDです。", en: "The id is that of row \(row)."),
            cure: Bilingual(
                ja: "同じ人として1人と数えました。別の人なら、IDを分けてください。",
                en: "Counted as one person; give them different ids if they are two."))
    }
}
