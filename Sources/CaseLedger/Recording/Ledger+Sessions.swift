import GRDB
import Records

extension Ledger {
    /// Records sessions, and who came where the rows say so.
    ///
    /// - Throws: `LedgerError`; `refused` with every row that contradicts the ledger, and then nothing is recorded.
    package func record(sessions entries: [SessionEntry], programme: String) throws(LedgerError) -> Recording
    {
        try record(entries, row: \.row, programme: programme) { context, entry in
            let (session, isNew) = try Ledger.session(entry, context)
            guard let attendee = entry.attendee else { return isNew ? .new : .known }
            let person = try Ledger.attendee(attendee, entry.side, context)
            try context.db.execute(
                sql: "INSERT OR IGNORE INTO attendance (session, person) VALUES (?, ?)",
                arguments: [session, person])
            let isNewPerson = context.db.changesCount > 0
            if isNewPerson { try Ledger.checkCount(of: session, context) }
            return isNew || isNewPerson ? .new : .known
        }
    }

    private static func session(_ entry: SessionEntry, _ context: Case) throws -> (Int64, isNew: Bool) {
        let key = entry.key ?? "\(entry.date) \(entry.title)"
        let earlier = try Row.fetchOne(
            context.db, sql: "SELECT * FROM session WHERE programme = ? AND key = ?",
            arguments: [context.programme, key])
        if let earlier {
            let isSame =
                (earlier["date"] as String) == entry.date.description
                && (earlier["minutes"] as Int) == entry.minutes && (earlier["title"] as String) == entry.title
                && (earlier["kind"] as String?) == entry.kind
                && (earlier["participants"] as Int?) == entry.participants
            guard isSame else { throw Case.contradiction(text(of: earlier)) }
            return (earlier["number"], false)
        }
        try context.db.execute(
            sql: """
                INSERT INTO session (programme, key, date, minutes, title, kind, participants)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                context.programme, key, entry.date.description, entry.minutes, entry.title, entry.kind,
                entry.participants,
            ])
        return (context.db.lastInsertedRowID, true)
    }

    private static func text(of earlier: Row) -> Bilingual {
        let (date, minutes): (String, Int) = (earlier["date"], earlier["minutes"])
        let people = (earlier["participants"] as Int?).map {
            Bilingual(ja: "、参加者\($0)名", en: ", \($0) participants")
        }
        return Bilingual(
            ja: "\(date)、\(minutes)分\(people?.ja ?? "")", en: "\(date), \(minutes) min\(people?.en ?? "")")
    }

    /// Somebody on one of the two sides, or else a participant of sessions only.
    private static func attendee(_ id: PersonID, _ side: Side?, _ context: Case) throws -> Int64 {
        let sides = try (side.map { [$0] } ?? Side.allCases).compactMap {
            try row(of: id, role: $0.rawValue, programme: context.programme, context.db)
        }
        if sides.count > 1 {
            throw Refused(
                Bilingual(
                    ja: "同じIDがボランティアと住民の両方にあります。", en: "The id stands on both sides of the programme."),
                cure: Bilingual(
                    ja: "「区分」の列にボランティアか住民と入れてください。", en: "Say volunteer or resident in the column 'side'."))
        }
        if let person = sides.first { return person }
        if let side { return try context.person(id, side) }
        let role = LedgerSnapshot.Role.participant.rawValue
        if let known = try row(of: id, role: role, programme: context.programme, context.db) { return known }
        try context.db.execute(
            sql: "INSERT INTO person (programme, role, id) VALUES (?, ?, ?)",
            arguments: [context.programme, role, id.text])
        return context.db.lastInsertedRowID
    }

    /// More people than the organiser counted: one of the two is wrong.
    private static func checkCount(of session: Int64, _ context: Case) throws {
        let row = try Row.fetchOne(
            context.db,
            sql: """
                SELECT participants, forgotten + (SELECT count(*) FROM attendance WHERE session = number) AS people
                FROM session WHERE number = ?
                """, arguments: [session])
        guard let row, let participants = row["participants"] as Int?, let people = row["people"] as Int?,
            people > participants
        else { return }
        throw Refused(
            Bilingual(
                ja: "参加者数（\(participants)）より多くの人が記録されています（\(people)）。",
                en: "More people are listed (\(people)) than took part (\(participants))."),
            cure: Bilingual(ja: "人数か参加者の一覧を直してください。", en: "Correct the number or the list."))
    }
}
