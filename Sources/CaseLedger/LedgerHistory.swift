import GRDB
package import Records

/// What a run of `match` takes from a ledger; read once, before the first rule is asked.
package struct LedgerHistory: Hashable, Sendable {
    /// Pairs that are or were together.
    package var partners: Set<PairKey> = []
    /// Pairs that were proposed and declined.
    package var declined: Set<PairKey> = []
    /// Running pairs of whom neither was forgotten; no errands.
    package var runningPairs: [PairKey] = []
    /// How many running pairs somebody has, where any.
    package var running: [Side: [PersonID: Int]] = [:]
    /// Until when somebody takes no part.
    package var parked: [Side: [PersonID: CivilDate]] = [:]
    /// Since when a resident waits: the first application, or the end of the last pair.
    package var waitingSince: [PersonID: CivilDate] = [:]
    /// Proposals of earlier runs without a decision.
    package var undecided = 0
    /// Pairs that have passed their planned end and have no outcome.
    package var overdue = 0
    /// Residents who had a pair, and have none now.
    package var ended: Set<PersonID> = []
    /// Proposals of the last month without a decision, but for those of a rematch of the same day.
    package var pending: Set<PairKey> = []
    /// Errands that somebody has taken on and not given up, since the month and the week of the run began.
    package var errands: [TakenErrand] = []
    /// Minutes of activities on record by volunteer and day, since the month and the week of the run began.
    package var minutes: [PersonID: [CivilDate: Int]] = [:]

    package init() {}
}

/// An errand that a volunteer has taken on.
package struct TakenErrand: Hashable, Sendable {
    package let volunteer: PersonID
    /// The errand's own id.
    package let request: PersonID
    package let plan: PlannedErrand

    package init(volunteer: PersonID, request: PersonID, plan: PlannedErrand) {
        self.volunteer = volunteer
        self.request = request
        self.plan = plan
    }
}

extension Ledger {
    /// What a run of a programme on a day takes from the ledger; nothing for a programme that it does not know.
    ///
    /// - Throws: `LedgerError`.
    package func history(programme: String, asOf: CivilDate) throws(LedgerError) -> LedgerHistory {
        try read { db in
            let reader = HistoryReader(
                db: db, programme: programme, asOf: asOf.description,
                from: min(asOf.monday, asOf.firstOfMonth).description,
                lastMonth: asOf.adding(months: -1).description)
            var history = LedgerHistory()
            try reader.pairs(&history)
            try reader.declines(&history)
            try reader.errands(&history)
            try reader.waiting(&history)
            try reader.minutes(&history)
            return history
        }
    }
}

/// Reads a history.
private struct HistoryReader {
    let db: Database
    let programme: String
    let asOf: String
    /// First day of the periods that a limit may count on the day of the run.
    let from: String
    let lastMonth: String

    func pairs(_ history: inout LedgerHistory) throws {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT v.id AS volunteer, r.id AS resident, pair.planned_end, outcome.date AS ended
                FROM pair
                LEFT JOIN person v ON v.number = pair.volunteer
                LEFT JOIN person r ON r.number = pair.resident
                LEFT JOIN outcome ON outcome.pair = pair.number
                LEFT JOIN visit ON visit.proposal = pair.proposal
                WHERE pair.programme = ? AND visit.proposal IS NULL ORDER BY pair.number
                """, arguments: [programme])
        for row in rows {
            let volunteer = (row["volunteer"] as String?).map { PersonID($0) }
            let resident = (row["resident"] as String?).map { PersonID($0) }
            if let volunteer, let resident {
                history.partners.insert(PairKey(volunteer: volunteer, resident: resident))
            }
            let ended = row["ended"] as String?
            guard ended.map({ $0 > asOf }) ?? true else {
                if let resident { history.ended.insert(resident) }
                continue
            }
            if let volunteer, let resident {
                history.runningPairs.append(PairKey(volunteer: volunteer, resident: resident))
            }
            if let volunteer { history.running[.volunteer, default: [:]][volunteer, default: 0] += 1 }
            if let resident { history.running[.resident, default: [:]][resident, default: 0] += 1 }
            if ended == nil, let planned = row["planned_end"] as String?, planned < asOf {
                history.overdue += 1
            }
        }
        for resident in (history.running[.resident] ?? [:]).keys { history.ended.remove(resident) }
    }

    func declines(_ history: inout LedgerHistory) throws {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT v.id AS volunteer, r.id AS resident, verdict, declined_by, parked_until, as_of, run.rematch
                FROM proposal JOIN run ON run.number = proposal.run
                LEFT JOIN decision ON decision.proposal = proposal.number
                LEFT JOIN person v ON v.number = proposal.volunteer
                LEFT JOIN person r ON r.number = proposal.resident
                WHERE run.programme = ? AND run.status = 'open'
                """, arguments: [programme])
        for row in rows {
            guard let volunteer = row["volunteer"] as String?, let resident = row["resident"] as String?
            else {
                continue
            }
            guard let verdict = row["verdict"] as String? else {
                // What the same day's run proposes is what this one replaces.
                let day = row["as_of"] as String
                if day < asOf { history.undecided += 1 }
                if day >= lastMonth, day < asOf || !(row["rematch"] as Bool) {
                    history.pending.insert(
                        PairKey(volunteer: PersonID(volunteer), resident: PersonID(resident)))
                }
                continue
            }
            guard verdict == "declined" else { continue }
            history.declined.insert(
                PairKey(volunteer: PersonID(volunteer), resident: PersonID(resident)))
            guard let text = row["parked_until"] as String?, text > asOf, let until = CivilDate(iso: text),
                let side = (row["declined_by"] as String?).flatMap(Side.init)
            else { continue }
            let person = PersonID(side == .volunteer ? volunteer : resident)
            let earlier = history.parked[side]?[person]
            history.parked[side, default: [:]][person] = max(until, earlier ?? until)
        }
    }

    /// Errands that were taken on: whoever asked has somebody, and the volunteer's time of that day is taken.
    func errands(_ history: inout LedgerHistory) throws {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT v.id AS volunteer, r.id AS request, requester, visit.*, outcome.kind FROM pair
                JOIN visit ON visit.proposal = pair.proposal
                JOIN person r ON r.number = pair.resident
                LEFT JOIN request ON request.person = r.number
                LEFT JOIN person v ON v.number = pair.volunteer
                LEFT JOIN outcome ON outcome.pair = pair.number
                WHERE pair.programme = ? ORDER BY visit.date, visit.start, visit.proposal
                """, arguments: [programme])
        for row in rows {
            let request = PersonID(row["request"])
            let volunteer = (row["volunteer"] as String?).map { PersonID($0) }
            if (row["kind"] as String?) == "ended-early" {
                // Whoever gave an errand up is not asked for the same one again.
                if let volunteer {
                    history.declined.insert(PairKey(volunteer: volunteer, resident: request))
                }
                continue
            }
            history.running[.resident, default: [:]][request, default: 0] += 1
            guard let volunteer, let date = CivilDate(iso: row["date"]) else { continue }
            let requester = (row["requester"] as String?).map { PersonID($0) } ?? request
            history.partners.insert(PairKey(volunteer: volunteer, resident: requester))
            guard date.description >= from else { continue }
            history.errands.append(
                TakenErrand(
                    volunteer: volunteer, request: request,
                    plan: PlannedErrand(
                        date: date, start: row["start"], end: row["finish"],
                        municipality: row["municipality"])))
        }
    }

    /// What was recorded of the periods that a limit may count.
    func minutes(_ history: inout LedgerHistory) throws {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT id, date, sum(minutes) AS minutes FROM activity JOIN person ON person.number = person
                WHERE programme = ? AND role = 'volunteer' AND date BETWEEN ? AND ? GROUP BY person.number, date
                """, arguments: [programme, from, asOf])
        for row in rows {
            guard let date = CivilDate(iso: row["date"]) else { continue }
            history.minutes[PersonID(row["id"]), default: [:]][date] = row["minutes"]
        }
    }

    /// As `Ledger.record(run:)` will put it into the pool: since when those wait who wait.
    func waiting(_ history: inout LedgerHistory) throws {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT person.id, stay.entered, stay.reason,
                  (SELECT max(outcome.date) FROM pair JOIN outcome ON outcome.pair = pair.number
                   WHERE pair.resident = person.number) AS last_end,
                  (SELECT min(entered) FROM stay WHERE stay.person = person.number AND EXISTS
                    (SELECT 1 FROM pair JOIN visit ON visit.proposal = pair.proposal
                     WHERE pair.resident = person.number)) AS asked
                FROM person JOIN stay ON stay.number =
                  (SELECT number FROM stay WHERE stay.person = person.number
                   ORDER BY entered DESC, number DESC LIMIT 1)
                WHERE person.programme = ? AND person.role = 'resident'
                """, arguments: [programme])
        for row in rows {
            let person = PersonID(row["id"])
            let since: String? =
                switch row["reason"] as String? {
                // An errand that was given up has waited since it was asked for.
                case nil, "absent"?: (row["asked"] as String?) ?? row["entered"]
                case "paired"? where history.running[.resident]?[person] == nil:
                    (row["asked"] as String?) ?? row["last_end"]
                default: nil
                }
            history.waitingSince[person] = since.flatMap { CivilDate(iso: $0) }
        }
    }
}
