package import Records

/// The free time of both sides on one clock, UTC, where a weekly field says in which zone its times are written.
///
/// Every person's week is moved by their distance from UTC on the as-of date, in the circle of the week. Who has no
/// zone has no free time that could be compared, as if the cell were empty.
package struct ZonedWeeks: Sendable {
    /// In UTC; `nil` where the week or the zone is missing.
    package let volunteers: [WeeklyAvailability?]
    package let residents: [WeeklyAvailability?]
    /// Quarter hours east of UTC; `nil` where the zone is missing.
    package let volunteerOffsets: [Int?]
    package let residentOffsets: [Int?]

    package init(_ field: String, in cohort: Cohort) {
        let offsets = Side.allCases.map { side -> [Int?] in
            let zones = ZonedWeeks.zones(field, side, cohort)
            // The calendar is asked once for each zone and not for each person.
            let quarters = Dictionary(
                uniqueKeysWithValues: Set(zones.compactMap { $0 }).map {
                    ($0, $0.quartersEast(on: cohort.asOf))
                })
            return zones.map { zone in zone.flatMap { quarters[$0] } }
        }
        let weeks = zip(Side.allCases, offsets).map { side, offsets in
            zip(cohort[side].weeklies(field), offsets).map { week, offset -> WeeklyAvailability? in
                guard let week, let offset else { return nil }
                return week.shifted(byQuarters: -offset)
            }
        }
        (volunteers, residents) = (weeks[0], weeks[1])
        (volunteerOffsets, residentOffsets) = (offsets[0], offsets[1])
    }

    /// The zone of each person of a side.
    static func zones(_ field: String, _ side: Side, _ cohort: Cohort) -> [TimeZoneID?] {
        switch cohort.fields[field]?.zones[side] {
        case .fixed(let zone)?: Array(repeating: zone, count: cohort[side].count)
        case .field(let name)?: cohort[side].timeZones(name)
        case nil: Array(repeating: nil, count: cohort[side].count)
        }
    }

    /// The time that two have in common, in UTC; `nil` where a week or a zone is missing.
    func common(_ volunteer: Int, _ resident: Int, block: Int) -> WeeklyAvailability? {
        guard let mine = volunteers[volunteer], let theirs = residents[resident] else { return nil }
        return mine.intersection(theirs).circularBlocks(ofAtLeast: block)
    }
}
