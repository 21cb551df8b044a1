package import Records

/// A pair of a list, with the row where it stands.
package struct ListedPair: Hashable, Sendable {
    package let pair: PairKey
    /// Row as the user's spreadsheet numbers it.
    package let row: Int
}

/// What a file of pairs came to.
package struct PairListReading: Sendable {
    /// The pairs in the order of the file; a pair may stand there several times.
    package let pairs: [ListedPair]
    /// Rows without one of the ids, which were not used.
    package let issues: [DataIssue]
    /// Rows of data, blank ones not counted.
    package let rowCount: Int
}

/// Reads a list of pairs: a history, locks, vetoes, or an earlier `matches.csv`.
///
/// Further columns are ignored. A list with a header and no rows is good: nobody was paired yet.
package struct PairListReader: Sendable {
    private let wanted: [WantedColumn]

    /// - Parameters:
    ///   - volunteerHeaders: Accepted beside `volunteer_id` and `ボランティアID`.
    ///   - residentHeaders: Accepted beside `resident_id` and `住民ID`.
    package init(volunteerHeaders: [String] = [], residentHeaders: [String] = []) {
        wanted = [
            WantedColumn(
                label: Bilingual(ja: "ボランティアのID", en: "volunteer id"),
                headers: ["volunteer_id", "ボランティアID"] + volunteerHeaders, isRequired: true),
            WantedColumn(
                label: Bilingual(ja: "住民のID", en: "resident id"),
                headers: ["resident_id", "住民ID"] + residentHeaders, isRequired: true),
        ]
    }

    /// Reads a file, or standard input for `-`.
    package func read(
        path: String, options: TableOptions = TableOptions()
    ) throws(IntakeError) -> PairListReading {
        let table = try TableReader(RowSources.open(path: path, options: options), wanted: wanted)
        var pairs: [ListedPair] = []
        var issues: [DataIssue] = []
        var rowCount = 0
        while try table.next() {
            rowCount += 1
            if let defect = table.contradiction {
                issues.append(table.issue(.error, wanted: nil, defect))
                continue
            }
            let volunteer = table.text(0)
            let resident = table.text(1)
            if volunteer.isEmpty || resident.isEmpty {
                let wanted = volunteer.isEmpty ? 0 : 1
                issues.append(table.issue(.error, wanted: wanted, PairListReader.noID))
                continue
            }
            let pair = PairKey(volunteer: PersonID(volunteer), resident: PersonID(resident))
            pairs.append(ListedPair(pair: pair, row: table.row))
        }
        return PairListReading(pairs: pairs, issues: (table.issues + issues).byRow, rowCount: rowCount)
    }

    private static let noID = Defect(
        problem: Bilingual(ja: "IDがないため、この組は使いませんでした。", en: "An id is missing; the pair was not used."),
        cure: Bilingual(ja: "両方のIDを入れてください。", en: "Enter both ids."))
}
