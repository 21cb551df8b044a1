package import Records

/// Both have at least one tag in common; for languages, both at a level or above.
package struct SharesRule: PairRule {
    package let field: String
    /// Key of the lowest level on the field's scale that counts on both sides.
    package let level: String?

    package init(field: String, level: String? = nil) {
        self.field = field
        self.level = level
    }

    package var id: String { "shares-\(field)" }

    package func label(in cohort: Cohort) -> Bilingual {
        let name = cohort.label(ofField: field)
        if let level {
            return Bilingual(
                ja: "共通の\(name.ja)（双方\(level)以上）", en: "\(name.en) in common, \(level) or above on both sides"
            )
        }
        return Bilingual(ja: "\(name.ja)が共通", en: "\(name.en) in common")
    }

    package func test(in cohort: Cohort) -> @Sendable (Int, Int) -> Bool {
        let source = source(in: cohort)
        let volunteers = source.sets(in: cohort.volunteers, of: cohort).map { $0 ?? TagSet() }
        let residents = source.sets(in: cohort.residents, of: cohort).map { $0 ?? TagSet() }
        return { volunteer, resident in
            !volunteers[volunteer].intersection(residents[resident]).isEmpty
        }
    }

    package func rows(in cohort: Cohort) -> any RuleRows {
        let source = source(in: cohort)
        return Rows(
            volunteers: TagRows(source.sets(in: cohort.volunteers, of: cohort)),
            residents: source.sets(in: cohort.residents, of: cohort).map { $0?.indices ?? [] })
    }

    private struct Rows: RuleRows {
        let volunteers: TagRows
        let residents: [[Int]]

        var effort: RowEffort { .words }

        func markFailures(of resident: Int, _ scope: RowScope, in row: inout BitRow) {
            row.fill(scope.stretches, with: true)
            for tag in residents[resident] { row.subtract(volunteers[tag], in: scope.stretches) }
        }
    }

    package func refusal(volunteer: Int, resident: Int, in cohort: Cohort) -> Bilingual {
        let name = cohort.label(ofField: field)
        if let level {
            return Bilingual(
                ja: "双方が\(level)以上の共通の\(name.ja)がない",
                en: "no \(name.en) in common at \(level) or above on both sides")
        }
        return Bilingual(ja: "\(name.ja)が合わない", en: "no \(name.en) in common")
    }

    private func source(in cohort: Cohort) -> TagSource {
        guard let level, case .levelledTags(_, let scale)? = cohort.fields[field]?.kind else {
            return TagSource(field: field)
        }
        return TagSource(field: field, minimumLevel: scale.rank(ofKey: level))
    }
}
