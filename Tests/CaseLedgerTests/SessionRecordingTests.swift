import CaseLedger
import Records
import Testing

@Suite("sessions, hours and donations in the ledger") struct SessionRecordingTests {
    private func hub() throws -> Ledger {
        let ledger = try MadeLedger().writing()
        try ledger.register(LedgerProgramme(id: "hub", name: Bilingual("Hub")))
        return ledger
    }

    private func session(_ attendee: String? = nil, participants: Int? = nil, row: Int = 2) -> SessionEntry {
        SessionEntry(
            row: row, key: "1", date: day("2020-06-03"), minutes: 90, title: "第1回", kind: "定例",
            participants: participants, attendee: attendee.map { PersonID($0) })
    }

    @Test("a session with a list of people counts them; who is on no side is a participant")
    func attendances() throws {
        let ledger = try hub()
        let entries = [session("P1", row: 2), session("P2", row: 3)]
        #expect(try ledger.record(sessions: entries, programme: "hub") == Recording(new: 2))
        #expect(try ledger.record(sessions: entries, programme: "hub") == Recording(known: 2))
        let snapshot = try ledger.snapshot()
        #expect(snapshot.sessions.map(\.participants) == [2] && snapshot.attendances.count == 2)
        #expect(snapshot.people.map(\.role) == [.participant, .participant])
    }

    @Test("an organiser's count stands without a list, and a longer list than the count is refused")
    func counted() throws {
        let ledger = try hub()
        #expect(try ledger.record(sessions: [session(participants: 32)], programme: "hub").new == 1)
        #expect(try ledger.snapshot().sessions.map(\.participants) == [32])
        let other = refusals { try ledger.record(sessions: [session(participants: 31)], programme: "hub") }
        #expect(other.first?.problem.en.contains("2020-06-03, 90 min, 32 participants") == true)

        let short = try hub()
        let found = refusals {
            try short.record(
                sessions: [
                    session("P1", participants: 1, row: 2), session("P2", participants: 1, row: 3),
                ], programme: "hub")
        }
        #expect(found.map(\.row) == [3])
        #expect(try short.snapshot().sessions.isEmpty)
    }

    @Test("an id that stands on both sides needs its side")
    func sides() throws {
        let ledger = try MadeLedger().writing()
        var run = MadeLedger.run(proposals: [])
        run.people.append(
            RunRecord.Person(side: .volunteer, id: PersonID("R1"), state: .unmatched))
        try ledger.record(run: run)
        var entry = session("R1")
        #expect(
            refusals { try ledger.record(sessions: [entry], programme: "neighbours") }.first?.problem.en
                .contains("both sides") == true)
        entry.side = .resident
        #expect(try ledger.record(sessions: [entry], programme: "neighbours").new == 1)
    }

    @Test("hours: known once, contradicted once, unknown people only where there are no runs")
    func hours() throws {
        func hours(_ id: String, _ minutes: Int, row: Int = 2) -> HoursEntry {
            HoursEntry(
                row: row, volunteer: PersonID(id), date: day("2026-11-03"), event: "清掃", minutes: minutes,
                points: 2)
        }
        let points = try hub()
        #expect(try points.record(hours: [hours("E1", 90)], programme: "hub") == Recording(new: 1))
        #expect(try points.record(hours: [hours("E1", 90)], programme: "hub") == Recording(known: 1))
        #expect(
            refusals { try points.record(hours: [hours("E1", 60)], programme: "hub") }.first?.problem.en
                == "The ledger holds something else (90 min).")
        // Read from the first of the month, or from its Monday where that is earlier, up to the day of a run.
        for (asOf, isThere) in [
            ("2026-11-02", false), ("2026-11-03", true), ("2026-11-30", true), ("2026-12-01", false),
        ] {
            let minutes = try points.history(programme: "hub", asOf: day(asOf)).minutes
            #expect(minutes == (isThere ? [PersonID("E1"): [day("2026-11-03"): 90]] : [:]), "\(asOf)")
        }

        let pairs = try MadeLedger().writing()
        try pairs.record(run: MadeLedger.run())
        let found = refusals {
            try pairs.record(hours: [hours("V1", 60), hours("V7", 60, row: 3)], programme: "neighbours")
        }
        #expect(found.map(\.row) == [3])
        #expect(try pairs.snapshot().activities.isEmpty)
    }

    @Test("donations: the campaign of 54 donors, once")
    func donations() throws {
        let ledger = try hub()
        let entry = DonationEntry(
            row: 2, date: day("2024-12-31"), recipient: "Spot", yen: 1_089_742, donors: 54)
        #expect(try ledger.record(donations: [entry], programme: "hub") == Recording(new: 1))
        #expect(try ledger.record(donations: [entry], programme: "hub") == Recording(known: 1))
        var other = entry
        other.yen = 1
        #expect(
            refusals { try ledger.record(donations: [other], programme: "hub") }.first?.problem.ja.contains(
                "1089742円") == true)
    }

    @Test("a programme that the ledger does not know is named, and the only one needs no name")
    func programmes() throws {
        let ledger = try hub()
        #expect(try ledger.programme(named: nil) == "hub")
        #expect(throws: LedgerError.self) { try ledger.programme(named: "pub") }
        try ledger.register(MadeLedger.programme)
        #expect(throws: LedgerError.self) { try ledger.programme(named: nil) }
        #expect(throws: LedgerError.self) { try ledger.record(hours: [], programme: "pub") }
    }
}
