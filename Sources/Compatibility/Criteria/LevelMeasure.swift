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
