import CaseLedger
import Compatibility
import Programmes
import Records

/// What a ledger remembers, as a run uses it: gates, pairs that are not proposed, places that are taken.
struct LedgerMemory: Sendable {
    static let pairedGate = "running-pair"
    static let parkedGate = "parked"
    static let caseloadGate = "caseload-full"
    static let pendingGate = "proposal-pending"

    let history: LedgerHistory
    /// Whom running pairs and pauses keep out, with the reason.
    private let paired: LedgerCheck
    private let parked: LedgerCheck
    /// Whose caseload is full of running pairs.
    private let caseload: LedgerCheck
    /// What is left of the volunteers' own limits.
    var reduced: ReducedLimits
    /// In a rematch: volunteers for whom an earlier proposal waits for its decision.
    var pending: LedgerCheck?
    /// What of the ledger changes this run, line by line and in order: for the run's digest.
    var effects: [String]

    fileprivate init(
        history: LedgerHistory, paired: LedgerCheck, parked: LedgerCheck, caseload: LedgerCheck,
        reduced: ReducedLimits, effects: [String]
    ) {
        self.history = history
        self.paired = paired
        self.parked = parked
        self.caseload = caseload
        self.reduced = reduced
        self.effects = effects
    }

    /// The rules with those that follow from the ledger; a ledger that keeps nobody out adds none.
    func adding(to rules: Ruleset) -> Ruleset {
        var rules = rules
        let checks =
            [
                (Self.pairedGate, paired), (Self.parkedGate, parked), (Self.caseloadGate, caseload),
            ] + (pending.map { [(Self.pendingGate, $0)] } ?? [])
        for (id, check) in checks where !check.isEmpty {
            rules.gates.append(Gate(id: id, sides: Set(Side.allCases), check: check))
        }
        if !reduced.limits.isEmpty { rules = rules.adding(ReducedLimitRule(reduced: reduced)) }
        if !history.declined.isEmpty {
            rules = rules.adding(ListedPairsRule(source: .declined(history.declined)))
        }
        return rules
    }
}

extension LedgerMemory {
    /// A hash of what it changes, for the manifest.
    var digest: String { Digest.sha256(Array(effects.joined(separator: "\n").utf8)) }

    /// What a person should look at before the next run.
    var reminders: [Bilingual] {
        var lines: [Bilingual] = []
        if history.undecided > 0 {
            lines.append(
                Bilingual(
                    ja: "前の実行の提案のうち\(history.undecided)件に、まだ結果が記録されていません（musubi record decisions）。",
                    en: "\(history.undecided) proposals of earlier runs have no decision yet "
                        + "(musubi record decisions)."))
        }
        if history.overdue > 0 {
            lines.append(
                Bilingual(
                    ja: "予定の終わりを過ぎたペアのうち\(history.overdue)組に、まだ終了が記録されていません（musubi record outcomes）。",
                    en: "\(history.overdue) pairs have passed their planned end without an outcome "
                        + "(musubi record outcomes)."))
        }
        let usedUp = reduced.usedUp.count
        if usedUp > 0 {
            lines.append(
                Bilingual(
                    ja: "台帳の記録で時間や回数を使い切っている人が\(usedUp)人います。その期間には提案していません（unused.csv）。",
                    en:
                        "\(usedUp) \(usedUp == 1 ? "person has" : "people have") used up their hours or errands by "
                        + "what the ledger holds; nothing more is proposed to them in that time (unused.csv)."
                ))
        }
        let unknown = reduced.unknownLoads
        if unknown > 0 {
            lines.append(
                Bilingual(
                    ja: "活動中のペアのうち\(unknown)組は、住民が今月の名簿にないため、時間の制限で数えていません。",
                    en:
                        "\(unknown) running \(unknown == 1 ? "pair takes" : "pairs take") hours that are not known, "
                        + "because the resident is not in this month's export; the limit on hours does not count them."
                ))
        }
        return lines
    }
}

extension RunRecord {
    /// SHA-256 over everything that goes into a run.
    static func digest(of inputs: [Manifest.Input], programme: String, asOf: CivilDate) -> String {
        let lines = ["\(programme) \(asOf)"] + inputs.map { "\($0.role) \($0.sha256)" }
        return Digest.sha256(Array(lines.joined(separator: "\n").utf8))
    }
}

extension CohortReading {
    /// The same reading with what the ledger remembers: former partners, places that running pairs take, people who pause,
    /// and since when residents wait.
    func remembering(_ history: LedgerHistory) -> CohortReading {
        var reading = self
        var effects: [String] = []
        var paired: [Side: [PersonID: Bilingual]] = [:]
        for side in Side.allCases {
            effects += (history.running[side] ?? [:]).map { "running \(side.rawValue) \($0) \($1)" }
            effects += (history.parked[side] ?? [:]).map { "parked \(side.rawValue) \($0) \($1)" }
            paired[side] = reading.takePlaces(side, history.running[side] ?? [:])
        }
        effects += history.errands.map {
            "errand \($0.volunteer) \($0.request) \($0.plan.date) \($0.plan.start) \($0.plan.end) "
                + ($0.plan.municipality ?? "online")
        }
        effects += history.minutes.flatMap { id, days in days.map { "minutes \(id) \($0.key) \($0.value)" } }
        effects += history.partners.map { "partners \($0.volunteer) \($0.resident)" }
        effects += history.declined.map { "declined \($0.volunteer) \($0.resident)" }
        effects += reading.setWaiting(since: history.waitingSince)
        reading.cohort = reading.cohort.addingHistory(history.partners)
        reading.memory = LedgerMemory(
            history: history,
            paired: LedgerCheck(
                requirement: Bilingual(ja: "活動中のペアで枠が埋まっていない", en: "a place is left beside running pairs"),
                refusals: paired),
            parked: LedgerCheck(
                requirement: Bilingual(ja: "休止中でない", en: "not pausing"),
                refusals: Dictionary(
                    uniqueKeysWithValues: Side.allCases.map { side in
                        (side, reading.pauses(side, history.parked[side] ?? [:]))
                    })),
            caseload: LedgerCheck(
                requirement: Bilingual(ja: "担当の件数に空きがある", en: "the caseload has room beside running pairs"),
                refusals: reading.fullCaseloads(history)),
            reduced: ReducedLimits(reading.programme, reading.cohort, history),
            effects: effects.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        return reading
    }

    /// Takes the places of running pairs from what people offer; whoever has none left, with the reason.
    private mutating func takePlaces(_ side: Side, _ running: [PersonID: Int]) -> [PersonID: Bilingual] {
        let table = cohort[side]
        guard table.ids.contains(where: { running[$0] != nil }) else { return [:] }
        var left = places(programme.capacities[side], table, missing: 1)
        var least = places(programme.leastPartners[side], table, missing: 0)
        var full: [PersonID: Bilingual] = [:]
        // Where a person stands on several rows, their pairs take places row by row.
        var taken = running
        for (row, id) in table.ids.enumerated() {
            guard let count = taken[id], count > 0 else { continue }
            let used = min(count, left[row])
            taken[id] = count - used
            left[row] -= used
            least[row] = max(0, least[row] - count)
            full[id] =
                programme.errands == nil
                ? Bilingual(ja: "活動中のペアがある", en: "has a running pair")
                : Bilingual(ja: "引き受ける人が決まっている", en: "somebody has taken it on")
        }
        for (row, id) in table.ids.enumerated() where left[row] > 0 { full[id] = nil }
        let placesField = "\(side.rawValue) places left by the ledger"
        let leastField = "\(side.rawValue) fewest partners left by the ledger"
        cohort = cohort.replacing(side, [placesField: .number(left), leastField: .number(least)])
        programme.capacities[side] = .field(placesField)
        if programme.leastPartners[side] != nil { programme.leastPartners[side] = .field(leastField) }
        return full.merging(
            householdPartners(of: full, side) {
                Bilingual(ja: "同じ世帯の\($0)に活動中のペアがある", en: "household partner \($0) has a running pair")
            }
        ) { own, _ in own }
    }

    /// Whose caseload running pairs have filled.
    private func fullCaseloads(_ history: LedgerHistory) -> [Side: [PersonID: Bilingual]] {
        var full: [Side: [PersonID: Bilingual]] = [:]
        for case .caseload(let caseload) in programme.limits where programme.errands == nil {
            let ids = cohort[caseload.side].ids
            for group in caseload.groups(in: cohort) {
                let running = caseload.running(group, in: cohort, history)
                guard running >= caseload.atMost, running > 0 else { continue }
                for row in group {
                    full[caseload.side, default: [:]][ids[row]] = Bilingual(
                        ja: "\(caseload.label.ja)がいっぱい（活動中\(running)組）",
                        en: "\(caseload.label.en) is full (\(running) running)")
                }
            }
        }
        return full
    }

    /// Who pauses, with the day, and the others of their households.
    private func pauses(_ side: Side, _ parked: [PersonID: CivilDate]) -> [PersonID: Bilingual] {
        let own = parked.mapValues { until in
            Bilingual(ja: "前回の提案を辞退し、\(until) まで休止中", en: "declined a proposal and pauses until \(until)")
        }
        let others = householdPartners(of: own, side) {
            Bilingual(ja: "同じ世帯の\($0)が休止中", en: "household partner \($0) pauses")
        }
        return own.merging(others) { own, _ in own }
    }

    private func places(_ capacity: Capacity?, _ table: PersonTable, missing: Int) -> [Int] {
        switch capacity {
        case .fixed(let number)?: Array(repeating: number, count: table.count)
        case .field(let field)?: table.numbers(field).map { max(0, $0 ?? missing) }
        case nil: Array(repeating: missing, count: table.count)
        }
    }

    /// Households are one case: what concerns one concerns the others.
    private func householdPartners(
        of people: [PersonID: Bilingual], _ side: Side, _ text: (PersonID) -> Bilingual
    ) -> [PersonID: Bilingual] {
        guard let field = programme.person(side).household else { return [:] }
        let table = cohort[side]
        let keys: [String?]
        if case .category? = cohort.fields[field]?.kind {
            keys = table.categories(field).map { $0.map(String.init) }
        } else {
            keys = table.texts(field)
        }
        var holder: [String: PersonID] = [:]
        for (row, id) in table.ids.enumerated() where people[id] != nil {
            if let key = keys[row], holder[key] == nil { holder[key] = id }
        }
        var covered: [PersonID: Bilingual] = [:]
        for (row, id) in table.ids.enumerated() {
            guard let key = keys[row], let other = holder[key], other != id else { continue }
            covered[id] = text(other)
        }
        return covered
    }

    /// Puts the ledger's day in the place of the export's, where it knows one; what that changes.
    private mutating func setWaiting(since days: [PersonID: CivilDate]) -> [String] {
        guard let field = programme.waitingSince else { return [] }
        let table = cohort.residents
        var effects: [String] = []
        let dates = zip(table.ids, table.dates(field)).map { id, written in
            guard let day = days[id], day != written else { return written }
            effects.append("waiting \(id) \(day)")
            return day
        }
        if !effects.isEmpty { cohort = cohort.replacing(.resident, [field: .date(dates)]) }
        return effects
    }
}

extension Cohort {
    /// The same cohort with other or further columns on one side.
    fileprivate func replacing(_ side: Side, _ columns: [String: Column]) -> Cohort {
        func table(_ own: Side) -> PersonTable {
            let table = self[own]
            guard own == side else { return table }
            return PersonTable(
                side: own, ids: table.ids, rows: table.rows,
                columns: table.columns.merging(columns) { _, new in new })
        }
        return Cohort(
            volunteers: table(.volunteer), residents: table(.resident), vocabularies: vocabularies,
            fields: fields, asOf: asOf, history: history, closedDays: closedDays)
    }

    fileprivate func addingHistory(_ pairs: Set<PairKey>) -> Cohort {
        Cohort(
            volunteers: volunteers, residents: residents, vocabularies: vocabularies, fields: fields,
            asOf: asOf, history: history.union(pairs), closedDays: closedDays)
    }
}

extension Caseload {
    /// The rows of the people under each caseload; people without an answer are under none.
    func groups(in cohort: Cohort) -> [[Int]] {
        let table = cohort[side]
        let answers: [String?] =
            switch cohort.fields[field]?.kind {
            case .category: table.categories(field).map { $0.map(String.init) }
            default: table.texts(field)
            }
        let groups = Dictionary(grouping: table.ids.indices.filter { answers[$0] != nil }) {
            answers[$0] ?? ""
        }
        // By the first person of each: ids are sorted, answers of an open vocabulary are not.
        return groups.values.sorted { $0[0] < $1[0] }
    }

    /// Running pairs of a group's people, each person once.
    func running(_ group: [Int], in cohort: Cohort, _ history: LedgerHistory) -> Int {
        let ids = Set(group.map { cohort[side].ids[$0] })
        return ids.reduce(0) { $0 + (history.running[side]?[$1] ?? 0) }
    }
}
