package import Records

/// Pairs that a list rules out: former partners, pairs that declined, or pairs that the coordinator forbade.
package struct ListedPairsRule: PairRule {
    /// Which list it is.
    package enum Source: Sendable {
        /// The cohort's former partners.
        case history
        /// Pairs that the coordinator forbids for this run.
        case forbidden(Set<PairKey>)
        /// Pairs that were proposed before and of whom somebody declined.
        case declined(Set<PairKey>)
    }

    package let source: Source

    package init(source: Source) {
        self.source = source
    }

    package var id: String {
        switch source {
        case .history: "never-again"
        case .forbidden: "forbidden"
        case .declined: "declined"
        }
    }

    package func label(in cohort: Cohort) -> Bilingual {
        switch source {
        case .history: Bilingual(ja: "過去のペアでない", en: "not former partners")
        case .forbidden: Bilingual(ja: "禁止リストにない", en: "not on the list of forbidden pairs")
        case .declined: Bilingual(ja: "前に見送った組でない", en: "not proposed and declined before")
        }
    }

    package func test(in cohort: Cohort) -> @Sendable (Int, Int) -> Bool {
        let pairs = pairs(in: cohort)
        guard !pairs.isEmpty else { return { _, _ in true } }
        let partners = Dictionary(grouping: pairs, by: \.resident).mapValues { Set($0.map(\.volunteer)) }
        let listed = cohort.residents.ids.map { partners[$0] }
        let volunteers = cohort.volunteers.ids
        return { volunteer, resident in
            guard let partners = listed[resident] else { return true }
            return !partners.contains(volunteers[volunteer])
        }
    }

    package func rows(in cohort: Cohort) -> any RuleRows {
        let partners = Dictionary(grouping: pairs(in: cohort), by: \.resident)
        let wanted = Set(partners.values.joined().map(\.volunteer))
        var positions: [PersonID: [Int]] = [:]
        for (volunteer, id) in cohort.volunteers.ids.enumerated() where wanted.contains(id) {
            positions[id, default: []].append(volunteer)
        }
        return ListedRows(
            listed: cohort.residents.ids.map { id in
                (partners[id] ?? []).flatMap { positions[$0.volunteer] ?? [] }
            })
    }

    private func pairs(in cohort: Cohort) -> Set<PairKey> {
        switch source {
        case .history: cohort.history
        case .forbidden(let pairs), .declined(let pairs): pairs
        }
    }

    package func refusal(volunteer: Int, resident: Int, in cohort: Cohort) -> Bilingual {
        switch source {
        case .history: Bilingual(ja: "過去にペアだった", en: "they were partners before")
        case .forbidden: Bilingual(ja: "禁止リストにあるペア", en: "the pair is on the list of forbidden pairs")
        case .declined: Bilingual(ja: "前に提案して見送った組", en: "the pair was proposed and declined before")
        }
    }
}
