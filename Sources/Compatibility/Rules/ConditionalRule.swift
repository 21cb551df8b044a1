package import Records

/// A condition on a pair under which a rule is asked: both belong to the same company, or they do not.
package struct PairCondition: Hashable, Sendable {
    /// A category or text field of both sides.
    package let field: String
    /// Whether the two answers must be equal.
    ///
    /// Of the two conditions on a field exactly one holds for every pair: who gave no answer has nobody's, so that
    /// a resident of the town without a company is of no employee's company.
    package let isSame: Bool

    package init(field: String, isSame: Bool) {
        self.field = field
        self.isSame = isSame
    }

    func holds(in cohort: Cohort) -> @Sendable (Int, Int) -> Bool {
        let keys = AnswerKeys(field, in: cohort)
        let isSame = isSame
        return { volunteer, resident in
            guard let mine = keys.volunteers[volunteer], let theirs = keys.residents[resident] else {
                return !isSame
            }
            return (mine == theirs) == isSame
        }
    }

    func label(in cohort: Cohort) -> Bilingual {
        let name = cohort.label(ofField: field)
        return isSame
            ? Bilingual(ja: "\(name.ja)が同じ場合", en: "where \(name.en) is the same")
            : Bilingual(ja: "\(name.ja)が異なる場合", en: "where \(name.en) differs")
    }
}

/// Another rule, asked only of pairs that meet a condition.
package struct ConditionalRule: PairRule {
    package let rule: any PairRule
    package let condition: PairCondition

    package init(_ rule: any PairRule, when condition: PairCondition) {
        self.rule = rule
        self.condition = condition
    }

    package var id: String { "\(rule.id)-when-\(condition.isSame ? "same" : "differs")-\(condition.field)" }

    package func label(in cohort: Cohort) -> Bilingual {
        let (label, when) = (rule.label(in: cohort), condition.label(in: cohort))
        return Bilingual(ja: "\(label.ja)（\(when.ja)）", en: "\(label.en) (\(when.en))")
    }

    package func test(in cohort: Cohort) -> @Sendable (Int, Int) -> Bool {
        let test = rule.test(in: cohort)
        let isAsked = condition.holds(in: cohort)
        return { !isAsked($0, $1) || test($0, $1) }
    }

    package func refusal(volunteer: Int, resident: Int, in cohort: Cohort) -> Bilingual {
        let refusal = rule.refusal(volunteer: volunteer, resident: resident, in: cohort)
        let when = condition.label(in: cohort)
        return Bilingual(ja: "\(refusal.ja)（\(when.ja)）", en: "\(refusal.en) (\(when.en))")
    }
}
