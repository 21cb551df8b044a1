/// How the bytes of one file are to be turned into characters: encoding, byte order, length of the mark.
struct TextForm: Hashable, Sendable {
    /// An encoding with its byte order.
    enum Scheme: Hashable, Sendable {
        case utf8
        case utf16LittleEndian
        case utf16BigEndian
        case cp932

        var encoding: TextEncoding {
            switch self {
            case .utf8: .utf8
            case .utf16LittleEndian, .utf16BigEndian: .utf16
            case .cp932: .cp932
            }
        }

        /// The bytes that a character takes in the file.
        func width(of scalar: Unicode.Scalar) -> Int {
            switch self {
            case .utf8: UTF8.width(scalar)
            case .utf16LittleEndian, .utf16BigEndian: scalar.value > 0xFFFF ? 4 : 2
            // ASCII and half-width kana take one byte.
            case .cp932: scalar.value < 0x80 || (0xFF61...0xFF9F).contains(scalar.value) ? 1 : 2
            }
        }
    }

    let scheme: Scheme
    /// Bytes of the byte order mark, which is no part of the text.
    let markLength: Int
    /// Whether nothing but the bytes themselves speaks for the encoding.
    let isGuess: Bool

    /// What is known of a file from its first bytes, or what was asked for.
    ///
    /// - Returns: `nil` where nothing was asked for and there is no mark.
    static func stated(_ start: ArraySlice<UInt8>, asked: TextEncoding?) -> TextForm? {
        let marked = marks.first { start.starts(with: $0.mark) }
        if let asked {
            if let marked, marked.scheme.encoding == asked {
                return TextForm(scheme: marked.scheme, markLength: marked.mark.count, isGuess: false)
            }
            let scheme: Scheme =
                switch asked {
                case .utf8: .utf8
                case .cp932: .cp932
                case .utf16: start.first == 0 ? .utf16BigEndian : .utf16LittleEndian
                }
            return TextForm(scheme: scheme, markLength: 0, isGuess: false)
        }
        return marked.map { TextForm(scheme: $0.scheme, markLength: $0.mark.count, isGuess: false) }
    }

    /// The longest mark.
    static let longestMark = 3

    private static let marks: [(mark: [UInt8], scheme: Scheme)] = [
        ([0xEF, 0xBB, 0xBF], .utf8), ([0xFF, 0xFE], .utf16LittleEndian), ([0xFE, 0xFF], .utf16BigEndian),
    ]
}
