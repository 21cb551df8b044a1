import Foundation
import Records
import Reporting
import Testing

@Suite("annual report: the sentences of its summary")
struct AnnualSummaryTests {
    private func sessions() throws -> [CaseSession] {
        [
            CaseSession(
                date: try #require(CivilDate(iso: "2025-06-03")), minutes: 90, kind: nil, participants: 32),
            CaseSession(
                date: try #require(CivilDate(iso: "2025-07-01")), minutes: 60, kind: nil, participants: 11),
        ]
    }

    @Test("a programme of sessions only speaks of its sessions, without dashes for rates that it cannot have")
    func sessionsOnly() throws {
        var history = CaseHistory()
        history.sessions = try sessions()
        let report = try yearReport(history)
        #expect(AnnualText.lines(of: report, language: .ja) == ["開いたセッションは2回、参加はのべ43人でした。"])
        #expect(
            AnnualText.lines(of: report, language: .en) == ["Sessions held: 2, with 43 participations."])
        history.sessions = history.sessions.map {
            CaseSession(
                date: $0.date.adding(months: -12), minutes: $0.minutes, kind: nil,
                participants: $0.participants)
        }
        let before = try yearReport(history)
        #expect(AnnualText.lines(of: before, language: .en) == ["No session was held in the year."])
    }

    @Test("what cannot be told yet is said in words, and what can with its counts")
    func notYet() throws {
        var history = CaseHistory()
        history.people = [CasePerson(number: 0, side: .resident)]
        let entered = try #require(CivilDate(iso: "2025-04-02"))
        history.entries = [CaseEntry(person: 0, entered: entered)]
        for language in Language.allCases {
            let early = AnnualText.lines(of: try yearReport(history, asOf: "2025-05-01"), language: language)
            #expect(early.count == 2 && early.allSatisfy { !$0.contains("—") }, "\(early)")
            let late = AnnualText.lines(of: try yearReport(history), language: language)
            #expect(late[0].contains("0 / 1") && !late[1].contains("—"), "\(late)")
        }
    }

    /// Pairs of which all but a few lasted.
    private func history(endedEarly: Int) throws -> CaseHistory {
        var history = CaseHistory()
        let start = try #require(CivilDate(iso: "2025-04-10"))
        for number in 0..<120 {
            history.people.append(CasePerson(number: number, side: .resident))
            history.entries.append(CaseEntry(person: number, entered: start))
            history.pairs.append(
                CasePair(
                    number: number, volunteer: nil, resident: number, start: start,
                    end: number < endedEarly
                        ? CasePair.End(date: start.adding(months: 2), reason: "schedule")
                        : CasePair.End(date: start.adding(months: 6))))
        }
        return history
    }

    @Test(
        "where a headline rate is hidden the page says why and what can be done, but not which count is small"
    )
    func hidden() throws {
        let few = try yearReport(try history(endedEarly: 4), .public)
        #expect(few["completion.mature"]?.state == .suppressed)
        for (language, words) in [
            (Language.ja, ["--threshold", "計算できてしまう"]), (.en, ["--threshold", "later day"]),
        ] {
            let page = String(decoding: AnnualFiles.page(of: few, language: language), as: UTF8.self)
            for word in words { #expect(page.contains(word), "\(language): \(word)") }
        }
        // The internal edition hides nothing, and one with enough of both kinds has nothing to explain.
        for other in try [
            yearReport(try history(endedEarly: 4)), yearReport(try history(endedEarly: 20), .public),
        ] {
            #expect(other["completion.mature"]?.state == .published)
            let page = String(decoding: AnnualFiles.page(of: other, language: .ja), as: UTF8.self)
            #expect(!page.contains("--threshold"))
        }
        #expect(AnnualText.lines(of: few, language: .en).last?.contains("--threshold") ?? false)
        // The words are the same whatever it is that is small.
        let many = try yearReport(try history(endedEarly: 116), .public)
        let notes = [few, many].map { report -> [Prose] in
            report.sections[0].blocks.compactMap { if case .note(let prose) = $0 { prose } else { nil } }
        }
        #expect(notes[0] == notes[1])
    }
}
