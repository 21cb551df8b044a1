import Intake
import Programmes
import Records

/// The people of both exports, and the vocabularies with the words that they added.
struct CohortPeople {
    let volunteers: PeopleReading
    let residents: PeopleReading
    let vocabularies: [String: Vocabulary]

    /// Reads both exports, at the same time where neither changes how the other is read.
    ///
    /// - Throws: Why an export cannot be used at all; where neither can, what is wrong with the volunteers'.
    init(
        _ files: InputFiles, programme: Programme, places: PlaceTable?,
        progress: @escaping @Sendable (Bilingual) -> Void
    ) throws(IntakeError) {
        let volunteers = Export(
            side: .volunteer, path: files.volunteers, options: files.options.of(.volunteers),
            progress: progress)
        let residents = Export(
            side: .resident, path: files.residents, options: files.options.of(.residents), progress: progress)
        var vocabularies = programme.vocabularies
        // An open vocabulary numbers the words of the volunteers first, and a pipe can be read by one only.
        if vocabularies.values.contains(where: \.isOpen) || volunteers.path == residents.path {
            self.volunteers = try volunteers.read(programme, places, &vocabularies)
            self.residents = try residents.read(programme, places, &vocabularies)
        } else {
            let known = vocabularies
            (self.volunteers, self.residents) = try concurrently { () throws(IntakeError) in
                var vocabularies = known
                return try volunteers.read(programme, places, &vocabularies)
            } _: { () throws(IntakeError) in
                var vocabularies = known
                return try residents.read(programme, places, &vocabularies)
            }
        }
        self.vocabularies = vocabularies
    }

    /// One of the exports.
    private struct Export: Sendable {
        let side: Side
        let path: String
        let options: TableOptions
        let progress: @Sendable (Bilingual) -> Void

        func read(
            _ programme: Programme, _ places: PlaceTable?, _ vocabularies: inout [String: Vocabulary]
        ) throws(IntakeError) -> PeopleReading {
            let name = CohortReading.fileName(path)
            progress(Bilingual(ja: "\(name) を読んでいます", en: "reading \(name)"))
            return try PeopleReader(
                side: side, person: programme.person(side), fields: programme.fields, places: places
            ).read(path: path, options: options, vocabularies: &vocabularies) { rows in
                progress(
                    Bilingual(ja: "\(name) を読んでいます（\(rows)行）", en: "reading \(name), \(rows) rows"))
            }
        }
    }
}
