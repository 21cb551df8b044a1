import CaseLedger
import Programmes
package import Records
package import Reporting

/// One execution of `report`: from a ledger to the folder of an annual report.
package struct AnnualRun {
    package let ledger: String
    /// The only programme of the report, by its id or its file; `nil` where the ledger holds one.
    package let programme: String?
    package let fiscalYear: FiscalYear
    package let asOf: CivilDate
    package let edition: AnnualRequest.Edition
    package let threshold: Int
    /// Languages of page and workbook; the first one's are `impact.html` and `impact.xlsx`.
    package let languages: [Language]
    package let version: String

    package init(
        ledger: String, programme: String?, fiscalYear: FiscalYear, asOf: CivilDate,
        edition: AnnualRequest.Edition,
        threshold: Int, languages: [Language], version: String
    ) {
        self.ledger = ledger
        self.programme = programme
        self.fiscalYear = fiscalYear
        self.asOf = asOf
        self.edition = edition
        self.threshold = threshold
        self.languages = languages
        self.version = version
    }

    /// Reads the ledger, works the report out and puts the folder in place.
    ///
    /// - Throws: `AnnualRunError`; what was in the folder before is then untouched.
    package func run(into folder: RunFolder, replacing: Bool) throws(AnnualRunError) -> AnnualReport {
        do { try folder.prepare(replacing: replacing) } catch { throw .folder(error) }
        let report = try report()
        let scratch: String
        do { scratch = try folder.makeScratch() } catch { throw .folder(error) }
        defer { folder.removeScratch() }
        let files = try files(of: report, scratch: scratch)
        do { try folder.write(files, replacing: replacing) } catch { throw .folder(error) }
        return report
    }

    /// The report, without writing anything.
    func report() throws(AnnualRunError) -> AnnualReport {
        let snapshot: LedgerSnapshot
        do { snapshot = try Ledger(reading: ledger).snapshot() } catch {
            throw .ledger(error.lines(file: CohortReading.fileName(ledger)), code: error.exitCode)
        }
        let file = try programmeFile()
        let known = snapshot.programmes
        let id = file?.id ?? programme
        let named = known.filter { id == nil || $0.id == id }
        guard named.count == 1, let chosen = named.first else { throw .programmeNeeded(known.map(\.id)) }
        guard !chosen.isErrands else { throw .errands(chosen.name) }
        let history = snapshot.caseHistory(of: chosen.id, asOf: asOf)
        if case .company(let key) = edition {
            let companies = Set(history.people.flatMap { $0.groups[CaseHistory.companyKey] ?? [] })
            guard companies.contains(key) else { throw .unknownCompany(key, known: companies.sorted()) }
        }
        let judging = file?.judging ?? chosen.judging
        let months = file.map(\.durationMonths) ?? chosen.months
        let request = AnnualRequest(
            programmeID: chosen.id, programmeName: chosen.name, fiscalYear: fiscalYear, asOf: asOf,
            edition: edition,
            threshold: threshold, successDays: judging.successDays ?? 90, months: months ?? 6,
            successTarget: judging.success ?? 9000, completionTarget: judging.completion ?? 9000,
            version: version)
        do { return try AnnualReport(history, request) } catch { throw .fault(error.contradictions) }
    }

    /// The programme's file, where it is named by one: what it says goes before what the ledger has of an earlier one.
    private func programmeFile() throws(AnnualRunError) -> Programme? {
        guard let programme, programme.hasSuffix(".yaml") || programme.hasSuffix(".yml") else { return nil }
        do { return try ProgrammeReader.read(path: programme) } catch { throw .programme(error) }
    }

    private func files(
        of report: AnnualReport, scratch: String
    ) throws(AnnualRunError) -> [(name: String, bytes: [UInt8])] {
        var files: [(name: String, bytes: [UInt8])] = languages.enumerated().map { index, language in
            (
                index == 0 ? "impact.html" : "impact.\(language.rawValue).html",
                AnnualFiles.page(of: report, language: language)
            )
        }
        for (index, language) in languages.enumerated() {
            let name = index == 0 ? "impact.xlsx" : "impact.\(language.rawValue).xlsx"
            do {
                files.append(
                    (name, try AnnualFiles.workbook(of: report, language: language, scratch: scratch)))
            } catch {
                throw .folder(.writeFailed(path: name, reason: error.description))
            }
        }
        files.append(("figures.csv", AnnualFiles.csv(of: report)))
        do {
            files.append(("figures.json", try AnnualFiles.json(of: report)))
            let manifest = AnnualManifest(
                musubi: version, programme: report.request.programmeID, fiscalYear: fiscalYear.firstYear,
                asOf: asOf.description, edition: edition.name,
                outputs: files.map {
                    Manifest.Output(file: $0.name, sha256: Digest.sha256($0.bytes), bytes: $0.bytes.count)
                })
            files.append((RunFolder.marker, try Manifest.json(manifest)))
        } catch {
            throw .fault(["\(error)"])
        }
        return files
    }
}

/// What an annual report was made of; the ledger itself changes and is not hashed, its figures are.
private struct AnnualManifest: Encodable {
    var schema = 1
    var kind = "annual"
    var musubi: String
    var programme: String
    var fiscalYear: Int
    var asOf: String
    var edition: String
    var outputs: [Manifest.Output]
}
