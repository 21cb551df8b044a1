import Evidence
import Foundation
import Records
import Reporting
import Testing

@Suite("AnnualReport")
struct AnnualReportTests {
    private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

    private func report(
        _ history: CaseHistory, _ edition: AnnualRequest.Edition = .internal, asOf: String = "2026-03-31",
        threshold: Int = 10
    ) throws -> AnnualReport {
        try AnnualReport(
            history,
            AnnualRequest(
                programmeID: "family-friend", programmeName: Bilingual(ja: "家族の友", en: "Family friend"),
                fiscalYear: try #require(FiscalYear(2025)), asOf: try day(asOf), edition: edition,
                threshold: threshold, version: "1.0.0"))
    }

    /// Numbers in a text: digits with the commas and points between them.
    private func numbers(in text: String) -> Set<String> {
        var found: Set<String> = []
        var current = ""
        for scalar in text.unicodeScalars + [" "] {
            if ("0"..."9").contains(scalar) || ((scalar == "," || scalar == ".") && !current.isEmpty) {
                current.unicodeScalars.append(scalar)
            } else if !current.isEmpty {
                found.insert(current.trimmingCharacters(in: [",", "."]))
                current = ""
            }
        }
        return found
    }

    /// Eight residents and what became of them, small enough to count by hand.
    private func smallHistory() throws -> CaseHistory {
        var history = CaseHistory()
        history.people =
            (0..<8).map {
                CasePerson(number: $0, side: .resident, groups: ["category": [$0 < 5 ? "a" : "b"]])
            }
            + (10..<14).map { CasePerson(number: $0, side: .volunteer) }
        history.dimensions = [
            CaseDimension(
                key: "category", label: Bilingual("category"),
                values: ["a", "b"].map { CaseDimension.Value(key: $0, label: Bilingual($0)) },
                isExclusive: true)
        ]
        let entered = [
            "2025-04-01", "2025-04-01", "2025-05-01", "2025-05-01", "2025-06-01", "2025-08-01", "2026-02-01",
            "2024-12-01",
        ]
        history.entries = try entered.enumerated().map { CaseEntry(person: $0, entered: try day($1)) }
        history.entries += try (10..<14).map { CaseEntry(person: $0, entered: try day("2025-04-01")) }
        history.entries[3] = CaseEntry(
            person: 3, entered: try day("2025-05-01"), withdrew: try day("2025-06-01"))
        // 0: in time, lasts. 1: on the 90th day, ends on the last day. 2: a day late, runs. 5: in time, runs.
        history.pairs = [
            CasePair(
                number: 0, volunteer: 10, resident: 0, start: try day("2025-04-11"),
                firstMeeting: try day("2025-04-20"),
                end: CasePair.End(date: try day("2025-10-11"), continued: true)),
            CasePair(
                number: 1, volunteer: 11, resident: 1, start: try day("2025-06-30"),
                end: CasePair.End(date: try day("2025-12-29"), reason: "moved", isExcused: true)),
            CasePair(number: 2, volunteer: 10, resident: 2, start: try day("2025-10-31")),
            CasePair(number: 3, volunteer: 12, resident: 5, start: try day("2025-08-31")),
        ]
        history.contacts = [CaseContact(pair: 3, date: try day("2026-03-01"), isMade: true)]
        history.proposals =
            try history.pairs.map {
                CaseProposal(
                    volunteer: $0.volunteer, resident: $0.resident, date: $0.start, decision: .accepted)
            } + [
                CaseProposal(
                    volunteer: 13, resident: 4, date: try day("2025-06-05"),
                    decision: .declined(by: "resident", reason: "schedule")),
                CaseProposal(volunteer: 13, resident: 6, date: try day("2026-02-05"), decision: nil),
            ]
        return history
    }

    @Test("the figures of eight residents are those counted by hand")
    func byHand() throws {
        let report = try report(try smallHistory())
        func counts(_ id: String) -> [Int?] { [report[id]?.numerator, report[id]?.denominator] }
        // Entered in the year and 90 days old: 0 to 5; in time: 0, 1 (on the 90th day) and 5.
        #expect(counts("success.person") == [3, 6])
        #expect(counts("success.proposal") == [4, 5])
        // Mature by 31 March: started by 30 September. The one of 31 August was due on 28 February, and runs on.
        #expect(counts("completion.mature") == [2, 3])
        #expect(counts("completion.person") == [2, 3])
        #expect(counts("completion.continued") == [1, 1])
        #expect(
            ["applied", "eligible", "proposed", "paired", "met", "completed"].map {
                report["funnel." + $0]?.numerator
            } == [7, 7, 6, 4, 1, 1])
        #expect(report["waiting.left"]?.numerator == 1)
        #expect(report["waiting.still"]?.numerator == 2)
        #expect(report["ended.moved"]?.numerator == 1)
        #expect(report["declined.schedule"]?.numerator == 1)
        #expect(counts("success.person/category=a") == [2, 5])
        #expect(counts("success.person/category=b") == [1, 1])
        // Volunteer 10's pair was over on 11 October and another started; 11's and 12's are over, too.
        #expect(counts("volunteers.again") == [1, 3])
        #expect(counts("volunteers.never") == [1, 4])
        #expect(report["cumulative.all"]?.numerator == 12)
        #expect(report["cumulative.resident.new"]?.numerator == 7)
        #expect(counts("last.success.person") == [0, 1])
    }

    @Test("nothing that happened after the as-of date is in a report of an earlier day")
    func asOf() throws {
        let report = try report(try smallHistory(), asOf: "2025-09-30")
        #expect(report["completion.mature"]?.state != .published)
        #expect(report["success.person"]?.numerator == 2)
        #expect(report["ended.moved"] == nil)
        #expect(report["funnel.paired"]?.numerator == 3)
    }

    @Test("pairs of which nobody recorded how they ended count neither way, and take the verdict with them")
    func unrecorded() throws {
        func report(recorded: Bool) throws -> AnnualReport {
            var history = CaseHistory()
            history.people = (0..<100).map { CasePerson(number: $0, side: .resident) }
            let (start, due) = (try day("2025-04-01"), try day("2025-10-01"))
            history.pairs = try (0..<100).map { number in
                let end: CasePair.End? =
                    if number < 2 {
                        CasePair.End(date: try day("2025-05-01"), reason: "schedule")
                    } else if number < 60 || recorded {
                        CasePair.End(date: due)
                    } else { nil }
                return CasePair(number: number, volunteer: nil, resident: number, start: start, end: end)
            }
            history.contacts = [
                CaseContact(pair: 97, date: try day("2025-07-01"), isMade: true),
                CaseContact(pair: 98, date: due, isMade: false),
                CaseContact(pair: 99, date: due, isMade: true),
            ]
            return try self.report(history)
        }
        let open = try report(recorded: false)
        // 97 was last seen in July, of 98 a call was missed; 99 was reached when its time was over.
        #expect(open["completion.mature"]?.numerator == 59)
        #expect(open["completion.mature"]?.denominator == 61)
        #expect(open["completion.unrecorded"]?.numerator == 39)
        #expect(open["completion.mature"]?.verdict == nil)
        let page = AnnualFiles.page(of: open, language: .en)
        #expect(String(decoding: page, as: UTF8.self).contains("nobody recorded how they ended"))
        let closed = try report(recorded: true)
        #expect(closed["completion.mature"]?.numerator == 98)
        #expect(closed["completion.mature"]?.denominator == 100)
        #expect(closed["completion.unrecorded"]?.numerator == 0)
        #expect(closed["completion.mature"]?.verdict == .supported)
    }

    @Test("with every pair mature, the Kaplan–Meier figure is the plain rate")
    func allMature() throws {
        for seed in 1...5 as ClosedRange<UInt64> {
            var made = MadeUpHistory()
            made.seed = seed
            let report = try report(made.history(asOf: try day("2027-03-31")), asOf: "2027-03-31")
            let plain = try #require(report["completion.mature"]?.value)
            #expect(abs(try #require(report["completion.survival"]?.value) - plain) < 1e-12)
        }
    }

    @Test(
        "every number on a page is printed by a figure of figures.json, in every edition and language",
        arguments: [AnnualRequest.Edition.internal, .public, .company("acme")])
    func everyNumber(edition: AnnualRequest.Edition) throws {
        for size in [25, 300] {
            var made = MadeUpHistory()
            made.size = size
            let report = try report(made.history(asOf: try day("2026-03-31")), edition)
            let json = try JSONSerialization.jsonObject(with: Data(AnnualFiles.json(of: report)))
            let figures = try #require((json as? [String: Any])?["figures"] as? [[String: Any]])
            for language in Language.allCases {
                var known: Set<String> = []
                for figure in figures {
                    let printed = try #require(figure["printed"] as? [String: [String]])
                    let label = try #require(figure["label"] as? [String: String])
                    known.formUnion(numbers(in: (printed[language.rawValue] ?? []).joined(separator: " ")))
                    known.formUnion(numbers(in: label[language.rawValue] ?? ""))
                }
                let page = PageReader(AnnualFiles.page(of: report, language: language))
                #expect(page.failure == nil)
                let ticks = Set(page.texts(ofClass: "tick"))
                for element in page.elements where !["html", "body", "style", "head"].contains(element.name) {
                    guard
                        ["p", "td", "th", "dd", "span", "caption", "figcaption", "text", "desc", "title"]
                            .contains(element.name), !ticks.contains(element.text)
                    else { continue }
                    let strange = numbers(in: element.text).subtracting(known)
                    #expect(strange.isEmpty, "\(language) \(element.name): \(element.text)")
                }
            }
        }
    }

    @Test("words of the report that are no figure hold no digit")
    func words() throws {
        let report = try report(MadeUpHistory().history(asOf: try day("2026-03-31")))
        for section in report.sections {
            for block in section.blocks {
                let prose: Prose
                switch block {
                case .prose(let text), .note(let text): prose = text
                default: continue
                }
                for language in Language.allCases {
                    for case .words(let words) in prose[language].pieces {
                        #expect(numbers(in: words).isEmpty, "\(words)")
                    }
                }
            }
        }
    }

    @Test("a published edition prints no count from 1 to 9, as a count or as what is left of one")
    func smallCounts() throws {
        for seed in 1...12 as ClosedRange<UInt64> {
            var made = MadeUpHistory()
            made.seed = seed
            made.size = [20, 80, 300, 900][Int(seed % 4)]
            for edition in [AnnualRequest.Edition.public, .company("acme")] {
                let report = try report(made.history(asOf: try day("2026-03-31")), edition)
                for figure in report.figures where figure.state == .published && figure.method != .given {
                    guard !figure.id.hasSuffix(".held") else { continue }
                    if let count = figure.numerator { #expect(count == 0 || count >= 10, "\(figure.id)") }
                    if let count = figure.numerator, let all = figure.denominator {
                        #expect(all - count == 0 || all - count >= 10, "\(figure.id)")
                    }
                }
            }
        }
    }

    @Test("what is hidden is in no file: the figure holds no number, its row and its bar are empty")
    func hidden() throws {
        let report = try report(MadeUpHistory().history(asOf: try day("2026-03-31")), .public)
        let hidden = report.figures.filter { $0.state == .suppressed }
        #expect(!hidden.isEmpty)
        for figure in hidden {
            #expect(figure.numerator == nil && figure.denominator == nil && figure.value == nil)
            #expect(figure.interval == nil && figure.verdict == nil && figure.texts(in: .ja).isEmpty)
        }
        let rows = String(decoding: AnnualFiles.csv(of: report), as: UTF8.self).split(separator: "\r\n")
        for figure in hidden {
            let row = try #require(rows.first { $0.contains(figure.id + ",") })
            #expect(row.contains(",suppressed,,"))
        }
    }

    @Test("where one group of a table is hidden, another is too, or the total would tell")
    func complements() throws {
        for seed in 1...12 as ClosedRange<UInt64> {
            var made = MadeUpHistory()
            made.seed = seed
            made.size = 60 * Int(seed)
            let report = try report(made.history(asOf: try day("2026-03-31")), .public)
            for (rate, dimension) in ["success.person", "completion.mature"].flatMap({ rate in
                ["category", "ward", "company"].map { (rate, $0) }
            }) where report[rate]?.state == .published {
                let groups = report.figures.filter {
                    $0.id.hasPrefix("\(rate)/\(dimension)=") && $0.unit == .share
                }
                #expect(groups.count { $0.state == .suppressed } != 1, "\(seed) \(rate) \(dimension)")
            }
        }
    }

    @Test("nobody at all gives a report of figures that say why they are missing")
    func empty() throws {
        let report = try report(CaseHistory())
        #expect(report["success.person"]?.state != .published)
        #expect(report["completion.survival"]?.state != .published)
        for language in Language.allCases {
            #expect(PageReader(AnnualFiles.page(of: report, language: language)).failure == nil)
        }
    }

    @Test("the page loads nothing and every picture has a title and a description")
    func accessible() throws {
        let report = try report(MadeUpHistory().history(asOf: try day("2026-03-31")))
        let bytes = AnnualFiles.page(of: report, language: .ja)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(!text.contains("<script") && !text.contains("src=") && !text.contains("url(http"))
        let page = PageReader(bytes)
        let pictures = page.elements.count { $0.name == "svg" && $0.attributes["role"] == "img" }
        #expect(pictures > 10)
        #expect(page.elements.count { $0.name == "desc" && !$0.text.isEmpty } >= pictures)
    }

    @Test("the same cases give the same bytes")
    func deterministic() throws {
        let first = try report(MadeUpHistory().history(asOf: try day("2026-03-31")), .public)
        let second = try report(MadeUpHistory().history(asOf: try day("2026-03-31")), .public)
        #expect(AnnualFiles.page(of: first, language: .en) == AnnualFiles.page(of: second, language: .en))
        #expect(try AnnualFiles.json(of: first) == AnnualFiles.json(of: second))
        #expect(AnnualFiles.csv(of: first) == AnnualFiles.csv(of: second))
    }

    @Test("a company's edition counts its people alone")
    func company() throws {
        let history = MadeUpHistory().history(asOf: try day("2026-03-31"))
        let report = try report(history, .company("acme"), threshold: 3)
        let own = Set(history.people.filter { $0.groups["company"] == ["acme"] }.map(\.number))
        let year = try #require(FiscalYear(2025))
        let entered = history.entries.filter { own.contains($0.person) && year.contains($0.entered) }
        #expect(report["funnel.applied"]?.numerator == entered.count)
        #expect(report.figures.allSatisfy { !$0.id.contains("company=") })
        #expect(report["giving.yen"] == nil)
    }

    @Test("the published table of 24 sessions gives its sums, and no number of different people")
    func publishedSessions() throws {
        // Minutes, participants and whether themed, as published; 1 to 5 had a theme.
        let rows = [
            (90, 32, true), (90, 28, true), (90, 18, true), (60, 13, false), (120, 21, true), (120, 16, true),
            (60, 15, false), (60, 10, false), (60, 10, false), (45, 8, false), (60, 14, false),
            (60, 14, false), (60, 11, false), (60, 8, false), (60, 9, false), (90, 12, false), (90, 8, false),
            (60, 10, false), (60, 9, false), (60, 9, false), (60, 13, false), (60, 11, false), (60, 9, false),
            (60, 11, false),
        ]
        var history = CaseHistory()
        let first = try day("2025-06-03")
        history.sessions = rows.enumerated().map { number, row in
            CaseSession(
                date: CivilDate(dayNumber: first.dayNumber + 7 * number), minutes: row.0,
                kind: row.2 ? "themed" : "regular", participants: row.1)
        }
        let report = try report(history)
        func text(_ id: String) -> String? { report[id]?.text(.value, in: .en) }
        #expect(text("sessions.held") == "24")
        #expect(text("sessions.participations") == "319")
        #expect(report["sessions.time"]?.value == 1695.0 && text("sessions.time") == "28.25 h")
        #expect([text("sessions.mean"), text("sessions.median")] == ["13.29", "11.00"])
        #expect(text("sessions.person-time") == "403.0 h")
        #expect([text("sessions.themed.held"), text("sessions.themed.participations")] == ["5", "115"])
        #expect([text("sessions.regular.held"), text("sessions.regular.participations")] == ["19", "204"])
        #expect(text("sessions.people") == AnnualReportTests.dash)
        guard case .unavailable(let reason) = report["sessions.people"]?.state else {
            Issue.record("the number of different people must be unavailable")
            return
        }
        #expect(reason.en.contains("cannot be known"))
    }

    private static let dash = "—"
}
