import Records

/// The name and the bounds of a limit; at least one bound is there.
package struct LimitBounds: Equatable, Sendable {
    package let name: String
    package let atLeast: Int?
    package let atMost: Int?

    package init(name: String, atLeast: Int?, atMost: Int?) {
        self.name = name
        self.atLeast = atLeast
        self.atMost = atMost
    }
}

/// Reads limits: a CSV file with the columns `limit`, `at_least` and `at_most`.
///
/// Either bound may be empty, not both. What each limit counts stands in the file of terms (`TermListReader`).
package struct LimitListReader: Sendable {
    package init() {}

    /// Reads a file, or standard input for `-`; the limits in the order of the file.
    ///
    /// - Throws: what is wrong with the file; `defects` with every row that has no name, a name that an earlier
    ///   row has, no bound, a bound that is not a whole number, or bounds that cross.
    package func read(path: String) throws(IntakeError) -> [LimitBounds] {
        let wanted = [
            WantedColumn(label: Bilingual("limit"), headers: ["limit"], isRequired: true),
            WantedColumn(label: Bilingual("at_least"), headers: ["at_least"], isRequired: false),
            WantedColumn(label: Bilingual("at_most"), headers: ["at_most"], isRequired: false),
        ]
        let table = try TableReader(CSVReader(path: path), wanted: wanted)
        var names = ByteInterner()
        var limits: [LimitBounds] = []
        var issues: [DataIssue] = []
        while try table.next() {
            let name = table.cell(0)
            let bounds = [1, 2].map { WholeNumber.parse(table.cell($0)) }
            if name.isEmpty {
                issues.append(table.issue(.error, wanted: 0, LimitListReader.noName))
            } else if names.find(name) != nil {
                issues.append(table.issue(.error, wanted: 0, LimitListReader.repeated))
            } else if let bad = [1, 2].first(where: { bounds[$0 - 1] == nil && !table.cell($0).isEmpty }) {
                issues.append(table.issue(.error, wanted: bad, LimitListReader.badBound))
            } else if let lower = bounds[0], let upper = bounds[1], lower > upper {
                issues.append(table.issue(.error, wanted: nil, LimitListReader.crossed))
            } else if bounds.allSatisfy({ $0 == nil }) {
                issues.append(table.issue(.error, wanted: nil, LimitListReader.noBound))
            } else {
                _ = names.intern(name)
                limits.append(LimitBounds(name: table.text(0), atLeast: bounds[0], atMost: bounds[1]))
            }
        }
        guard issues.isEmpty else { throw .defects(path: path, issues: issues) }
        return limits
    }

    private static let noName = Defect(
        problem: Bilingual(ja: "制限の名前がありません。", en: "The row has no name of a limit."),
        cure: Bilingual(ja: "名前を入れるか、行を消してください。", en: "Enter a name or delete the row."))

    private static let repeated = Defect(
        problem: Bilingual(ja: "同じ名前の制限が前の行にあります。", en: "An earlier row has a limit of this name."),
        cure: Bilingual(ja: "一つの行にまとめるか、名前を変えてください。", en: "Merge the rows or rename one of the limits."))

    private static let badBound = Defect(
        problem: Bilingual(ja: "下限・上限が整数ではありません。", en: "The bound is not a whole number."),
        cure: Bilingual(ja: "整数を入れるか、空にしてください。", en: "Enter a whole number, or leave the cell empty."))

    private static let crossed = Defect(
        problem: Bilingual(ja: "下限が上限より大きくなっています。", en: "The lower bound is above the upper bound."),
        cure: Bilingual(ja: "at_least を at_most 以下にしてください。", en: "Make at_least no larger than at_most."))

    private static let noBound = Defect(
        problem: Bilingual(ja: "下限も上限もありません。", en: "The limit has neither a lower nor an upper bound."),
        cure: Bilingual(
            ja: "at_least か at_most の少なくとも一方を入れてください。", en: "Enter at_least, at_most or both."))
}
