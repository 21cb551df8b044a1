import Evidence
import Records
import Reporting
import Testing

@Suite("Figure")
struct FigureTests {
    private func figure(_ numerator: Int, _ denominator: Int) -> Figure {
        Figure(
            id: "x", label: Bilingual("x"), definition: Bilingual("x"), numerator: numerator,
            denominator: denominator, asOf: SampleReports.asOf)
    }

    @Test("a share comes with its Wilson interval")
    func share() throws {
        let nine = figure(9, 10)
        let interval = try #require(nine.interval)
        #expect(nine.share == 0.9 && nine.obstacle == nil)
        #expect(NumberText.interval(interval) == "59.6–98.2%")
    }

    @Test("with nobody in the denominator there is a reason instead of a 0")
    func emptyDenominator() throws {
        let nobody = figure(0, 0)
        let obstacle = try #require(nobody.obstacle)
        #expect(nobody.share == nil && nobody.interval == nil)
        #expect(obstacle.ja == "計算できません: 対象者が0人")
        #expect(obstacle.en == "cannot be computed: nobody in the denominator")
    }

    @Test(
        "counts that contradict each other are not turned into a share", arguments: [(3, 2), (-1, 2), (1, 0)])
    func contradiction(numerator: Int, denominator: Int) {
        #expect(figure(numerator, denominator).share == nil)
        #expect(
            figure(numerator, denominator).obstacle?.en
                == "cannot be computed: the counts contradict each other")
    }
}

@Suite("NumberText")
struct NumberTextTests {
    @Test(
        "a percentage never rounds to all or to none",
        arguments: [
            (1.0, "100.0%"), (0.99999, ">99.9%"), (0.9994, "99.9%"), (0.0, "0.0%"), (0.0001, "<0.1%"),
            (0.8704, "87.0%"),
        ])
    func percent(share: Double, text: String) {
        #expect(NumberText.percent(share) == text)
    }

    @Test(
        "thousands are set apart",
        arguments: [
            (0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567"), (-1234, "−1,234"),
            (Int.min, "−9,223,372,036,854,775,808"),
        ])
    func grouped(value: Int, text: String) {
        #expect(NumberText.grouped(value) == text)
    }

    @Test(
        "decimals keep their leading zeros and their sign",
        arguments: [
            (2.04, 2, "2.04"), (-0.04, 1, "0.0"), (-0.06, 1, "−0.1"), (1234.96, 1, "1,235.0"),
            (12.5, 0, "13"),
        ])
    func decimal(value: Double, places: Int, text: String) {
        #expect(NumberText.decimal(value, places: places) == text)
    }

    @Test("days are written as each language writes them")
    func date() {
        #expect(NumberText.date(SampleReports.asOf, in: .ja) == "2026年11月1日")
        #expect(NumberText.date(SampleReports.asOf, in: .en) == "1 November 2026")
    }

    @Test(
        "the words that a programme uses for its people get their plural",
        arguments: [
            ("resident", "residents"), ("current student", "current students"), ("alumnus", "alumni"),
            ("family", "families"), ("boy", "boys"), ("students", "students"), ("person", "people"), ("", ""),
        ])
    func plural(noun: String, text: String) {
        #expect(NumberText.plural(noun) == text)
    }
}
