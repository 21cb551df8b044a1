/// A piece of an HTML page or of an SVG picture inside it.
///
/// Text and attribute values are escaped when they are written, there is no way to insert raw text, and tags and
/// attribute names are closed vocabularies: a page built from these values cannot carry markup that an export
/// brought along. What is written is XML that HTML parsers read alike (HTML Standard, “The XML syntax”).
indirect enum Markup: Sendable {
    case text(String)
    case element(Tag, [Attribute], Markup)
    case group([Markup])
    /// A style sheet of this module. `StaticString` cannot hold anything from outside.
    case stylesheet(StaticString)

    static let empty = Markup.group([])

    /// The whole page as bytes, with the document type first.
    func document() -> [UInt8] {
        var bytes = [UInt8]("<!DOCTYPE html>\n".utf8)
        write(to: &bytes)
        return bytes
    }

    private func write(to bytes: inout [UInt8]) {
        switch self {
        case .text(let text):
            Self.escape(text, to: &bytes)
        case .group(let parts):
            for part in parts { part.write(to: &bytes) }
        case .stylesheet(let sheet):
            bytes += "<style>\n".utf8
            sheet.withUTF8Buffer { bytes += $0 }
            bytes += "\n</style>\n".utf8
        case .element(let tag, let attributes, let content):
            bytes += "<\(tag.rawValue)".utf8
            for attribute in attributes {
                bytes += " \(attribute.name.rawValue)=\"".utf8
                Self.escape(attribute.value, to: &bytes)
                bytes.append(UInt8(ascii: "\""))
            }
            if tag.isVoid {
                bytes += "/>".utf8
            } else {
                bytes.append(UInt8(ascii: ">"))
                content.write(to: &bytes)
                bytes += "</\(tag.rawValue)>".utf8
            }
            if !tag.isInline { bytes.append(0x0A) }
        }
    }

    /// Writes text as character data that is safe in content and in attributes.
    ///
    /// Characters that XML forbids
    /// (NUL, other control characters, noncharacters) become U+FFFD.
    private static func escape(_ text: String, to bytes: inout [UInt8]) {
        if isPlain(text) {
            bytes += text.utf8
            return
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": bytes += "&amp;".utf8
            case "<": bytes += "&lt;".utf8
            case ">": bytes += "&gt;".utf8
            case "\"": bytes += "&quot;".utf8
            case "'": bytes += "&#39;".utf8
            case "\t", "\n": bytes.append(UInt8(ascii: " "))
            case "\u{0}"..<"\u{20}", "\u{7F}"..<"\u{A0}", "\u{FFFE}", "\u{FFFF}": bytes += "\u{FFFD}".utf8
            default: if let encoded = UTF8.encode(scalar) { bytes += encoded }
            }
        }
    }

    /// Whether a text is written as it is, by its bytes; most are.
    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
                UInt8(ascii: "'"):
                false
            // The control characters behind ASCII begin with C2, the noncharacters with EF.
            case 0x00..<0x20, 0x7F, 0xC2, 0xEF: false
            default: true
            }
        }
    }
}

/// Lists the parts of an element as statements; a string is text.
@resultBuilder
enum MarkupBuilder {
    static func buildExpression(_ markup: Markup) -> Markup { markup }
    static func buildExpression(_ text: String) -> Markup { .text(text) }
    static func buildExpression(_ parts: [Markup]) -> Markup { .group(parts) }
    static func buildBlock(_ parts: Markup...) -> Markup { .group(parts) }
    static func buildOptional(_ part: Markup?) -> Markup { part ?? .empty }
    static func buildEither(first part: Markup) -> Markup { part }
    static func buildEither(second part: Markup) -> Markup { part }
    static func buildArray(_ parts: [Markup]) -> Markup { .group(parts) }
}
