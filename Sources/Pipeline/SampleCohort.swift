import Intake
import Programmes
package import Records
import Simulation

/// One execution of `simulate`: two made-up exports from a programme's own description.
package struct SampleCohort {
    package let programme: String
    package let places: String?
    package let counts: [Side: Int]
    package let seed: UInt64
    package let asOf: CivilDate

    package init(programme: String, places: String?, counts: [Side: Int], seed: UInt64, asOf: CivilDate) {
        self.programme = programme
        self.places = places
        self.counts = counts
        self.seed = seed
        self.asOf = asOf
    }

    /// Makes both files and says what was made, mistakes on purpose included.
    ///
    /// - Throws: `PipelineError`; neither file is touched when one of them exists and is not to be replaced.
    package func write(to folder: String, replacing: Bool) throws(PipelineError) -> [Bilingual] {
        let file: ProgrammeFile
        do { file = try ProgrammeReader.file(path: programme) } catch { throw .programme(error) }
        if case .points(let description) = file {
            return try SampleActivities(
                programme: description, path: programme, people: counts[.volunteer], seed: seed, asOf: asOf
            ).write(to: folder, replacing: replacing)
        }
        let description: Programme
        do { description = try ProgrammeReader.read(path: programme) } catch { throw .programme(error) }
        guard counts[.resident] != nil else { throw .residentsMissing }
        let simulator = try SampleCohort.simulator(
            of: description, path: programme, places: places, seed: seed, asOf: asOf)
        let exports = Side.allCases.map { side in
            (
                side, path: "\(folder)/\(side.rawValue)s.csv",
                simulator.export(of: side, count: counts[side] ?? 0)
            )
        }
        do {
            try RunFolder.makeFolders(upTo: folder)
            for (_, path, _) in exports { try AtomicFile.refuseExisting(path, unless: replacing) }
            for (_, path, export) in exports { try AtomicFile.write(export.csv(), to: path, replacing: true) }
        } catch {
            throw .runFolder(error)
        }
        return exports.map { side, path, export in
            let label = description.person(side).label
            return Bilingual(
                ja: "\(path): \(label.ja) \(export.rows.count)名（わざと間違えた行 \(export.defects.count)）",
                en:
                    "\(path): \(export.rows.count) \(label.en)s (\(export.defects.count) rows with a mistake on purpose)"
            )
        }
    }

    /// The simulator of a programme's own description.
    static func simulator(
        of description: Programme, path: String, places: String?, seed: UInt64, asOf: CivilDate
    ) throws(PipelineError) -> CohortSimulator {
        do {
            let codes = try (places ?? description.placesFolder).map { folder throws(IntakeError) in
                try PlaceTable.load(folder: folder).townCodes
            }
            return try CohortSimulator(
                fields: description.fields, people: description.people,
                vocabularies: description.vocabularies,
                sample: description.sample, postalCodes: codes ?? [], asOf: asOf, seed: seed)
        } catch let error as SimulationError {
            throw .sample(error, path: path)
        } catch let error as IntakeError {
            throw .intake(error)
        } catch {
            throw .checkFailed(["\(error)"])
        }
    }
}
