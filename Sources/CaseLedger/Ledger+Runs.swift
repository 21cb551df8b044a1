import GRDB
package import Records

extension Ledger {
    /// Records a run: who took part, and who was proposed to whom.
    ///
    /// The same run again changes nothing. Another run of the same day and kind replaces it, and is refused once something
    /// of it was decided.
    /// Somebody who takes part for the first time enters the pool on the day of the application, somebody whose pair
    /// has ended on that day; who is in the pool and not in the export leaves it.
    ///
    /// - Throws: `LedgerError`; `earlierRun` for a run of a day before the last recorded one, `decidedRun`.
    @discardableResult
    package func record(run: RunRecord) throws(LedgerError) -> RecordedRun {
        try write { db in
            try Ledger.upsert(run.programme, db)
            try Ledger.requireLast(run.asOf, run.programme.id, db)
            let known = try Int64.fetchOne(
                db, sql: "SELECT number FROM run WHERE programme = ? AND as_of = ? AND digest = ?",
                arguments: [run.programme.id, run.asOf.description, run.digest])
            let number: Int64
            if let known {
                number = known
                try db.execute(sql: "UPDATE run SET status = 'open' WHERE number = ?", arguments: [known])
            } else {
                try Ledger.requireUndecided(run.asOf, run.programme.id, isRematch: run.isRematch, db)
                number = try Ledger.insert(run, db)
            }
            let undecided = "programme = ? AND as_of = ? AND number <> ? AND status = 'open' AND rematch = ?"
            let key: StatementArguments = [run.programme.id, run.asOf.description, number, run.isRematch]
            let replaced = try String.fetchAll(
                db, sql: "SELECT id FROM run WHERE \(undecided) ORDER BY number", arguments: key)
            try db.execute(sql: "UPDATE run SET status = 'superseded' WHERE \(undecided)", arguments: key)
            return RecordedRun(id: run.id, isNew: known == nil, replaced: replaced)
        }
    }

    /// Whether a run of a day could be recorded: found out before the work and not after it.
    ///
    /// - Throws: `LedgerError`; `earlierRun` for a day before the last recorded run, `decidedRun` for one of whose run
    ///   something was decided.
    package func requireRun(
        programme: String, asOf: CivilDate, isRematch: Bool = false
    ) throws(LedgerError) {
        try read { db in
            try Ledger.requireLast(asOf, programme, db)
            try Ledger.requireUndecided(asOf, programme, isRematch: isRematch, db)
        }
    }

    private static func requireLast(_ asOf: CivilDate, _ programme: String, _ db: Database) throws {
        let last = try String.fetchOne(
            db, sql: "SELECT max(as_of) FROM run WHERE programme = ? AND status = 'open'",
            arguments: [programme])
        if let last, last > asOf.description { throw LedgerError.earlierRun(asOf: asOf, last: last) }
    }

    private static func requireUndecided(
        _ asOf: CivilDate, _ programme: String, isRematch: Bool, _ db: Database
    ) throws {
        let decided = try String.fetchOne(
            db,
            sql: """
                SELECT run.id FROM run JOIN proposal ON proposal.run = run.number
                JOIN decision ON decision.proposal = proposal.number
                WHERE run.programme = ? AND run.as_of = ? AND run.status = 'open' AND run.rematch = ?
                ORDER BY run.number LIMIT 1
                """, arguments: [programme, asOf.description, isRematch])
        if let decided { throw LedgerError.decidedRun(asOf: asOf, id: decided) }
    }

    /// Registers a programme, or what its file says anew.
    package func register(_ programme: LedgerProgramme) throws(LedgerError) {
        try write { db in try Ledger.upsert(programme, db) }
    }

    private static func upsert(_ programme: LedgerProgramme, _ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO programme
                (id, name_ja, name_en, months, success_days, success_target, completion_target)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET name_ja = excluded.name_ja, name_en = excluded.name_en,
                  months = excluded.months, success_days = excluded.success_days,
                  success_target = excluded.success_target, completion_target = excluded.completion_target
                """,
            arguments: [
                programme.id, programme.name.ja, programme.name.en, programme.months,
                programme.judging.successDays, programme.judging.success, programme.judging.completion,
            ])
        try db.execute(sql: "DELETE FROM park_rule WHERE programme = ?", arguments: [programme.id])
        for (reason, days) in programme.parking.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            try db.execute(
                sql: "INSERT INTO park_rule (programme, reason, days) VALUES (?, ?, ?)",
                arguments: [programme.id, reason.rawValue, days])
        }
    }

    /// Inserts a run that is not known, with its people and proposals.
    private static func insert(_ run: RunRecord, _ db: Database) throws -> Int64 {
        try db.execute(
            sql:
                "INSERT INTO run (id, programme, as_of, digest, status, rematch) VALUES (?, ?, ?, ?, 'open', ?)",
            arguments: [run.id, run.programme.id, run.asOf.description, run.digest, run.isRematch])
        let number = db.lastInsertedRowID
        var people: [Side: [PersonID: Int64]] = [:]
        for person in run.people {
            let row = try upsert(person, of: run, db)
            people[person.side, default: [:]][person.id] = row
            try db.execute(
                sql: "INSERT INTO appearance (run, person, state, places) VALUES (?, ?, ?, ?)",
                arguments: [number, row, person.state.rawValue, person.places])
        }
        if !run.isRematch { try endStays(of: number, run, db) }
        for label in run.labels {
            try db.execute(
                sql: """
                    INSERT INTO label (programme, key, value, ja, en) VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT DO UPDATE SET ja = excluded.ja, en = excluded.en
                    """,
                arguments: [run.programme.id, label.key, label.value, label.text.ja, label.text.en])
        }
        for proposal in run.proposals {
            try db.execute(
                sql: "INSERT INTO proposal (run, volunteer, resident, fit, rank) VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    number, people[.volunteer]?[proposal.pair.volunteer],
                    people[.resident]?[proposal.pair.resident], proposal.fit, proposal.rank,
                ])
            guard let errand = proposal.errand else { continue }
            try db.execute(
                sql: "INSERT INTO visit (proposal, date, start, finish, municipality) VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    db.lastInsertedRowID, errand.date.description, errand.start, errand.end,
                    errand.municipality,
                ])
        }
        return number
    }

    /// The person's row, made or brought up to date, with an open stay where they wait.
    private static func upsert(_ person: RunRecord.Person, of run: RunRecord, _ db: Database) throws -> Int64
    {
        let role = LedgerSnapshot.Role(person.side).rawValue
        let row: Int64
        if let known = try self.row(of: person.id, role: role, programme: run.programme.id, db) {
            row = known
            try db.execute(sql: "DELETE FROM person_group WHERE person = ?", arguments: [known])
        } else {
            try db.execute(
                sql: "INSERT INTO person (programme, role, id) VALUES (?, ?, ?)",
                arguments: [run.programme.id, role, person.id.text])
            row = db.lastInsertedRowID
        }
        for (key, values) in person.groups.sorted(by: { $0.key < $1.key }) {
            for value in values {
                try db.execute(
                    sql: "INSERT OR IGNORE INTO person_group (person, key, value) VALUES (?, ?, ?)",
                    arguments: [row, key, value])
            }
        }
        if let requester = person.requester {
            try db.execute(
                sql: """
                    INSERT INTO request (person, requester) VALUES (?, ?)
                    ON CONFLICT (person) DO UPDATE SET requester = excluded.requester
                    """, arguments: [row, requester.text])
        }
        try openStay(of: row, person, asOf: run.asOf, db)
        return row
    }

    private static func openStay(
        of row: Int64, _ person: RunRecord.Person, asOf: CivilDate, _ db: Database
    ) throws {
        // The day from which they wait, if the ledger knows it: nobody waits who waits already or has a running pair. An
        // errand keeps no volunteer from the next one; whoever asked waits again only if the volunteer gave it up.
        let pairs = try Row.fetchAll(
            db,
            sql: """
                SELECT outcome.date, outcome.kind, visit.date AS errand FROM pair
                LEFT JOIN outcome ON outcome.pair = pair.number
                LEFT JOIN visit ON visit.proposal = pair.proposal
                WHERE pair.resident = ?1 OR (pair.volunteer = ?1 AND visit.proposal IS NULL)
                """, arguments: [row])
        let ends = pairs.compactMap { pair -> String? in
            let isDone = (pair["errand"] as String?) != nil && (pair["kind"] as String?) != "ended-early"
            return isDone ? nil : pair["date"]
        }
        guard ends.count == pairs.count else { return }
        let last = try Row.fetchOne(
            db, sql: "SELECT * FROM stay WHERE person = ? ORDER BY entered DESC, number DESC LIMIT 1",
            arguments: [row])
        let reason = last?["reason"] as String?
        if last != nil, reason == nil { return }
        if let last, reason == LedgerSnapshot.LeaveReason.absent.rawValue {
            // Missing from an export and back again: they have been waiting all along.
            try db.execute(
                sql: "UPDATE stay SET ended = NULL, reason = NULL WHERE number = ?",
                arguments: [last["number"] as Int64])
            return
        }
        let today = asOf.description
        let entered: String
        switch reason {
        case nil: entered = min(person.applied?.description ?? today, today)
        case LedgerSnapshot.LeaveReason.paired.rawValue?: entered = min(ends.max() ?? today, today)
        default: entered = today
        }
        try db.execute(sql: "INSERT INTO stay (person, entered) VALUES (?, ?)", arguments: [row, entered])
    }

    /// Who is in the pool and took no part in the run has left it.
    private static func endStays(of number: Int64, _ run: RunRecord, _ db: Database) throws {
        try db.execute(
            sql: """
                UPDATE stay SET ended = max(entered, :day), reason = 'absent'
                WHERE ended IS NULL
                  AND person IN (SELECT number FROM person WHERE programme = :programme)
                  AND person NOT IN (SELECT person FROM appearance WHERE run = :run)
                """,
            arguments: ["day": run.asOf.description, "programme": run.programme.id, "run": number])
    }

    /// The row of a person, `nil` for somebody unknown.
    static func row(of id: PersonID, role: String, programme: String, _ db: Database) throws -> Int64? {
        try Int64.fetchOne(
            db, sql: "SELECT number FROM person WHERE programme = ? AND role = ? AND id = ?",
            arguments: [programme, role, id.text])
    }
}
