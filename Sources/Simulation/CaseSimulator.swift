package import Records

/// Makes up what becomes of proposals, with true rates that are known.
///
/// Each proposal has streams of its own, named by its two people and the day of its run: the same proposal has the same
/// course whatever else was proposed and however often it is asked for.
package struct CaseSimulator: Sendable {
    /// The question that is asked before and after.
    package static let ease = "暮らしやすさ / ease of life"
    /// The question of the early survey.
    package static let liking = "相手との相性 / getting on"

    package let rates: CaseRates
    /// How long a pair is to last.
    package let months: Int
    private let seed: UInt64

    package init(seed: UInt64, months: Int, rates: CaseRates = CaseRates()) {
        self.seed = seed
        self.months = months
        self.rates = rates
    }

    /// The whole course of a proposal.
    package func course(of pair: PairKey, proposed: CivilDate) -> CaseCourse {
        var stream = stream(pair, proposed, "decision")
        // Answered, and started, before the next month's run.
        let decided = CivilDate(dayNumber: proposed.dayNumber + stream.number(in: 3...12))
        guard !stream.chance(perMille: rates.accepted) else {
            let start = CivilDate(dayNumber: decided.dayNumber + stream.number(in: 0...10))
            return CaseCourse(
                pair: pair, proposed: proposed, decision: .accepted, reason: nil, decided: decided,
                life: life(of: pair, proposed: proposed, decided: decided, start: start))
        }
        let decision = stream.pick([
            Decision.declinedByResident, .declinedByResident, .declinedByVolunteer, .declinedByVolunteer,
            .declinedByCoordinator,
        ])
        let reason = stream.pick([
            DecisionReason.schedule, .schedule, .schedule, .noAnswer, .noAnswer, .distance, .partnerWishes,
            .language, .other,
        ])
        return CaseCourse(
            pair: pair, proposed: proposed, decision: decision, reason: reason, decided: decided, life: nil)
    }

    private func stream(_ pair: PairKey, _ proposed: CivilDate, _ part: String) -> RandomStream {
        RandomStream(
            seed: seed,
            name: ["case", pair.volunteer.text, pair.resident.text, proposed.description, part])
    }

    private func life(
        of pair: PairKey, proposed: CivilDate, decided: CivilDate, start: CivilDate
    ) -> CaseCourse.PairLife {
        let end = end(of: pair, start: start, stream(pair, proposed, "end"))
        var stream = stream(pair, proposed, "meetings")
        let isOnline = stream.chance(perMille: 300)
        let cadence = stream.pick([7, 7, 14, 14, 14, 21, 30])
        var contacts: [CaseCourse.Contact] = []
        var day =
            start.dayNumber
            + (stream.chance(perMille: rates.earlyFirstMeeting)
                ? stream.number(in: 1...13) : stream.number(in: 15...35))
        while day < end.date.dayNumber {
            contacts.append(
                CaseCourse.Contact(
                    date: CivilDate(dayNumber: day), kind: isOnline ? "online" : "meeting",
                    isMade: stream.chance(perMille: rates.meetingsMade)))
            day += cadence + stream.number(in: -2...2)
        }
        for month in 0..<months {
            let due = start.adding(months: month).dayNumber + 20 + stream.below(8)
            let isMade = stream.chance(perMille: rates.followUpsMade)
            guard due < end.date.dayNumber else { break }
            contacts.append(
                CaseCourse.Contact(date: CivilDate(dayNumber: due), kind: "call", isMade: isMade))
        }
        contacts.sort { ($0.date, $0.kind) < ($1.date, $1.kind) }
        return CaseCourse.PairLife(
            start: start, mode: isOnline ? "online" : "in-person", cadenceDays: cadence, end: end,
            contacts: contacts,
            answers: answers(decided: decided, start: start, end: end, self.stream(pair, proposed, "survey")))
    }

    /// The earliest of three ends, or the full time: the resident leaves, the volunteer leaves, the pair gives up.
    private func end(of pair: PairKey, start: CivilDate, _ own: RandomStream) -> CaseCourse.End {
        var stream = own
        let planned = start.adding(months: months)
        let leaving = Leaving(seed: seed, rates: rates)
        let resident = leaving.day(of: pair.resident, on: .resident, from: start, before: planned)
        let volunteer = leaving.day(of: pair.volunteer, on: .volunteer, from: start, before: planned)
        let wentHome = stream.chance(perMille: 600)
        var given: CivilDate?
        for month in 0..<months where given == nil {
            let first = start.adding(months: month)
            if stream.chance(perMille: rates.ending) {
                given = CivilDate(
                    dayNumber: first.dayNumber + stream.below(start.adding(months: month + 1) - first))
            }
        }
        let reason = stream.pick([
            "schedule", "schedule", "work", "work", "family", "health", "mismatch", "no-contact", "other",
        ])
        let continued = stream.chance(perMille: rates.continued)
        let isAsked = stream.chance(perMille: rates.askedAfterwards)
        let left = [resident, volunteer].compactMap(\.self).min()
        if let left, given.map({ left <= $0 }) ?? true {
            let reason = left == resident && wentHome ? "left-country" : "moved"
            return CaseCourse.End(date: left, reason: reason, isExcused: true, continued: nil)
        }
        if let given {
            return CaseCourse.End(date: given, reason: reason, isExcused: false, continued: nil)
        }
        return CaseCourse.End(
            date: planned, reason: nil, isExcused: false, continued: isAsked ? continued : nil)
    }

    /// What the resident answers before the start, a month into the pair, and after its full time.
    private func answers(
        decided: CivilDate, start: CivilDate, end: CaseCourse.End, _ own: RandomStream
    ) -> [CaseCourse.Answer] {
        var stream = own
        // From 2 to 4, so that a change of one point never leaves the scale.
        let before = stream.number(in: 2...4)
        let place = stream.below(1000)
        let change = place < rates.rising ? 1 : place < rates.rising + rates.falling ? -1 : 0
        let isLow = stream.chance(perMille: rates.lowEarlyScore)
        let liking = isLow ? stream.number(in: 1...2) : stream.number(in: 3...5)
        let early = CivilDate(dayNumber: start.dayNumber + 28 + stream.below(7))
        let after = CivilDate(dayNumber: end.date.dayNumber + 2 + stream.below(8))
        let all = [
            (CaseCourse.Answer(date: decided, wave: "before", item: Self.ease, score: before), true),
            (
                CaseCourse.Answer(date: early, wave: "early", item: Self.liking, score: liking),
                early < end.date
            ),
            (
                CaseCourse.Answer(date: after, wave: "after", item: Self.ease, score: before + change),
                end.reason == nil
            ),
        ]
        return all.filter { stream.chance(perMille: rates.answering) && $0.1 }.map(\.0)
    }
}
