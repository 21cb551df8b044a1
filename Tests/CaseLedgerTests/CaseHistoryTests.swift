import CaseLedger
import Records
import Testing

@Suite("a ledger's snapshot as cases") struct CaseHistoryTests {
    private func date(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

    /// A volunteer, two residents and somebody of another programme; the pair of the first resident ended early.
    private func snapshot() throws -> LedgerSnapshot {
        var snapshot = LedgerSnapshot()
        snapshot.programmes = [.init(id: "p", name: Bilingual("P"), months: 6)]
        snapshot.people = [
            .init(number: 1, programme: "p", role: .volunteer, id: PersonID("V1"), groups: [:]),
            .init(number: 2, programme: "p", role: .resident, id: PersonID("R1"), groups: ["language": ["ja", "en"]]),
            .init(number: 3, programme: "p", role: .resident, id: PersonID("R2"), groups: ["language": ["ja"]]),
            .init(number: 4, programme: "q", role: .resident, id: PersonID("R9"), groups: [:]),
            .init(number: 5, programme: "p", role: .participant, id: PersonID("G1"), groups: [:]),
        ]
        snapshot.labels = [
            .init(programme: "p", key: "language", value: "", text: Bilingual(ja: "言語", en: "language")),
            .init(programme: "p", key: "language", value: "ja", text: Bilingual(ja: "日本語", en: "Japanese")),
            .init(programme: "p", key: "language", value: "en", text: Bilingual(ja: "英語", en: "English")),
            .init(programme: "q", key: "language", value: "fr", text: Bilingual("fr")),
        ]
        snapshot.stays = [
            .init(person: 2, entered: try date("2026-04-01"), left: try date("2026-05-01"), reason: .paired),
            .init(person: 3, entered: try date("2026-04-02"), left: try date("2026-06-01"), reason: .withdrawn),
            .init(person: 4, entered: try date("2026-04-03"), left: nil, reason: nil),
        ]
        snapshot.runs = [
            .init(number: 1, id: "r1", programme: "p", asOf: try date("2026-04-15"), digest: "", isSuperseded: true),
            .init(number: 2, id: "r2", programme: "p", asOf: try date("2026-04-16"), digest: "", isSuperseded: false),
        ]
        snapshot.appearances = [
            .init(run: 2, person: 2, state: .proposed, places: 1),
            .init(run: 2, person: 3, state: .refused, places: 1),
        ]
        snapshot.proposals = [
            .init(number: 1, run: 1, volunteer: 1, resident: 2, fit: 5, rank: 1),
            .init(number: 2, run: 2, volunteer: 1, resident: 2, fit: 5, rank: 1),
        ]
        snapshot.decisions = [
            .init(proposal: 2, declined: nil, date: try date("2026-05-01"), parkedUntil: nil)
        ]
        snapshot.pairs = [
            .init(
                number: 1, programme: "p", proposal: 2, volunteer: 1, resident: 2, start: try date("2026-05-01"),
                plannedEnd: try date("2026-11-01"), mode: "online", cadenceDays: nil)
        ]
        snapshot.contacts = [
            .init(pair: 1, date: try date("2026-05-09"), kind: .meeting, isMade: true),
            .init(pair: 1, date: try date("2026-05-05"), kind: .meeting, isMade: false),
            .init(pair: 1, date: try date("2026-06-01"), kind: .call, isMade: false),
        ]
        snapshot.outcomes = [
            .init(
                pair: 1, date: try date("2026-08-01"), ended: .init(reason: .moved, isExcused: true), continued: nil)
        ]
        snapshot.surveys = try [("before", 2), ("early", 3), ("after", 4)].map { wave, score in
            .init(
                person: 2, pair: 1, wave: try #require(SurveyWave(rawValue: wave)), item: "ease", score: score, scale: 5,
                date: try date("2026-07-01"))
        }
        snapshot.sessions = [
            .init(
                number: 1, programme: "p", key: "s1", date: try date("2026-05-05"), minutes: 60, title: "",
                kind: "regular", participants: 2),
            .init(
                number: 2, programme: "p", key: "s2", date: try date("2026-05-06"), minutes: 60, title: "",
                kind: nil, participants: 3),
        ]
        snapshot.attendances = [
            .init(session: 1, person: 5), .init(session: 1, person: 2), .init(session: 2, person: 5),
        ]
        return snapshot
    }

    @Test("people, entries, pairs and their ends are those of the programme, with refusals and withdrawals")
    func cases() throws {
        let history = try snapshot().caseHistory(of: "p", asOf: try date("2027-03-31"))
        #expect(history.people.map(\.number) == [1, 2, 3, 5])
        #expect(history.people.map(\.side) == [.volunteer, .resident, .resident, nil])
        #expect(history.entries.map(\.isEligible) == [true, false])
        #expect(history.entries.map(\.withdrew) == [nil, try date("2026-06-01")])
        #expect(history.proposals.map(\.decision) == [.accepted])
        let pair = try #require(history.pairs.first)
        #expect(pair.firstMeeting == (try date("2026-05-09")))
        #expect(pair.end?.reason == "moved" && pair.end?.isExcused == true)
        #expect(history.word("moved").ja == "転居")
        #expect(history.contacts.map(\.isMade) == [false])
        #expect(history.answers.map(\.isBefore) == [true, false])
    }

    @Test("a group with two answers of one person overlaps; a session without a full list names nobody")
    func groupsAndSessions() throws {
        let history = try snapshot().caseHistory(of: "p", asOf: try date("2027-03-31"))
        #expect(history.dimensions.map(\.key) == ["language"])
        #expect(history.dimensions.map(\.isExclusive) == [false])
        #expect(history.dimensions.first?.values.map(\.key) == ["ja", "en"])
        #expect(history.sessions.map(\.attendees) == [[2, 5], nil])
    }

    @Test("what was decided or ended after the day has not happened yet")
    func asOf() throws {
        let history = try snapshot().caseHistory(of: "p", asOf: try date("2026-04-20"))
        #expect(history.proposals.map(\.decision) == [nil])
        #expect(history.pairs.isEmpty && history.sessions.isEmpty && history.answers.isEmpty)
        let later = try snapshot().caseHistory(of: "p", asOf: try date("2026-07-31"))
        #expect(later.pairs.map(\.end) == [nil])
    }
}
