package import Records

/// Pairs that a list rules out: former partners, or pairs that the coordinator forbade.
package struct ListedPairsRule: PairRule {
    /// Which list it is.
    package enum Source: Sendable {
        /// The cohort's former partners.
        case history
        /// Pairs that the coordinator forbids for this run.
        case forbidden(Set<PairKey>)
    }

    package let source: Source

    package init(source: Source) {
        self.source = source
    }

    package var id: String {
        switch source {
        case .history: "never-again"
        case .forbidden: "forbidden"
        }
    }

    package func label(in cohort: Cohort) -> Bilingual {
        switch source {
        case .history: Bilingual(ja: "過去のペアでない", en: "not former partners")
        case .forbidden: Bilingual(ja: "禁止リストにない", en: "not on the list of forbidden pairs")
        }
    }

    package func test(in cohort: Cohort) -> @Sendable (Int, Int) -> Bool {
        let pairs: Set<PairKey> =
            switch source {
            case .history: cohort.history
            case .forbidden(let pairs): pairs
            }
        guard !pairs.isEmpty else { return { _, _ in true } }
        let partners = Dictionary(grouping: pairs, by: \.resident).mapValues { Set($0.map(\.volunteer)) }
        let listed = cohort.residents.ids.map { partners[$0] }
        let volunteers = cohort.volunteers.ids
        return { volunteer, resident in
            guard let partners = listed[resident] else { return true }
            return !partners.contains(volunteers[volunteer])
        }
    }

    package func refusal(volunteer: Int, resident: Int, in cohort: Cohort) -> Bilingual {
        switch source {
        case .history: Bilingual(ja: "過去にペアだった", en: "they were partners before")
        case .forbidden: Bilingual(ja: "禁止リストにあるペア", en: "the pair is on the list of forbidden pairs")
        }
    }
}
