/// A cell with several answers, cut at every delimiter that people and form programs put between them.
///
/// Delimiters: `、 ， , ; ； ・ / ／` and line breaks. An answer may hold a delimiter itself (`文化・習慣`), so
/// `scan` first tries several neighbouring segments as one answer, the longest first.
struct CellSegments {
    /// An answer, or what may be one.
    struct Answer {
        /// As it is compared: NFKC, spaces folded, case kept.
        var folded: String
        /// As the cell has it, trimmed.
        var written: String
    }

    private struct Segment {
        /// The text between two delimiters.
        let text: Answer
        /// The delimiter after it, in one form and as written; empty after the last one.
        let delimiter: Answer
    }

    private let segments: [Segment]

    init(_ cell: String) {
        var segments: [Segment] = []
        var current = String.UnicodeScalarView()
        func end(_ delimiter: Answer) {
            let written = String(current)
            let text = Answer(folded: Normalisation.folded(written), written: written)
            segments.append(Segment(text: text, delimiter: delimiter))
            current = String.UnicodeScalarView()
        }
        for scalar in cell.unicodeScalars {
            if let delimiter = CellSegments.delimiter(scalar) {
                end(Answer(folded: delimiter, written: String(scalar)))
            } else {
                current.append(scalar)
            }
        }
        end(Answer(folded: "", written: ""))
        self.segments = segments
    }

    var count: Int { segments.count }

    /// The whole cell as it is compared with the spellings of a vocabulary.
    var key: String { answer(segments.indices).folded.lowercased() }

    /// Hands over the answers from left to right; empty ones are skipped.
    ///
    /// - Parameters:
    ///   - longest: How many segments an answer may have.
    ///   - recognise: Takes an answer and says whether it is known.
    ///   - other: Takes a single segment with which no known answer begins.
    /// - Complexity: O(*segments* × `longest`) calls.
    func scan(longest: Int, recognise: (Answer) -> Bool, other: (Answer) -> Void) {
        var start = 0
        while start < segments.count {
            if segments[start].text.folded.isEmpty {
                start += 1
                continue
            }
            let limit = min(longest, segments.count - start)
            let known = stride(from: limit, through: 1, by: -1)
                .first { recognise(answer(start..<start + $0)) }
            if known == nil { other(answer(start..<start + 1)) }
            start += known ?? 1
        }
    }

    private func answer(_ range: Range<Int>) -> Answer {
        var answer = Answer(folded: "", written: "")
        for index in range {
            let segment = segments[index]
            answer.folded += segment.text.folded
            answer.written += segment.text.written
            if index + 1 < range.upperBound {
                answer.folded += segment.delimiter.folded
                answer.written += segment.delimiter.written
            }
        }
        answer.written = CellBytes.text(Array(answer.written.utf8)[...])
        return answer
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
