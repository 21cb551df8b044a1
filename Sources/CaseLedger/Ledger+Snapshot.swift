import GRDB
import Records

extension Ledger {
    /// Everything, as it stands at one moment.
    ///
    /// - Throws: `LedgerError`.
    package func snapshot() throws(LedgerError) -> LedgerSnapshot {
        try read { db in
            var snapshot = LedgerSnapshot()
            try SnapshotReader(db: db).people(&snapshot)
            try SnapshotReader(db: db).cases(&snapshot)
            try SnapshotReader(db: db).rest(&snapshot)
            return snapshot
        }
    }
}

/// Turns rows into values; what the schema's checks exclude is a fault.
private struct SnapshotReader {
    let db: Database

    private func rows<T>(_ sql: String, _ make: (Row) throws -> T) throws -> [T] {
        try Row.fetchAll(db, sql: sql).map(make)
    }

    private func day(_ row: Row, _ column: String) throws -> CivilDate {
        guard let text = row[column] as String?, let day = CivilDate(iso: text) else {
            throw LedgerError.fault("no day in \(column)")
        }
        return day
    }

    private func dayOrNil(_ row: Row, _ column: String) throws -> CivilDate? {
        (row[column] as String?) == nil ? nil : try day(row, column)
    }

    private func word<T: RawRepresentable>(_ row: Row, _ column: String) throws -> T
    where T.RawValue == String {
        guard let text = row[column] as String?, let word = T(rawValue: text) else {
            throw LedgerError.fault("unknown word in \(column)")
        }
        return word
    }

    func people(_ snapshot: inout LedgerSnapshot) throws {
        snapshot.programmes = try rows(
            """
            SELECT *, EXISTS (SELECT 1 FROM visit JOIN proposal ON proposal.number = visit.proposal
              JOIN run ON run.number = proposal.run WHERE run.programme = programme.id) AS errands
            FROM programme ORDER BY id
            """
        ) {
            LedgerSnapshot.Programme(
                id: $0["id"], name: Bilingual(ja: $0["name_ja"], en: $0["name_en"]), months: $0["months"],
                judging: ReportTargets(
                    successDays: $0["success_days"], success: $0["success_target"],
                    completion: $0["completion_target"]), isErrands: $0["errands"])
        }
        var groups: [Int: [String: [String]]] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT * FROM person_group ORDER BY person, key, value") {
            groups[row["person"], default: [:]][row["key"], default: []].append(row["value"])
        }
        snapshot.people = try rows("SELECT * FROM person ORDER BY number") {
            LedgerSnapshot.Person(
                number: $0["number"], programme: $0["programme"], role: try word($0, "role"),
                id: PersonID($0["id"]), groups: groups[$0["number"]] ?? [:])
        }
        snapshot.labels = try rows("SELECT * FROM label ORDER BY programme, key, value") {
            LedgerSnapshot.Label(
                programme: $0["programme"], key: $0["key"], value: $0["value"],
                text: Bilingual(ja: $0["ja"], en: $0["en"]))
        }
        snapshot.stays = try rows("SELECT * FROM stay ORDER BY number") {
            LedgerSnapshot.Stay(
                person: $0["person"], entered: try day($0, "entered"), left: try dayOrNil($0, "ended"),
                reason: ($0["reason"] as String?) == nil ? nil : try word($0, "reason"))
        }
    }

    func cases(_ snapshot: inout LedgerSnapshot) throws {
        snapshot.runs = try rows("SELECT * FROM run ORDER BY number") {
            LedgerSnapshot.Run(
                number: $0["number"], id: $0["id"], programme: $0["programme"], asOf: try day($0, "as_of"),
                digest: $0["digest"], isSuperseded: ($0["status"] as String) == "superseded")
        }
        snapshot.appearances = try rows("SELECT * FROM appearance ORDER BY run, person") {
            LedgerSnapshot.Appearance(
                run: $0["run"], person: $0["person"], state: try word($0, "state"), places: $0["places"])
        }
        snapshot.proposals = try rows("SELECT * FROM proposal ORDER BY number") {
            LedgerSnapshot.Proposal(
                number: $0["number"], run: $0["run"], volunteer: $0["volunteer"], resident: $0["resident"],
                fit: $0["fit"], rank: $0["rank"])
        }
        snapshot.decisions = try rows("SELECT * FROM decision ORDER BY proposal") { row in
            let isDeclined = (row["verdict"] as String) == "declined"
            return LedgerSnapshot.Decision(
                proposal: row["proposal"],
                declined: isDeclined
                    ? LedgerSnapshot.Decline(
                        by: try word(row, "declined_by"), reason: try word(row, "reason")) : nil,
                date: try day(row, "date"), parkedUntil: try dayOrNil(row, "parked_until"))
        }
        snapshot.pairs = try rows(
            """
            SELECT pair.*, visit.date AS errand FROM pair
            LEFT JOIN visit ON visit.proposal = pair.proposal ORDER BY number
            """
        ) {
            LedgerSnapshot.Pair(
                number: $0["number"], programme: $0["programme"], proposal: $0["proposal"],
                volunteer: $0["volunteer"], resident: $0["resident"], start: try day($0, "start"),
                plannedEnd: try dayOrNil($0, "planned_end"), mode: $0["mode"],
                cadenceDays: $0["cadence_days"], errand: try dayOrNil($0, "errand"))
        }
        snapshot.contacts = try rows("SELECT * FROM contact ORDER BY pair, date, kind") {
            LedgerSnapshot.Contact(
                pair: $0["pair"], date: try day($0, "date"), kind: try word($0, "kind"), isMade: $0["made"])
        }
        snapshot.outcomes = try rows("SELECT * FROM outcome ORDER BY pair") { row in
            let isEarly = (row["kind"] as String) == "ended-early"
            return LedgerSnapshot.Outcome(
                pair: row["pair"], date: try day(row, "date"),
                ended: isEarly
                    ? LedgerSnapshot.EarlyEnd(reason: try word(row, "reason"), isExcused: row["excused"])
                    : nil,
                continued: row["continued"])
        }
        snapshot.surveys = try rows("SELECT * FROM survey ORDER BY number") {
            LedgerSnapshot.Survey(
                person: $0["person"], pair: $0["pair"], wave: try word($0, "wave"), item: $0["item"],
                score: $0["score"], scale: $0["scale"], date: try day($0, "date"))
        }
    }

    func rest(_ snapshot: inout LedgerSnapshot) throws {
        snapshot.sessions = try rows(
            """
            SELECT *, forgotten + (SELECT count(*) FROM attendance WHERE session = number) AS listed
            FROM session ORDER BY number
            """
        ) {
            LedgerSnapshot.Session(
                number: $0["number"], programme: $0["programme"], key: $0["key"], date: try day($0, "date"),
                minutes: $0["minutes"], title: $0["title"], kind: $0["kind"],
                participants: ($0["participants"] as Int?) ?? $0["listed"])
        }
        snapshot.attendances = try rows("SELECT * FROM attendance ORDER BY session, person") {
            LedgerSnapshot.Attendance(session: $0["session"], person: $0["person"])
        }
        snapshot.activities = try rows("SELECT * FROM activity ORDER BY number") {
            LedgerSnapshot.Activity(
                person: $0["person"], date: try day($0, "date"), event: $0["event"], kind: $0["kind"],
                minutes: $0["minutes"], points: $0["points"])
        }
        snapshot.donations = try rows("SELECT * FROM donation ORDER BY number") {
            LedgerSnapshot.Donation(
                programme: $0["programme"], date: try day($0, "date"), recipient: $0["recipient"],
                yen: $0["yen"], points: $0["points"], donors: $0["donors"])
        }
        snapshot.forgotten = try rows("SELECT * FROM forgotten ORDER BY programme, role, fiscal_year") {
            LedgerSnapshot.Forgotten(
                programme: $0["programme"], role: try word($0, "role"),
                fiscalYear: FiscalYear($0["fiscal_year"]),
                counts: LedgerSnapshot.ForgottenCounts(
                    people: $0["people"], proposed: $0["proposed"], paired: $0["paired"],
                    completed: $0["completed"], attendances: $0["attendances"], minutes: $0["minutes"],
                    points: $0["points"]))
        }
    }
}
