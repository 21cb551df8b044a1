import Evidence
import Records

/// What is computed from a year of points; lists, page, JSON and terminal print from this one value.
package struct PointsFigures: Sendable {
    /// Where the rate of participation lies, seen from what was expected.
    package enum Verdict: String, Sendable {
        case below
        case within
        case above
    }

    package let points: Int
    package let minutes: Int
    package let events: Int
    package let yen: Int
    /// Yen of every recipient, in the order of the programme; they add up to `yen`.
    package let donations: [Int]
    package let participation: Figure
    package let groups: [Figure]
    package let verdict: Verdict?
    /// Fewest and most people that were expected.
    package let expectedPeople: ClosedRange<Int>?
    /// People with points who are not on the list.
    package let unlisted: Int
    /// Whether the fiscal year is over on the as-of date.
    package let isClosed: Bool

    package init(_ report: PointsReport) {
        points = report.persons.reduce(0) { $0 + $1.points }
        minutes = report.persons.reduce(0) { $0 + $1.minutes }
        events = report.persons.reduce(0) { $0 + $1.events }
        yen = points * report.yenPerPoint
        donations =
            LargestRemainder.split(
                yen, shares: report.recipients.map(\.share), keys: report.recipients.map(\.id))
            ?? report.recipients.map { _ in 0 }
        participation = Self.figure(report.participation, report)
        groups = report.groups.map { Self.figure($0, report) }
        let (active, eligible) = (report.participation.active, report.participation.eligible)
        let isKnown = participation.share != nil
        verdict =
            isKnown ? report.expected.map { Self.verdict(active, eligible, $0) } : nil
        expectedPeople =
            isKnown
            ? report.expected.flatMap { range in
                let low = (eligible * range.lowerBound + 9_999) / 10_000
                let high = eligible * range.upperBound / 10_000
                return low <= high ? low...high : nil
            } : nil
        unlisted = report.persons.count { !$0.isListed }
        isClosed = report.asOf >= report.fiscalYear.lastDay
    }

    /// Compared in whole numbers; both ends belong to the range.
    private static func verdict(_ active: Int, _ eligible: Int, _ range: ClosedRange<Int>) -> Verdict {
        let share = active * 10_000
        if share < range.lowerBound * eligible { return .below }
        return share > range.upperBound * eligible ? .above : .within
    }

    private static func figure(_ part: PointsReport.Participation, _ report: PointsReport) -> Figure {
        Figure(
            id: part.name, label: part.label, definition: PointsWords.participation(report),
            numerator: part.active, denominator: part.eligible, asOf: report.asOf)
    }
}

/// The words that lists, page, JSON and terminal share.
enum PointsWords {
    static func participation(_ report: PointsReport) -> Bilingual {
        let (year, people) = (report.fiscalYear.name, report.people)
        let source: Bilingual =
            switch report.eligibleSource {
            case .list: Bilingual(ja: "名簿にある\(people.ja)", en: "\(NumberText.plural(people.en)) on the list")
            case .programme:
                Bilingual(
                    ja: "プログラムに書かれた\(people.ja)の数",
                    en: "the number of \(NumberText.plural(people.en)) in the programme file")
            case .unknown:
                Bilingual(ja: "\(people.ja)の数（不明）", en: "\(NumberText.plural(people.en)) (unknown)")
            }
        return Bilingual(
            ja: "\(year.ja)に1回以上活動した人 ÷ \(source.ja)",
            en: "people with at least one activity in \(year.en) ÷ \(source.en)")
    }

    /// `40%`, `33.33%` of hundredths of a percent.
    static func share(_ share: Int) -> String {
        let (whole, rest) = share.quotientAndRemainder(dividingBy: 100)
        if rest == 0 { return "\(whole)%" }
        return rest % 10 == 0 ? "\(whole).\(rest / 10)%" : "\(whole).\(rest < 10 ? "0" : "")\(rest)%"
    }

    static func yen(_ yen: Int) -> Bilingual {
        let number = NumberText.grouped(yen)
        return Bilingual(ja: "\(number)円", en: "¥\(number)")
    }

    static func rate(_ rate: PointRate) -> Bilingual {
        var parts: [Bilingual] = []
        if rate.perEvent > 0 {
            parts.append(Bilingual(ja: "1回 \(rate.perEvent)点", en: "\(rate.perEvent) an event"))
        }
        if rate.perHour > 0 {
            parts.append(Bilingual(ja: "1時間 \(rate.perHour)点", en: "\(rate.perHour) an hour"))
        }
        if parts.isEmpty { return Bilingual(ja: "0点", en: "none") }
        return Bilingual.join(parts, by: Bilingual(ja: " + ", en: " + "))
    }

    /// What the rate says beside what was expected.
    static func expectation(_ figures: PointsFigures, _ report: PointsReport) -> Bilingual? {
        guard let verdict = figures.verdict, let range = report.expected else { return nil }
        let (low, high) = (share(range.lowerBound), share(range.upperBound))
        let people = figures.expectedPeople.map {
            Bilingual(
                ja: "（\($0.lowerBound)〜\($0.upperBound)人）", en: " (\($0.lowerBound)–\($0.upperBound) people)")
        }
        let result: Bilingual =
            switch verdict {
            case .below: Bilingual(ja: "下回っています", en: "below it")
            case .within: Bilingual(ja: "収まっています", en: "within it")
            case .above: Bilingual(ja: "上回っています", en: "above it")
            }
        let particle = verdict == .within ? "に" : "を"
        return Bilingual(
            ja: "目安の\(low)〜\(high)\(people?.ja ?? "")\(particle)\(result.ja)",
            en: "expected \(low)–\(high)\(people?.en ?? ""): \(result.en)")
    }

    static func closing(_ figures: PointsFigures, _ report: PointsReport) -> Bilingual {
        let day = report.fiscalYear.lastDay
        return figures.isClosed
            ? Bilingual(ja: "年度末（\(day)）で締めた確定の金額", en: "final: the year was closed on \(day)")
            : Bilingual(
                ja: "年度の途中（\(report.asOf) 現在）の暫定の金額。確定は年度末（\(day)）",
                en: "provisional as of \(report.asOf): the year closes on \(day)")
    }

    static let definitions: [(term: Bilingual, text: Bilingual)] = [
        (
            Bilingual(ja: "ポイント", en: "Points"),
            Bilingual(
                ja: "活動ごとに、1回あたりの点 + 1時間あたりの点 × 時間。時間の分は分単位で数え、活動ごとに1点未満を切り捨てる。",
                en:
                    "For each activity, the points of an event plus those of an hour × its length, counted in "
                    + "minutes and rounded down to whole points for each activity.")
        ),
        (
            Bilingual(ja: "寄付額の配分", en: "Split of the donations"),
            Bilingual(
                ja: "ポイント合計 × 1点の金額を、割合に応じて分ける。1円未満を切り捨て、残った円は端数の大きい順に1円ずつ配る"
                    + "（最大剰余法）。端数が同じなら割合の大きい方、次に ID の順。合計は必ず一致する。",
                en:
                    "Total points × yen per point, split by the shares. Yen are rounded down; those left over go, one "
                    + "each, to the largest remainders (Hamilton's method); ties to the larger share, then by id. "
                    + "The parts always add up.")
        ),
        (
            Bilingual(ja: "年度", en: "Fiscal year"),
            Bilingual(
                ja: "4月1日から翌年3月31日まで。ほかの年度の活動は outside.csv に載せ、ポイントに入れない。",
                en:
                    "1 April to 31 March. Activities of other years are listed in outside.csv and earn nothing here."
            )
        ),
    ]
}
