package import Records

/// Whether the two have met before, by the history of the run: a familiar face, or somebody new.
package struct MetBeforeMeasure: Measure {
    /// What is worth most.
    package enum Preference: Hashable, Sendable {
        /// Somebody who was there before.
        case familiar
        /// Somebody who was not.
        case new
        /// What the resident says in this flag field: yes for the same person again, no for somebody new.
        case asked(field: String)
    }

    /// Text field of the resident that holds the id by which the history knows them; `nil` for the row's own id.
    package let requester: String?
    package let preference: Preference

    package init(requester: String?, preference: Preference) {
        self.requester = requester
        self.preference = preference
    }

    package func values(in cohort: Cohort) -> @Sendable (Int, Int) -> Int? {
        let hasMet = hasMet(in: cohort)
        let wanted: [Bool?] =
            switch preference {
            case .familiar: Array(repeating: true, count: cohort.residents.count)
            case .new: Array(repeating: false, count: cohort.residents.count)
            case .asked(let field):
                cohort.residents.flags(field).map { flag in
                    switch flag {
                    case .yes: true
                    case .no: false
                    case .negotiable, nil: nil
                    }
                }
            }
        return { volunteer, resident in
            wanted[resident].map { $0 == hasMet(volunteer, resident) ? 1000 : 0 }
        }
    }

    package func reasons(in cohort: Cohort) -> @Sendable (Int, Int) -> Bilingual? {
        let hasMet = hasMet(in: cohort)
        return { volunteer, resident in
            hasMet(volunteer, resident) ? Bilingual(ja: "以前に同行", en: "helped them before") : nil
        }
    }

    private func hasMet(in cohort: Cohort) -> @Sendable (Int, Int) -> Bool {
        let names =
            requester.map { cohort.residents.texts($0).map { $0.map { PersonID($0) } } }
            ?? cohort.residents.ids
        let helpers = Dictionary(grouping: cohort.history, by: \.resident).mapValues {
            Set($0.map(\.volunteer))
        }
        let known = names.map { $0.flatMap { helpers[$0] } ?? [] }
        let volunteers = cohort.volunteers.ids
        return { volunteer, resident in known[resident].contains(volunteers[volunteer]) }
    }
}
