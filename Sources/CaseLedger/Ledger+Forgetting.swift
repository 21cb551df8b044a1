import GRDB
package import Records

/// What forgetting somebody came to.
package struct Forgetting: Hashable, Sendable {
    /// Programmes in which the person was known.
    package let programmes: [String]
    /// Rows of people that were removed: one for each programme and role.
    package let people: Int
    /// Pairs that stay, without the person.
    package let pairs: Int
}

extension Ledger {
    /// Removes a person: the id, every answer, every stay; pairs and proposals stay without them, and counts stay in
    /// `forgotten`.
    ///
    /// Afterwards nothing of the id can be read in the file: deleted content is overwritten, the file rewritten, and the
    /// write-ahead log emptied.
    ///
    /// In one programme or in all; `side` tells two people apart of whom each has the id on one side.
    ///
    /// - Throws: `LedgerError`: `unknownPerson`, `ambiguousPerson`, or `runningPair` while a pair is not ended.
    package func forget(
        _ id: PersonID, programme: String? = nil, side: Side? = nil
    ) throws(LedgerError) -> Forgetting {
        let forgetting = try write { db in
            let people = try Row.fetchAll(
                db,
                sql: """
                    SELECT number, programme, role FROM person
                    WHERE (id = ?1 OR number IN (SELECT person FROM request WHERE requester = ?1))
                      AND (?2 IS NULL OR programme = ?2) AND (?3 IS NULL OR role = ?3) ORDER BY number
                    """, arguments: [id.text, programme, side?.rawValue])
            if people.isEmpty { throw LedgerError.unknownPerson(id) }
            guard Set(people.map { $0["role"] as String }).count == 1 else {
                throw LedgerError.ambiguousPerson(id)
            }
            var pairs = 0
            for person in people {
                pairs += try Ledger.forget(person, id, db)
            }
            let programmes = Set(people.map { $0["programme"] as String }).sorted()
            return Forgetting(programmes: programmes, people: people.count, pairs: pairs)
        }
        do {
            try queue.vacuum()
            try queue.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
        } catch {
            throw LedgerError(error, path: path)
        }
        return forgetting
    }

    private static func forget(_ person: Row, _ id: PersonID, _ db: Database) throws -> Int {
        let number: Int64 = person["number"]
        let counts = try Row.fetchOne(
            db,
            sql: """
                SELECT
                  (SELECT min(entered) FROM stay WHERE person = :n) AS entered,
                  (SELECT count(*) FROM pair WHERE :n IN (volunteer, resident)) AS pairs,
                  (SELECT count(*) FROM pair LEFT JOIN outcome ON outcome.pair = pair.number
                   LEFT JOIN visit ON visit.proposal = pair.proposal
                   WHERE :n IN (volunteer, resident) AND (outcome.pair IS NOT NULL OR visit.date <
                     (SELECT max(as_of) FROM run WHERE run.programme = pair.programme))) AS ended,
                  (SELECT count(*) FROM pair JOIN outcome ON outcome.pair = pair.number
                   WHERE :n IN (volunteer, resident) AND kind = 'completed') AS completed,
                  (SELECT count(*) FROM proposal JOIN run ON run.number = proposal.run
                   WHERE :n IN (volunteer, resident) AND status = 'open') AS proposals,
                  (SELECT count(*) FROM attendance WHERE person = :n) AS attendances,
                  (SELECT ifnull(sum(minutes), 0) FROM activity WHERE person = :n) AS minutes,
                  (SELECT ifnull(sum(points), 0) FROM activity WHERE person = :n) AS points
                """, arguments: ["n": number])
        guard let counts else { throw LedgerError.fault("no counts") }
        let pairs: Int = counts["pairs"]
        guard pairs == counts["ended"] as Int else { throw LedgerError.runningPair(id) }
        let entered = (counts["entered"] as String?).flatMap { CivilDate(iso: $0) }
        try db.execute(
            sql: """
                INSERT INTO forgotten VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET people = people + 1, proposed = proposed + excluded.proposed,
                  paired = paired + excluded.paired, completed = completed + excluded.completed,
                  attendances = attendances + excluded.attendances, minutes = minutes + excluded.minutes,
                  points = points + excluded.points
                """,
            arguments: [
                person["programme"] as String, person["role"] as String,
                entered.map { FiscalYear(containing: $0).firstYear } ?? 0,
                min(1, counts["proposals"] as Int), min(1, pairs), min(1, counts["completed"] as Int),
                counts["attendances"] as Int, counts["minutes"] as Int, counts["points"] as Int,
            ])
        try db.execute(
            sql: """
                UPDATE session SET forgotten = forgotten + 1
                WHERE number IN (SELECT session FROM attendance WHERE person = ?)
                """, arguments: [number])
        try db.execute(sql: "DELETE FROM person WHERE number = ?", arguments: [number])
        return pairs
    }
}
