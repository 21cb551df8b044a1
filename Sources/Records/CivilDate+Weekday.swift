extension CivilDate {
    /// The day of the week; 1970-01-01 was a Thursday.
    package var weekday: Weekday {
        let days = (dayNumber + 3) % 7
        return Weekday(rawValue: days < 0 ? days + 7 : days) ?? .monday
    }
}
