import Programmes
import Records
import Simulation

/// A made-up year of a points programme: who may take part, and what they did.
struct SampleActivities {
    let programme: PointsProgramme
    /// The programme file, for messages.
    let path: String
    /// How many people; `nil` for as many as the sample says.
    let people: Int?
    let seed: UInt64
    let asOf: CivilDate

    /// Makes both files and says what was made.
    func write(to folder: String, replacing: Bool) throws(PipelineError) -> [Bilingual] {
        guard let sample = programme.sample else {
            throw .programme(
                .unfit(
                    path: path,
                    Bilingual(
                        ja: "「sample」がないため、見本を作れません",
                        en: "'sample' is missing, which says what to make up")))
        }
        let simulator = ActivitySimulator(
            sample: sample, spec: programme.activities, roster: programme.roster,
            fiscalYear: FiscalYear(containing: asOf), seed: seed)
        let count = people ?? sample.people
        let exports = [
            ("people.csv", simulator.people(count)), ("activities.csv", simulator.activities(count)),
        ]
        do {
            try RunFolder.makeFolders(upTo: folder)
            for (name, _) in exports { try AtomicFile.refuseExisting("\(folder)/\(name)", unless: replacing) }
            for (name, export) in exports {
                try AtomicFile.write(export.csv(), to: "\(folder)/\(name)", replacing: true)
            }
        } catch {
            throw .runFolder(error)
        }
        return exports.map { name, export in
            Bilingual(
                ja: "\(folder)/\(name): \(export.rows.count)行",
                en: "\(folder)/\(name): \(export.rows.count) rows")
        }
    }
}
