import GRDB
import Records

extension Ledger {
    /// Records what became of proposals: an accepted one becomes a pair, a declined one may park whoever declined.
    ///
    /// - Throws: `LedgerError`; `refused` with every row that contradicts the ledger, and then nothing is recorded.
    package func record(
        decisions entries: [DecisionEntry], programme: String
    ) throws(LedgerError) -> Recording {
        try record(entries, row: \.row, programme: programme) { context, entry in
            if entry.decision == .pending { return .pending }
            return try DecisionRecorder(context: context, entry: entry).record()
        }
    }
}

/// Records one decision.
struct DecisionRecorder {
    let context: Case
    let entry: DecisionEntry
    var db: Database { context.db }

    init(context: Case, entry: DecisionEntry) {
        self.context = context
        self.entry = entry
    }

    func record() throws -> RowResult {
        let people = try context.people(entry.pair)
        let proposal = try proposal(people)
        let number: Int64 = proposal["number"]
        let runDay: String = proposal["as_of"]
        let start = entry.start ?? entry.date
        let by = try decider()
        try requireBeforeErrand(proposal, start)
        guard min(entry.date, start).description >= runDay else {
            throw Refused(
                Bilingual(ja: "実行の基準日（\(runDay)）より前の日付です。", en: "The day lies before the run (\(runDay))."),
                cure: Bilingual(ja: "日付を確かめてください。", en: "Check the date."))
        }
        if let earlier = try Row.fetchOne(
            db,
            sql: """
                SELECT decision.*, pair.start, pair.mode, pair.cadence_days FROM decision
                LEFT JOIN pair ON pair.proposal = decision.proposal WHERE decision.proposal = ?
                """,
            arguments: [number])
        {
            guard agrees(earlier, by: by, start: start) else { throw Case.contradiction(text(of: earlier)) }
            return .known
        }
        if by == nil, (proposal["errand"] as String?) != nil {
            try requireFree(proposal, people)
            try insertPair(of: number, people, start: start, endingStaysOf: [people.resident])
        } else if by == nil {
            try accept(number, people, start: start)
        } else {
            try decline(number, people, by: by)
        }
        return .new
    }

    /// The proposal that the row speaks of: of its run, or the latest of these two people on its day.
    private func proposal(_ people: (volunteer: Int64, resident: Int64)) throws -> Row {
        let proposals = try Row.fetchAll(
            db,
            sql: """
                SELECT proposal.number, run.id, run.as_of, run.status, visit.date AS errand,
                  visit.start AS begins, visit.finish AS ends FROM proposal
                JOIN run ON run.number = proposal.run
                LEFT JOIN visit ON visit.proposal = proposal.number
                WHERE volunteer = ? AND resident = ? ORDER BY as_of, run.number
                """, arguments: [people.volunteer, people.resident])
        let open = proposals.filter { ($0["status"] as String) == "open" }
        func isNamed(_ row: Row) -> Bool {
            entry.run.map { $0 == row["id"] as String || $0 == row["as_of"] as String } ?? true
        }
        let named = open.filter(isNamed)
        if let latest = named.last(where: { ($0["as_of"] as String) <= entry.date.description }) {
            return latest
        }
        if let early = named.first { return early }
        if let run = entry.run, let other = open.last {
            throw Refused(
                Bilingual(
                    ja: "この組は実行 \(other["id"] as String) の提案で、\(run) の提案ではありません。",
                    en: "The pair was proposed by run \(other["id"] as String), not by \(run)."),
                cure: Bilingual(ja: "実行のIDを確かめてください。", en: "Check the id of the run."))
        }
        if let replaced = proposals.last {
            throw Refused(
                Bilingual(
                    ja: "この組を提案した実行（\(replaced["id"] as String)）は、同じ日の実行で置き換えられました。",
                    en:
                        "The run that proposed the pair (\(replaced["id"] as String)) was replaced by another "
                        + "of the same day."),
                cure: Bilingual(ja: "最後の実行の一覧に記入してください。", en: "Use the list of the last run."))
        }
        throw Refused(
            Bilingual(ja: "この組は提案されていません。", en: "The pair was not proposed by any run."),
            cure: Bilingual(
                ja: "IDを確かめてください。決めた組を提案させるには、match の --lock に入れます。",
                en: "Check the ids. To have a pair proposed that you decided on, list it in --lock of match.")
        )
    }

    /// Who declined, `nil` for an accepted pair; a reason stands with a decline and only there.
    private func decider() throws -> LedgerSnapshot.Decider? {
        let by: LedgerSnapshot.Decider? =
            switch entry.decision {
            case .declinedByVolunteer: .volunteer
            case .declinedByResident: .resident
            case .declinedByCoordinator: .coordinator
            case .accepted, .pending: nil
            }
        if by == nil, entry.reason != nil || entry.parkedUntil != nil {
            throw Refused(
                Bilingual(ja: "成立なのに、辞退の理由か休止の日があります。", en: "An accepted pair has a reason or a pause."),
                cure: Bilingual(ja: "どちらかを消してください。", en: "Clear one of the two."))
        }
        if by != nil, entry.reason == nil {
            throw Refused(
                Bilingual(ja: "辞退の理由がありません。", en: "The reason is missing."),
                cure: Bilingual(
                    ja:
                        "理由を入れてください（\(DecisionReason.vocabulary.tags.map(\.label.ja).joined(separator: "、"))）。",
                    en: "Enter one of: "
                        + DecisionReason.vocabulary.tags.map(\.label.en).joined(separator: ", ") + "."))
        }
        if by != nil, entry.start != nil {
            throw Refused(
                Bilingual(ja: "成立していないのに、開始日があります。", en: "A declined pair has a day of start."),
                cure: Bilingual(ja: "どちらかを直してください。", en: "Correct one of the two."))
        }
        if let until = entry.parkedUntil, by == .coordinator || until < entry.date {
            throw Refused(
                Bilingual(
                    ja: "休止できるのは辞退した本人だけで、辞退の日以後までです。",
                    en: "Only the person who declined pauses, and not before the day of the decision."),
                cure: Bilingual(ja: "休止の日を直すか、消してください。", en: "Correct or clear the day of the pause."))
        }
        return by
    }

    private func agrees(_ earlier: Row, by: LedgerSnapshot.Decider?, start: CivilDate) -> Bool {
        guard (earlier["declined_by"] as String?) == by?.rawValue,
            (earlier["reason"] as String?) == entry.reason?.rawValue,
            (earlier["date"] as String) == entry.date.description
        else { return false }
        if by != nil {
            return entry.parkedUntil.map { (earlier["parked_until"] as String?) == $0.description } ?? true
        }
        return (earlier["start"] as String?) == start.description
            && (earlier["mode"] as String?) == entry.mode
            && (earlier["cadence_days"] as Int?) == entry.cadenceDays
    }

    private func text(of earlier: Row) -> Bilingual {
        let date: String = earlier["date"]
        let decision: Decision =
            switch earlier["declined_by"] as String? {
            case "volunteer"?: .declinedByVolunteer
            case "resident"?: .declinedByResident
            case "coordinator"?: .declinedByCoordinator
            default: .accepted
            }
        let start = (earlier["start"] as String?).map { Bilingual(ja: "、開始 \($0)", en: ", start \($0)") }
        let reason = (earlier["reason"] as String?).map { DecisionReason.vocabulary.label(ofKey: $0) }
        return Bilingual(
            ja: "\(date) \(decision.label.ja)\(reason.map { "、\($0.ja)" } ?? "")\(start?.ja ?? "")",
            en: "\(date) \(decision.label.en)\(reason.map { ", \($0.en)" } ?? "")\(start?.en ?? "")")
    }

    private func accept(
        _ proposal: Int64, _ people: (volunteer: Int64, resident: Int64), start: CivilDate
    ) throws {
        for (person, id) in [
            (people.volunteer, entry.pair.volunteer), (people.resident, entry.pair.resident),
        ] {
            try requirePlace(person, id, on: start)
        }
        let isTogether = try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM pair LEFT JOIN outcome ON outcome.pair = pair.number
                WHERE volunteer = ? AND resident = ? AND (outcome.pair IS NULL OR outcome.date > ?))
                """, arguments: [people.volunteer, people.resident, start.description])
        if isTogether == true {
            throw Refused(
                Bilingual(ja: "この二人のペアは活動中です。", en: "The pair of these two is running."),
                cure: Bilingual(
                    ja: "先に終了を musubi record outcomes で記録してください。",
                    en: "Record its end first with musubi record outcomes."))
        }
        try insertPair(
            of: proposal, people, start: start, endingStaysOf: [people.volunteer, people.resident])
    }

    private func insertPair(
        of proposal: Int64, _ people: (volunteer: Int64, resident: Int64), start: CivilDate,
        endingStaysOf waiting: [Int64]
    ) throws {
        try db.execute(
            sql: "INSERT INTO decision (proposal, verdict, date) VALUES (?, 'accepted', ?)",
            arguments: [proposal, entry.date.description])
        let months = try Int.fetchOne(
            db, sql: "SELECT months FROM programme WHERE id = ?", arguments: [context.programme])
        try db.execute(
            sql: """
                INSERT INTO pair
                (programme, proposal, volunteer, resident, start, planned_end, mode, cadence_days)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                context.programme, proposal, people.volunteer, people.resident, start.description,
                months.map { start.adding(months: $0).description }, entry.mode, entry.cadenceDays,
            ])
        for person in waiting { try endStay(of: person, on: start, reason: .paired) }
    }

    /// Somebody's places as the latest run knew them.
    func places(of person: Int64) throws -> Int? {
        try Int.fetchOne(
            db,
            sql: """
                SELECT places FROM appearance JOIN run ON run.number = appearance.run
                WHERE person = ? ORDER BY as_of DESC, run.number DESC LIMIT 1
                """, arguments: [person])
    }

    /// Refuses somebody's pair above their places, as the latest run knew them.
    private func requirePlace(_ person: Int64, _ id: PersonID, on start: CivilDate) throws {
        let places = try places(of: person)
        let running = try Int.fetchOne(
            db,
            sql: """
                SELECT count(*) FROM pair LEFT JOIN outcome ON outcome.pair = pair.number
                WHERE ? IN (volunteer, resident) AND (outcome.pair IS NULL OR outcome.date > ?)
                """, arguments: [person, start.description])
        guard let places, let running, running >= places else { return }
        throw Refused(
            Bilingual(
                ja: "\(id) の受け入れ枠は\(places)で、活動中のペアがすでに\(running)組あります。",
                en: "\(id) has \(places) places and \(running) running pairs already."),
            cure: Bilingual(
                ja: "終わったペアは musubi record outcomes で記録してください。",
                en: "Record pairs that have ended with musubi record outcomes."))
    }

    private func decline(
        _ proposal: Int64, _ people: (volunteer: Int64, resident: Int64), by: LedgerSnapshot.Decider?
    ) throws {
        let days = try Int.fetchOne(
            db, sql: "SELECT days FROM park_rule WHERE programme = ? AND reason = ?",
            arguments: [context.programme, entry.reason?.rawValue])
        let isPerson = by != .coordinator
        let rule = isPerson ? days.map { CivilDate(dayNumber: entry.date.dayNumber + $0) } : nil
        try db.execute(
            sql: """
                INSERT INTO decision (proposal, verdict, declined_by, reason, date, parked_until)
                VALUES (?, 'declined', ?, ?, ?, ?)
                """,
            arguments: [
                proposal, by?.rawValue, entry.reason?.rawValue, entry.date.description,
                (entry.parkedUntil ?? rule)?.description,
            ])
        let person = by == .volunteer ? people.volunteer : people.resident
        switch entry.reason {
        case .withdrawn? where isPerson: try endStay(of: person, on: entry.date, reason: .withdrawn)
        case .movedAway? where isPerson: try endStay(of: person, on: entry.date, reason: .movedAway)
        default: break
        }
    }

    private func endStay(
        of person: Int64, on date: CivilDate, reason: LedgerSnapshot.LeaveReason
    ) throws {
        try db.execute(
            sql: "UPDATE stay SET ended = max(entered, ?), reason = ? WHERE person = ? AND ended IS NULL",
            arguments: [date.description, reason.rawValue, person])
    }
}
