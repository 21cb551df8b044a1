import CaseLedger
import Foundation
import Records
import TestSupport
import Testing

/// Errands in the ledger: requests Q1 to Q4 of two people, whom V1 and V2 help.
@Suite("errands in the ledger") struct ErrandRecordingTests {
    private let made: MadeLedger
    private let ledger: Ledger
    private let programme = "spot"

    init() throws {
        made = try MadeLedger()
        ledger = try made.writing()
        try ledger.record(run: Self.run())
    }

    /// Q1 and Q2 on 10 November at nine and at half past nine, Q3 on the 20th, Q4 online on 5 December.
    private static func run(
        _ asOf: String = "2026-11-01", digest: Character = "a", helpers: [String] = ["V1", "V1", "V1", "V2"]
    ) -> RunRecord {
        let plans = [
            PlannedErrand(date: day("2026-11-10"), start: 540, end: 600, municipality: "13110"),
            PlannedErrand(date: day("2026-11-10"), start: 570, end: 660, municipality: "13110"),
            PlannedErrand(date: day("2026-11-20"), start: 540, end: 720, municipality: "13113"),
            PlannedErrand(date: day("2026-12-05"), start: 600, end: 690, municipality: nil),
        ]
        let requesters = ["A-SECRET", "A-SECRET", "B", "B"]
        return RunRecord(
            programme: LedgerProgramme(id: "spot", name: Bilingual("Spot")), asOf: day(asOf),
            digest: String(repeating: digest, count: 64),
            people: ["V1", "V2"].map {
                RunRecord.Person(side: .volunteer, id: PersonID($0), state: .proposed, places: 4)
            }
                + zip(1..., requesters).map { number, requester in
                    RunRecord.Person(
                        side: .resident, id: PersonID("Q\(number)"), applied: day("2026-10-20"),
                        state: .proposed, requester: PersonID(requester))
                },
            proposals: zip(helpers, plans).enumerated().map { index, proposal in
                RunRecord.Proposal(
                    pair: pair2(proposal.0, "Q\(index + 1)"), fit: 1, rank: 1, errand: proposal.1)
            })
    }

    private func decide(_ entries: DecisionEntry...) throws -> Recording {
        try ledger.record(decisions: entries, programme: programme)
    }

    private func history(_ asOf: String) throws -> LedgerHistory {
        try ledger.history(programme: programme, asOf: day(asOf))
    }

    @Test("who takes an errand on stays in the pool; the request does not, and the time of the day is taken")
    func accepted() throws {
        #expect(try decide(.accepted("V1", "Q1", "2026-11-03"), .accepted("V1", "Q3", "2026-11-03")).new == 2)
        let history = try history("2026-12-01")
        #expect(history.running == [.resident: [PersonID("Q1"): 1, PersonID("Q3"): 1]])
        #expect(history.partners == [pair2("V1", "A-SECRET"), pair2("V1", "B")], "by whose errand it was")
        #expect(history.runningPairs.isEmpty && history.overdue == 0)
        #expect(history.errands.isEmpty, "November is over, and so is its last week")
        let november = try self.history("2026-11-15").errands
        #expect(november.map(\.request) == [PersonID("Q1"), PersonID("Q3")])
        #expect(november.map { $0.plan.end - $0.plan.start } == [60, 180])
        // The Monday before 2 December lies in November: what a week counts is read from there.
        #expect(try self.history("2026-11-24").errands.count == 2)
        let stays = try ledger.snapshot().stays.filter { $0.left == nil }
        let waiting = try ledger.snapshot().people.filter { person in
            stays.contains { $0.person == person.number }
        }
        #expect(waiting.map(\.id.text) == ["V1", "V2", "Q2", "Q4"])
    }

    @Test("one volunteer an errand, and nobody at two errands at a time")
    func taken() throws {
        #expect(try decide(.accepted("V1", "Q1", "2026-11-03")).new == 1)
        let overlap = refusals { try decide(.accepted("V1", "Q2", "2026-11-04", row: 7)) }
        #expect(overlap.map(\.row) == [7])
        #expect(overlap.first?.problem.en == "V1 has taken on Q1 at the same time.")
        // The next run proposes Q1 to somebody else, though it is taken.
        try ledger.record(run: Self.run("2026-11-05", digest: "b", helpers: ["V2", "V2"]))
        let second = refusals { try decide(.accepted("V2", "Q1", "2026-11-06")) }
        #expect(second.first?.problem.en == "V1 has taken this errand on already.")
        #expect(try decide(.accepted("V2", "Q2", "2026-11-06")).new == 1, "V2 is free at that time")
        let late = refusals { try decide(.accepted("V1", "Q3", "2026-11-21")) }
        #expect(late.first?.problem.en == "The day lies after the errand (2026-11-20).")
    }

    @Test("an errand for two takes two volunteers, not three and not the same twice")
    func forTwo() throws {
        var run = Self.run("2026-11-05", digest: "b", helpers: ["V1"])
        run.people = run.people.map { person in
            var person = person
            if person.id == PersonID("Q1") { person.places = 2 }
            return person
        }
        run.people.append(RunRecord.Person(side: .volunteer, id: PersonID("V3"), state: .proposed))
        run.proposals += ["V2", "V3"].map {
            RunRecord.Proposal(pair: pair2($0, "Q1"), fit: 1, rank: 1, errand: run.proposals[0].errand)
        }
        try ledger.record(run: run)
        #expect(try decide(.accepted("V1", "Q1", "2026-11-06")).new == 1)
        run.digest = String(repeating: "c", count: 64)
        run.asOf = day("2026-11-07")
        try ledger.record(run: run)
        let twice = refusals { try decide(.accepted("V1", "Q1", "2026-11-08")) }
        #expect(twice.first?.problem.en == "V1 has taken this errand on already.")
        #expect(try decide(.accepted("V2", "Q1", "2026-11-08")).new == 1)
        let third = refusals { try decide(.accepted("V3", "Q1", "2026-11-08")) }
        #expect(third.first?.problem.en == "V1 has taken this errand on already.")
        #expect(try history("2026-11-09").running == [.resident: [PersonID("Q1"): 2]])
    }

    @Test("an errand is done on its day and not before, and given up until then and not after")
    func outcomes() throws {
        _ = try decide(.accepted("V1", "Q1", "2026-11-03"), .accepted("V1", "Q3", "2026-11-03"))
        func record(_ request: String, _ date: String, _ reason: EndReason? = nil) throws -> Recording {
            try ledger.record(outcomes: [.of("V1", request, date, reason)], programme: programme)
        }
        #expect(
            refusals { try record("Q1", "2026-11-09") }.first?.problem.en
                == "The errand is not done before its day (2026-11-10).")
        #expect(
            refusals { try record("Q1", "2026-11-11", .health) }.first?.problem.en
                == "The day lies after the errand (2026-11-10).")
        #expect(try record("Q1", "2026-11-10").new == 1)
        #expect(try record("Q3", "2026-11-12", .health).new == 1)

        // Q3 is open again since its application, and not for V1; of V1's November only Q1 is left.
        let history = try history("2026-11-15")
        #expect(history.running == [.resident: [PersonID("Q1"): 1]])
        #expect(history.declined == [pair2("V1", "Q3")])
        #expect(history.partners == [pair2("V1", "A-SECRET")])
        #expect(history.errands.map(\.request) == [PersonID("Q1")])
        #expect(history.waitingSince[PersonID("Q3")] == day("2026-10-20"))
        #expect(history.waitingSince[PersonID("Q1")] == nil)
        try ledger.record(
            run: Self.run("2026-11-15", digest: "b", helpers: ["V2", "V2", "V2"]))
        #expect(try self.history("2026-11-16").waitingSince[PersonID("Q3")] == day("2026-10-20"))
        #expect(try decide(.accepted("V2", "Q3", "2026-11-16")).new == 1)
        let stays = try ledger.snapshot().stays
        let snapshot = try ledger.snapshot()
        func count(_ id: String) -> Int {
            stays.count { stay in
                snapshot.people.contains { $0.number == stay.person && $0.id == PersonID(id) }
            }
        }
        #expect(count("Q1") == 1, "an errand that is done asks for nobody again")
        #expect(count("Q3") == 2)
    }

    @Test("errands are over when their day is past, and none of them is due a follow-up")
    func followUp() throws {
        _ = try decide(.accepted("V1", "Q1", "2026-11-03"), .accepted("V2", "Q4", "2026-11-03"))
        let snapshot = try ledger.snapshot()
        for (asOf, running) in [
            ("2026-11-02", 0), ("2026-11-10", 2), ("2026-11-11", 1), ("2026-12-05", 1), ("2026-12-06", 0),
        ] {
            let list = FollowUpList(snapshot, asOf: day(asOf))
            #expect(list.running == running && list.items.isEmpty && list.due == 0, "\(asOf)")
        }
    }

    @Test("forgetting who asked forgets all their requests, once the last of them is over")
    func forgetting() throws {
        _ = try decide(.accepted("V1", "Q1", "2026-11-03"))
        #expect(throws: LedgerError.self) { try ledger.forget(PersonID("A-SECRET")) }
        try ledger.record(run: Self.run("2026-11-11", digest: "b", helpers: []))
        let forgetting = try ledger.forget(PersonID("A-SECRET"))
        #expect(forgetting.people == 2 && forgetting.pairs == 1 && forgetting.programmes == ["spot"])
        let people = try ledger.snapshot().people.map(\.id.text)
        #expect(people == ["V1", "V2", "Q3", "Q4"])
        #expect(Data(try made.folder.bytes(of: "musubi.sqlite")).range(of: Data("A-SECRET".utf8)) == nil)
        // The volunteer was there all the same.
        #expect(try ledger.snapshot().pairs.count == 1)
    }
}
