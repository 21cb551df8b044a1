package import Records

/// When a pair needs a call; every number is a programme's to choose.
package struct FollowUpRules: Hashable, Sendable {
    /// A pair that has not met by then, in days from its start.
    package var firstMeetingDays = 14
    /// Days between meetings where a pair has neither agreed on any nor shown its own.
    package var cadenceDays = 14
    /// A score of so many hundredths of the best, or fewer, is low.
    package var lowScorePercent = 40
    /// The planned end is near from so many days before it.
    package var endNearDays = 30

    package init() {}
}

/// Why a pair needs a call.
package enum FollowUpReason: Hashable, Sendable {
    /// A low score in the early survey.
    case lowSurvey(score: Int, scale: Int, item: String)
    case noFirstMeeting(days: Int)
    /// No meeting and no chat for more than twice the days between the pair's meetings.
    case silence(days: Int, cadence: Int)
    /// Past its planned end, without an outcome.
    case overdue(days: Int)
    case endNear(days: Int)

    /// How much it counts: the sum orders the list.
    package var risk: Int {
        switch self {
        case .lowSurvey: 4
        case .noFirstMeeting, .silence: 3
        case .overdue: 2
        case .endNear: 1
        }
    }

    /// The reason in words.
    package var text: Bilingual {
        switch self {
        case .lowSurvey(let score, let scale, let item):
            Bilingual(
                ja: "開始直後のアンケートが低い（\(item): \(scale)点満点の\(score)）",
                en: "low early survey (\(item): \(score) of \(scale))")
        case .noFirstMeeting(let days):
            Bilingual(ja: "開始から\(days)日、まだ会っていない", en: "not met yet, \(days) days after the start")
        case .silence(let days, let cadence):
            Bilingual(
                ja: "\(days)日活動がない（ふだんは\(cadence)日おき）",
                en: "silent for \(days) days (usually every \(cadence))")
        case .overdue(let days):
            Bilingual(
                ja: "予定の終わりから\(days)日、終了の記録がない", en: "\(days) days past the planned end, no outcome recorded")
        case .endNear(let days):
            Bilingual(ja: "予定の終わりまであと\(days)日", en: "\(days) days to the planned end")
        }
    }
}

/// A pair that needs a call.
package struct FollowUpItem: Hashable, Sendable {
    package let programme: String
    /// `nil` for somebody who was forgotten.
    package let volunteer: PersonID?
    package let resident: PersonID?
    package let start: CivilDate
    package let plannedEnd: CivilDate?
    /// The last meeting or chat.
    package let lastActivity: CivilDate?
    /// The last follow-up that reached the pair.
    package let lastContact: CivilDate?
    /// The most serious first.
    package let reasons: [FollowUpReason]

    package var risk: Int { reasons.reduce(0) { $0 + $1.risk } }
}

/// Who needs a call on a day, and how many of the contacts that were due were made.
package struct FollowUpList: Hashable, Sendable {
    /// By risk, then by the start of the pair, then by id.
    package let items: [FollowUpItem]
    /// Pairs that run on the day.
    package let running: Int
    /// Months of pairs that ended in the fiscal year of the day up to it: in each of them a follow-up is due.
    package let due: Int
    /// Of them, those with at least one follow-up that was made.
    package let made: Int

    /// Looks at one programme or at all of them, and at nothing that lies after `asOf`.
    package init(
        _ snapshot: LedgerSnapshot, asOf: CivilDate, programme: String? = nil,
        rules: FollowUpRules = FollowUpRules()
    ) {
        let view = PairView(snapshot, asOf: asOf, rules: rules)
        let pairs = snapshot.pairs.filter { pair in
            pair.start <= asOf && programme.map { $0.utf8.elementsEqual(pair.programme.utf8) } ?? true
        }
        let running = pairs.filter { view.isRunning($0) }
        items = running.compactMap(view.item).sorted {
            if $0.risk != $1.risk { return $0.risk > $1.risk }
            if $0.start != $1.start { return $0.start < $1.start }
            let a = [$0.resident?.text ?? "", $0.volunteer?.text ?? ""]
            let b = [$1.resident?.text ?? "", $1.volunteer?.text ?? ""]
            return a.lexicographicallyPrecedes(b)
        }
        self.running = running.count
        let months = pairs.map(view.dueMonths)
        due = months.reduce(0) { $0 + $1.due }
        made = months.reduce(0) { $0 + $1.made }
    }
}

/// What a ledger says of one pair up to a day.
private struct PairView {
    let asOf: CivilDate
    let rules: FollowUpRules
    private let ids: [Int: PersonID]
    private let contacts: [Int: [LedgerSnapshot.Contact]]
    private let outcomes: [Int: LedgerSnapshot.Outcome]
    private let surveysOfPair: [Int: [LedgerSnapshot.Survey]]
    private let surveysOfPerson: [Int: [LedgerSnapshot.Survey]]

    init(_ snapshot: LedgerSnapshot, asOf: CivilDate, rules: FollowUpRules) {
        self.asOf = asOf
        self.rules = rules
        ids = Dictionary(snapshot.people.map { ($0.number, $0.id) }, uniquingKeysWith: { first, _ in first })
        contacts = Dictionary(grouping: snapshot.contacts.filter { $0.date <= asOf }, by: \.pair)
        outcomes = Dictionary(
            snapshot.outcomes.filter { $0.date <= asOf }.map { ($0.pair, $0) },
            uniquingKeysWith: { first, _ in first })
        let surveys = snapshot.surveys.filter { $0.date <= asOf && $0.wave == .early }
        surveysOfPair = Dictionary(grouping: surveys.filter { $0.pair != nil }, by: { $0.pair ?? 0 })
        surveysOfPerson = Dictionary(grouping: surveys.filter { $0.pair == nil }, by: { $0.person ?? 0 })
    }

    /// An errand is over when its day is past, whether that was recorded or not.
    func isRunning(_ pair: LedgerSnapshot.Pair) -> Bool {
        outcomes[pair.number] == nil && pair.errand.map { $0 >= asOf } ?? true
    }

    /// A running pair with its reasons; `nil` where it has none.
    func item(_ pair: LedgerSnapshot.Pair) -> FollowUpItem? {
        // Nobody meets before the day of an errand, and nothing is due after it.
        guard pair.errand == nil else { return nil }
        let made = (contacts[pair.number] ?? []).filter(\.isMade)
        let meetings = made.filter(\.kind.isMeeting).map(\.date).sorted()
        let activity = made.filter { !$0.kind.isFollowUp }.map(\.date).max()
        var reasons = lowSurveys(pair)
        if meetings.isEmpty, asOf - pair.start >= rules.firstMeetingDays {
            reasons.append(.noFirstMeeting(days: asOf - pair.start))
        }
        let cadence = pair.cadenceDays ?? shownCadence(meetings) ?? rules.cadenceDays
        if let activity, !meetings.isEmpty, asOf - activity > 2 * cadence {
            reasons.append(.silence(days: asOf - activity, cadence: cadence))
        }
        if let end = pair.plannedEnd {
            if asOf > end {
                reasons.append(.overdue(days: asOf - end))
            } else if end - asOf <= rules.endNearDays {
                reasons.append(.endNear(days: end - asOf))
            }
        }
        guard !reasons.isEmpty else { return nil }
        return FollowUpItem(
            programme: pair.programme, volunteer: pair.volunteer.flatMap { ids[$0] },
            resident: pair.resident.flatMap { ids[$0] }, start: pair.start, plannedEnd: pair.plannedEnd,
            lastActivity: activity, lastContact: made.filter(\.kind.isFollowUp).map(\.date).max(),
            reasons: reasons)
    }

    /// The worst answer only: one is reason enough.
    private func lowSurveys(_ pair: LedgerSnapshot.Pair) -> [FollowUpReason] {
        let own = [pair.volunteer, pair.resident].compactMap(\.self).flatMap { surveysOfPerson[$0] ?? [] }
            .filter { $0.date >= pair.start }
        let low = ((surveysOfPair[pair.number] ?? []) + own).filter {
            $0.score * 100 <= $0.scale * rules.lowScorePercent
        }
        let worst = low.min { $0.score * $1.scale < $1.score * $0.scale }
        return worst.map { [.lowSurvey(score: $0.score, scale: $0.scale, item: $0.item)] } ?? []
    }

    /// The median of the days between meetings, once there were three; of an even number the mean of the middle two,
    /// rounded up.
    private func shownCadence(_ meetings: [CivilDate]) -> Int? {
        guard meetings.count >= 3 else { return nil }
        let gaps = zip(meetings.dropFirst(), meetings).map { $0 - $1 }.filter { $0 > 0 }.sorted()
        guard let last = gaps.last, gaps.count > 1 else { return gaps.first }
        let (middle, isEven) = (gaps.count / 2, gaps.count % 2 == 0)
        return min(last, isEven ? (gaps[middle - 1] + gaps[middle] + 1) / 2 : gaps[middle])
    }

    /// The months of a pair that ended in the fiscal year, counted from its start, and those with a follow-up.
    func dueMonths(_ pair: LedgerSnapshot.Pair) -> (due: Int, made: Int) {
        guard pair.errand == nil else { return (0, 0) }
        let end = min(asOf, outcomes[pair.number]?.date ?? asOf)
        let year = FiscalYear(containing: asOf)
        let followUps = (contacts[pair.number] ?? []).filter { $0.isMade && $0.kind.isFollowUp }.map(\.date)
        var (due, made, month) = (0, 0, 0)
        while pair.start.adding(months: month + 1) <= end {
            let (from, to) = (pair.start.adding(months: month), pair.start.adding(months: month + 1))
            month += 1
            guard year.contains(to) else { continue }
            due += 1
            if followUps.contains(where: { from <= $0 && $0 < to }) { made += 1 }
        }
        return (due, made)
    }
}
