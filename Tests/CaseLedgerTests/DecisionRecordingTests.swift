import CaseLedger
import Records
import Testing

@Suite("decisions in the ledger") struct DecisionRecordingTests {
    private func started() throws -> Ledger {
        let ledger = try MadeLedger().writing()
        try ledger.record(run: MadeLedger.run())
        return ledger
    }

    private func record(_ entries: [DecisionEntry], _ ledger: Ledger) throws -> Recording {
        try ledger.record(decisions: entries, programme: "neighbours")
    }

    @Test("an accepted pair runs for the programme's calendar months: 31 August to 28 February")
    func accepted() throws {
        let ledger = try MadeLedger().writing()
        try ledger.record(run: MadeLedger.run(asOf: day("2026-08-31")))
        #expect(try record([.accepted("V1", "R1", "2026-08-31")], ledger) == Recording(new: 1))
        let snapshot = try ledger.snapshot()
        let pair = try #require(snapshot.pairs.first)
        #expect(pair.start == day("2026-08-31") && pair.plannedEnd == day("2027-02-28"))
        let left = snapshot.stays.filter { $0.reason == .paired }
        #expect(left.count == 2 && left.allSatisfy { $0.left == day("2026-08-31") })
        let history = try ledger.history(programme: "neighbours", asOf: day("2026-09-01"))
        #expect(history.running == [.volunteer: [PersonID("V1"): 1], .resident: [PersonID("R1"): 1]])
        #expect(history.undecided == 1 && history.overdue == 0)
        #expect(try ledger.history(programme: "neighbours", asOf: day("2027-03-01")).overdue == 1)
    }

    @Test("a decline parks whoever declined for the days of the reason, or until the day in the row")
    func parked() throws {
        let ledger = try started()
        let entries = [
            DecisionEntry(
                row: 2, pair: pair2("V1", "R1"), decision: .declinedByVolunteer, reason: .schedule,
                date: day("2026-11-05")),
            DecisionEntry(
                row: 3, pair: pair2("V2", "R2"), decision: .declinedByResident, reason: .distance,
                date: day("2026-11-06"), parkedUntil: day("2026-12-24")),
        ]
        #expect(try record(entries, ledger) == Recording(new: 2))
        let december = try ledger.history(programme: "neighbours", asOf: day("2026-12-01"))
        #expect(
            december.parked == [
                .volunteer: [PersonID("V1"): day("2026-12-05")],
                .resident: [PersonID("R2"): day("2026-12-24")],
            ])
        #expect(december.declined == [pair2("V1", "R1"), pair2("V2", "R2")])
        #expect(december.partners.isEmpty && december.running.isEmpty)
        let later = try ledger.history(programme: "neighbours", asOf: day("2026-12-24"))
        #expect(later.parked.isEmpty, "from the day itself they take part again")
    }

    @Test("a coordinator's decline, and a reason without days, park nobody")
    func notParked() throws {
        let ledger = try started()
        let entries = [
            DecisionEntry(
                row: 2, pair: pair2("V1", "R1"), decision: .declinedByCoordinator, reason: .schedule,
                date: day("2026-11-05")),
            DecisionEntry(
                row: 3, pair: pair2("V2", "R2"), decision: .declinedByResident, reason: .distance,
                date: day("2026-11-05")),
        ]
        #expect(try record(entries, ledger) == Recording(new: 2))
        #expect(try ledger.history(programme: "neighbours", asOf: day("2026-11-06")).parked.isEmpty)
    }

    @Test("who withdraws leaves the pool")
    func withdrawn() throws {
        let ledger = try started()
        let entry = DecisionEntry(
            row: 2, pair: pair2("V1", "R1"), decision: .declinedByResident, reason: .withdrawn,
            date: day("2026-11-05"))
        _ = try record([entry], ledger)
        let gone = try ledger.snapshot().stays.filter { $0.left != nil }
        #expect(gone.map(\.reason) == [.withdrawn] && gone[0].left == day("2026-11-05"))
    }

    @Test("the same file twice changes nothing; rows that wait are counted and leave nothing")
    func idempotent() throws {
        let ledger = try started()
        let entries = [
            DecisionEntry.accepted("V1", "R1", "2026-11-05"),
            DecisionEntry(
                row: 3, pair: pair2("V2", "R2"), decision: .pending, date: day("2026-11-05")),
        ]
        #expect(try record(entries, ledger) == Recording(new: 1, pending: 1))
        let before = try ledger.snapshot()
        #expect(try record(entries, ledger) == Recording(known: 1, pending: 1))
        #expect(try record(entries + entries, ledger) == Recording(known: 2, pending: 2))
        #expect(try ledger.snapshot() == before)
    }

    @Test("one bad row, and nothing of the file is recorded; every bad row is named")
    func allOrNothing() throws {
        let ledger = try started()
        let before = try ledger.snapshot()
        let found = refusals {
            try record(
                [
                    .accepted("V1", "R1", "2026-11-05", row: 2),
                    .accepted("V9", "R1", "2026-11-05", row: 3),
                    .accepted("V1", "R2", "2026-11-05", row: 4),
                    .accepted("V2", "R2", "2026-10-30", row: 5),
                    DecisionEntry(
                        row: 6, pair: pair2("V2", "R2"), decision: .declinedByResident,
                        date: day("2026-11-05")),
                    DecisionEntry(
                        row: 7, pair: pair2("V2", "R2"), decision: .accepted, reason: .other,
                        date: day("2026-11-05")),
                    DecisionEntry(
                        row: 8, pair: pair2("V2", "R2"), decision: .declinedByCoordinator, reason: .other,
                        date: day("2026-11-05"), parkedUntil: day("2026-12-01")),
                ], ledger)
        }
        #expect(found.map(\.row) == [3, 4, 5, 6, 7, 8])
        let problems = [
            "no such volunteer", "not proposed", "before the run (2026-11-01)", "reason is missing",
            "An accepted pair has a reason", "Only the person who declined",
        ]
        for (refusal, words) in zip(found, problems) {
            #expect(refusal.problem.en.contains(words), "\(refusal)")
            #expect(!refusal.problem.ja.isEmpty && !refusal.cure.ja.isEmpty && !refusal.cure.en.isEmpty)
        }
        #expect(try ledger.snapshot() == before)
    }

    @Test("a decision belongs to the run that is named, by id or day, and to no other")
    func runs() throws {
        let ledger = try started()
        let id = "neighbours-2026-11-01-aaaaaaaa"
        let other = refusals {
            try record([.accepted("V1", "R1", "2026-11-05", run: "neighbours-2026-10-01-ffffffff")], ledger)
        }
        #expect(other.first?.problem.en.contains(id) == true)
        #expect(try record([.accepted("V1", "R1", "2026-11-05", run: id)], ledger).new == 1)
        #expect(try record([.accepted("V2", "R2", "2026-11-05", run: "2026-11-01")], ledger).new == 1)
    }

    @Test("a proposal of a replaced run takes no decision")
    func superseded() throws {
        let ledger = try started()
        try ledger.record(run: MadeLedger.run(digest: "b", proposals: [("V3", "R3")]))
        let found = refusals { try record([.accepted("V1", "R1", "2026-11-05")], ledger) }
        #expect(found.first?.problem.en.contains("replaced") == true)
    }

    @Test("what contradicts an earlier record is refused with what it says")
    func contradiction() throws {
        let ledger = try started()
        _ = try record([.accepted("V1", "R1", "2026-11-05")], ledger)
        let found = refusals {
            try record(
                [
                    .accepted("V1", "R1", "2026-11-06", row: 2),
                    DecisionEntry(
                        row: 3, pair: pair2("V1", "R1"), decision: .declinedByResident, reason: .other,
                        date: day("2026-11-05")),
                ], ledger)
        }
        #expect(found.map(\.row) == [2, 3])
        #expect(
            found.allSatisfy { $0.problem.en.contains("(2026-11-05 accepted, start 2026-11-05)") },
            "\(found)")
    }

    @Test("nobody gets more running pairs than places, and an ended pair gives its place back")
    func places() throws {
        let ledger = try MadeLedger().writing()
        try ledger.record(run: MadeLedger.run(proposals: [("V1", "R1"), ("V3", "R1"), ("V3", "R2")]))
        _ = try record([.accepted("V1", "R1", "2026-11-05")], ledger)
        let found = refusals { try record([.accepted("V3", "R1", "2026-11-06")], ledger) }
        #expect(found.first?.problem.en == "R1 has 1 places and 1 running pairs already.")
        _ = try ledger.record(outcomes: [.of("V1", "R1", "2026-11-20", .health)], programme: "neighbours")
        #expect(try record([.accepted("V3", "R1", "2026-11-21")], ledger).new == 1)
        #expect(try record([.accepted("V3", "R2", "2026-11-21")], ledger).new == 1, "V3 has two places")
    }

    @Test("ids are compared byte by byte: a compatibility variant is another person")
    func bytes() throws {
        let ledger = try MadeLedger().writing()
        try ledger.record(
            run: MadeLedger.run(proposals: [("V1", "神")], residents: ["神", "\u{FA19}"]))
        #expect(try ledger.snapshot().people.count == 5)
        let found = refusals { try record([.accepted("V1", "\u{FA19}", "2026-11-05")], ledger) }
        #expect(found.first?.problem.en.contains("not proposed") == true)
    }
}
