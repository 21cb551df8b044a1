import GRDB
import Records

/// What recording a file came to.
package struct Recording: Hashable, Sendable {
    /// Rows that the ledger did not know.
    package var new = 0
    /// Rows that it knew: the same file twice changes nothing.
    package var known = 0
    /// Rows that wait for an answer; nothing is recorded of them.
    package var pending = 0

    package init(new: Int = 0, known: Int = 0, pending: Int = 0) {
        self.new = new
        self.known = known
        self.pending = pending
    }
}

/// Why one row is refused.
struct Refused: Error {
    let problem: Bilingual
    let cure: Bilingual

    init(_ problem: Bilingual, cure: Bilingual) {
        self.problem = problem
        self.cure = cure
    }
}

/// What a recorder did with a row.
enum RowResult {
    case new, known, pending
}

extension Ledger {
    /// Records rows one by one, in one transaction; where any is refused, none is recorded and all refusals are named.
    func record<Entry>(
        _ entries: [Entry], row: KeyPath<Entry, Int>, programme: String,
        _ one: (Case, Entry) throws -> RowResult
    ) throws(LedgerError) -> Recording {
        try write { db in
            let known = try String.fetchAll(db, sql: "SELECT id FROM programme ORDER BY id")
            guard known.contains(where: { $0.utf8.elementsEqual(programme.utf8) }) else {
                throw LedgerError.programmeNeeded(known: known)
            }
            let context = Case(db: db, programme: programme)
            var recording = Recording()
            var refusals: [LedgerError.Refusal] = []
            for entry in entries {
                do {
                    switch try one(context, entry) {
                    case .new: recording.new += 1
                    case .known: recording.known += 1
                    case .pending: recording.pending += 1
                    }
                } catch let refused as Refused {
                    refusals.append(
                        LedgerError.Refusal(
                            row: entry[keyPath: row], problem: refused.problem, cure: refused.cure))
                }
            }
            guard refusals.isEmpty else { throw LedgerError.refused(refusals) }
            return recording
        }
    }

    /// The programme to record for: the one that is named, or the only one there is.
    ///
    /// - Throws: `programmeNeeded`.
    package func programme(named id: String?) throws(LedgerError) -> String {
        let known = try read { db in try String.fetchAll(db, sql: "SELECT id FROM programme ORDER BY id") }
        if let id, let match = known.first(where: { $0.utf8.elementsEqual(id.utf8) }) { return match }
        guard id == nil, known.count == 1 else { throw .programmeNeeded(known: known) }
        return known[0]
    }
}

/// A transaction that records for one programme: looks up people and pairs, and refuses in words.
struct Case {
    let db: Database
    let programme: String

    /// The row of a person.
    func person(_ id: PersonID, _ side: Side) throws -> Int64 {
        if let row = try Ledger.row(of: id, role: side.rawValue, programme: programme, db) { return row }
        let (ja, en) = side == .volunteer ? ("ボランティア", "volunteer") : ("住民", "resident")
        throw Refused(
            Bilingual(ja: "台帳にない\(ja)IDです。", en: "The ledger has no such \(en)."),
            cure: Bilingual(
                ja: "IDとプログラムを確かめてください（match --ledger で実行した回の人だけが台帳にあります）。",
                en: "Check the id and the programme (the ledger holds the people of runs of match --ledger).")
        )
    }

    func people(_ pair: PairKey) throws -> (volunteer: Int64, resident: Int64) {
        (try person(pair.volunteer, .volunteer), try person(pair.resident, .resident))
    }

    /// A pair of the ledger that had started on a day: the latest of these two people.
    func pair(_ key: PairKey, on date: CivilDate) throws -> Row {
        let (volunteer, resident) = try people(key)
        let pairs = try Row.fetchAll(
            db,
            sql: """
                SELECT pair.*, outcome.date AS ended FROM pair
                LEFT JOIN outcome ON outcome.pair = pair.number
                WHERE volunteer = ? AND resident = ? ORDER BY start
                """, arguments: [volunteer, resident])
        if let pair = pairs.last(where: { ($0["start"] as String) <= date.description }) { return pair }
        guard let first = pairs.first else {
            throw Refused(
                Bilingual(ja: "この二人のペアは台帳にありません。", en: "The ledger has no pair of these two."),
                cure: Bilingual(
                    ja: "IDを確かめるか、先に成立を musubi record decisions で記録してください。",
                    en: "Check the ids, or record first with musubi record decisions that it was accepted."))
        }
        let start: String = first["start"]
        throw Refused(
            Bilingual(
                ja: "ペアの開始日（\(start)）より前の日付です。", en: "The day lies before the start of the pair (\(start))."),
            cure: Bilingual(ja: "日付を確かめてください。", en: "Check the date."))
    }

    /// The refusal of a row that says something else than the ledger does.
    static func contradiction(_ earlier: Bilingual) -> Refused {
        Refused(
            Bilingual(
                ja: "すでに別の内容が記録されています（\(earlier.ja)）。",
                en: "The ledger holds something else (\(earlier.en))."),
            cure: Bilingual(
                ja: "どちらが正しいか確かめ、記録と同じ内容にするか、行を外してください。",
                en: "Find out which is right; make the row agree with the record, or take it out."))
    }

    static func yesNo(_ value: Bool) -> Bilingual {
        value ? Bilingual(ja: "はい", en: "yes") : Bilingual(ja: "いいえ", en: "no")
    }
}
