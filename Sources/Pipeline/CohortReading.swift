package import Compatibility
package import Intake
package import Programmes
package import Records
import Reporting

/// The files of one run, by what they are for.
package struct InputFiles: Sendable {
    package var programme: String
    package var volunteers: String
    package var residents: String
    /// Folder of place tables that replaces the programme's own.
    package var places: String?
    package var history: String?
    package var locks: String?
    package var forbidden: String?
    /// Pairs of an earlier run, for the goal `fewest-changes`.
    package var previous: String?
    /// How the exports and the lists of pairs are to be read, where they do not say it themselves.
    package var options: TableOptions

    package init(
        programme: String, volunteers: String, residents: String, places: String? = nil,
        history: String? = nil, locks: String? = nil, forbidden: String? = nil, previous: String? = nil,
        options: TableOptions = TableOptions()
    ) {
        self.programme = programme
        self.volunteers = volunteers
        self.residents = residents
        self.places = places
        self.history = history
        self.locks = locks
        self.forbidden = forbidden
        self.previous = previous
        self.options = options
    }

    /// Every file that a run reads, with its role and, for an export, its side.
    var all: [(role: String, side: Side?, path: String)] {
        let files: [(String, Side?, String?)] = [
            ("programme", nil, programme), ("volunteers", .volunteer, volunteers),
            ("residents", .resident, residents), ("history", nil, history), ("locks", nil, locks),
            ("forbidden", nil, forbidden), ("previous", nil, previous),
        ]
        return files.compactMap { role, side, path in path.map { (role, side, $0) } }
    }
}

/// Everything that the files of a run say, typed, with every issue found on the way.
package struct CohortReading: Sendable {
    package var programme: Programme
    package var cohort: Cohort
    package let issues: [DataIssue]
    /// Rows of each export, quarantine included, and of them those in quarantine.
    package var rowCounts: [Side: Int]
    package let quarantined: [Side: Int]
    /// The rows in quarantine of both exports.
    let quarantine: QuarantineFiles
    /// Where people live; `nil` where the programme has no field of places.
    let places: PlaceTable?
    /// The two files of the place tables that were read.
    let placeFiles: [String]
    /// The calendar of closed days, where the programme has one.
    let calendarFile: String?
    package let locks: [ListedPair]
    package let forbidden: [ListedPair]
    package let previous: [ListedPair]
    /// What the ledger remembers, where there is one.
    var memory: LedgerMemory?
    /// Whether only residents whose pair has ended take part.
    var isRematch = false

    /// The programme's rules, and those that the lists of this run add: a list that is given always counts.
    package var ruleset: Ruleset {
        var ruleset = programme.ruleset
        // For errands the history says who helped whom before, which is no reason against helping again.
        if programme.errands == nil, !cohort.history.isEmpty,
            !ruleset.pairRules.contains(where: { $0.id == "never-again" })
        {
            ruleset = ruleset.adding(ListedPairsRule(source: .history))
        }
        if !forbidden.isEmpty {
            ruleset = ruleset.adding(ListedPairsRule(source: .forbidden(Set(forbidden.map(\.pair)))))
        }
        if let memory { ruleset = memory.adding(to: ruleset) }
        if let spec = programme.errands?.spec, !takenTimes.isEmpty {
            ruleset = ruleset.adding(TakenTimeRule(spec: spec, taken: takenTimes))
        }
        let rules = ruleset
        for side in Side.allCases {
            guard let household = programme.person(side).household else { continue }
            ruleset.gates.append(
                Gate(
                    id: "household-\(household)", sides: [side],
                    check: HouseholdCheck(
                        field: household, side: side, waitingSince: programme.waitingSince, rules: rules,
                        in: cohort)))
        }
        return ruleset
    }

    /// Reads the programme, then both exports, then the lists of pairs.
    ///
    /// - Throws: `PipelineError` for whatever makes a file unusable as a whole.
    package static func read(
        _ files: InputFiles, asOf: CivilDate, progress: @escaping @Sendable (Bilingual) -> Void = { _ in }
    ) throws(PipelineError) -> CohortReading {
        let programme: Programme
        do { programme = try ProgrammeReader.read(path: files.programme) } catch { throw .programme(error) }
        do {
            return try read(files, programme: programme, asOf: asOf, progress: progress)
        } catch {
            throw .intake(error)
        }
    }

    private static func read(
        _ files: InputFiles, programme: Programme, asOf: CivilDate,
        progress: @escaping @Sendable (Bilingual) -> Void
    ) throws(IntakeError) -> CohortReading {
        var places: PlaceTable?
        var placeFiles: [String] = []
        if let folder = files.places ?? programme.placesFolder {
            placeFiles = [PlaceTable.municipalityFile, PlaceTable.postalCodeFile].map { "\(folder)/\($0)" }
            progress(Bilingual(ja: "地名表を読んでいます", en: "reading the place tables"))
            places = try PlaceTable.load(folder: folder)
        }
        let calendar = try programme.errands?.calendar.map { path throws(IntakeError) in
            try CalendarReader().read(path: path)
        }
        let people = try CohortPeople(files, programme: programme, places: places, progress: progress)
        let (volunteers, residents) = (people.volunteers, people.residents)
        let pairReader = PairListReader(
            volunteerHeaders: programme.person(.volunteer).idHeaders,
            residentHeaders: programme.person(.resident).idHeaders)
        func pairs(
            _ path: String?, _ table: TableOptions.Table
        ) throws(IntakeError) -> PairListReading? {
            guard let path else { return nil }
            return try pairReader.read(path: path, options: files.options.of(table))
        }
        let history = try files.history.map { path throws(IntakeError) in
            try historyReader(programme).read(path: path, options: files.options.of(.history))
        }
        let locks = try pairs(files.locks, .lock)
        let forbidden = try pairs(files.forbidden, .forbid)
        let previous = try pairs(files.previous, .previous)
        let cohort = Cohort(
            volunteers: volunteers.table, residents: residents.table, vocabularies: people.vocabularies,
            fields: Dictionary(
                programme.fields.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first }),
            asOf: asOf, history: Set((history?.pairs ?? []).map { $0.pair }),
            closedDays: calendar ?? ClosedDays())
        var issues = volunteers.issues + residents.issues
        issues += (places?.issues ?? []) + [history, locks, forbidden, previous].flatMap { $0?.issues ?? [] }
        issues += uncoveredDates(in: cohort, programme: programme, file: fileName(files.residents))
        issues += lateApplications(in: cohort, programme: programme, file: fileName(files.residents))
        issues += strangers(among: forbidden?.pairs ?? [], in: cohort, file: fileName(files.forbidden ?? ""))
        var quarantine = QuarantineFiles(options: files.options)
        for (table, path, reading) in [
            (TableOptions.Table.volunteers, files.volunteers, volunteers),
            (.residents, files.residents, residents),
        ] {
            quarantine.add(table, path: path, rows: reading.quarantinedRows, issues: reading.issues)
        }
        return CohortReading(
            programme: programme, cohort: cohort, issues: issues,
            rowCounts: [.volunteer: volunteers.rowCount, .resident: residents.rowCount],
            quarantined: [
                .volunteer: volunteers.quarantinedRows.count, .resident: residents.quarantinedRows.count,
            ],
            quarantine: quarantine, places: places, placeFiles: placeFiles,
            calendarFile: programme.errands?.calendar,
            locks: locks?.pairs ?? [],
            forbidden: forbidden?.pairs ?? [],
            previous: previous?.pairs ?? [])
    }

    /// Who was with whom before: by people, also where the rows of the residents are errands.
    private static func historyReader(_ programme: Programme) -> PairListReader {
        let requester = programme.errands?.spec.requester
        let headers = programme.fields.first { $0.name == requester }?.headers[.resident]
        return PairListReader(
            volunteerHeaders: programme.person(.volunteer).idHeaders,
            residentHeaders: headers.map { $0 + MatchLists.requesterHeaders }
                ?? programme.person(.resident).idHeaders)
    }

    /// Residents who applied after the day of which the run speaks: they take part and have waited no day.
    private static func lateApplications(
        in cohort: Cohort, programme: Programme, file: String
    ) -> [DataIssue] {
        guard let field = programme.waitingSince else { return [] }
        return cohort.residents.dates(field).enumerated().compactMap { person, date in
            guard let date, date > cohort.asOf else { return nil }
            return DataIssue(
                severity: .warning, file: file, row: cohort.residents.rows[person],
                column: cohort.label(ofField: field).ja, value: date.description,
                problem: Bilingual(
                    ja: "基準日（\(cohort.asOf)）より後の日付", en: "a date after the as-of date (\(cohort.asOf))"),
                cure: Bilingual(
                    ja: "日付か --as-of を確かめてください。待機0日として扱いました",
                    en: "check the date or --as-of; counted as zero days of waiting"))
        }
    }

    /// Errands in a year of which the calendar does not know the holidays.
    private static func uncoveredDates(
        in cohort: Cohort, programme: Programme, file: String
    ) -> [DataIssue] {
        guard let field = programme.errands?.spec.date, programme.errands?.calendar != nil else { return [] }
        let years = cohort.closedDays.years
        return cohort.residents.dates(field).enumerated().compactMap { row, date in
            guard let date, years?.contains(date.components.year) != true else { return nil }
            return DataIssue(
                severity: .warning, file: file, row: cohort.residents.rows[row],
                column: cohort.label(ofField: field).ja, value: date.description,
                problem: Bilingual(
                    ja: "祝日の表にない年の日付", en: "a date in a year that the calendar of holidays does not cover"),
                cure: Bilingual(
                    ja: "祝日の表にその年を加えてください。祝日ではないものとして扱いました",
                    en: "add the year to the calendar; taken as an ordinary day"))
        }
    }

    /// Forbidden pairs with somebody who takes no part: perhaps a mistyped id, and then nothing is forbidden.
    private static func strangers(among pairs: [ListedPair], in cohort: Cohort, file: String) -> [DataIssue] {
        if pairs.isEmpty { return [] }
        let known = Side.allCases.map { Set(cohort[$0].ids) }
        return pairs.flatMap { listed in
            zip(known, [listed.pair.volunteer, listed.pair.resident]).filter { !$0.contains($1) }.map {
                _, id in
                DataIssue(
                    severity: .warning, file: file, row: listed.row, column: nil, value: id.text,
                    problem: Bilingual(
                        ja: "今月の名簿にないID（または使えない行）",
                        en: "an id that is not in this month's exports, or in quarantine"),
                    cure: Bilingual(
                        ja: "IDを確かめてください。このペアの禁止は働いていません",
                        en: "check the id; as it stands this pair is not forbidden"))
            }
        }
    }

    static func fileName(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }
}
