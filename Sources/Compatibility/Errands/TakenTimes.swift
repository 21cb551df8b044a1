package import Records

/// The errands that volunteers have taken on before this run: their times are taken.
package struct TakenTimes: Hashable, Sendable {
    private var errands: [PersonID: [CivilDate: [Errand]]] = [:]

    package init() {}

    package var isEmpty: Bool { errands.isEmpty }

    /// Adds an errand that takes place exactly in its window.
    package mutating func add(_ errand: Errand, of volunteer: PersonID) {
        errands[volunteer, default: [:]][errand.date, default: []].append(errand)
    }

    /// What a volunteer has taken on for a day, in the order in which it was added.
    package func of(_ volunteer: PersonID, on date: CivilDate) -> [Errand] {
        errands[volunteer]?[date] ?? []
    }
}

extension DayPlan {
    /// Plans errands of one day around those that are fixed; `nil` where no order works.
    ///
    /// A fixed errand stays where it is, also where the volunteer's free time has changed since; its visit is not among
    /// `visits`.
    package init?(_ errands: [Errand], around fixed: [Errand], free: [ClockWindow], travel: Travel) {
        guard let all = DayPlan(errands + fixed, free: free + fixed.map(\.window), travel: travel) else {
            return nil
        }
        self.init(visits: all.visits.filter { $0.index < errands.count })
    }
}

/// The volunteer has taken on nothing that day that leaves no time for the errand.
package struct TakenTimeRule: PairRule {
    package let spec: ErrandSpec
    package let taken: TakenTimes

    package init(spec: ErrandSpec, taken: TakenTimes) {
        self.spec = spec
        self.taken = taken
    }

    package var id: String { "taken-time" }

    package func label(in cohort: Cohort) -> Bilingual {
        Bilingual(ja: "引き受け済みの依頼と両立する", en: "time beside errands taken on before")
    }

    package func test(in cohort: Cohort) -> @Sendable (Int, Int) -> Bool {
        let errands = spec.errands(in: cohort)
        let free = FreeForRule.freeTimes(spec.freeTime, in: cohort)
        let ids = cohort.volunteers.ids
        return { volunteer, resident in
            guard let errand = errands[resident] else { return true }
            let fixed = taken.of(ids[volunteer], on: errand.date)
            if fixed.isEmpty { return true }
            let own = free[volunteer][errand.date.weekday.rawValue]
            // Who would not be free anyway fails another rule.
            guard DayPlan.start(of: errand, from: 0, own) != nil else { return true }
            return fixed.count < spec.mostPerDay
                && DayPlan([errand], around: fixed, free: own, travel: spec.travel) != nil
        }
    }

    package func refusal(volunteer: Int, resident: Int, in cohort: Cohort) -> Bilingual {
        let date = cohort.residents.dates(spec.date)[resident]
        let fixed = date.map { taken.of(cohort.volunteers.ids[volunteer], on: $0) } ?? []
        let times = Bilingual(fixed.map { "\($0.date) \($0.window)" }.joined(separator: ", "))
        return Bilingual(ja: "引き受け済みの依頼がある（\(times.ja)）", en: "has taken on an errand (\(times.en))")
    }
}
