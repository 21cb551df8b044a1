import CaseLedger
import Pipeline
import Records
import Reporting
import TestSupport
import Testing

@Suite("a run that remembers") struct LedgerMemoryTests {
    private func day(_ month: Int, _ day: Int) throws -> CivilDate {
        try #require(CivilDate(year: 2026, month: month, day: day))
    }

    private func pair(_ volunteer: String, _ resident: String) -> PairKey {
        PairKey(volunteer: PersonID(volunteer), resident: PersonID(resident))
    }

    /// A ledger in which V1–R1 is running since 5 October, V2 declined R3 and pauses until 15 November.
    private func ledger(_ folder: TemporaryFolder) throws -> Ledger {
        let ledger = try Ledger(writing: folder.path("l.sqlite"))
        let people = [("V1", 2), ("V2", 1)].map {
            RunRecord.Person(side: .volunteer, id: PersonID($0.0), state: .proposed, places: $0.1)
        }
        let residents = ["R1", "R2", "R3"].map {
            RunRecord.Person(side: .resident, id: PersonID($0), state: .proposed)
        }
        try ledger.record(
            run: RunRecord(
                programme: LedgerProgramme(id: "tiny", name: Bilingual("Tiny"), months: 6),
                asOf: try day(10, 1), digest: String(repeating: "0", count: 64), people: people + residents,
                proposals: [("V1", "R1"), ("V2", "R3")].map {
                    RunRecord.Proposal(pair: pair($0.0, $0.1), fit: 1, rank: 1)
                }))
        let decisions = [
            DecisionEntry(row: 2, pair: pair("V1", "R1"), decision: .accepted, date: try day(10, 5)),
            DecisionEntry(
                row: 3, pair: pair("V2", "R3"), decision: .declinedByVolunteer, reason: .schedule,
                date: try day(10, 5), parkedUntil: try day(11, 15)),
        ]
        #expect(try ledger.record(decisions: decisions, programme: "tiny").new == 2)
        return ledger
    }

    private let run = TinyRun(
        volunteers: [.init(id: "V1", places: 2), .init(id: "V2")],
        residents: [.init(id: "R1"), .init(id: "R2", level: 1), .init(id: "R3", level: 3)])

    @Test("running pairs take places, who pauses takes no part, and the record says what everybody was")
    func places() throws {
        #expect(try run.report().pairs.count == 3, "without a ledger V1 has two places and V2 one")
        let folder = try TemporaryFolder()
        let result = try run.result(remembering: try ledger(folder))
        #expect(result.report.pairText == "V1-R2")
        let reasons = result.report.unmatched.map { "\($0.resident): \($0.reason.en)" }
        #expect(reasons.first == "R1: has a running pair")
        #expect(result.report.unused.map(\.reason.en) == ["declined a proposal and pauses until 2026-11-15"])
        let record = try #require(result.record)
        #expect(
            record.people.map { "\($0.id) \($0.state) \($0.places)" } == [
                "V1 proposed 2", "V2 parked 1", "R1 paired 1", "R2 proposed 1", "R3 unmatched 1",
            ])
        #expect(record.proposals == [RunRecord.Proposal(pair: pair("V1", "R2"), fit: 75, rank: 1)])
    }

    @Test("a ledger that knows nothing of the programme changes nothing but what is recorded")
    func empty() throws {
        let folder = try TemporaryFolder()
        let ledger = try Ledger(writing: folder.path("l.sqlite"))
        let (with, without) = (try run.result(remembering: ledger), try run.result())
        #expect(with.report.pairText == without.report.pairText)
        #expect(with.record?.people.count == 5 && without.record == nil)
        for (one, other) in zip(with.files, without.files)
        where !["manifest.json", "timings.json"].contains(one.name) {
            #expect(one.name == other.name && one.bytes == other.bytes, "\(one.name)")
        }
    }
}
