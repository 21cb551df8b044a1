package import Records

/// How well the two can talk: over the tags in common, the best of the lower of the two levels.
package struct LevelMeasure: Measure {
    package let field: String
    /// In ranks of the field's scale.
    package let scale: LinearScale

    package init(field: String, scale: LinearScale) {
        self.field = field
        self.scale = scale
    }

    package func values(in cohort: Cohort) -> @Sendable (Int, Int) -> Int? {
        let volunteers = cohort.volunteers.levelledTags(field)
        let residents = cohort.residents.levelledTags(field)
        let scale = scale
        return { volunteer, resident in
            guard let mine = volunteers[volunteer], let theirs = residents[resident] else { return nil }
            guard let best = LevelMeasure.best(mine, theirs) else { return 0 }
            return scale.thousandths(best.level)
        }
    }

    package func rows(in cohort: Cohort) -> any MeasureRows {
        Rows(
            volunteers: cohort.volunteers.levelledTags(field),
            residents: cohort.residents.levelledTags(field),
            scale: scale)
    }

    private struct Rows: MeasureRows {
        /// The volunteers' tags with a level, those of volunteer v from `starts[v]` on.
        private let starts: [Int32]
        private let tags: [(tag: UInt8, level: Int32)]
        private let isMissing: BitRow
        private let residents: [[LevelledTag]?]
        /// Thousandths by level, after those of no level in common.
        private let table: [Int32]

        init(volunteers: [[LevelledTag]?], residents: [[LevelledTag]?], scale: LinearScale) {
            self.residents = residents
            isMissing = BitRow(volunteers.map { $0 == nil })
            let levelled = volunteers.map { tags in
                (tags ?? []).compactMap { tag in tag.level.map { (UInt8(tag.tag), Int32($0)) } }
            }
            tags = levelled.flatMap { $0 }
            starts = levelled.reduce(into: [0]) { $0.append($0[$0.count - 1] + Int32($1.count)) }
            table = [0] + scale.table(through: Int(tags.map(\.level).max() ?? 0))
        }

        func measure(_ resident: Int, with volunteers: [Int32], into values: inout [Int32]) {
            guard let theirs = residents[resident] else {
                for index in volunteers.indices { values[index] = MissingValue.mark }
                return
            }
            // The resident's level in each tag; -1 for none.
            var levels = [Int32](repeating: -1, count: TagSet.capacity)
            for tag in theirs {
                if let level = tag.level { levels[tag.tag] = max(levels[tag.tag], Int32(level)) }
            }
            for (index, volunteer) in volunteers.enumerated() {
                let volunteer = Int(volunteer)
                if isMissing.contains(volunteer) {
                    values[index] = MissingValue.mark
                    continue
                }
                var best: Int32 = -1
                for position in Int(starts[volunteer])..<Int(starts[volunteer + 1]) {
                    let mine = tags[position]
                    best = max(best, min(mine.level, levels[Int(mine.tag)]))
                }
                values[index] = table[Int(best + 1)]
            }
        }
    }

    package func reasons(in cohort: Cohort) -> @Sendable (Int, Int) -> Bilingual? {
        let volunteers = cohort.volunteers.levelledTags(field)
        let residents = cohort.residents.levelledTags(field)
        let vocabulary = cohort.vocabulary(ofField: field)
        let kind = cohort.fields[field]?.kind
        return { volunteer, resident in
            guard let mine = volunteers[volunteer],
                let theirs = residents[resident],
                let best = LevelMeasure.best(mine, theirs),
                case .levelledTags(_, let levels)? = kind
            else { return nil }
            let name = vocabulary.tags[best.tag].label
            let level = levels.levels[best.level].label
            return Bilingual(ja: "\(name.ja)\(level.ja)", en: "\(name.en) \(level.en)")
        }
    }

    /// The tag in common with the highest lower level, the first in the vocabulary among equals; tags without
    /// a level do not count.
    private static func best(_ a: [LevelledTag], _ b: [LevelledTag]) -> (tag: Int, level: Int)? {
        var best: (tag: Int, level: Int)?
        for mine in a {
            guard let myLevel = mine.level else { continue }
            for theirs in b where theirs.tag == mine.tag {
                guard let theirLevel = theirs.level else { continue }
                let level = min(myLevel, theirLevel)
                if let found = best, (found.level, -found.tag) >= (level, -mine.tag) { continue }
                best = (mine.tag, level)
            }
        }
        return best
    }
}
