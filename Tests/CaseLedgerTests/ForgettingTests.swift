import CaseLedger
import Foundation
import Records
import TestSupport
import Testing

@Suite("forgetting people, and copies") struct ForgettingTests {
    /// V1–R-SECRET ran from November and ended early in December; R-SECRET answered, came to a session.
    private func filled() throws -> (MadeLedger, Ledger) {
        let made = try MadeLedger()
        let ledger = try made.writing()
        try ledger.record(
            run: MadeLedger.run(
                proposals: [("V1", "R-SECRET"), ("V2", "R2")], residents: ["R-SECRET", "R2"]))
        _ = try ledger.record(decisions: [.accepted("V1", "R-SECRET", "2026-11-05")], programme: "neighbours")
        _ = try ledger.record(
            contacts: [
                ContactEntry(
                    row: 2, pair: pair2("V1", "R-SECRET"), date: day("2026-11-10"), kind: .meeting,
                    isMade: true)
            ], programme: "neighbours")
        _ = try ledger.record(
            surveys: [
                SurveyEntry(
                    row: 2, respondent: .person(.resident, PersonID("R-SECRET")), wave: .early, item: "q",
                    score: 2, scale: 5, date: day("2026-11-20"))
            ], programme: "neighbours")
        _ = try ledger.record(
            sessions: ["R-SECRET", "R2"].map {
                SessionEntry(
                    row: 2, key: "1", date: day("2026-11-08"), minutes: 60, title: "t", attendee: PersonID($0)
                )
            }, programme: "neighbours")
        return (made, ledger)
    }

    private func end(_ ledger: Ledger) throws {
        _ = try ledger.record(
            outcomes: [.of("V1", "R-SECRET", "2026-12-20", .moved)], programme: "neighbours")
    }

    @Test("somebody whose pair is running is not forgotten")
    func running() throws {
        let (_, ledger) = try filled()
        let before = try ledger.snapshot()
        #expect(throws: LedgerError.self) { try ledger.forget(PersonID("R-SECRET")) }
        #expect(try ledger.snapshot() == before)
    }

    @Test("the person's rows go, the pair and every count stay")
    func counts() throws {
        let (_, ledger) = try filled()
        try end(ledger)
        let before = try ledger.snapshot()
        let forgotten = try ledger.forget(PersonID("R-SECRET"))
        #expect(forgotten.programmes == ["neighbours"] && forgotten.people == 1 && forgotten.pairs == 1)
        let after = try ledger.snapshot()
        #expect(after.people.count == before.people.count - 1)
        #expect(after.pairs.count == 1 && after.pairs[0].resident == nil && after.pairs[0].volunteer != nil)
        #expect(after.outcomes == before.outcomes && after.contacts == before.contacts)
        #expect(after.decisions == before.decisions && after.proposals.count == before.proposals.count)
        #expect(after.surveys.isEmpty && after.attendances.count == 1)
        #expect(after.sessions.map(\.participants) == [2], "the session had two people and still has")
        #expect(after.stays.count == before.stays.count - 1)
        let counts = try #require(after.forgotten.first).counts
        #expect(counts.people == 1 && counts.proposed == 1 && counts.paired == 1)
        #expect(counts.attendances == 1 && counts.completed == 0 && counts.minutes == 0)
        #expect(after.forgotten[0].fiscalYear == FiscalYear(2026) && after.forgotten[0].role == .resident)
        // Their former partner is free, and nobody is offered a forgotten person.
        let history = try ledger.history(programme: "neighbours", asOf: day("2027-01-01"))
        #expect(history.partners.isEmpty && history.running.isEmpty)
    }

    @Test("nothing of the id can be read in the file afterwards")
    func bytes() throws {
        let (made, ledger) = try filled()
        try end(ledger)
        _ = try ledger.forget(PersonID("R-SECRET"))
        for file in try made.folder.entries() {
            let bytes = Data(try made.folder.bytes(of: file))
            #expect(bytes.range(of: Data("R-SECRET".utf8)) == nil, "\(file)")
        }
        #expect(throws: LedgerError.self) { try ledger.forget(PersonID("R-SECRET")) }
    }

    @Test("an id that stands on both sides needs its side")
    func ambiguous() throws {
        let made = try MadeLedger()
        let ledger = try made.writing()
        var run = MadeLedger.run(proposals: [])
        run.people.append(RunRecord.Person(side: .volunteer, id: PersonID("R1"), state: .unmatched))
        try ledger.record(run: run)
        #expect(throws: LedgerError.self) { try ledger.forget(PersonID("R1")) }
        #expect(try ledger.forget(PersonID("R1"), side: .resident).people == 1)
        #expect(try ledger.forget(PersonID("R1")).people == 1, "only the volunteer is left")
    }

    @Test("a copy holds the same, is the owner's alone, replaces nothing and can be used")
    func backup() throws {
        let (made, ledger) = try filled()
        let target = made.folder.path("copy.sqlite")
        try ledger.backup(to: target)
        #expect(try Ledger(reading: target).snapshot() == ledger.snapshot())
        let mode = try FileManager.default.attributesOfItem(atPath: target)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(throws: LedgerError.self) { try ledger.backup(to: target) }
        #expect(throws: LedgerError.self) { try ledger.backup(to: made.folder.path("none/copy.sqlite")) }
        #expect(try made.folder.entries().allSatisfy { !$0.contains("partial") })
        try Ledger(writing: target).record(run: MadeLedger.run(asOf: day("2026-12-01"), digest: "b"))
    }
}
