import Records

/// One column of an export: its field and how its answers are made up.
struct ColumnPlan: Sendable {
    /// A recipe after it was checked.
    struct Recipe: Sendable {
        let condition: SampleCondition?
        let missing: Int
        let source: AnswerSource
    }

    let field: FieldSpec
    let header: String
    let vocabulary: Vocabulary
    /// In the order of the file; empty for a column without a sample.
    let recipes: [Recipe]

    /// The fields whose answers have to be known before this one is drawn.
    var prerequisites: [String] {
        recipes.flatMap { recipe in
            var names = recipe.condition.map { [$0.field] } ?? []
            if case .name(let language, let gender) = recipe.source {
                names += [language, gender].compactMap { $0 }
            }
            return names
        }
    }
}

/// The columns of one side's export and the order in which their answers are drawn.
struct SidePlan: Sendable {
    let side: Side
    let idHeader: String
    /// In the order of the programme file.
    let columns: [ColumnPlan]
    /// Positions in `columns`, so that each stands after its prerequisites.
    let drawingOrder: [Int]

    /// The first row of an export.
    var header: [String] { [idHeader] + columns.map(\.header) }
}

extension SidePlan {
    /// Checks one side's part of a sample; adds every mistake to `problems` and leaves out what was mistaken.
    init(
        side: Side, person: PersonSpec?, fields: [FieldSpec], vocabularies: [String: Vocabulary],
        sample: SampleSpec, postalCodes: [String], problems: inout [SampleProblem]
    ) {
        let present = fields.filter { $0.headers[side] != nil }
        func report(_ mistake: SampleMistake, in field: String) {
            let owner = sample.fields[side]?[field] == nil ? nil : side
            let problem = SampleProblem(
                side: owner, field: field, problem: mistake.problem, cure: mistake.cure)
            // An entry under `both` is read once per side.
            if !problems.contains(problem) { problems.append(problem) }
        }
        for name in (sample.fields[side] ?? [:]).keys.sorted()
        where !present.contains(where: { $0.name == name }) {
            report(.unknownField(name), in: name)
        }

        var columns: [ColumnPlan] = []
        for field in present {
            var vocabulary = field.kind.vocabulary.flatMap { vocabularies[$0] } ?? Vocabulary(tags: [])
            if vocabulary.isOpen {
                // An open vocabulary takes the words of the sample, as it takes those of an export.
                for value in sample.sample(of: field.name, on: side)?.recipes.flatMap(\.spread) ?? []
                where vocabulary.index(ofKey: value.value) == nil {
                    _ = vocabulary.append(Tag(key: value.value, label: Bilingual(value.value)))
                }
            }
            let reader = RecipeReader(field: field, vocabulary: vocabulary, postalCodes: postalCodes)
            var recipes: [ColumnPlan.Recipe] = []
            for recipe in sample.sample(of: field.name, on: side)?.recipes ?? [] {
                do throws(SampleMistake) {
                    let source = try reader.source(of: recipe)
                    recipes.append(
                        ColumnPlan.Recipe(
                            condition: recipe.condition, missing: recipe.missing, source: source))
                } catch {
                    report(error, in: field.name)
                }
            }
            columns.append(
                ColumnPlan(
                    field: field, header: field.headers[side]?.first ?? field.name, vocabulary: vocabulary,
                    recipes: recipes))
        }
        for column in columns {
            for name in column.prerequisites where !present.contains(where: { $0.name == name }) {
                report(.unknownField(name), in: column.field.name)
            }
        }

        let order = SidePlan.order(of: columns)
        for index in columns.indices where !order.contains(index) {
            report(.circular, in: columns[index].field.name)
        }
        self.init(
            side: side, idHeader: person?.idHeaders.first ?? "id", columns: columns, drawingOrder: order)
    }

    /// Columns after their prerequisites, else in the order of the file; columns of a circle are left out.
    private static func order(of columns: [ColumnPlan]) -> [Int] {
        let names = Set(columns.map(\.field.name))
        var order: [Int] = []
        var known: Set<String> = []
        var hasGrown = true
        while hasGrown {
            hasGrown = false
            for (index, column) in columns.enumerated() where !known.contains(column.field.name) {
                if column.prerequisites.allSatisfy({ known.contains($0) || !names.contains($0) }) {
                    order.append(index)
                    known.insert(column.field.name)
                    hasGrown = true
                }
            }
        }
        return order
    }
}

extension FieldKind {
    /// The name of the vocabulary of a kind that has one.
    var vocabulary: String? {
        switch self {
        case .category(let name), .tags(let name), .levelledTags(let name, _), .rangedTags(let name): name
        case .timeZone(let name): name
        case .text, .flag, .number, .date, .weekly, .place, .window, .duration: nil
        }
    }
}
