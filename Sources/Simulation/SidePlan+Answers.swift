import Records

extension SidePlan {
    /// What the person of an ordinal (0, 1, …) answers, by column; `nil` for an empty cell.
    func answers(ofPerson ordinal: Int, seed: UInt64, asOf: CivilDate) -> [Answer?] {
        var answers: [Answer?] = Array(repeating: nil, count: columns.count)
        for index in drawingOrder {
            let column = columns[index]
            guard let recipe = column.recipes.first(where: { holds($0.condition, given: answers) }) else {
                continue
            }
            var stream = RandomStream(seed: seed, name: [side.rawValue, String(ordinal), column.field.name])
            if stream.chance(percent: recipe.missing) { continue }
            if case .household(let sizes) = recipe.source {
                answers[index] = household(of: ordinal, sizes: sizes, seed: seed)
                continue
            }
            answers[index] = draw(recipe.source, ordinal: ordinal, given: answers, asOf: asOf, from: &stream)
        }
        return answers
    }

    /// The most rows of one household.
    static let largestHousehold = 4

    /// Each four rows hold one household of so many of them; the others live alone and have no number.
    private func household(of ordinal: Int, sizes: WeightedChoice<Int>, seed: UInt64) -> Answer? {
        let (group, place) = ordinal.quotientAndRemainder(dividingBy: SidePlan.largestHousehold)
        var stream = RandomStream(seed: seed, name: [side.rawValue, "household", String(group)])
        let size = sizes.draw(from: &stream)
        return size > 1 && place < size ? .text("H\(1_000 + group)") : nil
    }

    /// `S0001` for the first volunteer, `S0002` for the first resident, and so on: nobody shares a number.
    private static func staffNumber(of side: Side, _ ordinal: Int) -> String {
        let digits = String(2 * ordinal + (side == .volunteer ? 1 : 2))
        return "S" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    }

    private func holds(_ condition: SampleCondition?, given answers: [Answer?]) -> Bool {
        guard let condition else { return true }
        guard let index = position(of: condition.field), let answer = answers[index] else { return false }
        return answer.keys(in: columns[index].vocabulary).contains { condition.values.contains($0) }
    }

    private func position(of field: String) -> Int? {
        columns.firstIndex { $0.field.name == field }
    }

    private func draw(
        _ source: AnswerSource, ordinal: Int, given answers: [Answer?], asOf: CivilDate,
        from stream: inout RandomStream
    ) -> Answer? {
        switch source {
        case .words(let words): return .text(words.draw(from: &stream))
        case .name(let language, let gender):
            let code = language.flatMap { nativeLanguage(in: $0, given: answers) } ?? "ja"
            let woman = gender.flatMap { isWoman(by: $0, given: answers) }
            return .text(NameTradition.of(language: code).name(isWoman: woman, from: &stream))
        case .memberNumber:
            // Ten numbers for each ordinal, the odd ones for residents: nobody shares a number.
            let offset = 2 * stream.below(5) + (side == .resident ? 1 : 0)
            return .text("M\(10_000 + 10 * ordinal + offset)")
        case .staffNumber: return .text(SidePlan.staffNumber(of: side, ordinal))
        case .managerNumber(let range):
            // Volunteers report to somebody before them, so that nobody is above themselves.
            let last = side == .volunteer ? min(range.upperBound, ordinal) : range.upperBound
            guard max(1, range.lowerBound) <= last else { return nil }
            let manager = stream.number(in: max(1, range.lowerBound)...last) - 1
            return .text(SidePlan.staffNumber(of: .volunteer, manager))
        case .household: return nil
        case .flag(let flags): return .flag(flags.draw(from: &stream))
        case .numbers(let numbers): return .number(numbers.draw(from: &stream))
        case .numberRange(let range): return .number(stream.number(in: range))
        case .daysBefore(let days):
            return .date(CivilDate(dayNumber: asOf.dayNumber - stream.number(in: days)))
        case .daysAfter(let days):
            return .date(CivilDate(dayNumber: asOf.dayNumber + stream.number(in: days)))
        case .windows(let windows): return .window(windows.draw(from: &stream))
        case .durations(let minutes): return .duration(minutes.draw(from: &stream))
        case .personID(let range):
            return .text(CohortSimulator.id(ofPerson: stream.number(in: range) - 1, on: .resident))
        case .category(let tags): return .category(tags.draw(from: &stream))
        case .tags(let tags, let count):
            let drawn = tags.draw(stream.number(in: count), from: &stream)
            return drawn.isEmpty ? nil : .tags(drawn)
        case .levelledTags(let levelled):
            let drawn = levelled.draw(from: &stream)
            return drawn.isEmpty ? nil : .levelledTags(drawn)
        case .rangedTags(let tags, let count, let within):
            let drawn = tags.draw(stream.number(in: count), from: &stream)
            let ranged = drawn.map { tag in
                let low = stream.number(in: within)
                return RangedTag(tag: tag, range: low...stream.number(in: low...within.upperBound))
            }
            return ranged.isEmpty ? nil : .rangedTags(ranged)
        case .freeTime(let patterns, let count):
            let slots = patterns.draw(stream.number(in: count), from: &stream).map { $0.slot(from: &stream) }
            return slots.isEmpty ? nil : .freeTime(slots)
        case .place(let codes): return .postalCode(codes.draw(from: &stream))
        }
    }

    /// The key of the first tag at the highest drawn level, which is the native one where there is any.
    private func nativeLanguage(in field: String, given answers: [Answer?]) -> String? {
        guard let index = position(of: field), case .levelledTags(let tags)? = answers[index] else {
            return nil
        }
        return tags.first.map { columns[index].vocabulary.tags[$0.tag].key }
    }

    private func isWoman(by field: String, given answers: [Answer?]) -> Bool? {
        guard let index = position(of: field), let answer = answers[index] else { return nil }
        let keys = answer.keys(in: columns[index].vocabulary)
        return keys.contains("female") ? true : keys.contains("male") ? false : nil
    }
}
