import CaseLedger
import Records
import Testing

@Suite("runs in the ledger") struct RunRecordingTests {
    @Test("a run puts its people into the pool from the day of their application, with its proposals")
    func first() throws {
        let made = try MadeLedger()
        let recorded = try made.writing().record(run: MadeLedger.run())
        #expect(recorded.isNew && recorded.replaced.isEmpty)
        #expect(recorded.id == "neighbours-2026-11-01-aaaaaaaa")
        let snapshot = try made.snapshot()
        #expect(snapshot.programmes.map(\.id) == ["neighbours"] && snapshot.programmes[0].months == 6)
        #expect(snapshot.people.map(\.id.text) == ["V1", "V2", "V3", "R1", "R2", "R3"])
        #expect(snapshot.people[3].groups == ["situation": ["student"], "languages": ["en", "zh"]])
        #expect(
            snapshot.stays.map(\.entered)
                == Array(repeating: day("2026-08-01"), count: 3)
                + Array(repeating: day("2026-09-15"), count: 3))
        #expect(snapshot.stays.allSatisfy { $0.left == nil })
        #expect(snapshot.appearances.map(\.state).filter { $0 == .unmatched }.count == 2)
        #expect(snapshot.proposals.map(\.fit) == [100, 99] && snapshot.proposals.map(\.rank) == [1, 1])
    }

    @Test("the same run twice changes nothing")
    func again() throws {
        let made = try MadeLedger()
        try made.writing().record(run: MadeLedger.run())
        let before = try made.snapshot()
        #expect(try made.writing().record(run: MadeLedger.run()).isNew == false)
        #expect(try made.snapshot() == before)
    }

    @Test("another run of the same day replaces an undecided one, and giving the first again brings it back")
    func replaced() throws {
        let made = try MadeLedger()
        let ledger = try made.writing()
        try ledger.record(run: MadeLedger.run())
        let second = try ledger.record(run: MadeLedger.run(digest: "b", proposals: [("V3", "R3")]))
        #expect(second.replaced == ["neighbours-2026-11-01-aaaaaaaa"])
        #expect(try ledger.snapshot().runs.map(\.isSuperseded) == [true, false])
        #expect(
            try ledger.record(run: MadeLedger.run()).replaced == ["neighbours-2026-11-01-bbbbbbbb"])
        #expect(try ledger.snapshot().runs.map(\.isSuperseded) == [false, true])
    }

    @Test(
        "a run of which something was decided is not replaced: another of its day is refused, before the work too"
    )
    func decided() throws {
        let made = try MadeLedger()
        let ledger = try made.writing()
        try ledger.record(run: MadeLedger.run())
        _ = try ledger.record(decisions: [.accepted("V1", "R1", "2026-11-05")], programme: "neighbours")
        #expect(try ledger.record(run: MadeLedger.run()).isNew == false, "the same again is known")
        let before = try ledger.snapshot()
        func error(_ body: () throws(LedgerError) -> Void) -> String {
            do throws(LedgerError) {
                try body()
                return "none"
            } catch {
                return "\(error.exitCode) \(error.lines(file: "l")[0].en)"
            }
        }
        let found = [
            error { () throws(LedgerError) in try ledger.record(run: MadeLedger.run(digest: "b")) },
            error { () throws(LedgerError) in
                try ledger.requireRun(programme: "neighbours", asOf: day("2026-11-01"))
            },
        ]
        for text in found {
            #expect(
                text.hasPrefix("65 decisions of the run as of 2026-11-01 (neighbours-2026-11-01-aaaaaaaa)"))
            #expect(text.contains("give a later --as-of"))
        }
        #expect(try ledger.snapshot() == before)
        let early = error { () throws(LedgerError) in
            try ledger.requireRun(programme: "neighbours", asOf: day("2026-10-31"))
        }
        #expect(
            early.hasPrefix("65 the ledger holds a run as of 2026-11-01, so none can follow as of 2026-10-31")
        )
        try ledger.requireRun(programme: "neighbours", asOf: day("2026-11-02"))
        try ledger.requireRun(programme: "another", asOf: day("2026-01-01"))
    }

    @Test("a run of an earlier day than the last one is refused")
    func early() throws {
        let made = try MadeLedger()
        let ledger = try made.writing()
        try ledger.record(run: MadeLedger.run())
        #expect(throws: LedgerError.self) {
            try ledger.record(run: MadeLedger.run(asOf: day("2026-10-31"), digest: "b"))
        }
        #expect(try ledger.snapshot().runs.count == 1)
    }

    @Test("who is missing from an export leaves the pool, and coming back has waited all along")
    func absent() throws {
        let made = try MadeLedger()
        let ledger = try made.writing()
        try ledger.record(run: MadeLedger.run())
        try ledger.record(
            run: MadeLedger.run(asOf: day("2026-12-01"), digest: "b", residents: ["R1", "R2"]))
        let gone = try #require(try ledger.snapshot().stays.last)
        #expect(gone.left == day("2026-12-01") && gone.reason == .absent)
        #expect(
            try ledger.history(programme: "neighbours", asOf: day("2027-01-01"))
                .waitingSince[PersonID("R3")] == day("2026-09-15"))
        try ledger.record(run: MadeLedger.run(asOf: day("2027-01-01"), digest: "c"))
        let stays = try ledger.snapshot().stays
        #expect(stays.count == 6 && stays.allSatisfy { $0.left == nil })
    }

    @Test("a re-match is a new pair of the same person, who has waited since the end of the last one")
    func rematch() throws {
        let made = try MadeLedger()
        let ledger = try made.writing()
        try ledger.record(run: MadeLedger.run())
        _ = try ledger.record(decisions: [.accepted("V1", "R1", "2026-11-05")], programme: "neighbours")
        _ = try ledger.record(outcomes: [.of("V1", "R1", "2026-12-20", .moved)], programme: "neighbours")
        let history = try ledger.history(programme: "neighbours", asOf: day("2027-01-01"))
        #expect(history.partners == [pair2("V1", "R1")] && history.running.isEmpty)
        #expect(history.waitingSince[PersonID("R1")] == day("2026-12-20"))
        #expect(history.waitingSince[PersonID("R2")] == day("2026-09-15"))
        try ledger.record(
            run: MadeLedger.run(asOf: day("2027-01-01"), digest: "b", proposals: [("V3", "R1")]))
        _ = try ledger.record(decisions: [.accepted("V3", "R1", "2027-01-04")], programme: "neighbours")
        let snapshot = try ledger.snapshot()
        let resident = try #require(snapshot.people.first { $0.id == PersonID("R1") })
        #expect(snapshot.pairs.filter { $0.resident == resident.number }.count == 2)
        #expect(
            snapshot.stays.filter { $0.person == resident.number }.map { [$0.entered, $0.left] }
                == [
                    [day("2026-09-15"), day("2026-11-05")], [day("2026-12-20"), day("2027-01-04")],
                ])
    }

    @Test(
        "a rematch ends nobody's wait, replaces no batch of its day, and leaves out for whom a proposal waits"
    )
    func betweenBatches() throws {
        let made = try MadeLedger()
        let ledger = try made.writing()
        try ledger.record(run: MadeLedger.run())
        _ = try ledger.record(decisions: [.accepted("V1", "R1", "2026-11-05")], programme: "neighbours")
        _ = try ledger.record(outcomes: [.of("V1", "R1", "2026-11-20", .moved)], programme: "neighbours")
        func history(_ date: String) throws -> LedgerHistory {
            try ledger.history(programme: "neighbours", asOf: day(date))
        }
        #expect(try history("2026-11-19").ended.isEmpty)
        let before = try history("2026-12-01")
        #expect(before.ended == [PersonID("R1")])
        // V2 and R2 have not said what they think of each other; two months later nobody asks any more.
        #expect(before.pending == [pair2("V2", "R2")])
        #expect(try history("2027-01-02").pending.isEmpty)

        try ledger.record(run: MadeLedger.run(asOf: day("2026-12-01"), digest: "b", proposals: []))
        var rematch = MadeLedger.run(
            asOf: day("2026-12-01"), digest: "c", proposals: [("V3", "R1")], residents: ["R1"])
        rematch.isRematch = true
        #expect(try ledger.record(run: rematch).replaced.isEmpty)
        #expect(try ledger.record(run: rematch).isNew == false)
        let snapshot = try ledger.snapshot()
        #expect(snapshot.stays.allSatisfy { $0.reason != .absent })
        // Its own proposal keeps nobody out of the same rematch once more, and everybody out of the next.
        #expect(try history("2026-12-01").pending == [pair2("V2", "R2")])
        #expect(try history("2026-12-02").pending.contains(pair2("V3", "R1")))
        _ = try ledger.record(decisions: [.accepted("V3", "R1", "2026-12-03")], programme: "neighbours")
        #expect(try history("2026-12-04").ended.isEmpty)
        try ledger.requireRun(programme: "neighbours", asOf: day("2026-12-01"))
        #expect(throws: LedgerError.self) {
            try ledger.requireRun(programme: "neighbours", asOf: day("2026-12-01"), isRematch: true)
        }
    }
}
