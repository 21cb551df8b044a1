/// A cell with several answers, cut at every delimiter that people and form programs put between them.
///
/// Delimiters: `、 ， , ; ； ・ / ／` and line breaks. An answer may hold a delimiter itself (`文化・習慣`), so
/// `scan` first tries several neighbouring segments as one answer, the longest first.
struct CellSegments {
    private struct Segment {
        /// The text between two delimiters, folded.
        let folded: String
        /// The delimiter after it in one form, empty after the last one.
        let delimiter: String
    }

    private let segments: [Segment]

    init(_ cell: String) {
        var segments: [Segment] = []
        var current = String.UnicodeScalarView()
        for scalar in cell.unicodeScalars {
            guard let delimiter = CellSegments.delimiter(scalar) else {
                current.append(scalar)
                continue
            }
            segments.append(Segment(folded: Normalisation.folded(String(current)), delimiter: delimiter))
            current = String.UnicodeScalarView()
        }
        segments.append(Segment(folded: Normalisation.folded(String(current)), delimiter: ""))
        self.segments = segments
    }

    var count: Int { segments.count }

    /// The whole cell as it is compared with the spellings of a vocabulary.
    var key: String { joined(segments.indices).lowercased() }

    /// Hands over the answers from left to right; empty ones are skipped.
    ///
    /// - Parameters:
    ///   - longest: How many segments an answer may have.
    ///   - recognise: Takes an answer (folded, case kept) and says whether it is known.
    ///   - other: Takes a single segment with which no known answer begins.
    /// - Complexity: O(*segments* × `longest`) calls.
    func scan(longest: Int, recognise: (String) -> Bool, other: (String) -> Void) {
        var start = 0
        while start < segments.count {
            if segments[start].folded.isEmpty {
                start += 1
                continue
            }
            let limit = min(longest, segments.count - start)
            let known = stride(from: limit, through: 1, by: -1)
                .first { recognise(joined(start..<start + $0)) }
            if known == nil { other(segments[start].folded) }
            start += known ?? 1
        }
    }

    private func joined(_ range: Range<Int>) -> String {
        var text = ""
        for index in range {
            text += segments[index].folded
            if index + 1 < range.upperBound { text += segments[index].delimiter }
        }
        return text
    }

    private static func delimiter(_ scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "、", "､": "、"
        case ",", "，": ","
        case ";", "；": ";"
        case "・", "･": "・"
        case "/", "／": "/"
        case "\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}": "\n"
        default: nil
        }
    }
}
