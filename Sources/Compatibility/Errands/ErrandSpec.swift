package import Records

/// Which fields of a programme describe an errand, and when errands take place.
///
/// A programme of kind `errands` has one; each row of its residents' export is one errand.
package struct ErrandSpec: Hashable, Sendable {
    /// Date field of the resident's row: the day of the errand.
    package var date: String
    /// Window field: when on that day it may take place.
    package var window: String
    /// Duration field: how long it takes.
    package var duration: String
    /// Place field of both sides: where the errand is, and where the volunteer lives.
    package var place: String
    /// Text field that says whose errand it is; `nil` where every row is another person.
    package var requester: String?
    /// Errands that meet this take place online: no travel, no expenses.
    package var online: FieldCondition?
    /// Weekly field of the volunteer.
    package var freeTime: String
    package var days: Set<Weekday>
    /// Opening hours: no errand begins before or ends after.
    package var hours: ClockWindow
    /// First day on which the service exists.
    package var from: CivilDate?
    /// Days between the as-of date and the first errand that can still be arranged.
    package var notice: Int
    package var travel: Travel
    /// The most errands of a volunteer on one day: 1 or 2.
    package var mostPerDay: Int

    package init(
        date: String, window: String, duration: String, place: String, requester: String? = nil,
        online: FieldCondition? = nil, freeTime: String, days: Set<Weekday>, hours: ClockWindow,
        from: CivilDate? = nil, notice: Int = 0, travel: Travel, mostPerDay: Int = 2
    ) {
        self.date = date
        self.window = window
        self.duration = duration
        self.place = place
        self.requester = requester
        self.online = online
        self.freeTime = freeTime
        self.days = days
        self.hours = hours
        self.from = from
        self.notice = notice
        self.travel = travel
        self.mostPerDay = mostPerDay
    }
}

/// How long somebody needs from one errand to the next.
package struct Travel: Hashable, Sendable {
    /// Straight-line speed from door to door, metres an hour.
    package let metresPerHour: Int
    /// Minutes that are added whatever the distance.
    package let buffer: Int

    package init(metresPerHour: Int, buffer: Int) {
        self.metresPerHour = metresPerHour
        self.buffer = buffer
    }

    /// Minutes between two errands, rounded up to five: none between two online ones, only the buffer where one of
    /// them is online.
    package func minutes(from first: Errand, to second: Errand) -> Int {
        if first.place == nil, second.place == nil { return 0 }
        guard let here = first.place, let there = second.place else { return Self.roundedUp(buffer) }
        let metres = here.coordinate.metres(to: there.coordinate)
        return Self.roundedUp(buffer + (metres * 60 + metresPerHour - 1) / metresPerHour)
    }

    /// The next multiple of five minutes.
    static func roundedUp(_ minutes: Int) -> Int { (minutes + 4) / 5 * 5 }
}
