package import Records

/// Reads a calendar of closed days: the columns `from`, `to`, `name_ja` and `name_en`.
///
/// `from` and `to` are days (`2026-11-03`) or days of every year (`12-29`); an empty `to` is the same day.
package struct CalendarReader {
    package init() {}

    /// Reads the file at `path`.
    ///
    /// - Throws: what a `RowSource` throws, and `defects` with every row that cannot be read.
    package func read(path: String) throws(IntakeError) -> ClosedDays {
        let table = try TableReader(
            RowSources.open(path: path),
            wanted: ["from", "to", "name_ja", "name_en"].map { name in
                WantedColumn(label: Bilingual(name), headers: [name], isRequired: name != "name_en")
            })
        var entries: [ClosedDays.Entry] = []
        var issues: [DataIssue] = []
        while try table.next() {
            let last = table.text(1).isEmpty ? table.text(0) : table.text(1)
            let japanese = table.text(2)
            let name = Bilingual(ja: japanese, en: table.text(3).isEmpty ? japanese : table.text(3))
            if let entry = CalendarReader.entry(from: table.text(0), to: last, name) {
                entries.append(entry)
            } else {
                issues.append(table.issue(.error, wanted: 0, CalendarReader.unreadable))
            }
        }
        guard issues.isEmpty else { throw .defects(path: path, issues: issues) }
        guard !entries.isEmpty else { throw .noRows(path: path) }
        return ClosedDays(entries)
    }

    private static func entry(from first: String, to last: String, _ name: Bilingual) -> ClosedDays.Entry? {
        if let start = CivilDate(iso: first), let end = CivilDate(iso: last), start <= end {
            return .days(start...end, name: name)
        }
        guard let start = yearDay(first), let end = yearDay(last) else { return nil }
        return .everyYear(from: start, to: end, name: name)
    }

    /// `12-29`.
    private static func yearDay(_ text: String) -> ClosedDays.YearDay? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2,
            parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let month = Int(parts[0]), let day = Int(parts[1])
        else { return nil }
        return ClosedDays.YearDay(month: month, day: day)
    }

    private static let unreadable = Defect(
        problem: Bilingual(ja: "日付か期間として読み取れません。", en: "This is not a day or a span of days."),
        cure: Bilingual(
            ja: "2026-11-03 か、毎年の 12-29 のように書き、終わりの日は始まりより後にしてください。",
            en: "Write 2026-11-03, or 12-29 for every year, and let the span end after it begins."))
}
