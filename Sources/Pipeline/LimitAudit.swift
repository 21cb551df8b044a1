import CaseLedger
import Compatibility
import Programmes
import Records
import Reporting

/// Checks the limits of a finished report against the tables, from the pairs of the report alone: it shares
/// nothing with the code that built the rows for the solver.
struct LimitAudit {
    /// One proposed pair, by index.
    struct Pair {
        let volunteer: Int
        let resident: Int
    }

    let cohort: Cohort
    let programme: Programme
    let limits: [LimitFigure]
    let pairs: [Pair]
    /// Whether each person passes every gate.
    let isEligible: [Side: [Bool]]
    /// The most partners of each person.
    let places: [Side: [Int]]
    /// What the ledger held before the run.
    let history: LedgerHistory
    /// Candidates of a person, counted up to a number.
    let candidates: (Side, _ person: Int, _ upTo: Int) -> Int

    /// What is wrong; empty when all is well.
    func findings() -> [String] {
        var numbers: [String: Int] = [:]
        let stated = Dictionary(grouping: limits, by: \.id)
        var findings: [String] = []
        for limit in programme.limits {
            let kind =
                switch limit {
                case .caseload: "caseload"
                case .quota: "quota"
                case .budget: "budget"
                case .hours: "hours"
                case .count: "count"
                }
            numbers[kind, default: 0] += 1
            let id = "\(kind)-\(numbers[kind, default: 0])"
            let rows = stated[id] ?? []
            let found =
                switch limit {
                case .caseload(let caseload): check(caseload, rows, id)
                case .quota(let quota): check(quota, rows, id)
                case .budget(let budget): check(budget, rows, id)
                case .hours(let hours): check(hours, rows, id)
                case .count(let count): check(count, rows, id)
                }
            findings += found
        }
        return findings + Side.allCases.flatMap { check(fewest: $0, stated["capacity-\($0.rawValue)"] ?? []) }
    }

    private func person(_ pair: Pair, _ side: Side) -> Int {
        side == .volunteer ? pair.volunteer : pair.resident
    }

    private func differs(_ id: String, _ rows: [LimitFigure], _ value: Int) -> [String] {
        rows.count == 1 && rows[0].value == value
            ? [] : ["\(id): \(rows.map(\.value)) instead of \(value)"]
    }

    private func check(_ caseload: Caseload, _ rows: [LimitFigure], _ id: String) -> [String] {
        let table = cohort[caseload.side]
        var counts: [String: Int] = [:]
        for pair in pairs {
            let index = person(pair, caseload.side)
            let answer: String? =
                switch table.columns[caseload.field] {
                case .text(let texts)?: texts[index]
                case .category(let tags)?: tags[index].map { "\($0)" }
                default: nil
                }
            if let answer { counts[answer, default: 0] += 1 }
        }
        var findings = counts.sorted { $0.key < $1.key }.compactMap { answer, count -> String? in
            let running = programme.errands == nil ? running(with: answer, caseload) : 0
            guard count + running > caseload.atMost else { return nil }
            return "\(id): \(count) pairs beside \(running) running, at most \(caseload.atMost) allowed"
        }
        if rows.map(\.value).filter({ $0 > 0 }).sorted() != counts.values.sorted() {
            findings.append("\(id): the counts of the groups differ from the pairs")
        }
        return findings
    }

    /// Running pairs of the people with an answer.
    private func running(with answer: String, _ caseload: Caseload) -> Int {
        let table = cohort[caseload.side]
        var people: Set<PersonID> = []
        for (index, id) in table.ids.enumerated() {
            switch table.columns[caseload.field] {
            case .text(let texts)? where texts[index] == answer: people.insert(id)
            case .category(let tags)? where tags[index].map({ "\($0)" }) == answer: people.insert(id)
            default: continue
            }
        }
        return people.reduce(0) { $0 + (history.running[caseload.side]?[$1] ?? 0) }
    }

    /// Whether each person of a side has one of a group's answers.
    private func isMember(_ group: PeopleGroup) -> [Bool] {
        let table = cohort[group.side]
        let tags = cohort.vocabulary(ofField: group.field).tags
        let wanted: [Int] = group.conditions.compactMap { condition in
            guard case .tag(let key) = condition.value else { return nil }
            return tags.firstIndex { $0.key == key }
        }
        if case .flag(let flags)? = table.columns[group.field] { return flags.map { $0 == .yes } }
        return TagSource(field: group.field).sets(in: table, of: cohort).map { set in
            wanted.contains { set?.contains($0) == true }
        }
    }

    /// Pairs with the people of a group.
    func count(_ group: PeopleGroup) -> Int {
        let members = isMember(group)
        return pairs.count { members[person($0, group.side)] }
    }

    private func check(_ quota: Quota, _ rows: [LimitFigure], _ id: String) -> [String] {
        let count = count(quota.group)
        let isLower = quota.sense == .atLeast
        let isKept: Bool
        switch quota.amount {
        case .pairs(let number):
            isKept = isLower ? count >= number : count <= number
        case .shareOfEligible(let share):
            let members = isMember(quota.group)
            let (eligible, places) = (isEligible[quota.group.side] ?? [], places[quota.group.side] ?? [])
            let all = members.indices.reduce(0) { members[$1] && eligible[$1] ? $0 + places[$1] : $0 }
            // The share itself, not the rounded number.
            isKept = isLower ? count * Quota.whole >= share * all : count * Quota.whole <= share * all
        case .shareOfPairs(let share):
            let all = pairs.count
            isKept = isLower ? count * Quota.whole >= share * all : count * Quota.whole <= share * all
        }
        let isStated = rows.first?.isMet ?? true
        let words = isKept ? "kept" : "broken"
        return differs(id, rows, count)
            + (isKept == isStated && (isKept || quota.isRelaxed)
                ? [] : ["\(id): \(words) with \(count) pairs"])
    }

    private func check(_ budget: Budget, _ rows: [LimitFigure], _ id: String) -> [String] {
        let total: Int
        switch budget.quantity {
        case .distance(let field):
            let (volunteers, residents) = (cohort.volunteers.places(field), cohort.residents.places(field))
            total = pairs.reduce(0) { sum, pair in
                guard let a = volunteers[pair.volunteer], let b = residents[pair.resident] else { return sum }
                let metres = b.coordinate.metres(to: a.coordinate)
                return sum + metres / 100 + (metres % 100 == 0 ? 0 : 1)
            }
        case .number(let field, let side):
            let numbers = cohort[side].numbers(field)
            total = pairs.reduce(0) { $0 + (numbers[person($1, side)] ?? 0) }
        }
        let excess = total > budget.atMost ? ["\(id): \(total), at most \(budget.atMost) allowed"] : []
        return excess + differs(id, rows, total)
    }

    private func check(_ hours: Hours, _ rows: [LimitFigure], _ id: String) -> [String] {
        var available = cohort.volunteers.numbers(hours.field)
        if case .duration = hours.load { available = available.map { $0.map { $0 * 60 } } }
        let isMinutes = if case .duration = hours.load { true } else { false }
        let running = Dictionary(grouping: history.runningPairs, by: \.volunteer)
        let rowOf = Dictionary(
            zip(cohort.residents.ids, cohort.residents.ids.indices), uniquingKeysWith: { first, _ in first })
        let errands = Dictionary(grouping: history.errands, by: \.volunteer)
        func load(_ resident: Int) -> Int {
            switch hours.load {
            case .fixed(let load): load
            case .field(let field), .duration(let field): cohort.residents.numbers(field)[resident] ?? 0
            }
        }
        return check(id, rows, most: available, per: hours.period, load: { load($0.resident) }) { id, first in
            if programme.errands == nil {
                return (running[id] ?? []).reduce(0) { sum, pair in
                    if case .fixed(let load) = hours.load { return sum + load }
                    return sum + (rowOf[pair.resident].map(load) ?? 0)
                }
            }
            guard let period = hours.period else { return 0 }
            let minutes = held(id, errands[id] ?? []).filter { firstDay(period, $0.date) == first }.reduce(0)
            { $0 + $1.minutes }
            return isMinutes ? minutes : minutes / 60 + (minutes % 60 == 0 ? 0 : 1)
        }
    }

    /// The days on which the ledger holds something of a volunteer, with the minutes that count.
    private func held(
        _ id: PersonID, _ errands: [TakenErrand]
    ) -> [(date: CivilDate, minutes: Int)] {
        let recorded = history.minutes[id] ?? [:]
        return Set(errands.map(\.plan.date) + recorded.keys).map { date in
            let planned = errands.filter { $0.plan.date == date }.map { $0.plan.end - $0.plan.start }
            return (date, max(planned.reduce(0, +), recorded[date] ?? 0))
        }
    }

    private func check(_ count: ErrandCount, _ rows: [LimitFigure], _ id: String) -> [String] {
        let most = cohort.volunteers.numbers(count.field).map { $0 ?? .max }
        let errands = Dictionary(grouping: history.errands, by: \.volunteer)
        return check(id, rows, most: most, per: count.period, load: { _ in 1 }) { id, first in
            (errands[id] ?? []).count { firstDay(count.period, $0.plan.date) == first }
        }
    }

    /// A volunteer's loads in every period of the calendar against the volunteer's own number, less what the ledger holds.
    private func check(
        _ id: String, _ rows: [LimitFigure], most offered: [Int?], per period: Period?, load: (Pair) -> Int,
        held: (PersonID, _ first: Int) -> Int
    ) -> [String] {
        let dates = programme.errands.map { cohort.residents.dates($0.spec.date) }
        var used: [[Int]: Int] = [:]
        for pair in pairs {
            let start = period.flatMap { period in dates?[pair.resident].map { firstDay(period, $0) } } ?? 0
            used[[pair.volunteer, start], default: 0] += load(pair)
        }
        func most(_ key: [Int]) -> Int {
            let own = offered[key[0]] ?? 0
            return own == .max ? own : max(0, own - held(cohort.volunteers.ids[key[0]], key[1]))
        }
        let over = used.sorted { $0.key.lexicographicallyPrecedes($1.key) }.filter { $1 > most($0) }
        let full = used.count { $1 > 0 && $1 == most($0) }
        return over.map { "\(id): \(cohort.volunteers.ids[$0[0]]) with \($1)" }
            + (rows.isEmpty && full == 0 ? [] : differs(id, rows, full))
    }

    /// The day on which the period of a date begins, counted from the calendar itself.
    private func firstDay(_ period: Period, _ date: CivilDate) -> Int {
        var day = date.dayNumber
        switch period {
        case .week: while CivilDate(dayNumber: day).weekday != .monday { day -= 1 }
        case .month: while CivilDate(dayNumber: day).components.day != 1 { day -= 1 }
        }
        return day
    }

    private func check(fewest side: Side, _ rows: [LimitFigure]) -> [String] {
        let table = cohort[side]
        guard let capacity = programme.leastPartners[side] else { return [] }
        var partners = Array(repeating: 0, count: table.count)
        for pair in pairs { partners[person(pair, side)] += 1 }
        var findings: [String] = []
        var exact = 0
        for index in partners.indices {
            let least =
                switch capacity {
                case .fixed(let number): number
                case .field(let field): table.numbers(field)[index] ?? 0
                }
            guard least > 0 else { continue }
            if partners[index] == least { exact += 1 }
            guard partners[index] < least else { continue }
            // Counting candidates looks at everybody, so it is asked last.
            let mayGoWithout =
                partners[index] == 0
                && (programme.orNone.contains(side) || (places[side] ?? [])[index] < least
                    || candidates(side, index, least) < least)
            if !mayGoWithout {
                findings.append("\(table.ids[index]): \(partners[index]) partners, at least \(least) asked")
            }
        }
        return findings
            + (rows.isEmpty && exact == 0 ? [] : differs("capacity-\(side.rawValue)", rows, exact))
    }
}
