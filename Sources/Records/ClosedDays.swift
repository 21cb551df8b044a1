/// Days on which nothing takes place: public holidays, the end of the year.
package struct ClosedDays: Hashable, Sendable {
    /// A month and a day, without a year: 29 December.
    package struct YearDay: Hashable, Comparable, Sendable {
        package let month: Int
        package let day: Int

        /// `nil` for a day that no year has.
        package init?(month: Int, day: Int) {
            // 2024 is a leap year: 29 February exists.
            guard CivilDate(year: 2024, month: month, day: day) != nil else { return nil }
            self.month = month
            self.day = day
        }

        package static func < (a: YearDay, b: YearDay) -> Bool { (a.month, a.day) < (b.month, b.day) }
    }

    /// One entry of a calendar.
    package enum Entry: Hashable, Sendable {
        /// From the first to the last day, both closed.
        case days(ClosedRange<CivilDate>, name: Bilingual)
        /// Every year, from the first to the last day; over the turn of the year where the last comes before the first.
        case everyYear(from: YearDay, to: YearDay, name: Bilingual)
    }

    package let entries: [Entry]

    package init(_ entries: [Entry] = []) {
        self.entries = entries
    }

    /// What is on that day, or `nil` where it is an ordinary one.
    package func name(of date: CivilDate) -> Bilingual? {
        let (_, month, day) = date.components
        for entry in entries {
            switch entry {
            case .days(let days, let name):
                if days.contains(date) { return name }
            case .everyYear(let from, let to, let name):
                guard let today = YearDay(month: month, day: day) else { continue }
                let isInside = from <= to ? from <= today && today <= to : from <= today || today <= to
                if isInside { return name }
            }
        }
        return nil
    }

    /// The years of which the calendar knows dated entries; `nil` where it has none.
    ///
    /// Of a year outside nobody can say which days are holidays.
    package var years: ClosedRange<Int>? {
        let years = entries.compactMap { entry -> ClosedRange<Int>? in
            guard case .days(let days, _) = entry else { return nil }
            return days.lowerBound.components.year...days.upperBound.components.year
        }
        guard let first = years.map(\.lowerBound).min(), let last = years.map(\.upperBound).max() else {
            return nil
        }
        return first...last
    }
}
