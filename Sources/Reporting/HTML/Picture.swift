/// A small SVG picture: its size, what it shows in words, and the marks on it.
///
/// Coordinates are in user units, about a pixel on the screen; y points down.
struct Picture: Sendable {
    var width: Double
    var height: Double
    /// What the picture is called and what it says, for those who cannot see it.
    var title: String
    var description: String
    var style: String
    private(set) var marks: [Markup] = []

    init(width: Double, height: Double, title: String, description: String, class style: String = "chart") {
        self.width = width
        self.height = height
        self.title = title
        self.description = description
        self.style = style
    }

    /// The picture as a part of a page.
    var markup: Markup {
        Tag.svg(
            .set(.xmlns, "http://www.w3.org/2000/svg"), .set(.role, "img"), .class(style),
            .set(.viewBox, "0 0 \(Attribute.decimal(width)) \(Attribute.decimal(height))")
        ) {
            Tag.title { title }
            Tag.desc { description }
            marks
        }
    }

    /// Where the text of a label begins, seen from its point.
    enum Anchor: String, Sendable {
        case start, middle, end
    }

    /// A rectangle; one without area is left out.
    mutating func rect(x: Double, y: Double, width: Double, height: Double, class style: String) {
        guard width > 0, height > 0 else { return }
        marks.append(
            Tag.rect(
                .set(.x, x), .set(.y, y), .set(.width, width), .set(.height, height), .class(style)))
    }

    mutating func line(from a: (x: Double, y: Double), to b: (x: Double, y: Double), class style: String) {
        marks.append(
            Tag.line(.set(.x1, a.x), .set(.y1, a.y), .set(.x2, b.x), .set(.y2, b.y), .class(style)))
    }

    mutating func circle(x: Double, y: Double, radius: Double, class style: String) {
        marks.append(Tag.circle(.set(.cx, x), .set(.cy, y), .set(.r, radius), .class(style)))
    }

    /// A square standing on its corner.
    mutating func diamond(x: Double, y: Double, radius: Double, class style: String) {
        let corners = [(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)]
        let points = corners.map { "\(Attribute.decimal($0.0)) \(Attribute.decimal($0.1))" }
        marks.append(Tag.path(.set(.d, "M" + points.joined(separator: "L") + "Z"), .class(style)))
    }

    mutating func text(
        _ text: String, x: Double, y: Double, anchor: Anchor = .start, class style: String = "label"
    ) {
        marks.append(
            Tag.text(.set(.x, x), .set(.y, y), .set(.textAnchor, anchor.rawValue), .class(style)) { text })
    }

    mutating func path(_ data: String, class style: String) {
        marks.append(Tag.path(.set(.d, data), .class(style)))
    }
}
