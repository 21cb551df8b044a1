import Pipeline
import Records
import Reporting
import Testing

@Suite struct LimitTests {
    private typealias Volunteer = TinyRun.Volunteer
    private typealias Resident = TinyRun.Resident

    /// Two places; the students fit both volunteers, the refugees nobody.
    private func crowd(_ refugees: Int, limits: String) -> TinyRun {
        TinyRun(
            volunteers: ["V1", "V2"].map { Volunteer(id: $0) },
            residents: (1...refugees).map { Resident(id: "R\($0)", level: 3, situation: "refugee") }
                + ["S1", "S2"].map { Resident(id: $0) }, limits: limits)
    }

    private func refugees(_ report: MatchReport) -> Int {
        report.pairs.count { $0.resident.text.hasPrefix("R") }
    }

    // MARK: Caseload

    @Test("a caseload bounds the pairs of everybody who shares an answer, and each answer has its row")
    func caseload() throws {
        let run = TinyRun(
            volunteers: [
                Volunteer(id: "V1"), Volunteer(id: "V2"), Volunteer(id: "V3", office: "south"),
                Volunteer(id: "V4", office: ""),
            ], residents: (1...4).map { Resident(id: "R\($0)") },
            limits: "caseload: {by: office, at-most: 1}")
        let report = try run.report()
        #expect(report.pairs.count == 3, "one of V1 and V2, V3, and V4, who has no office")
        #expect(report.limits.map(\.name.en) == ["caseload by office: North", "caseload by office: South"])
        #expect(report.limits.map(\.name.ja) == ["事務所ごとの件数（北）", "事務所ごとの件数（南）"])
        #expect(
            report.limits.map(\.asks)
                == Array(repeating: Bilingual(ja: "1組以下", en: "at most 1 pair"), count: 2))
        #expect(report.limits.map(\.value) == [1, 1])
        #expect(report.limits.allSatisfy { $0.binds && $0.isMet })
        #expect(report.unmatched.map(\.cause) == [.heldByLimit])
        #expect(report.unused.map(\.reason.en) == ["a limit stands in the way"])
        #expect(
            report.unmatched[0].reason.en
                == "some of the 4 candidates are free, but a limit stands in the way")
    }

    @Test("a caseload by text shows ids instead of names, and JSON neither")
    func caseloadByText() throws {
        let run = TinyRun(
            volunteers: [Volunteer(id: "V1"), Volunteer(id: "V2"), Volunteer(id: "V3", coordinator: "Ito")],
            residents: (1...3).map { Resident(id: "R\($0)") },
            limits: "caseload: {by: coordinator, at-most: 1}")
        let result = try run.result()
        #expect(result.report.pairs.count == 2)
        #expect(result.report.limits.map { $0.group?.en } == ["V1 and 1 more", "V3"])
        for file in result.files where file.name.hasPrefix("report.") {
            let text = String(decoding: file.bytes, as: UTF8.self)
            #expect(!text.contains("Sato"), "\(file.name)")
            #expect(text.contains("V1 and 1 more") == (file.name == "report.html"))
        }
    }

    @Test("several caseloads hold at once, on either side")
    func caseloads() throws {
        let run = TinyRun(
            volunteers: (1...4).map { Volunteer(id: "V\($0)", office: $0 < 3 ? "north" : "south") },
            residents: (1...4).map { Resident(id: "R\($0)", situation: $0 < 4 ? "student" : "refugee") },
            limits: """
                caseload:
                  - {by: office, at-most: 2}
                  - {by: situation, side: resident, at-most: 1}
                """)
        let report = try run.report()
        #expect(report.pairs.count == 2)
        #expect(report.limits.map(\.id) == ["caseload-1", "caseload-1", "caseload-2", "caseload-2"])
    }

    // MARK: Quota

    @Test(
        "a share of the eligible rounds up for at least and down for at most",
        arguments: [(1, 1), (2, 1), (3, 2)])
    func share(count: Int, needed: Int) throws {
        let quota = "quota: {group: {field: situation, is: refugee}, at-least: 50%}"
        let report = try crowd(count, limits: quota).report()
        #expect(refugees(report) == needed)
        #expect(report.limits.map(\.value) == [needed])
        #expect(
            report.limits[0].asks.en
                == "at least 50% of \(count) eligible places, that is \(needed) pair\(needed == 1 ? "" : "s")"
        )
        #expect(report.limits[0].binds)

        let most = TinyRun(
            volunteers: (1...4).map { Volunteer(id: "V\($0)") },
            residents: (1...count).map { Resident(id: "R\($0)", situation: "refugee") },
            limits: "quota: {group: {field: situation, is: [refugee]}, at-most: 50%}")
        #expect(try most.report().pairs.count == count / 2)
    }

    @Test("a share of all pairs holds whatever their number is")
    func shareOfPairs() throws {
        // Three volunteers meet students, one also the only refugee: at most half may be students.
        let run = TinyRun(
            volunteers: (1...3).map { Volunteer(id: "V\($0)") },
            residents: [Resident(id: "R1", situation: "refugee")] + (1...3).map { Resident(id: "S\($0)") },
            limits: "quota: {group: {field: situation, is: student}, at-most: 50%, of: pairs}")
        let report = try run.report()
        #expect(report.pairs.count == 2)
        #expect(report.limits[0].reached == Bilingual(ja: "2組中1組（50.0%）", en: "1 of 2 pairs (50.0%)"))
        #expect(report.limits[0].binds)
        let least = TinyRun(
            volunteers: run.volunteers, residents: run.residents,
            limits: "quota: {group: {field: situation, is: refugee}, at-least: 40%, of: pairs}")
        #expect(try least.report().pairs.count == 2, "one of two is 50%, one of three only 33%")
    }

    @Test("a quota that nobody could meet ends the run with what is possible, in words")
    func impossibleQuota() throws {
        var run = crowd(3, limits: "quota: {group: {field: situation, is: refugee}, at-least: 90%}")
        run.residents[2].meets = "z"
        let failure = try #require(try run.failure())
        #expect(failure.exitCode == 65)
        #expect(
            failure.lines(in: .en)[1]
                == "  quota for “refugee”: at least 90% of 3 eligible places, that is 3 pairs; at most 2 pairs can be "
                + "reached, even without the other limits")
        #expect(failure.lines(in: .ja)[1].contains("「難民」の組数: 参加条件を満たす3枠の90%以上（3組以上）が条件ですが"))
        #expect(failure.lines(in: .ja)[1].contains("最大でも2組です"))
    }

    @Test("a quota for people without any candidate is as impossible, and one that asks nothing is kept")
    func nobody() throws {
        var run = crowd(1, limits: "quota: {group: {field: situation, is: refugee}, at-least: 1}")
        run.residents[0].meets = "z"
        let lines = try #require(try run.failure()).lines(in: .en)
        #expect(
            lines[1]
                == "  quota for “refugee”: at least 1 pair; at most 0 pairs can be reached, even without "
                + "the other limits")
        run.residents.removeFirst()
        run.limits = "quota: {group: {field: situation, is: refugee}, at-least: 90%}"
        let limits = try run.report().limits
        #expect(limits[0].asks.en == "at least 90% of 0 eligible places, that is 0 pairs" && limits[0].isMet)
    }

    @Test("limits that only clash name each other")
    func clash() throws {
        let run = crowd(
            2,
            limits: """
                caseload: {by: office, at-most: 1}
                quota: {group: {field: situation, is: refugee}, at-least: 2}
                """)
        let line = try #require(try run.failure()).lines(in: .en)[1]
        let quota =
            "  quota for “refugee”: at least 2 pairs; possible by itself (2 pairs), but at most 1 pair with the "
            + "other limits kept (no room left then in: caseload by office: North)"
        let caseload =
            "  caseload by office: North: at most 1 pair; possible by itself (0 pairs), but no fewer than 2 "
            + "pairs with the other limits kept (no room left then in: quota for “refugee”)"
        #expect([quota, caseload].contains(line), "\(line)")
    }

    @Test("minima that a budget does not allow name the budget, also where it has room for cheaper pairs")
    func budgetAgainstMinima() throws {
        // Two refugees and two others for four places; each pair costs 3, one alone costs 1. 7 allow two pairs of 3, or
        // two and the cheap one; three minima need 3 + 3 + 3.
        let run = TinyRun(
            volunteers: (1...4).map { Volunteer(id: "V\($0)") },
            residents: [
                Resident(id: "R1", level: 3, situation: "refugee", load: 3),
                Resident(id: "R2", level: 3, situation: "refugee", load: 3),
                Resident(id: "S1", load: 3), Resident(id: "S2", load: 1),
            ],
            limits: """
                quota:
                  - {group: {field: situation, is: refugee}, at-least: 2}
                  - {group: {field: situation, is: student}, at-least: 2}
                budget: {number: load, side: resident, at-most: 7}
                """)
        let lines = try #require(try run.failure()).lines(in: .en)
        #expect(lines.contains { $0.contains("total of hours needed") }, "\(lines)")
    }

    @Test("with relax the run goes on with what is possible, and says so everywhere")
    func relaxed() throws {
        var run = crowd(
            3, limits: "quota: {group: {field: situation, is: refugee}, at-least: 90%, relax: true}")
        run.residents[2].meets = "z"
        let result = try run.result()
        #expect(refugees(result.report) == 2)
        #expect(result.report.limits.map(\.isMet) == [false])
        let lines = HeadlineText.lines(for: result.report, language: .en)
        #expect(
            lines.contains(
                "Limits: a quota was relaxed. quota for “refugee”: 2 pairs instead of at least 90% of 3 eligible "
                    + "places, that is 3 pairs"))
        let page = result.files.first { $0.name == "report.html" }.map {
            String(decoding: $0.bytes, as: UTF8.self)
        }
        #expect(page?.contains("missed (relaxed)") == true)
        // A quota that can be met is not relaxed.
        run.residents[2].meets = "a"
        run.volunteers.append(Volunteer(id: "V3"))
        #expect(try run.report().limits.map(\.isMet) == [true])
    }

    // MARK: Budget, hours, fewest partners

    @Test("a budget bounds the sum of a number over all pairs")
    func budget() throws {
        let run = TinyRun(
            volunteers: (1...3).map { Volunteer(id: "V\($0)") },
            residents: [
                Resident(id: "R1", load: 5), Resident(id: "R2", load: 3), Resident(id: "R3", load: 3),
            ],
            limits: "budget: {number: load, side: resident, at-most: 7}")
        let report = try run.report()
        #expect(report.pairs.map(\.resident.text) == ["R2", "R3"], "two for 6; R1 and another would be 8")
        #expect(report.limits[0].label == Bilingual(ja: "必要な時間の合計", en: "total of hours needed"))
        #expect(
            report.limits[0].value == 6 && report.limits[0].binds, "1 is left, and nobody needs so little")
    }

    @Test("a volunteer's pairs fit the volunteer's hours")
    func hours() throws {
        let run = TinyRun(
            volunteers: [Volunteer(id: "V1", places: 3, hours: 5), Volunteer(id: "V2", places: 3, hours: 1)],
            residents: [
                Resident(id: "R1", load: 3), Resident(id: "R2", load: 2), Resident(id: "R3", load: 2),
            ],
            limits: "hours: {volunteer: hours, load: load}")
        let report = try run.report()
        #expect(report.pairs.count == 2, "V1 has 5 h, for two; V2's hour is too little for any")
        #expect(report.pairs.allSatisfy { $0.volunteer.text == "V1" })
        #expect(report.limits.count == 1 && report.limits[0].label.en == "weekly hours")
        let fixed = TinyRun(
            volunteers: run.volunteers, residents: run.residents,
            limits: "hours: {volunteer: hours, load: 1}")
        #expect(try fixed.report().pairs.count == 3)
    }

    @Test("a negative number cannot be added up and is named")
    func negative() throws {
        let run = TinyRun(
            volunteers: [Volunteer(id: "V1", hours: -2)], residents: [Resident(id: "R1")],
            limits: "hours: {volunteer: hours, load: 1}")
        let failure = try #require(try run.failure())
        #expect(failure.exitCode == 65)
        #expect(failure.lines(in: .en)[0].hasPrefix("V1: weekly hours is -2;"))
    }

    @Test("who can have the fewest partners gets them; who cannot gets none")
    func fewestPartners() throws {
        let run = TinyRun(
            volunteers: (1...3).map { Volunteer(id: "V\($0)", level: 0) },
            residents: [
                Resident(id: "R1", meets: "a", level: 4, least: 2), Resident(id: "R2", meets: "a"),
                Resident(id: "R3", meets: "b", least: 2),
            ], capacity: "{volunteer: 1, resident: {at-least: least, at-most: 2}}", goals: "[best-fit]")
        var team = run
        team.volunteers.append(Volunteer(id: "V4", meets: "b"))
        let report = try team.report()
        let counts = Dictionary(grouping: report.pairs, by: \.resident.text).mapValues(\.count)
        #expect(counts == ["R1": 2, "R2": 1], "R3 has one candidate and asks for two")
        #expect(report.unmatched.map(\.cause) == [.heldByLimit])
        #expect(report.unmatched[0].reason.en == "one candidate is fewer than the fewest partners asked for")
        #expect(report.limits.map(\.id) == ["capacity-resident"])
        #expect(report.limits[0].reached.en == "1 of 1 people with a pair at it")

        var short = run
        short.residents[1].least = 2
        let failure = try #require(try short.failure())
        #expect(failure.exitCode == 65)
        #expect(failure.lines(in: .en)[1].contains("fewest partners of a resident: R"))
    }

    // MARK: The audit

    @Test("the audit finds every limit that a report breaks or misstates")
    func audit() throws {
        let run = TinyRun(
            volunteers: [
                Volunteer(id: "V1", places: 2, hours: 2), Volunteer(id: "V2", hours: 2),
                Volunteer(id: "V3", office: "south"),
            ],
            residents: [
                Resident(id: "R1", situation: "refugee"), Resident(id: "R2"), Resident(id: "R3", load: 2),
                Resident(id: "R4"),
            ],
            limits: """
                caseload: {by: office, at-most: 2}
                quota: {group: {field: situation, is: refugee}, at-least: 100%}
                budget: {number: load, side: resident, at-most: 4}
                hours: {volunteer: hours, load: load}
                """)
        let (report, reading) = (try run.report(), try run.reading())
        func findings(_ change: (inout MatchReport) -> Void) -> [String] {
            var copy = report
            change(&copy)
            return MatchAudit.findings(in: copy, reading: reading, ruleset: reading.ruleset)
        }
        #expect(findings { _ in }.isEmpty)
        for index in report.limits.indices {
            let id = report.limits[index].id
            #expect(findings { $0.limits[index].value += 1 }.contains { $0.hasPrefix(id) }, "\(id)")
        }
        #expect(
            findings { $0.pairs.removeAll { $0.resident.text == "R1" } }.contains {
                $0.hasPrefix("quota-1: broken")
            })
        let everybody = findings { report in
            for (volunteer, resident) in [(0, 0), (0, 1), (0, 2), (1, 3), (2, 0)] {
                var pair = report.pairs[0]
                (pair.volunteer, pair.volunteerRow) = (PersonID("V\(volunteer + 1)"), volunteer + 2)
                (pair.resident, pair.residentRow) = (PersonID("R\(resident + 1)"), resident + 2)
                report.pairs.append(pair)
            }
        }
        for words in ["caseload-1: ", "budget-1: ", "hours-1: V1 with "] {
            #expect(everybody.contains { $0.hasPrefix(words) }, "\(words) in \(everybody)")
        }
    }
}
