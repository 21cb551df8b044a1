import CaseLedger
import Pipeline
import Records
import Reporting
import TestSupport
import Testing

/// What running pairs leave of limits; V1 has two partners already, R8 and R9, who are not in the export.
@Suite("limits beside running pairs") struct ReducedLimitTests {
    private func day(_ month: Int, _ day: Int) throws -> CivilDate {
        try #require(CivilDate(year: 2026, month: month, day: day))
    }

    /// A ledger in which the volunteer of each of these pairs runs with its resident.
    private func ledger(_ folder: TemporaryFolder, _ pairs: [(String, String)]) throws -> Ledger {
        let ledger = try Ledger(writing: folder.path("l.sqlite"))
        func people(_ side: Side, _ ids: [String]) -> [RunRecord.Person] {
            Set(ids).sorted().map {
                RunRecord.Person(side: side, id: PersonID($0), state: .proposed, places: 9)
            }
        }
        let keys = pairs.map { PairKey(volunteer: PersonID($0.0), resident: PersonID($0.1)) }
        try ledger.record(
            run: RunRecord(
                programme: LedgerProgramme(id: "tiny", name: Bilingual("Tiny"), months: 6),
                asOf: try day(10, 1), digest: String(repeating: "0", count: 64),
                people: people(.volunteer, pairs.map(\.0)) + people(.resident, pairs.map(\.1)),
                proposals: keys.map { RunRecord.Proposal(pair: $0, fit: 1, rank: 1) }))
        let start = try day(10, 5)
        _ = try ledger.record(
            decisions: keys.map { DecisionEntry(row: 2, pair: $0, decision: .accepted, date: start) },
            programme: "tiny")
        return ledger
    }

    private func result(
        _ run: TinyRun, running pairs: [(String, String)] = [("V1", "R8"), ("V1", "R9")]
    ) throws -> MatchRun.Result {
        let folder = try TemporaryFolder()
        return try run.result(remembering: try ledger(folder, pairs))
    }

    private static let residents = ["R1", "R2", "R3", "R4"].map { TinyRun.Resident(id: $0) }

    @Test("three places with one running pair leave two", arguments: 0...3)
    func places(running: Int) throws {
        let pairs = ["R7", "R8", "R9"].prefix(running).map { ("V1", $0) }
        let run = TinyRun(volunteers: [.init(id: "V1", places: 3)], residents: Self.residents)
        #expect(try result(run, running: Array(pairs)).report.pairs.count == 3 - running)
    }

    @Test("a coordinator's caseload counts running pairs, and says so", arguments: 1...5)
    func caseload(most: Int) throws {
        let run = TinyRun(
            volunteers: [
                .init(id: "V1", places: 9), .init(id: "V2", places: 9),
                .init(id: "V3", places: 1, coordinator: "Abe"),
            ], residents: Self.residents, limits: "caseload: {by: coordinator, at-most: \(most)}")
        let report = try result(run).report
        let own = report.pairs.count { $0.volunteer != PersonID("V3") }
        #expect(own == max(0, min(3, most - 2)), "V1 and V2 are Sato's, V3 is Abe's")
        #expect(report.pairs.count == own + 1)
        let asks = report.limits.map(\.asks.en)
        let pairs = most == 1 ? "1 pair" : "\(most) pairs"
        #expect(asks.contains("at most \(pairs), of which 2 are running"), "\(asks)")
        if most <= 2 {
            let reasons = report.unused.filter { $0.volunteer != PersonID("V3") }.map(\.reason.en)
            #expect(reasons == Array(repeating: "caseload by coordinator is full (2 running)", count: 2))
        }
    }

    @Test("hours of every week: running pairs take theirs, and nobody is asked for less than nothing")
    func hours() throws {
        for (hours, expected) in [(7, 1), (6, 1), (5, 0), (4, 0), (1, 0)] {
            let run = TinyRun(
                volunteers: [.init(id: "V1", places: 9, hours: hours)], residents: Self.residents,
                limits: "hours: {volunteer: hours, load: 2}")
            let result = try result(run)
            #expect(result.report.pairs.count == expected, "\(hours) hours, two pairs of two running")
            let usedUp = hours <= 4
            #expect(result.reminders.contains { $0.en.contains("used up") } == usedUp, "\(hours)")
            if usedUp {
                #expect(
                    result.report.unused.map(\.reason.en) == [
                        "weekly hours: used up by what the ledger holds"
                    ])
            }
        }
    }

    @Test("the hours of a resident's own are known while the resident is in the export; else that is said")
    func loads() throws {
        var residents = Self.residents
        residents[0].load = 3
        let run = TinyRun(
            volunteers: [.init(id: "V1", places: 9, hours: 5)], residents: residents,
            limits: "hours: {volunteer: hours, load: load}")
        let result = try result(run, running: [("V1", "R1"), ("V1", "R9")])
        #expect(result.report.pairs.count == 2, "five hours less the three of R1")
        #expect(
            result.reminders.contains { $0.en.hasPrefix("1 running pair takes hours that are not known") })
    }

    @Test("an overdrawn limit with a fewest number of partners leaves somebody out, and never the whole run")
    func overdrawn() throws {
        for limits in [
            "hours: {volunteer: hours, load: 2}", "caseload: {by: coordinator, at-most: 1}",
        ] {
            let run = TinyRun(
                volunteers: [
                    .init(id: "V1", places: 9, hours: 1), .init(id: "V2", coordinator: "Abe"),
                ], residents: Self.residents, limits: limits,
                capacity: "{volunteer: {at-least: 1, at-most: places}, resident: 1}")
            let report = try result(run).report
            #expect(report.pairs.map(\.volunteer.text) == ["V2"], "\(limits)")
        }
    }

    @Test("a quota counts this run's proposals, and says so where there are running pairs")
    func quota() throws {
        let run = TinyRun(
            volunteers: [.init(id: "V1", places: 9)], residents: Self.residents,
            limits: "quota: {group: {field: situation, is: student}, at-most: 3}")
        let report = try result(run).report
        #expect(report.pairs.count == 3)
        #expect(report.limits.map(\.asks.en) == ["at most 3 pairs (of this run's proposals only)"])
        #expect(try run.report().limits.map(\.asks.en) == ["at most 3 pairs"])
    }

    @Test(
        "who has a partner is a cause of its own and no failure: applied = proposed + each cause + quarantine"
    )
    func causes() throws {
        let run = TinyRun(
            volunteers: [.init(id: "V1", places: 4)],
            residents: ["R1", "R2", "R3", "R4", "R5"].map { TinyRun.Resident(id: $0) })
        let report = try result(run, running: [("V1", "R1"), ("V1", "R2")]).report
        let figures = ReportFigures(report)
        let counts = figures.counts
        #expect(counts.residentsPaired == 2 && counts.residentsEligible == 3)
        let causes = Dictionary(uniqueKeysWithValues: figures.causes.map { ($0.cause, $0.count) })
        #expect(causes[.alreadyPaired] == 2 && causes[.notEligible] == 0)
        #expect(
            counts.residentsApplied
                == counts.residentsProposed + causes.values.reduce(0, +) + counts.residentsQuarantined)
        let applied = try #require(figures.shares.first { $0.id == "proposed-of-applied" })
        #expect(applied.numerator == 2 && applied.denominator == 3)
        #expect(applied.definition.en.contains("but for those who have a partner already"))
        let text = HeadlineText.lines(for: report, language: .ja).joined()
        #expect(text.contains("すでに相手が決まっている 2人"), "\(text)")
    }
}
