import Records

/// A mistake that the sample makes on purpose, so that the list of rows to correct has something to show.
package struct PlantedDefect: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A date that no calendar has, or a phrase.
        case unreadableDate = "unreadable date"
        /// A postal code of which one digit got lost.
        case shortPostalCode = "postal code of six digits"
        /// A misspelt word of a vocabulary.
        case unknownWord = "misspelt word"
        /// An empty cell that the programme requires.
        case missingRequired = "required cell left empty"
    }

    package let kind: Kind
    /// Row as a spreadsheet numbers it; the header is row 1.
    package let row: Int
    /// Header of the column.
    package let column: String
}

/// Decides which rows of a side get a defect, and writes it.
struct DefectPlanter {
    let plan: SidePlan
    let seed: UInt64
    let asOf: CivilDate

    /// One row in this many has a defect.
    static let rowsPerDefect = 70

    /// Spoils at most one cell of the row of a person; `nil` where the row stays as it is.
    ///
    /// Each block of 70 rows has one row with a defect. The kinds take turns; one that the side's columns or the
    /// row's answers cannot show gives its turn to the next. A required column is preferred.
    func spoil(_ row: inout [String], answers: [Answer?], ordinal: Int) -> PlantedDefect? {
        let block = ordinal / DefectPlanter.rowsPerDefect
        var stream = RandomStream(seed: seed, name: [plan.side.rawValue, "defect", String(block)])
        guard stream.below(DefectPlanter.rowsPerDefect) == ordinal % DefectPlanter.rowsPerDefect else {
            return nil
        }
        let kinds = PlantedDefect.Kind.allCases
        let firstTurn = block + (plan.side == .resident ? 2 : 0)
        for turn in kinds.indices {
            let kind = kinds[(firstTurn + turn) % kinds.count]
            let fitting = plan.columns.indices.filter { fits(kind, column: $0, answers: answers) }
            let required = fitting.filter { plan.columns[$0].field.required.contains(plan.side) }
            let candidates = required.isEmpty ? fitting : required
            guard !candidates.isEmpty else { continue }
            let index = stream.pick(candidates)
            row[index + 1] = spoilt(kind, answer: answers[index], column: plan.columns[index], from: &stream)
            return PlantedDefect(kind: kind, row: ordinal + 2, column: plan.columns[index].header)
        }
        return nil
    }

    private func fits(_ kind: PlantedDefect.Kind, column index: Int, answers: [Answer?]) -> Bool {
        let column = plan.columns[index]
        guard let answer = answers[index] else { return false }
        switch (kind, answer) {
        case (.unreadableDate, .date), (.shortPostalCode, .postalCode): return true
        case (.unknownWord, .category), (.unknownWord, .tags), (.unknownWord, .levelledTags):
            return !column.vocabulary.isOpen
        case (.missingRequired, _): return column.field.required.contains(plan.side)
        default: return false
        }
    }

    private func spoilt(
        _ kind: PlantedDefect.Kind, answer: Answer?, column: ColumnPlan, from stream: inout RandomStream
    ) -> String {
        switch (kind, answer) {
        case (.unreadableDate, _):
            let year = asOf.components.year
            return stream.pick(["\(year)/2/30", "\(year)-13-05", "先月ごろ"])
        case (.shortPostalCode, .postalCode(let code)?):
            var digits = Array(code)
            digits.remove(at: stream.below(digits.count))
            return String(digits)
        case (.unknownWord, .category(let tag)?): return misspelt(tag, in: column.vocabulary)
        case (.unknownWord, .tags(let tags)?):
            return tags.first.map { misspelt($0, in: column.vocabulary) } ?? ""
        case (.unknownWord, .levelledTags(let tags)?):
            return tags.first.map { misspelt($0.tag, in: column.vocabulary) } ?? ""
        default: return ""
        }
    }

    /// The Japanese label with its first two characters exchanged, `オンライン` → `ンオライン`; written twice
    /// where that is a word of the vocabulary again.
    private func misspelt(_ index: Int, in vocabulary: Vocabulary) -> String {
        let label = Array(vocabulary.tags[index].label.ja)
        let exchanged = String(label.prefix(2).reversed() + label.dropFirst(2))
        let words = vocabulary.tags.flatMap(\.spellings)
        return words.contains(exchanged) || exchanged.isEmpty ? String(label + label) : exchanged
    }
}
