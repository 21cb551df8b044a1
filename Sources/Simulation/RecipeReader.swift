import Records

/// Checks recipes against a field and turns them into what is drawn.
struct RecipeReader {
    let field: FieldSpec
    let vocabulary: Vocabulary
    /// Seven-digit codes from which places are drawn.
    let postalCodes: [String]

    /// The largest number of days and of tags, and the largest number, that a recipe may ask for.
    private static let largest = 1_000_000

    /// What is drawn, or the first mistake of the recipe.
    func source(of recipe: SampleRecipe) throws(SampleMistake) -> AnswerSource {
        try checkParts(of: recipe)
        switch field.kind {
        case .text:
            switch recipe.source {
            case .names?: return .name(languageField: recipe.languageField, genderField: recipe.genderField)
            case .memberNumbers?: return .memberNumber
            case .people?:
                guard let range = recipe.range, range.lowerBound > 0 else { throw .needs("range") }
                return .personID(range)
            case .staffNumbers?: return recipe.range.map { .managerNumber($0) } ?? .staffNumber
            case .households?:
                return .household(
                    try spread(of: recipe) { text in
                        Int(text).flatMap { (1...SidePlan.largestHousehold).contains($0) ? $0 : nil }
                    })
            default: return .words(try choice(recipe.spread.map { ($0.value, $0.weight) }))
            }
        case .flag:
            return .flag(try spread(of: recipe, read: Flag.init(key:)))
        case .number:
            if let range = recipe.range { return .numberRange(range) }
            guard !recipe.spread.isEmpty else { throw .needs("range") }
            return .numbers(try spread(of: recipe) { Int($0) })
        case .date:
            if let days = recipe.daysAhead { return .daysAfter(days) }
            guard let days = recipe.daysAgo else { throw .needs("days-ago") }
            return .daysBefore(days)
        case .window:
            return .windows(try spread(of: recipe, read: RecipeReader.window))
        case .duration:
            return .durations(try spread(of: recipe) { Int($0).flatMap { $0 > 0 ? $0 : nil } })
        case .category, .timeZone(.some):
            return .category(try tagSpread(of: recipe))
        case .timeZone(nil):
            return .words(try choice(recipe.spread.map { ($0.value, $0.weight) }))
        case .tags:
            return .tags(try tagSpread(of: recipe), count: recipe.count ?? 1...1)
        case .levelledTags(_, let scale):
            return .levelledTags(try levelled(recipe, scale: scale))
        case .rangedTags:
            guard let range = recipe.range else { throw .needs("range") }
            return .rangedTags(try tagSpread(of: recipe), count: recipe.count ?? 1...1, within: range)
        case .weekly:
            let patterns =
                recipe.spread.isEmpty
                ? try choice(FreeTimePattern.allCases.map { ($0, 1) })
                : try spread(of: recipe, read: FreeTimePattern.init(rawValue:))
            return .freeTime(patterns, count: recipe.count ?? 1...1)
        case .place:
            guard !postalCodes.isEmpty else { throw .noPostalCodes }
            return .place(try choice(postalCodes.map { ($0, weight(ofPostalCode: $0, in: recipe.spread)) }))
        }
    }

    /// Refuses parts that mean nothing for the field's kind, and numbers out of their range.
    private func checkParts(of recipe: SampleRecipe) throws(SampleMistake) {
        let allowed: Set<String>
        let sources: [SampleSource]
        switch field.kind {
        case .text:
            sources = [.names, .memberNumbers, .people, .staffNumbers, .households]
            switch recipe.source {
            case .names?: allowed = ["language", "gender"]
            case .memberNumbers?: allowed = []
            case .people?, .staffNumbers?: allowed = ["range"]
            default: allowed = ["spread"]
            }
        case .flag, .category, .window, .duration, .timeZone: (allowed, sources) = (["spread"], [])
        case .number: (allowed, sources) = (["spread", "range"], [])
        case .date: (allowed, sources) = ([recipe.daysAhead == nil ? "days-ago" : "days-ahead"], [])
        case .tags: (allowed, sources) = (["spread", "count"], [])
        case .levelledTags: (allowed, sources) = (["spread", "count", "always", "native", "levels"], [])
        case .rangedTags: (allowed, sources) = (["spread", "count", "range"], [])
        case .weekly: (allowed, sources) = (["spread", "count"], [.freeTime])
        case .place: (allowed, sources) = (["spread"], [.postalCodes])
        }
        let parts: [(name: String, isUsed: Bool)] = [
            ("spread", !recipe.spread.isEmpty), ("count", recipe.count != nil),
            ("always", !recipe.always.isEmpty), ("native", !recipe.native.isEmpty),
            ("levels", recipe.levels != nil),
            ("range", recipe.range != nil), ("days-ago", recipe.daysAgo != nil),
            ("days-ahead", recipe.daysAhead != nil),
            ("language", recipe.languageField != nil), ("gender", recipe.genderField != nil),
        ]
        if let source = recipe.source, !sources.contains(source) {
            throw .doesNotFit("from: \(source.rawValue)")
        }
        if let part = parts.first(where: { $0.isUsed && !allowed.contains($0.name) }) {
            throw .doesNotFit(part.name)
        }
        guard (0...100).contains(recipe.missing) else { throw .outOfRange("missing", "0–100") }
        let natural = 0...RecipeReader.largest
        for (name, range) in [
            ("count", recipe.count), ("days-ago", recipe.daysAgo), ("days-ahead", recipe.daysAhead),
        ] {
            if let range, !natural.contains(range.lowerBound) || !natural.contains(range.upperBound) {
                throw .outOfRange(name, "0–\(RecipeReader.largest)")
            }
        }
        let numbers = -RecipeReader.largest...RecipeReader.largest
        if let range = recipe.range,
            !numbers.contains(range.lowerBound) || !numbers.contains(range.upperBound)
        {
            throw .outOfRange("range", "-\(RecipeReader.largest)–\(RecipeReader.largest)")
        }
    }

    /// `13:00-15:00`.
    private static func window(_ text: String) -> ClockWindow? {
        let ends = text.split(separator: "-").map { end -> Int? in
            let parts = end.split(separator: ":").compactMap { Int($0) }
            return parts.count == 2 && parts[0] >= 0 && (0..<60).contains(parts[1])
                ? parts[0] * 60 + parts[1] : nil
        }
        guard ends.count == 2, let start = ends[0], let end = ends[1] else { return nil }
        return ClockWindow(start: start, end: end)
    }

    private func choice<Value>(_ entries: [(Value, Int)]) throws(SampleMistake) -> WeightedChoice<Value> {
        guard let choice = WeightedChoice(entries.map { (value: $0.0, weight: $0.1) }) else {
            throw .nothingToDraw
        }
        return choice
    }

    /// The values of the spread, each read from its text.
    private func spread<Value>(
        of recipe: SampleRecipe, read: (String) -> Value?
    ) throws(SampleMistake) -> WeightedChoice<Value> {
        var entries: [(Value, Int)] = []
        for entry in recipe.spread {
            guard let value = read(entry.value) else { throw .unknownValue(entry.value) }
            entries.append((value, entry.weight))
        }
        return try choice(entries)
    }

    /// The tags of the spread; without one, every tag of the vocabulary equally often.
    private func tagSpread(of recipe: SampleRecipe) throws(SampleMistake) -> WeightedChoice<Int> {
        recipe.spread.isEmpty
            ? try choice(vocabulary.tags.indices.map { ($0, 1) })
            : try spread(of: recipe, read: vocabulary.index(ofKey:))
    }

    private func levelled(_ recipe: SampleRecipe, scale: LevelScale) throws(SampleMistake) -> LevelledSource {
        guard !scale.levels.isEmpty else { throw .nothingToDraw }
        func ranks(_ range: LevelRange) throws(SampleMistake) -> ClosedRange<Int> {
            guard let low = scale.rank(ofKey: range.lowest), let high = scale.rank(ofKey: range.highest),
                low <= high
            else { throw .unknownLevel(range) }
            return low...high
        }
        var always: [(tag: Int, ranks: ClosedRange<Int>)] = []
        for entry in recipe.always {
            guard let tag = vocabulary.index(ofKey: entry.tag) else { throw .unknownValue(entry.tag) }
            always.append((tag, try ranks(entry.levels)))
        }
        func choiceOfTags(_ entries: [WeightedValue]) throws(SampleMistake) -> WeightedChoice<Int> {
            var rest: [(Int, Int)] = []
            for entry in entries {
                guard let tag = vocabulary.index(ofKey: entry.value) else { throw .unknownValue(entry.value) }
                if !always.contains(where: { $0.tag == tag }) { rest.append((tag, entry.weight)) }
            }
            return try choice(rest)
        }
        let count = recipe.count ?? 1...1
        var others: WeightedChoice<Int>?
        if count.upperBound > 0 {
            let every = vocabulary.tags.map { WeightedValue($0.key, 1) }
            others = try choiceOfTags(recipe.spread.isEmpty ? every : recipe.spread)
        }
        let natives = recipe.native.isEmpty ? nil : try choiceOfTags(recipe.native)
        let everyRank = 0...(scale.levels.count - 1)
        var usualRanks = everyRank
        if let levels = recipe.levels {
            usualRanks = try ranks(levels)
        } else if let low = scale.rank(ofKey: "A2"), let high = scale.rank(ofKey: "C1"), low <= high {
            usualRanks = low...high
        }
        return LevelledSource(
            natives: natives, others: others, count: count, always: always, ranks: usualRanks,
            native: scale.rank(ofKey: "native") ?? everyRank.upperBound)
    }

    /// The weight of the longest beginning of the code that the spread names; 1 where it names none.
    private func weight(ofPostalCode code: String, in spread: [WeightedValue]) -> Int {
        spread.filter { code.hasPrefix($0.value) }.max { $0.value.utf8.count < $1.value.utf8.count }?.weight
            ?? 1
    }
}
