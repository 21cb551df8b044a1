package import Records

/// What a table says of two words: how well a volunteer of this age group suits a student who wishes for that one.
package struct TableMeasure: Measure {
    /// Category fields, of the volunteer and of the resident.
    package let volunteer: String
    package let resident: String
    /// Thousandths by the resident's word and then the volunteer's, as keys of their vocabularies.
    package let entries: [String: [String: Int]]
    /// Thousandths where the table has no entry.
    package let otherwise: Int

    package init(volunteer: String, resident: String, entries: [String: [String: Int]], otherwise: Int) {
        self.volunteer = volunteer
        self.resident = resident
        self.entries = entries
        self.otherwise = otherwise
    }

    package func values(in cohort: Cohort) -> @Sendable (Int, Int) -> Int? {
        let volunteers = cohort.volunteers.categories(volunteer)
        let residents = cohort.residents.categories(resident)
        let columns = cohort.vocabulary(ofField: volunteer).tags
        let matrix = cohort.vocabulary(ofField: resident).tags.map { row in
            columns.map { entries[row.key]?[$0.key] ?? otherwise }
        }
        return { volunteer, resident in
            guard let mine = volunteers[volunteer], let theirs = residents[resident] else { return nil }
            return matrix[theirs][mine]
        }
    }

    package func reasons(in cohort: Cohort) -> @Sendable (Int, Int) -> Bilingual? {
        let volunteers = cohort.volunteers.categories(volunteer)
        let residents = cohort.residents.categories(resident)
        let names = [cohort.label(ofField: resident), cohort.label(ofField: volunteer)]
        let rows = cohort.vocabulary(ofField: resident).tags
        let columns = cohort.vocabulary(ofField: volunteer).tags
        let value = values(in: cohort)
        return { volunteer, resident in
            guard let mine = volunteers[volunteer], let theirs = residents[resident],
                let thousandths = value(volunteer, resident), thousandths > 0
            else { return nil }
            let (wish, found) = (rows[theirs].label, columns[mine].label)
            return Bilingual(
                ja: "\(names[0].ja) \(wish.ja)／\(names[1].ja) \(found.ja)",
                en: "\(names[0].en) \(wish.en), \(names[1].en) \(found.en)")
        }
    }
}
