import Records

/// Reads a category or a text as numbers that are equal where the answers are: categories by their word, texts by
/// their bytes.
struct AnswerKeys: Sendable {
    let volunteers: [Int?]
    let residents: [Int?]

    init(_ field: String, in cohort: Cohort) {
        if case .category? = cohort.fields[field]?.kind {
            volunteers = cohort.volunteers.categories(field)
            residents = cohort.residents.categories(field)
            return
        }
        var numbers: [PersonID: Int] = [:]
        func keys(_ table: PersonTable) -> [Int?] {
            table.texts(field).map { text in
                guard let text else { return nil }
                let id = PersonID(text)
                if let known = numbers[id] { return known }
                numbers[id] = numbers.count
                return numbers.count - 1
            }
        }
        volunteers = keys(cohort.volunteers)
        residents = keys(cohort.residents)
    }
}
