import GRDB
import Records

extension Ledger {
    /// Records contacts of pairs, made or missed.
    ///
    /// - Throws: `LedgerError`; `refused` with every row that contradicts the ledger, and then nothing is recorded.
    package func record(contacts entries: [ContactEntry], programme: String) throws(LedgerError) -> Recording
    {
        try record(entries, row: \.row, programme: programme) { context, entry in
            let pair: Int64 = try context.pair(entry.pair, on: entry.date)["number"]
            let earlier = try Bool.fetchOne(
                context.db, sql: "SELECT made FROM contact WHERE pair = ? AND date = ? AND kind = ?",
                arguments: [pair, entry.date.description, entry.kind.rawValue])
            if let earlier {
                guard earlier == entry.isMade else {
                    throw Case.contradiction(
                        earlier
                            ? Bilingual(ja: "実施", en: "made") : Bilingual(ja: "未実施", en: "missed"))
                }
                return .known
            }
            try context.db.execute(
                sql: "INSERT INTO contact (pair, date, kind, made) VALUES (?, ?, ?, ?)",
                arguments: [pair, entry.date.description, entry.kind.rawValue, entry.isMade])
            return .new
        }
    }

    /// Records how pairs ended.
    ///
    /// - Throws: `LedgerError`; `refused` with every row that contradicts the ledger, and then nothing is recorded.
    package func record(outcomes entries: [OutcomeEntry], programme: String) throws(LedgerError) -> Recording
    {
        try record(entries, row: \.row, programme: programme) { context, entry in
            try OutcomeRecorder(context: context, entry: entry).record()
        }
    }
}

/// Records how one pair ended.
private struct OutcomeRecorder {
    let context: Case
    let entry: OutcomeEntry
    private var db: Database { context.db }

    init(context: Case, entry: OutcomeEntry) {
        self.context = context
        self.entry = entry
    }

    private var excused: Bool? { entry.reason.map { entry.isExcused ?? $0.isUsuallyExcused } }

    func record() throws -> RowResult {
        let pair = try context.pair(entry.pair, on: entry.date)
        let number: Int64 = pair["number"]
        if entry.reason == nil, entry.isExcused != nil {
            throw Refused(
                Bilingual(ja: "完了したペアに「やむを得ない終了」の記入があります。", en: "A completed pair is marked as excused."),
                cure: Bilingual(
                    ja: "途中で終わったのなら理由を入れ、そうでなければ消してください。",
                    en: "Enter the reason if it ended early, or clear the mark."))
        }
        if let earlier = try Row.fetchOne(
            db, sql: "SELECT * FROM outcome WHERE pair = ?", arguments: [number])
        {
            return try compare(with: earlier, number)
        }
        try checkEnd(pair["planned_end"])
        try checkErrand(pair["proposal"])
        try db.execute(
            sql: """
                INSERT INTO outcome (pair, kind, date, reason, excused, continued) VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                number, entry.reason == nil ? "completed" : "ended-early", entry.date.description,
                entry.reason?.rawValue, excused, entry.continued,
            ])
        return .new
    }

    /// A pair that reached its planned end is completed, and no other.
    private func checkEnd(_ plannedEnd: String?) throws {
        guard let plannedEnd else { return }
        if entry.reason == nil, entry.date.description < plannedEnd {
            throw Refused(
                Bilingual(
                    ja: "予定の終わり（\(plannedEnd)）より前なので、完了ではありません。",
                    en: "The pair is not completed before its planned end (\(plannedEnd))."),
                cure: Bilingual(
                    ja: "途中で終わったのなら「途中終了」と理由を入れるか、日付を直してください。",
                    en: "Record that it ended early, with the reason, or correct the date."))
        }
        if entry.reason != nil, entry.date.description >= plannedEnd {
            throw Refused(
                Bilingual(
                    ja: "予定の終わり（\(plannedEnd)）に達しているので、途中終了ではありません。",
                    en: "The pair has reached its planned end (\(plannedEnd)), so it did not end early."),
                cure: Bilingual(
                    ja: "「完了」と入れて理由を消すか、日付を直してください。",
                    en: "Record it as completed, without a reason, or correct the date."))
        }
    }

    /// An errand is done on its day or given up until then.
    private func checkErrand(_ proposal: Int64?) throws {
        let day = try String.fetchOne(
            db, sql: "SELECT date FROM visit WHERE proposal = ?", arguments: [proposal])
        guard let day else { return }
        if entry.reason == nil, entry.date.description < day {
            throw Refused(
                Bilingual(
                    ja: "依頼の日（\(day)）より前なので、完了ではありません。",
                    en: "The errand is not done before its day (\(day))."),
                cure: Bilingual(
                    ja: "取りやめになったのなら「途中終了」と理由を入れるか、日付を直してください。",
                    en:
                        "If it fell through, record that it ended early, with the reason; or correct the date."
                ))
        }
        if entry.reason != nil, entry.date.description > day {
            throw Refused(
                Bilingual(
                    ja: "依頼の日（\(day)）より後の日付です。", en: "The day lies after the errand (\(day))."),
                cure: Bilingual(
                    ja: "当日に来られなかったときは、依頼の日を入れてください。",
                    en: "If nobody came on the day itself, enter that day."))
        }
    }

    /// A row may add whether they go on; everything else must be as it was.
    private func compare(with earlier: Row, _ number: Int64) throws -> RowResult {
        let reason = (earlier["reason"] as String?).flatMap(EndReason.init)
        let continued = earlier["continued"] as Bool?
        let isSame =
            reason == entry.reason && (earlier["date"] as String) == entry.date.description
            && (earlier["excused"] as Bool?) == excused
        guard isSame, entry.continued == nil || continued == nil || entry.continued == continued else {
            throw Case.contradiction(text(of: earlier, reason))
        }
        guard entry.continued != nil, continued == nil else { return .known }
        try db.execute(
            sql: "UPDATE outcome SET continued = ? WHERE pair = ?", arguments: [entry.continued, number])
        return .new
    }

    private func text(of earlier: Row, _ reason: EndReason?) -> Bilingual {
        let date: String = earlier["date"]
        guard let reason else { return Bilingual(ja: "\(date) 完了", en: "completed on \(date)") }
        let label = EndReason.vocabulary.label(ofKey: reason.rawValue)
        return Bilingual(ja: "\(date) 途中終了、\(label.ja)", en: "ended early on \(date), \(label.en)")
    }
}
