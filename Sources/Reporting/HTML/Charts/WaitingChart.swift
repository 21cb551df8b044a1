import Evidence
import Records

/// Waiting days of residents with and without a proposal, back to back on one scale.
struct WaitingChart {
    let matched: ReportFigures.Waiting
    let unmatched: ReportFigures.Waiting
    let language: Language

    private static let width = 680.0
    private static let gutter = (left: 292.0, right: 388.0)
    private static let top = 46.0
    private static let rowHeight = 21.0

    /// The chart, or `nil` where no resident has a date.
    var markup: Markup? {
        guard let left = matched.histogram, let right = unmatched.histogram else { return nil }
        let bins = left.bins
        let bottom = Self.top + Double(bins.count) * Self.rowHeight
        var picture = Picture(
            width: Self.width, height: bottom + 26,
            title: say("待機日数：提案あり・提案なし", "Days waited, with and without a proposal"),
            description: description(left, right))
        heading(&picture, matched, say("提案あり", "with a proposal"), x: Self.gutter.left, anchor: .end)
        heading(&picture, unmatched, say("提案なし", "without a proposal"), x: Self.gutter.right, anchor: .start)
        // Room for the number beyond the longest bar.
        let scale = (Self.gutter.left - 44) / Double(max(1, (left.counts + right.counts).max() ?? 1))
        for index in 0..<bins.count {
            let y = Self.top + Double(index) * Self.rowHeight
            let range = bins.range(at: index)
            let days = range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound)"
            picture.text(days, x: Self.width / 2, y: y + 14.5, anchor: .middle, class: "tick")
            let (a, b) = (Double(left.counts[index]) * scale, Double(right.counts[index]) * scale)
            picture.rect(
                x: Self.gutter.left - a, y: y + 2, width: a, height: Self.rowHeight - 4, class: "matched")
            picture.rect(x: Self.gutter.right, y: y + 2, width: b, height: Self.rowHeight - 4, class: "open")
            if left.counts[index] > 0 {
                picture.text(
                    NumberText.grouped(left.counts[index]), x: Self.gutter.left - a - 6, y: y + 14.5,
                    anchor: .end, class: "value")
            }
            if right.counts[index] > 0 {
                picture.text(
                    NumberText.grouped(right.counts[index]), x: Self.gutter.right + b + 6, y: y + 14.5,
                    class: "value")
            }
        }
        for x in [Self.gutter.left, Self.gutter.right] {
            picture.line(from: (x, Self.top - 2), to: (x, bottom + 2), class: "axis")
        }
        medianMark(&picture, matched, bins, x: Self.gutter.left)
        medianMark(&picture, unmatched, bins, x: Self.gutter.right)
        picture.text(
            say("中央は待機日数、棒は人数", "centre: days waited; bars: people"), x: Self.width / 2, y: bottom + 20,
            anchor: .middle, class: "note")
        return picture.markup
    }

    private func heading(
        _ picture: inout Picture, _ group: ReportFigures.Waiting, _ name: String, x: Double,
        anchor: Picture.Anchor
    ) {
        picture.text(name, x: x, y: 14, anchor: anchor, class: "group")
        let text: String
        if let summary = group.distribution {
            let (count, median) = (NumberText.grouped(summary.count), NumberText.quartile(summary.median))
            text = say("\(count)人　◆ 中央値 \(median)日", "\(count) people, ◆ median \(median) days")
        } else {
            text = say("該当者なし", "nobody")
        }
        picture.text(text, x: x, y: 32, anchor: anchor, class: "label")
    }

    private func medianMark(
        _ picture: inout Picture, _ group: ReportFigures.Waiting, _ bins: HistogramBins, x: Double
    ) {
        guard let median = group.distribution?.median else { return }
        let rows = (median + 0.5 - Double(bins.origin)) / Double(bins.width)
        picture.diamond(x: x, y: Self.top + rows * Self.rowHeight, radius: 6, class: "median")
    }

    private func description(_ left: Histogram, _ right: Histogram) -> String {
        let rows = (0..<left.bins.count).map { index in
            let range = left.bins.range(at: index)
            return say(
                "\(range.lowerBound)–\(range.upperBound)日: 提案あり\(left.counts[index])、"
                    + "提案なし\(right.counts[index])",
                "\(range.lowerBound)–\(range.upperBound) days: \(left.counts[index]) with, "
                    + "\(right.counts[index]) without")
        }
        return rows.joined(separator: say("。", "; "))
    }

    private func say(_ ja: String, _ en: String) -> String { Bilingual(ja: ja, en: en)[language] }
}
