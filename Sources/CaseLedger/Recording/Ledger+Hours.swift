import GRDB
import Records

extension Ledger {
    /// Records hours of volunteers, with points where an organisation gives them.
    ///
    /// Where a programme has no runs, an id that is not known yet is a volunteer's; elsewhere it is refused.
    ///
    /// - Throws: `LedgerError`; `refused` with every row that contradicts the ledger, and then nothing is recorded.
    package func record(hours entries: [HoursEntry], programme: String) throws(LedgerError) -> Recording {
        try record(entries, row: \.row, programme: programme) { context, entry in
            let person = try Ledger.volunteer(entry.volunteer, context)
            let earlier = try Row.fetchOne(
                context.db,
                sql: "SELECT kind, minutes, points FROM activity WHERE person = ? AND date = ? AND event = ?",
                arguments: [person, entry.date.description, entry.event])
            if let earlier {
                let minutes: Int = earlier["minutes"]
                guard minutes == entry.minutes, (earlier["kind"] as String?) == entry.kind,
                    (earlier["points"] as Int?) == entry.points
                else {
                    throw Case.contradiction(Bilingual(ja: "\(minutes)分", en: "\(minutes) min"))
                }
                return .known
            }
            try context.db.execute(
                sql: """
                    INSERT INTO activity (person, date, event, kind, minutes, points) VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    person, entry.date.description, entry.event, entry.kind, entry.minutes, entry.points,
                ])
            return .new
        }
    }

    private static func volunteer(_ id: PersonID, _ context: Case) throws -> Int64 {
        let hasRuns = try Bool.fetchOne(
            context.db, sql: "SELECT EXISTS (SELECT 1 FROM run WHERE programme = ?)",
            arguments: [context.programme])
        let role = Side.volunteer.rawValue
        if hasRuns == true { return try context.person(id, .volunteer) }
        if let known = try row(of: id, role: role, programme: context.programme, context.db) { return known }
        try context.db.execute(
            sql: "INSERT INTO person (programme, role, id) VALUES (?, ?, ?)",
            arguments: [context.programme, role, id.text])
        return context.db.lastInsertedRowID
    }

    /// Records donations: money that points became, and money that was given.
    ///
    /// - Throws: `LedgerError`; `refused` with every row that contradicts the ledger, and then nothing is recorded.
    package func record(
        donations entries: [DonationEntry], programme: String
    ) throws(LedgerError) -> Recording {
        try record(entries, row: \.row, programme: programme) { context, entry in
            let earlier = try Row.fetchOne(
                context.db,
                sql: """
                    SELECT yen, points, donors FROM donation
                    WHERE programme = ? AND date = ? AND recipient = ?
                    """,
                arguments: [context.programme, entry.date.description, entry.recipient])
            if let earlier {
                let yen: Int = earlier["yen"]
                guard yen == entry.yen, (earlier["points"] as Int?) == entry.points,
                    (earlier["donors"] as Int?) == entry.donors
                else { throw Case.contradiction(Bilingual(ja: "\(yen)円", en: "¥\(yen)")) }
                return .known
            }
            try context.db.execute(
                sql: """
                    INSERT INTO donation (programme, date, recipient, yen, points, donors)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    context.programme, entry.date.description, entry.recipient, entry.yen, entry.points,
                    entry.donors,
                ])
            return .new
        }
    }
}
