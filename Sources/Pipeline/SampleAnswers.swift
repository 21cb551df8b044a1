import Foundation
import Intake
import Programmes
package import Records
import Simulation

/// One execution of `simulate --answers`: what people made of the proposals of all runs so far, as files for `record`.
package struct SampleAnswers {
    package let programme: String
    /// The folder in which the run folders stand.
    package let runs: String
    package let seed: UInt64
    /// The last day of which anything is told.
    package let asOf: CivilDate

    package init(programme: String, runs: String, seed: UInt64, asOf: CivilDate) {
        self.programme = programme
        self.runs = runs
        self.seed = seed
        self.asOf = asOf
    }

    /// Makes the files that have rows and says how many; from the beginning each time, since `record` skips what it knows.
    ///
    /// - Throws: `PipelineError`; no file is touched when one of them exists and is not to be replaced.
    package func write(to folder: String, replacing: Bool) throws(PipelineError) -> [Bilingual] {
        let description = try SampleYears.description(programme)
        let simulator = CaseSimulator(seed: seed, months: SampleYears.months(of: description))
        let proposals = try proposals(description)
        let tables = CaseTables(
            proposals.map { simulator.course(of: $0.pair, proposed: $0.day) }, upTo: asOf
        ).tables.filter { !$0.table.rows.isEmpty }
        let files = tables.map { (path: "\(folder)/\($0.name).csv", table: $0.table) }
        do throws(RunFolderError) {
            try RunFolder.makeFolders(upTo: folder)
            for file in files { try AtomicFile.refuseExisting(file.path, unless: replacing) }
            for file in files { try AtomicFile.write(file.table.csv(), to: file.path, replacing: true) }
        } catch {
            throw .runFolder(error)
        }
        return files.map { path, table in
            Bilingual(ja: "\(path): \(table.rows.count)行", en: "\(path): \(table.rows.count) rows")
        }
    }

    /// A pair that a run of a day proposed.
    private struct Proposal: Hashable {
        let pair: PairKey
        let day: CivilDate
    }

    /// What a run folder says of itself.
    private struct RunManifest: Decodable {
        var programme: String
        var asOf: String
    }

    /// The proposals of every run of the programme up to the day, each once.
    private func proposals(_ description: Programme) throws(PipelineError) -> Set<Proposal> {
        let reader = PairListReader(
            volunteerHeaders: description.person(.volunteer).idHeaders,
            residentHeaders: description.person(.resident).idHeaders)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: runs)) ?? []
        var proposals: Set<Proposal> = []
        var isFound = false
        for name in names.sorted() {
            let folder = "\(runs)/\(name)"
            guard let bytes = FileManager.default.contents(atPath: "\(folder)/\(RunFolder.marker)"),
                let manifest = try? JSONDecoder().decode(RunManifest.self, from: bytes),
                manifest.programme == description.id, let day = CivilDate(iso: manifest.asOf),
                AtomicFile.exists("\(folder)/matches.csv")
            else { continue }
            isFound = true
            guard day <= asOf else { continue }
            let reading: PairListReading
            do { reading = try reader.read(path: "\(folder)/matches.csv") } catch { throw .intake(error) }
            for listed in reading.pairs { proposals.insert(Proposal(pair: listed.pair, day: day)) }
        }
        guard isFound else { throw .noRuns(folder: runs) }
        return proposals
    }
}
