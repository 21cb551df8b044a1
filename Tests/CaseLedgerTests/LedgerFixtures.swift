import CaseLedger
import Records
import TestSupport
import Testing

/// A ledger of a test's own, with a programme of six months and a run of 1 November 2026.
struct MadeLedger {
    let folder: TemporaryFolder
    let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.path("musubi.sqlite")
    }

    func writing() throws -> Ledger { try Ledger(writing: path) }

    func snapshot() throws -> LedgerSnapshot { try Ledger(reading: path).snapshot() }

    static let programme = LedgerProgramme(
        id: "neighbours", name: Bilingual(ja: "近隣ペア", en: "Neighbours"), months: 6,
        parking: [.schedule: 30])

    /// Three volunteers (V3 with two places), three residents; V1–R1 and V2–R2 are proposed, R3 has nobody.
    static func run(
        asOf: CivilDate = day("2026-11-01"), digest: Character = "a",
        proposals: [(String, String)] = [("V1", "R1"), ("V2", "R2")],
        residents: [String] = ["R1", "R2", "R3"]
    ) -> RunRecord {
        let proposed = Set(proposals.flatMap { [$0.0, $0.1] })
        func person(_ side: Side, _ id: String, applied: String) -> RunRecord.Person {
            RunRecord.Person(
                side: side, id: PersonID(id), applied: day(applied),
                state: proposed.contains(id) ? .proposed : .unmatched, places: id == "V3" ? 2 : 1,
                groups: side == .resident ? ["situation": ["student"], "languages": ["en", "zh"]] : [:])
        }
        return RunRecord(
            programme: programme, asOf: asOf, digest: String(repeating: digest, count: 64),
            people: ["V1", "V2", "V3"].map { person(.volunteer, $0, applied: "2026-08-01") }
                + residents.map { person(.resident, $0, applied: "2026-09-15") },
            labels: [
                LedgerSnapshot.Label(
                    programme: "neighbours", key: "situation", value: "student",
                    text: Bilingual(ja: "留学生", en: "student"))
            ],
            proposals: proposals.enumerated().map { index, pair in
                RunRecord.Proposal(pair: pair2(pair.0, pair.1), fit: 100 - index, rank: 1)
            })
    }
}

func day(_ text: String) -> CivilDate {
    guard let day = CivilDate(iso: text) else {
        Issue.record("no day: \(text)")
        return CivilDate(dayNumber: 0)
    }
    return day
}

func pair2(_ volunteer: String, _ resident: String) -> PairKey {
    PairKey(volunteer: PersonID(volunteer), resident: PersonID(resident))
}

extension DecisionEntry {
    static func accepted(
        _ volunteer: String, _ resident: String, _ date: String, row: Int = 2, run: String? = nil
    ) -> DecisionEntry {
        DecisionEntry(
            row: row, pair: pair2(volunteer, resident), run: run, decision: .accepted, date: day(date))
    }
}

extension OutcomeEntry {
    static func of(
        _ volunteer: String, _ resident: String, _ date: String, _ reason: EndReason? = nil, row: Int = 2
    ) -> OutcomeEntry {
        OutcomeEntry(row: row, pair: pair2(volunteer, resident), date: day(date), reason: reason)
    }
}

/// The refusals of a recording; a test fails where it was accepted.
func refusals(_ body: () throws -> Recording) -> [LedgerError.Refusal] {
    do {
        let recording = try body()
        Issue.record("recorded: \(recording)")
    } catch LedgerError.refused(let refusals) {
        return refusals
    } catch {
        Issue.record("\(error)")
    }
    return []
}
