package import Records

/// How often each of some vertices may be used.
package struct CapacityList: Hashable, Sendable {
    /// Ascending by UTF-8.
    package let ids: [PersonID]
    /// Not negative; as long as `ids`.
    package let capacities: [Int]
}

/// Reads capacities: a CSV file with the columns `id` and `capacity`.
package struct CapacityListReader: Sendable {
    package init() {}

    /// Reads a file, or standard input for `-`.
    ///
    /// - Throws: what is wrong with the file; `defects` with every row that has no id, no whole number from 0
    ///   up, or an id that an earlier row has.
    package func read(path: String) throws(IntakeError) -> CapacityList {
        let wanted = ["id", "capacity"].map {
            WantedColumn(label: Bilingual($0), headers: [$0], isRequired: true)
        }
        let table = try TableReader(CSVReader(path: path), wanted: wanted)
        var interner = IDInterner()
        var capacities: [Int] = []
        var issues: [DataIssue] = []
        while try table.next() {
            let id = table.cell(0)
            if id.isEmpty {
                issues.append(table.issue(.error, wanted: 0, CapacityListReader.noID))
                continue
            }
            guard let capacity = WholeNumber.parse(table.cell(1)), capacity >= 0 else {
                issues.append(table.issue(.error, wanted: 1, CapacityListReader.badCapacity))
                continue
            }
            if Int(interner.intern(id)) < capacities.count {
                issues.append(table.issue(.error, wanted: 0, CapacityListReader.repeated))
            } else {
                capacities.append(capacity)
            }
        }
        guard issues.isEmpty else { throw .defects(path: path, issues: issues) }
        let (ids, places) = interner.sorted()
        var sorted = capacities
        for (number, place) in places.enumerated() { sorted[Int(place)] = capacities[number] }
        return CapacityList(ids: ids, capacities: sorted)
    }

    private static let noID = Defect(
        problem: Bilingual(ja: "IDがありません。", en: "The row has no id."),
        cure: Bilingual(ja: "IDを入れるか、行を消してください。", en: "Enter the id or delete the row."))

    private static let badCapacity = Defect(
        problem: Bilingual(ja: "人数が0以上の整数ではありません。", en: "The capacity is not a whole number from 0 up."),
        cure: Bilingual(ja: "0、1、2 のような整数を入れてください。", en: "Enter a whole number, as 0, 1 or 2."))

    private static let repeated = Defect(
        problem: Bilingual(ja: "同じIDが前の行にあります。", en: "An earlier row has this id."),
        cure: Bilingual(ja: "どちらかの行を消してください。", en: "Delete one of the rows."))
}
