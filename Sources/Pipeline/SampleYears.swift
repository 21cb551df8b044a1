import Programmes
package import Records
import Simulation

/// One execution of `simulate --years`: the exports of every month of several years, and the true rates behind what
/// `simulate --answers` will make of them.
package struct SampleYears {
    package let programme: String
    package let places: String?
    package let years: Int
    package let counts: [Side: Int]
    package let seed: UInt64
    /// The last day; the last export is of the first day of its month.
    package let asOf: CivilDate

    package init(
        programme: String, places: String?, years: Int, counts: [Side: Int], seed: UInt64, asOf: CivilDate
    ) {
        self.programme = programme
        self.places = places
        self.years = years
        self.counts = counts
        self.seed = seed
        self.asOf = asOf
    }

    /// Makes all files and says what was made.
    ///
    /// - Throws: `PipelineError`; no file is touched when one of them exists and is not to be replaced.
    package func write(to folder: String, replacing: Bool) throws(PipelineError) -> [Bilingual] {
        let description = try SampleYears.description(programme)
        guard counts[.resident] != nil else { throw .residentsMissing }
        let plan = MonthlyPlan(
            years: years, upTo: asOf, counts: counts, applied: description.waitingSince)
        let simulator = try SampleCohort.simulator(
            of: description, path: programme, places: places, seed: seed, asOf: asOf)
        var files: [(path: String, bytes: [UInt8])] = []
        for side in Side.allCases {
            for (day, export) in zip(plan.days, simulator.exports(of: side, plan: plan)) {
                let month = String(day.description.dropLast(3))
                files.append(("\(folder)/exports/\(month)/\(side.rawValue)s.csv", export.csv()))
            }
        }
        let truth = Truth(description, plan, seed: seed)
        do { files.append(("\(folder)/truth.json", try Manifest.json(truth))) } catch {
            throw .checkFailed(["\(error)"])
        }
        do throws(RunFolderError) {
            for file in files { try AtomicFile.refuseExisting(file.path, unless: replacing) }
            for file in files {
                try RunFolder.makeFolders(upTo: AtomicFile.split(file.path).folder)
                try AtomicFile.write(file.bytes, to: file.path, replacing: true)
            }
        } catch {
            throw .runFolder(error)
        }
        return lines(plan, description, folder)
    }

    private func lines(_ plan: MonthlyPlan, _ description: Programme, _ folder: String) -> [Bilingual] {
        let (first, last) = (plan.days.first ?? asOf, plan.days.last ?? asOf)
        let people = Side.allCases.map { side in
            let label = description.person(side).label
            return Bilingual(
                ja: "\(label.ja) \(counts[side] ?? 0)名", en: "\(counts[side] ?? 0) \(label.en)s")
        }
        return [
            Bilingual(
                ja: "\(folder)/exports: \(plan.days.count)か月分（\(first)〜\(last)）、"
                    + people.map(\.ja).joined(separator: "、"),
                en: "\(folder)/exports: \(plan.days.count) months (\(first) to \(last)), "
                    + people.map(\.en).joined(separator: ", ")),
            Bilingual(ja: "\(folder)/truth.json: 真の割合", en: "\(folder)/truth.json: the true rates"),
        ]
    }

    /// A programme of pairs.
    static func description(_ path: String) throws(PipelineError) -> Programme {
        let file: ProgrammeFile
        do { file = try ProgrammeReader.file(path: path) } catch { throw .programme(error) }
        guard case .pairs(let description) = file, description.errands == nil else { throw .yearsUnfit }
        return description
    }

    /// How long a pair lasts in made-up years: what reports take where the programme does not say it.
    static func months(of description: Programme) -> Int { description.durationMonths ?? 6 }
}

/// What the years were made with; rates in thousandths, `completion` in millionths.
private struct Truth: Encodable {
    var schema = 1
    var programme: String
    var seed: UInt64
    var firstExport: String
    var lastExport: String
    var residents: Int
    var volunteers: Int
    var months: Int
    var completion: Int
    var meanChange: Int
    var rates: CaseRates

    init(_ description: Programme, _ plan: MonthlyPlan, seed: UInt64) {
        programme = description.id
        self.seed = seed
        firstExport = plan.days.first?.description ?? ""
        lastExport = plan.days.last?.description ?? ""
        residents = plan.counts[.resident] ?? 0
        volunteers = plan.counts[.volunteer] ?? 0
        months = SampleYears.months(of: description)
        rates = plan.rates
        completion = rates.completion(months: months)
        meanChange = rates.meanChange
    }
}
