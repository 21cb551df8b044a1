import Evidence
package import Records

/// A resident who entered the pool in a year, with what followed until the as-of date.
struct AnnualApplicant: Sendable {
    let person: Int
    let entered: CivilDate
    let withdrew: CivilDate?
    let isRefused: Bool
    /// Their first pair from then on.
    let pair: CasePair?
    let wasProposed: Bool

    /// Days from entry to partner.
    var daysToPair: Int? { pair.map { $0.start - entered } }
}

/// The cases of one report: all that had happened by the as-of date, of all people or of one company's.
struct AnnualCases: Sendable {
    let history: CaseHistory
    let asOf: CivilDate
    let months: Int
    let people: [Int: CasePerson]
    /// The last day by pair on which somebody is on record to have met or to have been reached.
    private let lastSeen: [Int: CivilDate]

    init(_ history: CaseHistory, _ request: AnnualRequest) {
        var known = history
        if case .company(let key) = request.edition { known = known.restricted(toCompany: key) }
        known.pairs = known.pairs.filter { $0.start <= request.asOf }
        known.proposals = known.proposals.filter { $0.date <= request.asOf }
        known.entries = known.entries.filter { $0.entered <= request.asOf }
        known.sessions = known.sessions.filter { $0.date <= request.asOf }
        self.history = known
        asOf = request.asOf
        months = request.months
        people = Dictionary(known.people.map { ($0.number, $0) }) { first, _ in first }
        let contacts = known.contacts.filter(\.isMade).map { ($0.pair, $0.date) }
        let meetings = known.pairs.compactMap { pair in pair.firstMeeting.map { (pair.number, $0) } }
        lastSeen = Dictionary((contacts + meetings).filter { $0.1 <= request.asOf }, uniquingKeysWith: max)
    }

    /// Residents whose first entry of the year lies in it, by day and number.
    func applicants(in year: FiscalYear) -> [AnnualApplicant] {
        let pairs = Dictionary(grouping: history.pairs.filter { $0.resident != nil }) { $0.resident ?? 0 }
        let proposals = Dictionary(grouping: history.proposals.filter { $0.resident != nil }) {
            $0.resident ?? 0
        }
        var seen: Set<Int> = []
        return history.entries.filter { year.contains($0.entered) && people[$0.person]?.side == .resident }
            .sorted { ($0.entered, $0.person) < ($1.entered, $1.person) }
            .filter { seen.insert($0.person).inserted }
            .map { entry in
                AnnualApplicant(
                    person: entry.person, entered: entry.entered,
                    withdrew: entry.withdrew.flatMap { $0 <= asOf ? $0 : nil },
                    isRefused: entry.isEligible == false,
                    pair: (pairs[entry.person] ?? []).filter { $0.start >= entry.entered }
                        .min { ($0.start, $0.number) < ($1.start, $1.number) },
                    wasProposed: (proposals[entry.person] ?? []).contains { $0.date >= entry.entered })
            }
    }

    /// Pairs that started in the year, in order.
    func pairs(in year: FiscalYear) -> [CasePair] {
        history.pairs.filter { year.contains($0.start) && course(of: $0) != nil }
            .sorted { ($0.start, $0.number) < ($1.start, $1.number) }
    }

    /// The course of a pair; one that is recorded as completed has no end of its own.
    func course(of pair: CasePair) -> Course? {
        let early = pair.end.flatMap { $0.reason == nil ? nil : $0 }
        return Course(
            start: pair.start.dayNumber, due: pair.start.adding(months: months).dayNumber,
            end: early?.date.dayNumber, isExcused: early?.isExcused ?? false,
            seenUntil: pair.end == nil ? max(pair.start, lastSeen[pair.number] ?? pair.start).dayNumber : nil)
    }

    /// How a pair stands.
    func standing(of pair: CasePair) -> Course.Standing? { course(of: pair)?.standing(asOf: asOf.dayNumber) }

    /// Whether a pair's time is over, however it went.
    func isOver(_ pair: CasePair) -> Bool { pair.start.adding(months: months) <= asOf }

    /// Whether a pair's time is over and it is on record how it went.
    func isMature(_ pair: CasePair) -> Bool { isOver(pair) && standing(of: pair) != .unrecorded }
}

extension CaseHistory {
    /// The dimension by which companies are told apart.
    package static let companyKey = "company"

    /// The rows of one company's people: theirs, and the pairs and proposals that they are in.
    func restricted(toCompany key: String) -> CaseHistory {
        var part = self
        part.people = people.filter { $0.groups[Self.companyKey]?.contains(key) ?? false }
        let numbers = Set(part.people.map(\.number))
        func isOurs(_ person: Int?) -> Bool { person.map(numbers.contains) ?? false }
        part.entries = entries.filter { numbers.contains($0.person) }
        part.proposals = proposals.filter { isOurs($0.resident) || isOurs($0.volunteer) }
        part.pairs = pairs.filter { isOurs($0.resident) || isOurs($0.volunteer) }
        let pairNumbers = Set(part.pairs.map(\.number))
        part.contacts = contacts.filter { pairNumbers.contains($0.pair) }
        part.answers = answers.filter { numbers.contains($0.person) }
        part.activities = activities.filter { numbers.contains($0.person) }
        part.sessions = sessions.compactMap { session in
            guard let ours = session.attendees?.filter(numbers.contains), !ours.isEmpty else { return nil }
            return CaseSession(
                date: session.date, minutes: session.minutes, kind: session.kind, participants: ours.count,
                attendees: ours)
        }
        // Nobody knows which part of a donation is a company's.
        part.donations = []
        part.forgotten = []
        part.dimensions = dimensions.filter { $0.key != Self.companyKey }
        return part
    }
}
