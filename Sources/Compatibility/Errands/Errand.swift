package import Records

/// One errand: a day, when on that day it may take place, how long it takes and where.
package struct Errand: Hashable, Sendable {
    package let date: CivilDate
    /// The requester's window within the opening hours, at least `minutes` long.
    package let window: ClockWindow
    package let minutes: Int
    /// `nil` for an errand online.
    package let place: Place?

    package init(date: CivilDate, window: ClockWindow, minutes: Int, place: Place?) {
        self.date = date
        self.window = window
        self.minutes = minutes
        self.place = place
    }
}

extension ErrandSpec {
    /// Whether each row of the residents is an errand online.
    package func isOnline(in cohort: Cohort) -> [Bool] {
        online?.holds(in: cohort.residents, of: cohort)
            ?? Array(repeating: false, count: cohort.residents.count)
    }

    /// The errand of every row; `nil` where an answer is missing or the errand does not fit into its window and the
    /// opening hours.
    package func errands(in cohort: Cohort) -> [Errand?] {
        let table = cohort.residents
        let dates = table.dates(date)
        let windows = table.windows(window)
        let minutes = table.numbers(duration)
        let places = table.places(place)
        let isOnline = isOnline(in: cohort)
        return table.ids.indices.map { row in
            guard let date = dates[row], let length = minutes[row],
                let window = windows[row]?.intersection(hours), window.minutes >= length,
                isOnline[row] || places[row] != nil
            else { return nil }
            return Errand(
                date: date, window: window, minutes: length, place: isOnline[row] ? nil : places[row])
        }
    }
}
