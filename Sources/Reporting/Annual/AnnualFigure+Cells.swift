import Evidence
import Records

extension AnnualFigure {
    /// A part of the figure as cells of a workbook: numbers as numbers, rounded as in `figures.json`, and the signs of the
    /// page where there is none.
    ///
    /// - Returns: Two cells for an interval and for counts, else one.
    func cells(_ part: Part, in language: Language) -> [Spreadsheet.Cell] {
        switch part {
        case .value:
            guard let value else { return [.text(text(.value, in: language))] }
            return [scaled(value, isBound: false)]
        case .interval:
            guard let interval else { return sign(twice: true) }
            return [interval.lower, interval.upper].map { scaled($0, isBound: true) }
        case .counts:
            guard let numerator, let denominator else { return sign(twice: true) }
            return [numerator, denominator].map { .measure(Double($0), .count) }
        case .numerator: return [numerator.map { .measure(Double($0), .count) } ?? sign(twice: false)[0]]
        case .denominator: return [denominator.map { .measure(Double($0), .count) } ?? sign(twice: false)[0]]
        case .verdict: return [.text(text(.verdict, in: language))]
        }
    }

    /// The value or an end of the interval as `figures.json` has it, in the unit of the file.
    func plain(_ value: Double?) -> Spreadsheet.Cell {
        guard let value else { return sign(twice: false)[0] }
        let format: Spreadsheet.NumberFormat =
            switch unit {
            case .share: .share
            case .points: .difference
            case .mean: .mean
            case .count, .days, .minutes, .yen, .text: .count
            }
        return .measure(AnnualJSON.rounded(value), format)
    }

    private func sign(twice: Bool) -> [Spreadsheet.Cell] {
        let sign = Spreadsheet.Cell.text(state == .suppressed ? Self.hidden : Self.absent)
        return twice ? [sign, sign] : [sign]
    }

    /// A number in the unit in which the page prints it.
    private func scaled(_ value: Double, isBound: Bool) -> Spreadsheet.Cell {
        let rounded = AnnualJSON.rounded(value)
        switch unit {
        case .share:
            let isWhole = AnnualJSON.rounded(value * 100).remainder(dividingBy: 1) == 0
            return .measure(rounded, method == .given && isWhole ? .wholeShare : .share)
        case .points: return .measure(AnnualJSON.rounded(value * 100), .points)
        case .days: return .measure(rounded, .days)
        case .minutes: return .measure(AnnualJSON.rounded(value / 60), .hours)
        case .mean: return .measure(rounded, isBound ? .signedMean : .mean)
        case .yen: return .measure(rounded, .yen)
        case .count, .text: return .measure(rounded, .count)
        }
    }
}

extension AnnualFigure.Unit {
    /// The unit of the value in `figures.json` in words.
    var label: Bilingual {
        switch self {
        case .share: Bilingual(ja: "割合", en: "share")
        case .points: Bilingual(ja: "割合の差（0.01 が1ポイント）", en: "difference of shares (0.01 is one point)")
        case .count: Bilingual(ja: "件数", en: "count")
        case .days: Bilingual(ja: "日", en: "days")
        case .minutes: Bilingual(ja: "分", en: "minutes")
        case .mean: Bilingual(ja: "平均", en: "mean")
        case .yen: Bilingual(ja: "円", en: "yen")
        case .text: Bilingual(ja: "文字", en: "text")
        }
    }
}
