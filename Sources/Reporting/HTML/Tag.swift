/// The elements that a report uses; scripts, frames, links to files and forms are not among them.
enum Tag: String, Sendable {
    case html, head, meta, title, body, main, header, footer, nav, section, div, p, span, strong, small, bdi
    case h1, h2, h3, dl, dt, dd, ul, li, a, br
    case table, caption, thead, tbody, tr, th, td, colgroup, col, figure, figcaption
    case svg, desc, defs, pattern, g, rect, line, path, circle, text

    /// An element with attributes and content.
    func callAsFunction(_ attributes: Attribute..., @MarkupBuilder content: () -> Markup) -> Markup {
        .element(self, attributes, content())
    }

    /// An element without content.
    func callAsFunction(_ attributes: Attribute...) -> Markup {
        .element(self, attributes, .empty)
    }

    /// Elements without content, which HTML writes without an end tag.
    var isVoid: Bool {
        switch self {
        case .meta, .br, .col: true
        default: false
        }
    }

    /// Elements inside running text, where a line break would become a space.
    var isInline: Bool {
        switch self {
        case .span, .strong, .small, .bdi, .a, .text: true
        default: false
        }
    }
}

/// A name and a value; made by the functions below only.
struct Attribute: Sendable {
    /// The attributes that a report uses; none of them runs or loads anything.
    enum Name: String, Sendable {
        case id, lang, `class`, charset, name, content, href, scope, colspan, role, width, height, x, y, x1,
            x2
        case y1, y2, cx, cy, r, d, transform, viewBox, patternUnits, patternTransform, xmlns
        case httpEquiv = "http-equiv"
        case xmlLang = "xml:lang"
        case ariaHidden = "aria-hidden"
        case ariaLabel = "aria-label"
        case textAnchor = "text-anchor"
    }

    let name: Name
    let value: String

    private init(_ name: Name, _ value: String) {
        self.name = name
        self.value = value
    }

    static func `class`(_ names: String) -> Attribute { Attribute(.class, names) }
    static func id(_ id: String) -> Attribute { Attribute(.id, id) }
    /// A link to a place on this page; there are no others.
    static func anchor(_ id: String) -> Attribute { Attribute(.href, "#" + id) }
    static func set(_ name: Name, _ value: String) -> Attribute {
        // A link that loads something is not expressible: `href` has its own function.
        name == .href ? anchor(value) : Attribute(name, value)
    }
    static func set(_ name: Name, _ value: Double) -> Attribute { Attribute(name, decimal(value)) }
    static func set(_ name: Name, _ value: Int) -> Attribute { Attribute(name, String(value)) }

    /// A coordinate with at most two decimals.
    static func decimal(_ value: Double) -> String {
        let hundredths = (value * 100).rounded()
        guard hundredths.magnitude < 1e9 else { return "0" }
        let units = Int(hundredths)
        let (whole, rest) = (units.magnitude / 100, units.magnitude % 100)
        var text = (units < 0 ? "-" : "") + String(whole)
        if rest > 0 {
            text += rest < 10 ? ".0\(rest)" : rest % 10 == 0 ? ".\(rest / 10)" : ".\(rest)"
        }
        return text
    }
}
