import Evidence
import Records

/// The small pictures inside the rows of a table.
enum RowBars {
    /// A part of a stacked bar: how much, and how it looks.
    struct Part: Sendable {
        let count: Int
        let style: String
    }

    /// Parts side by side, on a scale on which `maximum` fills the width.
    static func stacked(_ parts: [Part], of maximum: Int, title: String, width: Double = 200) -> Markup {
        let height = 14.0
        var picture = Picture(width: width, height: height, title: title, description: title, class: "bar")
        let scale = (width - 1) / Double(max(1, maximum))
        var x = 0.5
        for part in parts {
            let length = min(Double(max(0, part.count)) * scale, width - 0.5 - x)
            picture.rect(x: x, y: 1, width: length, height: height - 2, class: part.style)
            x += length
        }
        return picture.markup
    }

    /// A part drawn over the whole: the lower bar is the larger amount.
    static func nested(_ inner: Double, in outer: Double, of maximum: Double, title: String) -> Markup {
        let (width, height) = (200.0, 14.0)
        var picture = Picture(width: width, height: height, title: title, description: title, class: "bar")
        let scale = (width - 1) / max(1, maximum)
        for (amount, style) in [(outer, "faint"), (inner, "strong")] {
            picture.rect(
                x: 0.5, y: 1, width: min(max(0, amount), maximum) * scale, height: height - 2, class: style)
        }
        return picture.markup
    }

    /// A share with its interval on a scale from 0 to 100%, with a dashed line where all residents stand.
    static func share(_ figure: Figure, overall: Double?, title: String) -> Markup {
        let (width, height) = (150.0, 14.0)
        var picture = Picture(width: width, height: height, title: title, description: title, class: "bar")
        func x(_ share: Double) -> Double { 4 + share * (width - 8) }
        picture.line(from: (x(0), height / 2), to: (x(1), height / 2), class: "track")
        if let overall { picture.line(from: (x(overall), 0), to: (x(overall), height), class: "overall") }
        if let share = figure.share, let interval = figure.interval {
            picture.line(
                from: (x(interval.lower), height / 2), to: (x(interval.upper), height / 2), class: "ci")
            picture.circle(x: x(share), y: height / 2, radius: 3.4, class: "dot")
        }
        return picture.markup
    }

    /// The share at the top of the page: a wide scale with ticks, the interval and the point.
    static func headline(_ figure: Figure, title: String, description: String) -> Markup {
        let width = 440.0
        var picture = Picture(width: width, height: 56, title: title, description: description)
        func x(_ share: Double) -> Double { 14 + share * (width - 28) }
        for tick in stride(from: 0, through: 100, by: 20) {
            let position = x(Double(tick) / 100)
            picture.line(from: (position, 18), to: (position, 32), class: "grid")
            picture.text("\(tick)%", x: position, y: 48, anchor: .middle, class: "tick")
        }
        picture.line(from: (x(0), 25), to: (x(1), 25), class: "axis")
        if let share = figure.share, let interval = figure.interval {
            picture.rect(
                x: x(interval.lower), y: 19, width: max(1.5, x(interval.upper) - x(interval.lower)),
                height: 12,
                class: "band")
            picture.diamond(x: x(share), y: 25, radius: 7, class: "median")
        }
        return picture.markup
    }
}
