import Records
import Reporting
import Testing

@Suite("HTMLReport")
struct HTMLReportTests {
    private func page(_ report: MatchReport, _ language: Language = .ja) -> [UInt8] {
        HTMLReport.bytes(for: report, figures: ReportFigures(report), language: language)
    }

    private func text(_ report: MatchReport, _ language: Language = .ja) -> String {
        String(decoding: page(report, language), as: UTF8.self)
    }

    @Test(
        "the page is well formed in both languages, for a small and for an empty run",
        arguments: Language.allCases)
    func wellFormed(language: Language) {
        for report in [SampleReports.small(), SampleReports.empty()] {
            let reader = PageReader(page(report, language))
            #expect(reader.failure == nil)
            #expect(reader.elements.first?.attributes["lang"] == language.rawValue)
        }
    }

    @Test(
        "where far pairs were not looked at, the page says what is counted, and leaves open what is not known"
    )
    func nearPairs() {
        let large = text(SampleReports.large(), .en)
        #expect(large.contains("counted among the pairs that are near enough"))
        #expect(large.contains("at most 8 km apart: 7 in all, – alone"))
        #expect(PageReader(page(SampleReports.large())).failure == nil)
        #expect(!text(SampleReports.small(), .en).contains("near enough"))
    }

    @Test("nothing runs, nothing is loaded, and the policy says so")
    func selfContained() {
        let reader = PageReader(page(SampleReports.small()))
        let names = Set(reader.elements.map(\.name))
        #expect(
            names.isDisjoint(with: ["script", "link", "img", "iframe", "object", "form", "image", "use"]))
        for element in reader.elements {
            #expect(
                element.attributes.keys.allSatisfy { !$0.hasPrefix("on") && $0 != "src" && $0 != "style" })
            #expect(element.attributes["href"]?.hasPrefix("#") ?? true)
        }
        #expect(!text(SampleReports.small()).contains("@import"))
        #expect(
            reader.elements.contains {
                $0.attributes["http-equiv"] == "Content-Security-Policy"
                    && $0.attributes["content"] == "default-src 'none'; style-src 'unsafe-inline'"
            })
    }

    @Test(
        "text from an export cannot become markup, wherever it stands",
        arguments: [
            "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "]]></style><b>", "&lt;i&gt;",
            "a\u{0}b\u{1F}",
            "\u{202E}evil", "'\" onload='x", "\u{FFFE}",
        ])
    func hostile(hostile: String) {
        let before = PageReader(page(SampleReports.small())).elements.map(\.name)
        var report = SampleReports.small()
        report.pairs[0].resident = PersonID(hostile)
        report.pairs[0].volunteer = PersonID(hostile)
        report.pairs[0].reason = Bilingual(hostile)
        report.header.programmeName = Bilingual(hostile)
        report.header.residentLabel = Bilingual(hostile)
        report.header.version = hostile
        report.criteria[0].label = Bilingual(hostile)
        report.rules[0].label = Bilingual(hostile)
        report.breakdowns[0].label = Bilingual(hostile)
        report.breakdowns[0].rows[0].label = Bilingual(hostile)
        report.certificate.solver = hostile
        report.limits[1].group = Bilingual(hostile)
        report.limits[2].label = Bilingual(hostile)
        report.issues[0] = DataIssue(
            severity: .warning, file: hostile, row: 1, column: hostile, value: hostile,
            problem: Bilingual(hostile), cure: Bilingual(hostile))
        let reader = PageReader(page(report))
        #expect(reader.failure == nil)
        #expect(reader.elements.map(\.name) == before)
    }

    @Test("an id reads on the page as the export wrote it")
    func idText() {
        var report = SampleReports.small()
        report.pairs[0].resident = PersonID("<script>&'\"")
        #expect(PageReader(page(report)).texts(ofClass: "id").first == "<script>&'\"")
    }

    @Test("no name of a person and no value of a cell stands on the page")
    func noNames() {
        for language in Language.allCases {
            let text = text(SampleReports.small(), language)
            for name in ["Maria Santos", "高橋 はな", "Nguyễn", "王 小明", "鈴木", "ヨガ", "2026/13/1"] {
                #expect(!text.contains(name))
            }
        }
    }

    @Test("every picture has a role, a title and a description")
    func accessible() {
        let elements = PageReader(page(SampleReports.small())).elements
        let pictures = elements.indices.filter {
            elements[$0].name == "svg" && elements[$0].attributes["aria-hidden"] == nil
        }
        #expect(pictures.count > 10)
        for index in pictures {
            #expect(elements[index].attributes["role"] == "img")
            #expect(elements[index + 1].name == "title" && !elements[index + 1].text.isEmpty)
            #expect(elements[index + 2].name == "desc" && !elements[index + 2].text.isEmpty)
        }
    }

    @Test("beyond 500 pairs the page points to the list")
    func manyPairs() {
        var report = SampleReports.small()
        report.pairs = (0..<501).map { SampleReports.pair("R\($0)", "V\($0)", fit: 1, points: [1, 0]) }
        let reader = PageReader(page(report, .en))
        #expect(reader.texts(ofClass: "id").count == 1000)
        #expect(reader.texts(ofClass: "lead").contains { $0.hasPrefix("The first 500 of 501 pairs") })
    }

    @Test("beyond 20 issues and 20 groups the page points to where the rest is")
    func manyRows() {
        var report = SampleReports.small()
        report.issues = (0..<25).map { _ in report.issues[0] }
        report.breakdowns[0].rows = (0..<25).map { SampleReports.row("区\($0)", "g\($0)", 30 - $0, 3, 1) }
        let text = text(report, .en)
        #expect(text.contains("The first 20 (all of them"))
        #expect(text.contains("The 20 groups with most applications; the other 5 are in report.json."))
        #expect(text.contains(">g19<") && !text.contains(">g20<"))
    }

    @Test("what cannot be computed is said, not shown as 0%")
    func emptyRun() {
        let japanese = text(SampleReports.empty(), .ja)
        #expect(japanese.contains("計算できません: 対象者が0人"))
        #expect(!japanese.contains(">0.0%<") && !japanese.lowercased().contains("nan"))
        #expect(
            text(SampleReports.empty(), .en).contains("No pair is proposed, so there is no distribution."))
    }

    @Test("waiting without any date is said, and so is a programme without such a date")
    func noDates() {
        var report = SampleReports.small()
        report.waiting = WaitingTimes(matched: [], unmatched: [], unknown: 3)
        #expect(
            text(report, .en).contains(
                "Nobody has a date of application, so waiting days cannot be computed (unknown: 3)."))
        report.waiting = nil
        #expect(text(report, .en).contains("The programme has no date of application"))
    }

    @Test("a proof gets its seal, a gap gets another")
    func seal() {
        var report = SampleReports.small()
        #expect(text(report).contains("class=\"seal\""))
        report.certificate.status = "gap"
        #expect(!text(report).contains("class=\"seal\"") && text(report).contains("open-seal"))
    }

    @Test("extreme numbers neither stop the page nor leave the pictures")
    func extremes() {
        var report = SampleReports.small()
        report.pairs[0].fit = .max
        report.pairs[0].points = [.max, .min]
        report.criteria[0].maximumPoints = 1 << 40
        report.waiting = WaitingTimes(matched: [-5, 40_000], unmatched: [0], unknown: 0)
        report.breakdowns[0].rows[0] = SampleReports.row("a", "a", 1, 5, 9)
        report.certificate.goals[0].value = .min
        let reader = PageReader(page(report))
        #expect(reader.failure == nil)
        for element in reader.elements where element.name == "rect" {
            #expect(Double(element.attributes["width"] ?? "").map { $0 >= 0 && $0 <= 680 } ?? false)
        }
    }
}
