/// A day of the proleptic Gregorian calendar, without time or time zone.
///
/// Stored as the number of days since 1970-01-01, so that comparison and subtraction are integer operations.
/// The conversions follow H. Hinnant, “chrono-Compatible Low-Level Date Algorithms”
/// (https://howardhinnant.github.io/date_algorithms.html).
package struct CivilDate: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Days since 1970-01-01.
    package let dayNumber: Int

    package init(dayNumber: Int) {
        self.dayNumber = dayNumber
    }

    /// The given day, or `nil` where the calendar has no such day (2025-02-29) or the year is not 1…9999.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            day >= 1, day <= CivilDate.daysInMonth(year: year, month: month)
        else { return nil }
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        self.dayNumber = era * 146_097 + dayOfEra - 719_468
    }

    /// Reads `2026-11-01`; nothing else.
    package init?(iso text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The day of the week; 1970-01-01 was a Thursday.
    package var weekday: Weekday {
        let index = (dayNumber % 7 + 7 + Weekday.thursday.rawValue) % 7
        return Weekday.allCases[index]
    }

    /// The Monday of this day's week.
    package var monday: CivilDate { CivilDate(dayNumber: dayNumber - weekday.rawValue) }

    /// The first day of this day's month.
    package var firstOfMonth: CivilDate { CivilDate(dayNumber: dayNumber - components.day + 1) }

    /// Year, month (1…12) and day of the month (1…31).
    package var components: (year: Int, month: Int, day: Int) {
        let shifted = dayNumber + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    /// The day `months` calendar months later; where that month is shorter, its last day
    /// (31 August + 6 months = 28 February).
    package func adding(months: Int) -> CivilDate {
        let (year, month, day) = components
        let index = year * 12 + (month - 1) + months
        let newYear = index >= 0 ? index / 12 : (index - 11) / 12
        let newMonth = index - newYear * 12 + 1
        let lastDay = CivilDate.daysInMonth(year: newYear, month: newMonth)
        // Falls back on itself only outside of the years 1…9999, which no export can hold.
        return CivilDate(year: newYear, month: newMonth, day: min(day, lastDay)) ?? self
    }

    /// Whole years from `start` to this day, counted as birthdays are: the tenth year is complete on the day
    /// ten years later (29 February: on 28 February of a common year).
    ///
    /// Negative before `start`.
    package func wholeYears(since start: CivilDate) -> Int {
        var years = components.year - start.components.year
        if start.adding(months: 12 * years) > self { years -= 1 }
        return years
    }

    /// `2026-11-01`.
    package var description: String {
        let (year, month, day) = components
        func padded(_ value: Int, _ width: Int) -> String {
            let digits = String(value)
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    package static func < (a: CivilDate, b: CivilDate) -> Bool { a.dayNumber < b.dayNumber }

    /// Days from `b` to `a`.
    package static func - (a: CivilDate, b: CivilDate) -> Int { a.dayNumber - b.dayNumber }

    private static func daysInMonth(year: Int, month: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
