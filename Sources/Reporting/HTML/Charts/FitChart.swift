import Evidence
import Records

/// The fits of the proposed pairs as columns, with the quartiles above and the most possible marked.
struct FitChart {
    let histogram: Histogram
    let distribution: Distribution
    /// Points of a pair that meets every criterion in full.
    let possible: Int
    let language: Language

    private static let width = 680.0
    private static let plot = (left: 34.0, right: 668.0, top: 50.0, bottom: 208.0)

    /// Horizontal position of a value; a whole number fills the unit from itself to the next.
    private func x(_ value: Double) -> Double {
        let span = Double(histogram.bins.width * histogram.bins.count)
        let share = (value - Double(histogram.bins.origin)) / span
        return Self.plot.left + share * (Self.plot.right - Self.plot.left)
    }

    var markup: Markup {
        let ticks = Axis.ticks(upTo: histogram.counts.max() ?? 0)
        let top = Double(ticks.last ?? 1)
        func y(_ count: Double) -> Double {
            Self.plot.bottom - count / top * (Self.plot.bottom - Self.plot.top)
        }
        var picture = Picture(
            width: Self.width, height: 244,
            title: Bilingual(ja: "提案したペアの適合度の分布", en: "Fits of the proposed pairs")[language],
            description: description)
        for tick in ticks {
            let height = y(Double(tick))
            picture.line(
                from: (Self.plot.left, height), to: (Self.plot.right, height),
                class: tick == 0 ? "axis" : "grid")
            picture.text(
                NumberText.grouped(tick), x: Self.plot.left - 6, y: height + 3.5, anchor: .end, class: "tick")
        }
        columns(&picture, y: y)
        quartiles(&picture)
        return picture.markup
    }

    private func columns(_ picture: inout Picture, y: (Double) -> Double) {
        let bins = histogram.bins
        let labelEvery = max(1, (bins.count + 9) / 10)
        for (index, count) in histogram.counts.enumerated() {
            let lower = Double(bins.range(at: index).lowerBound)
            let (left, right) = (x(lower), x(lower + Double(bins.width)))
            let height = y(Double(count))
            picture.rect(
                x: left + 1, y: height, width: right - left - 2, height: Self.plot.bottom - height,
                class: "matched")
            if count > 0 {
                picture.text(
                    NumberText.grouped(count), x: (left + right) / 2, y: height - 4, anchor: .middle,
                    class: "value")
            }
            if index % labelEvery == 0 {
                picture.text(
                    NumberText.grouped(bins.range(at: index).lowerBound), x: left, y: Self.plot.bottom + 16,
                    anchor: .middle, class: "tick")
            }
        }
        picture.text(
            Bilingual(
                ja: "適合度（点、\(NumberText.grouped(bins.width))点きざみ）　縦は組数",
                en: "fit in points, \(NumberText.grouped(bins.width)) per column; height: number of pairs")[
                    language],
            x: (Self.plot.left + Self.plot.right) / 2, y: Self.plot.bottom + 33, anchor: .middle,
            class: "note")
    }

    /// Smallest, quartiles and largest above the columns; the most possible as a line through them.
    private func quartiles(_ picture: inout Picture) {
        let row = 28.0
        let limit = x(Double(possible) + 0.5)
        picture.line(from: (limit, row - 10), to: (limit, Self.plot.bottom), class: "limit")
        picture.text(
            Bilingual(
                ja: "満点 \(NumberText.grouped(possible))", en: "most possible \(NumberText.grouped(possible))")[
                    language],
            x: min(limit, Self.plot.right), y: row - 15, anchor: .end, class: "limit-label")
        picture.line(
            from: (x(Double(distribution.minimum) + 0.5), row),
            to: (x(Double(distribution.maximum) + 0.5), row),
            class: "whisker")
        let (lower, upper) = (x(distribution.lowerQuartile + 0.5), x(distribution.upperQuartile + 0.5))
        picture.rect(x: lower, y: row - 4, width: max(2, upper - lower), height: 8, class: "box")
        let median = x(distribution.median + 0.5)
        picture.diamond(x: median, y: row, radius: 6, class: "median")
        let text = Bilingual(
            ja: "中央値 \(NumberText.quartile(distribution.median))",
            en: "median \(NumberText.quartile(distribution.median))")[language]
        // Near the right edge the two labels would meet.
        let leansLeft = median > Self.plot.right - 230
        picture.text(
            text, x: min(max(median, 70), leansLeft ? min(median, limit - 168) : median), y: row - 13,
            anchor: .middle, class: "median-label")
    }

    private var description: String {
        let rows = histogram.counts.enumerated().filter { $0.element > 0 }.map { index, count in
            let range = histogram.bins.range(at: index)
            return "\(range.lowerBound)–\(range.upperBound): \(count)"
        }
        return rows.joined(separator: Bilingual(ja: "、", en: ", ")[language])
    }
}
