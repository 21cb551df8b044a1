import GRDB
import Records

extension Ledger {
    /// Records answers to surveys.
    ///
    /// - Throws: `LedgerError`; `refused` with every row that contradicts the ledger, and then nothing is recorded.
    package func record(surveys entries: [SurveyEntry], programme: String) throws(LedgerError) -> Recording {
        try record(entries, row: \.row, programme: programme) { context, entry in
            let (person, pair) = try Ledger.respondent(entry, context)
            let key: StatementArguments = [person ?? 0, pair ?? 0, entry.wave.rawValue, entry.item]
            let earlier = try Row.fetchOne(
                context.db,
                sql: """
                    SELECT * FROM survey
                    WHERE ifnull(person, 0) = ? AND ifnull(pair, 0) = ? AND wave = ? AND item = ?
                    """, arguments: key)
            if let earlier {
                let (score, scale, date): (Int, Int, String) = (
                    earlier["score"], earlier["scale"], earlier["date"]
                )
                guard score == entry.score, scale == entry.scale, date == entry.date.description else {
                    throw Case.contradiction(
                        Bilingual(ja: "\(date)、\(scale)点満点の\(score)", en: "\(date), \(score) of \(scale)"))
                }
                return .known
            }
            try context.db.execute(
                sql: """
                    INSERT INTO survey (person, pair, wave, item, score, scale, date)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    person, pair, entry.wave.rawValue, entry.item, entry.score, entry.scale,
                    entry.date.description,
                ])
            return .new
        }
    }

    private static func respondent(
        _ entry: SurveyEntry, _ context: Case
    ) throws -> (person: Int64?, pair: Int64?) {
        switch entry.respondent {
        case .person(let side, let id): (try context.person(id, side), nil)
        case .pair(let key): (nil, try pair(key, entry, context))
        case .member(let side, let key):
            (
                try context.person(side == .volunteer ? key.volunteer : key.resident, side),
                try pair(key, entry, context)
            )
        }
    }

    /// A survey before the start speaks of the pair that starts next.
    private static func pair(_ key: PairKey, _ entry: SurveyEntry, _ context: Case) throws -> Int64 {
        if entry.wave == .before {
            let (volunteer, resident) = try context.people(key)
            let next = try Int64.fetchOne(
                context.db,
                sql: """
                    SELECT number FROM pair WHERE volunteer = ? AND resident = ? AND start >= ?
                    ORDER BY start LIMIT 1
                    """, arguments: [volunteer, resident, entry.date.description])
            if let next { return next }
        }
        return try context.pair(key, on: entry.date)["number"]
    }
}
