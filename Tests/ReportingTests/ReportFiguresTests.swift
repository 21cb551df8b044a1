import Evidence
import Records
import Reporting
import Testing

@Suite("ReportFigures")
struct ReportFiguresTests {
    @Test("the shares divide what their names say")
    func shares() {
        let figures = ReportFigures(SampleReports.small())
        let counts = figures.shares.map { "\($0.id) \($0.numerator)/\($0.denominator)" }
        #expect(
            counts == [
                "proposed-of-eligible 2/3", "proposed-of-applied 2/5", "proposed-of-with-candidates 2/2",
                "eligible-of-applied 3/5", "with-candidates-of-eligible 2/3", "places-used 2/5",
                "quarantined-of-applied 1/9",
            ])
    }

    @Test("every share and every group has a definition in both languages and the report's as-of date")
    func definitions() {
        let figures = ReportFigures(SampleReports.small())
        for figure in figures.shares + figures.groups.flatMap({ $0.map(\.figure) }) {
            #expect(figure.definition.ja.contains("÷") && figure.definition.en.contains("÷"))
            #expect(figure.asOf == SampleReports.asOf)
        }
    }

    @Test("groups come with the most applications first, equal ones in the order of the programme")
    func groupOrder() {
        var report = SampleReports.small()
        report.breakdowns[0].rows = [
            SampleReports.row("い", "a", 2, 1, 1), SampleReports.row("ろ", "b", 9, 9, 1),
            SampleReports.row("は", "c", 2, 2, 0),
        ]
        #expect(ReportFigures(report).groups[0].map(\.row.label.en) == ["b", "a", "c"])
    }

    @Test("referrals are counted by route, most first; who needs two is counted with both")
    func referrals() {
        var report = SampleReports.small()
        let (law, clinic) = (
            Bilingual(ja: "法律相談", en: "legal advice"), Bilingual(ja: "医療通訳", en: "medical interpreters")
        )
        report.unmatched[0].routes = [law, clinic]
        report.unmatched[1].routes = [clinic]
        let referrals = ReportFigures(report).referrals
        #expect(referrals.map(\.route) == [clinic, law])
        #expect(referrals.map(\.count) == [2, 1])
        #expect(ReportFigures(SampleReports.small()).referrals.isEmpty)
    }

    @Test("every cause is counted, also one that nobody has")
    func causes() {
        let figures = ReportFigures(SampleReports.small())
        #expect(figures.causes.map(\.count) == [1, 1, 0] && figures.unmatched == 2)
    }

    @Test("a rule unlocks the residents without candidates for whom it alone removed somebody")
    func unlocked() {
        #expect(ReportFigures(SampleReports.small()).rules.map(\.residentsUnlocked) == [0, 1])
    }

    @Test("the fits are counted up to the most possible, and every pair falls into a bin")
    func fits() throws {
        let fits = ReportFigures(SampleReports.small()).fits
        let histogram = try #require(fits.histogram)
        #expect(fits.possible == 500 && fits.distribution?.median == 367.5)
        #expect(histogram.counts.reduce(0, +) == 2 && histogram.outside == 0)
        #expect(histogram.bins.index(of: 500) != nil)
    }

    @Test("both groups of waiting days are counted in the same bins")
    func waiting() throws {
        let figures = ReportFigures(SampleReports.small())
        let matched = try #require(figures.waitingMatched.histogram)
        let unmatched = try #require(figures.waitingUnmatched.histogram)
        #expect(matched.bins == unmatched.bins && matched.outside == 0 && unmatched.outside == 0)
        #expect(figures.waitingMatched.distribution?.median == 62.5 && figures.waitingUnknown == 1)
    }

    @Test("equal problems are counted together, errors before warnings, the frequent first")
    func issues() {
        var report = SampleReports.small()
        report.issues += report.issues + [report.issues[0]]
        let groups = ReportFigures(report).issues
        #expect(groups.map(\.count) == [2, 3] && groups.map(\.severity) == [.error, .warning])
    }

    @Test("a run without people has figures without values")
    func empty() {
        let figures = ReportFigures(SampleReports.empty())
        #expect(figures.shares.allSatisfy { $0.share == nil })
        #expect(figures.fits.distribution == nil && figures.fits.histogram == nil)
        #expect(figures.waitingUnknown == nil && figures.waitingMatched.histogram == nil)
    }
}
