package import Records

/// The two gave the same answer, or different ones: the same company, different departments.
///
/// `DiffersRule` is about one person on both sides; this is about two people.
package struct AnswerRule: PairRule {
    /// What the two answers must be.
    package enum Demand: String, Hashable, Sendable {
        case same
        case differs
    }

    package let demand: Demand
    /// A category or text field of both sides.
    package let field: String
    /// Whether a pair passes of whom one gave no answer.
    package let unknownPasses: Bool

    package init(_ demand: Demand, field: String, unknownPasses: Bool) {
        self.demand = demand
        self.field = field
        self.unknownPasses = unknownPasses
    }

    package var id: String { "\(demand.rawValue)-\(field)" }

    package func label(in cohort: Cohort) -> Bilingual {
        let name = cohort.label(ofField: field)
        switch demand {
        case .same: return Bilingual(ja: "\(name.ja)が同じ", en: "same \(name.en)")
        case .differs: return Bilingual(ja: "\(name.ja)が異なる", en: "different \(name.en)")
        }
    }

    package func test(in cohort: Cohort) -> @Sendable (Int, Int) -> Bool {
        let keys = AnswerKeys(field, in: cohort)
        let wantsEqual = demand == .same
        let unknownPasses = unknownPasses
        return { volunteer, resident in
            guard let mine = keys.volunteers[volunteer], let theirs = keys.residents[resident] else {
                return unknownPasses
            }
            return (mine == theirs) == wantsEqual
        }
    }

    package func refusal(volunteer: Int, resident: Int, in cohort: Cohort) -> Bilingual {
        let name = cohort.label(ofField: field)
        let keys = AnswerKeys(field, in: cohort)
        guard keys.volunteers[volunteer] != nil, keys.residents[resident] != nil else {
            return Bilingual(ja: "\(name.ja)がわからない", en: "\(name.en) not known")
        }
        switch demand {
        case .same: return Bilingual(ja: "\(name.ja)が異なる", en: "different \(name.en)")
        case .differs: return Bilingual(ja: "\(name.ja)が同じ", en: "the same \(name.en)")
        }
    }
}
