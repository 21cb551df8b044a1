/// One person at one session; the person is `nil` where only heads were counted.
package struct Attendance: Hashable, Sendable {
    package let session: Int
    package let person: Int?

    package init(session: Int, person: Int?) {
        self.session = session
        self.person = person
    }
}

/// Participations (のべ) and different people (実), which are never mixed.
///
/// How many different people came can be said only where every participation names its person: one nameless
/// head may be anybody, and the number is then unknown and not an estimate.
package struct AttendanceFigures: Hashable, Sendable {
    /// Every presence counted: のべ人数.
    package let participations: Int
    /// Different people: 実人数; `nil` where it cannot be known.
    package let people: Int?
    /// Of them, those who came more than once; `nil` likewise.
    package let returning: Int?

    /// Counts attendances; somebody who is listed twice at one session was there once.
    ///
    /// O(n).
    package init(_ attendances: [Attendance]) {
        let named = Set(attendances.filter { $0.person != nil })
        let nameless = attendances.count { $0.person == nil }
        participations = named.count + nameless
        guard nameless == 0 else {
            (people, returning) = (nil, nil)
            return
        }
        var visits: [Int: Int] = [:]
        for attendance in named { if let person = attendance.person { visits[person, default: 0] += 1 } }
        people = visits.count
        returning = visits.values.count { $0 > 1 }
    }
}
