import CExpat
import Glibc

/// What takes the elements of a part as they come.
protocol XMLPartHandler: AnyObject {
    /// An element begins.
    func start(_ name: XMLName, _ attributes: XMLAttributes) throws(WorkbookDefect)
    /// An element ends; `true` lets the parser pause behind it.
    func end(_ name: XMLName) throws(WorkbookDefect) -> Bool
    /// A piece of the text between two tags, in UTF-8.
    func text(_ piece: UnsafeRawBufferPointer) throws(WorkbookDefect)
}

/// Parses one part of a workbook with Expat, piece by piece.
///
/// A document type declaration is refused before any entity in it is read: no workbook has one, and both
/// entity bombs and references to other files need it.
final class XMLPart {
    private static let pieceSize = 1 << 16
    /// The longest tag, in bytes.
    ///
    /// Text comes in pieces and has no limit here.
    static let tagLimit = 1 << 20
    /// The deepest nesting of elements.
    static let depthLimit = 100

    private let part: ZipPart
    private let handler: any XMLPartHandler
    private let parser: XML_Parser
    private var failure: WorkbookDefect?
    private var depth = 0
    private var isPaused = false
    private var isAtEnd = false
    /// Whether the last piece held the end of any tag or a text.
    private var hasMoved = false
    private var stillBytes = 0

    /// - Throws: `outOfMemory`.
    init(_ part: ZipPart, handler: any XMLPartHandler) throws(WorkbookDefect) {
        guard let parser = XML_ParserCreate(nil) else { throw .outOfMemory }
        self.part = part
        self.handler = handler
        self.parser = parser
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(parser, XMLPart.start, XMLPart.end)
        XML_SetCharacterDataHandler(parser, XMLPart.text)
        XML_SetStartDoctypeDeclHandler(parser, XMLPart.doctype)
        XML_SetDefaultHandler(parser, XMLPart.other)
    }

    deinit { XML_ParserFree(parser) }

    /// Parses until the handler asks for a pause; `false` at the end of the part.
    ///
    /// - Throws: what the handler and `ZipPart` throw, `brokenPart`, `doctype`, `outOfMemory`.
    func advance() throws(WorkbookDefect) -> Bool {
        while isPaused || !isAtEnd {
            let status = isPaused ? XML_ResumeParser(parser) : try parsePiece()
            isPaused = false
            if let failure { throw failure }
            if status == XML_STATUS_SUSPENDED {
                isPaused = true
                return true
            }
            if status != XML_STATUS_OK { throw broken }
        }
        return false
    }

    /// Parses all of the part.
    func run() throws(WorkbookDefect) {
        while try advance() {}
    }

    private func parsePiece() throws(WorkbookDefect) -> XML_Status {
        guard let buffer = XML_GetBuffer(parser, Int32(XMLPart.pieceSize)) else { throw .outOfMemory }
        let count = try part.read(into: buffer, count: XMLPart.pieceSize)
        isAtEnd = count == 0
        hasMoved = false
        let status = XML_ParseBuffer(parser, Int32(count), isAtEnd ? 1 : 0)
        // Expat looks at an unfinished tag again with every piece, so that a long one would take for ever.
        stillBytes = hasMoved ? 0 : stillBytes + count
        if stillBytes > XMLPart.tagLimit { throw broken }
        return status
    }

    private var broken: WorkbookDefect {
        .brokenPart(part: part.name, line: Int(clamping: XML_GetCurrentLineNumber(parser)))
    }

    private func stop(_ defect: WorkbookDefect) {
        failure = defect
        XML_StopParser(parser, 0)
    }

    private static func of(_ context: UnsafeMutableRawPointer?) -> XMLPart? {
        guard let context else { return nil }
        let part = Unmanaged<XMLPart>.fromOpaque(context).takeUnretainedValue()
        part.hasMoved = true
        return part.failure == nil ? part : nil
    }

    private static let start: XML_StartElementHandler = { context, name, attributes in
        guard let part = of(context), let name, let attributes else { return }
        part.depth += 1
        if part.depth > depthLimit { return part.stop(part.broken) }
        do throws(WorkbookDefect) {
            try part.handler.start(XMLName(name), XMLAttributes(first: attributes))
        } catch {
            part.stop(error)
        }
    }

    private static let end: XML_EndElementHandler = { context, name in
        guard let part = of(context), let name else { return }
        part.depth -= 1
        do throws(WorkbookDefect) {
            if try part.handler.end(XMLName(name)) { XML_StopParser(part.parser, 1) }
        } catch {
            part.stop(error)
        }
    }

    private static let text: XML_CharacterDataHandler = { context, bytes, count in
        guard let part = of(context) else { return }
        do throws(WorkbookDefect) {
            try part.handler.text(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
        } catch {
            part.stop(error)
        }
    }

    private static let doctype: XML_StartDoctypeDeclHandler = { context, _, _, _, _ in
        guard let part = of(context) else { return }
        part.stop(.doctype(part: part.part.name))
    }

    private static let other: XML_DefaultHandler = { context, _, _ in _ = of(context) }
}

/// The name of an element, without its prefix; valid during one call only.
struct XMLName {
    private let local: UnsafePointer<CChar>

    init(_ name: UnsafePointer<CChar>) {
        local = XMLName.local(name)
    }

    static func == (name: XMLName, word: StaticString) -> Bool {
        XMLName.equals(name.local, word)
    }

    /// Prefixes are free to choose, and some writers use them for every element.
    fileprivate static func local(_ name: UnsafePointer<CChar>) -> UnsafePointer<CChar> {
        guard let colon = strchr(name, 0x3A) else { return name }
        return UnsafePointer(colon) + 1
    }

    fileprivate static func equals(_ name: UnsafePointer<CChar>, _ word: StaticString) -> Bool {
        // A static string ends with a NUL byte.
        word.utf8Start.withMemoryRebound(to: CChar.self, capacity: word.utf8CodeUnitCount + 1) {
            strcmp(name, $0) == 0
        }
    }
}

/// The attributes of an element; valid during one call only.
struct XMLAttributes {
    /// Names and values in turn, with a null pointer behind the last.
    let first: UnsafeMutablePointer<UnsafePointer<CChar>?>

    /// The bytes of a value, by name without prefix.
    func bytes(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
        var next = first
        while let candidate = next.pointee, let value = (next + 1).pointee {
            if XMLName.equals(candidate, name) || XMLName.equals(XMLName.local(candidate), name) {
                let count = strlen(value)
                return UnsafeRawBufferPointer(start: value, count: count).bindMemory(to: UInt8.self)
            }
            next += 2
        }
        return nil
    }

    /// A value as a string.
    subscript(name: StaticString) -> String? {
        bytes(name).map { String(decoding: $0, as: UTF8.self) }
    }

    /// A value as a whole number of at most nine digits.
    func number(_ name: StaticString) -> Int? {
        guard let digits = bytes(name), !digits.isEmpty, digits.count <= 9 else { return nil }
        return DigitBytes.number(digits)
    }

    /// Whether a value is one of the words for yes, which are `1` and `true`.
    func isTrue(_ name: StaticString) -> Bool {
        guard let value = self[name] else { return false }
        return value == "1" || value == "true"
    }
}

/// Whole numbers without a sign.
enum DigitBytes {
    /// The number that digits make; `nil` for anything else, for none and for more than 18 of them.
    static func number(_ bytes: some Collection<UInt8>) -> Int? {
        guard !bytes.isEmpty, bytes.count <= 18 else { return nil }
        var value = 0
        for byte in bytes {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }
}
