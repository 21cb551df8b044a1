package import CaseLedger
package import Intake
import Programmes
package import Records

/// One execution of `record`: a file, read whole, goes into the ledger whole or not at all.
package struct RecordRun {
    package let kind: CaseFile
    package let file: String
    package let ledger: String
    /// Programme file, or the id of a programme that the ledger knows; `nil` where it knows only one.
    package let programme: String?
    package let asOf: CivilDate?
    /// How the file is to be read, where it does not say so itself.
    package let options: TableOptions

    package init(
        kind: CaseFile, file: String, ledger: String, programme: String?, asOf: CivilDate?,
        options: TableOptions = TableOptions()
    ) {
        self.kind = kind
        self.file = file
        self.ledger = ledger
        self.programme = programme
        self.asOf = asOf
        self.options = options
    }

    /// What a file came to, with what its reader warns of.
    package struct Result: Sendable {
        package let recording: Recording
        package let warnings: [DataIssue]
        /// For the terminal.
        package let lines: [Bilingual]
    }

    /// Reads and records.
    ///
    /// - Throws: `PipelineError`; nothing was recorded then.
    package func run() throws(PipelineError) -> Result {
        let described = try described()
        let reading = try entries(described)
        let errors = reading.issues.filter { $0.severity == .error }
        guard errors.isEmpty else { throw .badCases(errors) }
        let recording = try record(reading.entries, described)
        let name = CohortReading.fileName(file)
        var text = Bilingual(
            ja: "\(name): 新しく記録 \(recording.new)件、記録済み \(recording.known)件",
            en: "\(name): \(recording.new) new, \(recording.known) known")
        if kind == .decisions {
            text = Bilingual(
                ja: text.ja + "、返事待ち \(recording.pending)件", en: text.en + ", \(recording.pending) pending")
        }
        return Result(
            recording: recording, warnings: reading.issues.filter { $0.severity == .warning },
            lines: [text])
    }

    // MARK: The programme

    /// A programme as the command line names it: by its file, or by its id.
    private enum Described {
        case file(ProgrammeFile)
        case named(String?)
    }

    private func described() throws(PipelineError) -> Described {
        guard let programme else { return .named(nil) }
        guard programme.hasSuffix(".yaml") || programme.hasSuffix(".yml") else { return .named(programme) }
        do { return .file(try ProgrammeReader.file(path: programme)) } catch { throw .programme(error) }
    }

    /// What the ledger is told of a programme file.
    private func registered(_ file: ProgrammeFile) -> LedgerProgramme {
        switch file {
        case .pairs(let programme): LedgerProgramme(programme)
        case .sessions(let programme): LedgerProgramme(id: programme.id, name: programme.name)
        case .points(let programme): LedgerProgramme(id: programme.id, name: programme.name)
        case .together(let programme): LedgerProgramme(id: programme.id, name: programme.name)
        }
    }

    // MARK: Reading

    private enum Entries {
        case decisions([DecisionEntry])
        case contacts([ContactEntry])
        case outcomes([OutcomeEntry])
        case surveys([SurveyEntry])
        case sessions([SessionEntry])
        case hours([HoursEntry])
        case donations([DonationEntry])
    }

    private func entries(
        _ described: Described
    ) throws(PipelineError) -> (entries: Entries, issues: [DataIssue]) {
        var headers: [Side: [String]] = [:]
        switch described {
        case .file(.sessions(let programme)) where kind == .sessions: return try published(programme)
        case .file(.pairs(let programme)):
            for side in Side.allCases { headers[side] = programme.person(side).idHeaders }
        default: break
        }
        let columns = kind.columns(
            volunteers: headers[.volunteer] ?? [], residents: headers[.resident] ?? [])
        let table: CaseTableReading
        // Decisions stand in the list of a run, whose other columns are known to be of no use here.
        let reader = CaseTableReader(columns: columns, reportsUnknown: kind != .decisions)
        do { table = try reader.read(path: file, options: options) } catch { throw .intake(error) }
        var rows = CaseRowReader(file: CohortReading.fileName(file), asOf: asOf)
        let entries: Entries =
            switch kind {
            case .decisions: .decisions(rows.decisions(table.rows))
            case .contacts: .contacts(rows.contacts(table.rows))
            case .outcomes: .outcomes(rows.outcomes(table.rows))
            case .surveys: .surveys(rows.surveys(table.rows))
            case .sessions: .sessions(rows.sessions(table.rows))
            case .hours: .hours(rows.hours(table.rows))
            case .donations: .donations(rows.donations(table.rows))
            }
        let issues = (table.issues + rows.issues).enumerated().sorted {
            ($0.element.row ?? 0, $0.offset) < ($1.element.row ?? 0, $1.offset)
        }
        return (entries, issues.map(\.element))
    }

    /// A table of sessions as `musubi sessions` reads it: with day and time in one cell, eras, and totals.
    private func published(
        _ programme: SessionProgramme
    ) throws(PipelineError) -> (entries: Entries, issues: [DataIssue]) {
        let reading: SessionReading
        do {
            // Without a day of its own the table may speak of any.
            let asOf = asOf ?? CivilDate(dayNumber: 2_932_896)
            reading = try SessionReader(spec: programme.table, asOf: asOf).read(
                path: file, options: options)
        } catch {
            throw .intake(error)
        }
        var issues = reading.issues
        let entries = reading.sessions.compactMap { session -> SessionEntry? in
            guard let hours = session.hours else {
                issues.append(noHours(session.row))
                return nil
            }
            return SessionEntry(
                row: session.row, key: session.number, date: session.date, minutes: hours.minutes,
                title: session.title, participants: session.participants)
        }
        return (.sessions(entries), issues)
    }

    /// A session of unknown length has no person-hours.
    private func noHours(_ row: Int) -> DataIssue {
        DataIssue(
            severity: .error, file: CohortReading.fileName(file), row: row, column: nil, value: nil,
            problem: Bilingual(ja: "始まりと終わりの時刻がありません。", en: "The session has no times."),
            cure: Bilingual(ja: "時刻を入れてください。", en: "Enter when it begins and ends."))
    }

    // MARK: Recording

    private func record(_ entries: Entries, _ described: Described) throws(PipelineError) -> Recording {
        do {
            // Only a programme file says enough to begin a ledger with.
            let isNamed = if case .named = described { true } else { false }
            let ledger = try Ledger(writing: ledger, creating: !isNamed)
            let programme: String
            switch described {
            case .file(let file):
                let registered = registered(file)
                try ledger.register(registered)
                programme = registered.id
            case .named(let id): programme = try ledger.programme(named: id)
            }
            return switch entries {
            case .decisions(let rows): try ledger.record(decisions: rows, programme: programme)
            case .contacts(let rows): try ledger.record(contacts: rows, programme: programme)
            case .outcomes(let rows): try ledger.record(outcomes: rows, programme: programme)
            case .surveys(let rows): try ledger.record(surveys: rows, programme: programme)
            case .sessions(let rows): try ledger.record(sessions: rows, programme: programme)
            case .hours(let rows): try ledger.record(hours: rows, programme: programme)
            case .donations(let rows): try ledger.record(donations: rows, programme: programme)
            }
        } catch {
            if case .refused = error { throw .ledger(error, file: file) }
            throw .ledger(error, file: ledger)
        }
    }
}
