import Evidence
import Records

/// The pictures of an annual report, drawn from printed figures only: what is hidden leaves no mark.
struct AnnualCharts {
    let report: AnnualReport
    let language: Language

    private func say(_ ja: String, _ en: String) -> String { language == .ja ? ja : en }

    /// A share with its interval on a scale from 0 to 1.
    func bar(_ id: String) -> Markup {
        guard let figure = report[id], let share = figure.value else { return .empty }
        let (width, height) = (150.0, 14.0)
        let words = sentence(figure)
        var picture = Picture(
            width: width, height: height, title: figure.title(in: language), description: words, class: "bar")
        func x(_ share: Double) -> Double { 4 + share * (width - 8) }
        picture.line(from: (x(0), height / 2), to: (x(1), height / 2), class: "track")
        if let interval = figure.interval {
            picture.line(
                from: (x(interval.lower), height / 2), to: (x(interval.upper), height / 2), class: "ci")
        }
        picture.circle(x: x(share), y: height / 2, radius: 3.4, class: "dot")
        return picture.markup
    }

    /// A figure with its interval in words.
    private func sentence(_ figure: AnnualFigure) -> String {
        let value = figure.text(.value, in: language)
        guard figure.interval != nil else { return value }
        let interval = figure.text(.interval, in: language)
        return say("\(value)（\(interval)）", "\(value) (\(interval))")
    }

    /// Steps of a share over days, with the band of their intervals.
    func curve(_ curve: AnnualCurve) -> Markup {
        let points = curve.points.compactMap { point in
            report[point.figure].flatMap { figure in
                figure.value.map { (day: point.day, share: $0, figure: figure) }
            }
        }
        guard !points.isEmpty else {
            return Tag.p(.class("nothing")) {
                say("図にできる数字がありません。", "There is no figure to draw.")
            }
        }
        let (width, height) = (860.0, 270.0)
        let (left, right, top, bottom) = (52.0, 18.0, 14.0, 34.0)
        let lastDay = max(curve.lastDay, points.map(\.day).max() ?? 1)
        func x(_ day: Int) -> Double { left + Double(day) / Double(lastDay) * (width - left - right) }
        func y(_ share: Double) -> Double { top + (1 - share) * (height - top - bottom) }
        let said =
            points.count > 8 ? [points[0], points[points.count / 2], points[points.count - 1]] : points
        var picture = Picture(
            width: width, height: height, title: curve.title[language],
            description: said.map { $0.figure.label[language] + " " + sentence($0.figure) }
                .joined(separator: say("、", "; ")))
        for tick in stride(from: 0, through: 100, by: 25) {
            let level = y(Double(tick) / 100)
            picture.line(from: (left, level), to: (width - right, level), class: "grid")
            picture.text("\(tick)%", x: left - 8, y: level + 4, anchor: .end, class: "tick")
        }
        for day in stride(from: 0, through: lastDay, by: 30) {
            picture.line(from: (x(day), height - bottom), to: (x(day), height - bottom + 4), class: "axis")
            picture.text(
                say("\(day)日", "day \(day)"), x: x(day), y: height - bottom + 18, anchor: .middle,
                class: "tick")
        }
        if let target = curve.target {
            let level = y(Double(target) / 10_000)
            picture.line(from: (left, level), to: (width - right, level), class: "limit")
        }
        draw(curve, points, &picture, x, y, lastDay)
        picture.line(from: (left, height - bottom), to: (width - right, height - bottom), class: "axis")
        return Tag.figure {
            picture.markup
            Tag.figcaption {
                curve.title[language]
                    + say(
                        (curve.isStepped ? "。線は推定、うすい帯は信頼区間" : "。点は推定、縦の線は信頼区間")
                            + (curve.target == nil ? "。" : "、破線は目標。"),
                        (curve.isStepped
                            ? ": the line is the estimate, the pale band its interval"
                            : ": the points are the estimates, the upright lines their intervals")
                            + (curve.target == nil ? "." : ", the dashes the target."))
            }
        }
    }

    private func draw(
        _ curve: AnnualCurve, _ points: [(day: Int, share: Double, figure: AnnualFigure)],
        _ picture: inout Picture,
        _ x: (Int) -> Double, _ y: (Double) -> Double, _ lastDay: Int
    ) {
        func at(_ day: Int, _ share: Double) -> String {
            Attribute.decimal(x(day)) + " " + Attribute.decimal(y(share))
        }
        for (index, point) in points.enumerated() {
            guard let interval = point.figure.interval else { continue }
            guard curve.isStepped else {
                picture.line(
                    from: (x(point.day), y(interval.lower)), to: (x(point.day), y(interval.upper)),
                    class: "ci")
                picture.circle(x: x(point.day), y: y(point.share), radius: 3.4, class: "dot")
                continue
            }
            let next = index + 1 < points.count ? points[index + 1].day : lastDay
            picture.rect(
                x: x(point.day), y: y(interval.upper), width: x(next) - x(point.day),
                height: max(0.8, y(interval.lower) - y(interval.upper)), class: "faint")
        }
        var path = "M" + at(0, curve.start)
        var level = curve.start
        for point in points {
            if curve.isStepped { path += "L" + at(point.day, level) }
            path += "L" + at(point.day, point.share)
            level = point.share
        }
        if curve.isStepped { path += "L" + at(lastDay, level) }
        // The stroke of the cords: a line without a ground.
        picture.path(path, class: "cord a")
    }

    /// Bars that become shorter from step to step.
    func funnel(_ title: Bilingual, _ ids: [String]) -> Markup {
        let figures = ids.compactMap { report[$0] }
        let most = figures.compactMap(\.value).max() ?? 1
        let (width, row) = (860.0, 34.0)
        var picture = Picture(
            width: width, height: row * Double(figures.count) + 6, title: title[language],
            description: figures.map { $0.label[language] + " " + $0.text(.value, in: language) }
                .joined(separator: say("、", "; ")))
        for (index, figure) in figures.enumerated() {
            let top = 4 + row * Double(index)
            picture.text(figure.title(in: language), x: 0, y: top + 18, class: "label")
            if let value = figure.value, most > 0 {
                picture.rect(x: 190, y: top, width: max(1, value / most * 570), height: 24, class: "strong")
                picture.text(
                    figure.text(.value, in: language), x: 198 + value / most * 570, y: top + 17,
                    class: "value")
            } else {
                picture.text(figure.text(.value, in: language), x: 198, y: top + 17, class: "value")
            }
        }
        return Tag.figure {
            picture.markup
            Tag.figcaption { title[language] }
        }
    }
}
