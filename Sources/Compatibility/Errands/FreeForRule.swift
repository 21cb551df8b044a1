package import Records

/// The volunteer is free long enough on the day of the errand, inside its window and the opening hours.
package struct FreeForRule: PairRule {
    package let spec: ErrandSpec

    package init(spec: ErrandSpec) {
        self.spec = spec
    }

    package var id: String { "free-\(spec.freeTime)" }

    package func label(in cohort: Cohort) -> Bilingual {
        Bilingual(ja: "希望の日時に空いている", en: "free at the time of the errand")
    }

    package func test(in cohort: Cohort) -> @Sendable (Int, Int) -> Bool {
        let errands = spec.errands(in: cohort)
        let free = FreeForRule.freeTimes(spec.freeTime, in: cohort)
        return { volunteer, resident in
            guard let errand = errands[resident] else { return false }
            return DayPlan.start(of: errand, from: 0, free[volunteer][errand.date.weekday.rawValue]) != nil
        }
    }

    package func refusal(volunteer: Int, resident: Int, in cohort: Cohort) -> Bilingual {
        guard let errand = spec.errands(in: cohort)[resident] else {
            return Bilingual(ja: "日時が分からない", en: "the time of the errand is not known")
        }
        let day = errand.date.weekday.shortName
        return Bilingual(
            ja: "\(errand.date)（\(day.ja)）\(errand.window)に\(Wording.minutes(errand.minutes).ja)続けて空いていない",
            en:
                "not free for \(Wording.minutes(errand.minutes).en) on \(day.en) \(errand.date), \(errand.window)"
        )
    }

    /// The stretches of free time of every volunteer, by day of the week from Monday.
    package static func freeTimes(_ field: String, in cohort: Cohort) -> [[[ClockWindow]]] {
        cohort.volunteers.weeklies(field).map { week in
            Weekday.allCases.map { day in week?.windows(on: day) ?? [] }
        }
    }
}
