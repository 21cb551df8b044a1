package import Records

/// A time that the programme file states, in days or in calendar months.
package struct AgeBound: Hashable, Sendable {
    package enum Unit: String, Hashable, Sendable {
        case days
        case months
    }

    package let count: Int
    package let unit: Unit

    package init(_ count: Int, _ unit: Unit) {
        self.count = count
        self.unit = unit
    }

    /// Days from this long ago to a day.
    package func days(before day: CivilDate) -> Int {
        switch unit {
        case .days: count
        case .months: day - day.adding(months: -count)
        }
    }

    /// `90日` and `90 days`.
    package var label: Bilingual {
        switch unit {
        case .days: Bilingual(ja: "\(count)日", en: count == 1 ? "1 day" : "\(count) days")
        case .months: Bilingual(ja: "\(count)か月", en: count == 1 ? "1 month" : "\(count) months")
        }
    }
}

/// How long ago a date of one of the two lies: how long somebody waits, how old a profile is.
///
/// A date after the as-of date lies zero days ago.
package struct AgeMeasure: Measure {
    /// Which question the days answer; it decides the sentence.
    package enum Meaning: Hashable, Sendable {
        case waiting
        case freshness
    }

    package let meaning: Meaning
    package let field: String
    /// Whose date; with both sides the older of the two.
    package let sides: Set<Side>
    package let zeroAt: AgeBound
    package let fullAt: AgeBound

    package init(_ meaning: Meaning, field: String, sides: Set<Side>, zeroAt: AgeBound, fullAt: AgeBound) {
        self.meaning = meaning
        self.field = field
        self.sides = sides
        self.zeroAt = zeroAt
        self.fullAt = fullAt
    }

    package func values(in cohort: Cohort) -> @Sendable (Int, Int) -> Int? {
        let age = age(in: cohort)
        guard
            let scale = LinearScale(
                zeroAt: zeroAt.days(before: cohort.asOf), fullAt: fullAt.days(before: cohort.asOf))
        else { return { _, _ in nil } }
        return { age($0, $1).map { scale.thousandths($0) } }
    }

    package func reasons(in cohort: Cohort) -> @Sendable (Int, Int) -> Bilingual? {
        let age = age(in: cohort)
        let label = cohort.label(ofField: field)
        let meaning = meaning
        return { volunteer, resident in
            age(volunteer, resident).map { days in
                switch meaning {
                case .waiting:
                    Bilingual(
                        ja: "待機\(days)日", en: days == 1 ? "waiting for 1 day" : "waiting for \(days) days")
                case .freshness:
                    Bilingual(
                        ja: "\(label.ja)から\(days)日",
                        en: "\(label.en) \(days) \(days == 1 ? "day" : "days") ago")
                }
            }
        }
    }

    /// Days since the date; `nil` where one that is asked for is missing.
    private func age(in cohort: Cohort) -> @Sendable (Int, Int) -> Int? {
        func days(_ side: Side) -> [Int?]? {
            guard sides.contains(side) else { return nil }
            return cohort[side].dates(field).map { date in date.map { max(0, cohort.asOf - $0) } }
        }
        let volunteers = days(.volunteer)
        let residents = days(.resident)
        return { volunteer, resident in
            switch (volunteers, residents) {
            case (let mine?, nil): return mine[volunteer]
            case (nil, let theirs?): return theirs[resident]
            case (let mine?, let theirs?):
                guard let a = mine[volunteer], let b = theirs[resident] else { return nil }
                return max(a, b)
            case (nil, nil): return nil
            }
        }
    }
}
