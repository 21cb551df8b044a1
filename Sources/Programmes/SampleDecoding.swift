import Records
import Simulation
import Yams

/// Reads `sample`, which only `simulate` uses.
///
/// Whether a recipe fits its field is the simulator's business.
struct SampleDecoding {
    let reader: ConfigReader

    func sample(_ node: Node) -> SampleSpec {
        let sections = ["both", "volunteer", "resident"]
        guard let values = reader.mapping(node, "sample", keys: sections) else { return SampleSpec() }
        let fields = sections.map { values[$0].map(self.fields) ?? [:] }
        return SampleSpec(both: fields[0], volunteer: fields[1], resident: fields[2])
    }

    private func fields(_ node: Node) -> [String: FieldSample] {
        let entries = reader.entries(node, "sample") ?? []
        return Dictionary(
            entries.map { ($0.key, FieldSample(recipes($0.value, $0.key))) },
            uniquingKeysWith: { first, _ in first })
    }

    /// One recipe, or a list of them.
    private func recipes(_ node: Node, _ what: String) -> [SampleRecipe] {
        if case .sequence = node {
            return (reader.list(node, what) ?? []).compactMap { recipe($0, what) }
        }
        return [recipe(node, what)].compactMap { $0 }
    }

    private func recipe(_ node: Node, _ what: String) -> SampleRecipe? {
        let keys = [
            "from", "spread", "count", "always", "native", "levels", "range", "days-ago", "days-ahead",
            "missing",
            "when", "language", "gender",
        ]
        guard let values = reader.mapping(node, what, keys: keys) else { return nil }
        return SampleRecipe(
            source: values["from"].flatMap {
                reader.choice($0, "from", of: SampleSource.allCases.map(\.rawValue))
                    .flatMap(SampleSource.init(rawValue:))
            },
            spread: values["spread"].map { weights($0, "spread") } ?? [],
            count: values["count"].flatMap { range($0, "count") },
            always: values["always"].map(always) ?? [],
            native: values["native"].map { weights($0, "native") } ?? [],
            levels: values["levels"].flatMap { reader.text($0, "levels") }.map { LevelRange(text: $0) },
            range: values["range"].flatMap { range($0, "range") },
            daysAgo: values["days-ago"].flatMap { range($0, "days-ago") },
            daysAhead: values["days-ahead"].flatMap { range($0, "days-ahead") },
            missing: values["missing"].flatMap { reader.integer($0, "missing", in: 0...100) } ?? 0,
            condition: values["when"].flatMap(condition),
            languageField: values["language"].flatMap { reader.text($0, "language") },
            genderField: values["gender"].flatMap { reader.text($0, "gender") })
    }

    func weights(_ node: Node, _ what: String) -> [WeightedValue] {
        (reader.entries(node, what) ?? []).compactMap { value, _, weight in
            reader.integer(weight, what, in: 0...1_000_000).map { WeightedValue(value, $0) }
        }
    }

    private func always(_ node: Node) -> [LevelledValue] {
        (reader.entries(node, "always") ?? []).compactMap { tag, _, levels in
            reader.text(levels, "always").map { LevelledValue(tag: tag, levels: LevelRange(text: $0)) }
        }
    }

    /// `{field: origin, is: foreign}`; `is` may be a list.
    private func condition(_ node: Node) -> SampleCondition? {
        guard let values = reader.mapping(node, "when", keys: ["field", "is"], required: ["field", "is"]),
            let field = values["field"].flatMap({ reader.text($0, "field") }), let words = values["is"]
        else { return nil }
        if case .sequence = words {
            return SampleCondition(field: field, values: reader.texts(words, "is") ?? [])
        }
        return reader.text(words, "is").map { SampleCondition(field: field, values: [$0]) }
    }

    /// `1-4`, or one number for both ends.
    func range(_ node: Node, _ what: String) -> ClosedRange<Int>? {
        guard let text = reader.text(node, what) else { return nil }
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        if (1...2).contains(ends.count), let low = ends[0], let high = ends[ends.count - 1], 0 <= low,
            low <= high
        {
            return low...high
        }
        reader.report(
            Bilingual(
                ja: "\(what): 「\(text)」は使えません（例: 1-4）", en: "\(what): '\(text)' is not a range such as 1-4"),
            at: node)
        return nil
    }
}
