import CaseLedger
import Compatibility
import Programmes
import Records

/// What is left of the volunteers' own limits beside what the ledger holds: errands taken on, hours on record, running
/// pairs.
struct ReducedLimits: Sendable {
    /// One of the programme's limits, for the volunteers of whom it leaves less than they offer.
    struct Reduced: Sendable {
        let label: Bilingual
        /// `nil` for hours of every week, in programmes of pairs.
        let period: Period?
        /// What is left, never below 0, by row of the volunteer and first day of the period.
        let left: [Int: [CivilDate: Int]]
        /// What each row of the residents would take, and the period it falls into; `nil` without a date.
        fileprivate(set) var loads: [Int]
        fileprivate(set) var starts: [CivilDate?]
    }

    /// By the limit's place in the programme.
    private(set) var limits: [Int: Reduced] = [:]
    /// Running pairs with residents of whom the exports do not say how many hours they take.
    private(set) var unknownLoads = 0

    init() {}

    init(_ programme: Programme, _ cohort: Cohort, _ history: LedgerHistory) {
        let used = Used(history)
        for (index, limit) in programme.limits.enumerated() {
            switch limit {
            case .hours(let hours) where hours.period != nil && programme.errands != nil:
                limits[index] = errands(hours, programme, cohort, used)
            case .hours(let hours) where programme.errands == nil:
                limits[index] = pairs(hours, cohort, history)
            case .count(let count):
                limits[index] = Self.reduced(
                    count.label, count.period, programme, cohort, loads: cohort.residents.ids.map { _ in 1 },
                    available: cohort.volunteers.numbers(count.field)
                ) { used.errands(of: $0, count.period) }
            default: continue
            }
        }
    }

    /// Hours by week or month: what was taken on and what was recorded.
    private func errands(
        _ hours: Hours, _ programme: Programme, _ cohort: Cohort, _ used: Used
    ) -> Reduced? {
        guard let period = hours.period else { return nil }
        let available = cohort.volunteers.numbers(hours.field)
        let isMinutes = if case .duration = hours.load { true } else { false }
        return Self.reduced(
            hours.label, period, programme, cohort, loads: Self.loads(hours, cohort),
            available: isMinutes ? available.map { $0.map { $0 * 60 } } : available
        ) { id in
            // Whole hours where the programme counts in hours: an hour that was begun is used.
            used.minutes(of: id, period).mapValues { isMinutes ? $0 : ($0 + 59) / 60 }
        }
    }

    private static func reduced(
        _ label: Bilingual, _ period: Period, _ programme: Programme, _ cohort: Cohort, loads: [Int],
        available: [Int?], used: (PersonID) -> [CivilDate: Int]
    ) -> Reduced? {
        var left: [Int: [CivilDate: Int]] = [:]
        for (row, id) in cohort.volunteers.ids.enumerated() {
            guard let most = available[row] else { continue }
            // Of periods that are over nothing is left to be given.
            for (start, amount) in used(id) where start >= period.start(of: cohort.asOf) && amount > 0 {
                left[row, default: [:]][start] = max(0, most - amount)
            }
        }
        guard !left.isEmpty else { return nil }
        let dates = programme.errands.map { cohort.residents.dates($0.spec.date) } ?? []
        return Reduced(
            label: label, period: period, left: left, loads: loads,
            starts: dates.map { $0.map(period.start) })
    }

    /// Hours of every week: running pairs go on taking theirs.
    private mutating func pairs(_ hours: Hours, _ cohort: Cohort, _ history: LedgerHistory) -> Reduced? {
        let loads = Self.loads(hours, cohort)
        var taken: [PersonID: Int] = [:]
        let rows = Dictionary(
            zip(cohort.residents.ids, loads), uniquingKeysWith: { first, _ in first })
        let known = Set(cohort.volunteers.ids)
        for pair in history.runningPairs where known.contains(pair.volunteer) {
            if case .fixed(let load) = hours.load {
                taken[pair.volunteer, default: 0] += load
            } else if let load = rows[pair.resident] {
                taken[pair.volunteer, default: 0] += load
            } else {
                unknownLoads += 1
            }
        }
        let available = cohort.volunteers.numbers(hours.field)
        let isMinutes = if case .duration = hours.load { true } else { false }
        var left: [Int: [CivilDate: Int]] = [:]
        for (row, id) in cohort.volunteers.ids.enumerated() {
            guard let used = taken[id], used > 0, let most = available[row] else { continue }
            left[row] = [cohort.asOf: max(0, (isMinutes ? most * 60 : most) - used)]
        }
        guard !left.isEmpty else { return nil }
        return Reduced(
            label: hours.label, period: nil, left: left, loads: loads, starts: loads.map { _ in cohort.asOf })
    }

    /// What each row of the residents takes.
    private static func loads(_ hours: Hours, _ cohort: Cohort) -> [Int] {
        switch hours.load {
        case .fixed(let load): cohort.residents.ids.map { _ in load }
        case .field(let field), .duration(let field): cohort.residents.numbers(field).map { $0 ?? 0 }
        }
    }

    /// The same where only these rows of the residents take part.
    func taking(residents rows: [Int]) -> ReducedLimits {
        var copy = self
        for (index, limit) in limits {
            copy.limits[index]?.loads = rows.map { limit.loads[$0] }
            if !limit.starts.isEmpty { copy.limits[index]?.starts = rows.map { limit.starts[$0] } }
        }
        return copy
    }

    /// What a limit leaves to a volunteer in a period; `nil` where the ledger takes nothing of it.
    func left(ofLimit index: Int, volunteer: Int, start: CivilDate) -> Int? {
        limits[index]?.left[volunteer]?[start]
    }

    /// Who has nothing left in a period, by row, with what is used up.
    var usedUp: [Int: Bilingual] {
        var texts: [Int: Bilingual] = [:]
        for (_, limit) in limits.sorted(by: { $0.key < $1.key }) {
            for (volunteer, periods) in limit.left {
                guard let start = periods.filter({ $0.value == 0 }).keys.min() else { continue }
                texts[volunteer] = texts[volunteer] ?? limit.usedUp(from: start)
            }
        }
        return texts
    }
}

extension ReducedLimits.Reduced {
    /// `hours a week: used up by what the ledger holds (week from 2026-11-30)`.
    fileprivate func usedUp(from start: CivilDate) -> Bilingual {
        let when =
            switch period {
            case .week?: Bilingual(ja: "（\(start)からの週）", en: " (week from \(start))")
            case .month?: Bilingual(ja: "（\(start)からの月）", en: " (month from \(start))")
            case nil: Bilingual(ja: "", en: "")
            }
        return Bilingual(
            ja: "台帳の記録で「\(label.ja)」を使い切っている\(when.ja)",
            en: "\(label.en): used up by what the ledger holds\(when.en)")
    }
}

/// What the ledger holds of volunteers, by day.
struct Used {
    private var minutesOfDay: [PersonID: [CivilDate: Int]]
    private var errandsOfDay: [PersonID: [CivilDate: Int]] = [:]

    /// What is on record for the day of an errand is that errand: of the two the longer counts.
    init(_ history: LedgerHistory) {
        minutesOfDay = history.minutes
        var planned: [PersonID: [CivilDate: Int]] = [:]
        for taken in history.errands {
            let (id, date) = (taken.volunteer, taken.plan.date)
            planned[id, default: [:]][date, default: 0] += taken.plan.end - taken.plan.start
            errandsOfDay[id, default: [:]][date, default: 0] += 1
        }
        for (id, days) in planned {
            minutesOfDay[id, default: [:]].merge(days, uniquingKeysWith: max)
        }
    }

    func minutes(of id: PersonID, _ period: Period) -> [CivilDate: Int] {
        Self.sums(minutesOfDay[id] ?? [:], period)
    }

    func errands(of id: PersonID, _ period: Period) -> [CivilDate: Int] {
        Self.sums(errandsOfDay[id] ?? [:], period)
    }

    private static func sums(_ days: [CivilDate: Int], _ period: Period) -> [CivilDate: Int] {
        days.reduce(into: [:]) { $0[period.start(of: $1.key), default: 0] += $1.value }
    }
}

/// What a volunteer has left is enough for the pair.
///
/// A limit that is overdrawn so takes away pairs and never makes a problem unsolvable.
struct ReducedLimitRule: PairRule {
    let reduced: ReducedLimits

    var id: String { "used-up" }

    func label(in cohort: Cohort) -> Bilingual {
        Bilingual(ja: "残りの時間・回数に収まる", en: "within what is left of hours and errands")
    }

    func test(in cohort: Cohort) -> @Sendable (Int, Int) -> Bool {
        let limits = reduced.limits.sorted { $0.key < $1.key }.map(\.value)
        return { volunteer, resident in limits.allSatisfy { $0.leaves(volunteer, resident) } }
    }

    func refusal(volunteer: Int, resident: Int, in cohort: Cohort) -> Bilingual {
        let limit = reduced.limits.sorted { $0.key < $1.key }.map(\.value).first {
            !$0.leaves(volunteer, resident)
        }
        guard let limit else { return label(in: cohort) }
        return Bilingual(
            ja: "「\(limit.label.ja)」の残りでは足りない（台帳の記録を引いた値）",
            en: "not enough is left of \(limit.label.en) beside what the ledger holds")
    }
}

extension ReducedLimits.Reduced {
    /// Whether what is left is enough for a pair.
    fileprivate func leaves(_ volunteer: Int, _ resident: Int) -> Bool {
        guard let own = left[volunteer], let start = starts[resident], let rest = own[start] else {
            return true
        }
        return loads[resident] <= rest
    }
}
