import Records

/// A cell with several answers, cut at every delimiter that people and form programs put between them.
///
/// Delimiters: `、 ， , ; ； ・ / ／` and line breaks. An answer may hold a delimiter itself (`文化・習慣`, or an
/// option `Reading, writing` of a form that joins its options with `, `), so known answers are looked for
/// before anything is cut: `answers` reads the cell in the way that leaves the fewest words unknown, and of
/// several such ways in the one with the longest answer first.
struct CellSegments {
    /// What a piece of a cell was found to be.
    enum Answer<Match> {
        case known(Match, written: String)
        /// A single segment with which no known answer begins, as it is compared and as written.
        case unknown(folded: String, written: String)
    }

    private struct Segment {
        /// The text up to the next delimiter as it is compared: NFKC, spaces folded, case kept.
        let folded: String
        /// The delimiter after it in one form; empty after the last one.
        let delimiter: String
        /// The text up to the next delimiter within the cell.
        let place: Range<String.Index>
    }

    private let cell: String
    private let segments: [Segment]

    init(_ cell: String) {
        self.cell = cell
        var segments: [Segment] = []
        let scalars = cell.unicodeScalars
        var start = scalars.startIndex
        var index = start
        while index < scalars.endIndex {
            let next = scalars.index(after: index)
            if let delimiter = CellSegments.delimiter(scalars[index]) {
                segments.append(CellSegments.segment(of: cell, start..<index, delimiter))
                start = next
            }
            index = next
        }
        segments.append(CellSegments.segment(of: cell, start..<index, ""))
        self.segments = segments
    }

    var count: Int { segments.count }

    /// The whole cell as it is compared with the spellings of a vocabulary.
    var key: String {
        Normalisation.lowercased(segments.reduce("") { $0 + $1.folded + $1.delimiter })
    }

    /// Whether a folded text holds a delimiter.
    static func holdsDelimiter(_ folded: String) -> Bool {
        folded.unicodeScalars.contains { delimiter($0) != nil }
    }

    /// The answers from left to right; empty segments are skipped.
    ///
    /// - Parameters:
    ///   - longest: How many segments an answer may have.
    ///   - recognise: What a folded text stands for, if it is known.
    /// - Returns: Known answers and unknown segments, as the cell has them.
    /// - Complexity: O(*segments* × `longest`) calls.
    func answers<Match>(longest: Int, recognise: (String) -> Match?) -> [Answer<Match>] {
        var matches: [[(length: Int, match: Match)]] = []
        matches.reserveCapacity(segments.count)
        for start in segments.indices { matches.append(known(from: start, longest, recognise)) }
        // Fewest unknown words from each segment on, and the length of the answer that begins there.
        var unknown = Array(repeating: 0, count: segments.count + 1)
        var choice: [(length: Int, match: Match)?] = Array(repeating: nil, count: segments.count)
        for start in segments.indices.reversed() {
            unknown[start] = unknown[start + 1] + (segments[start].folded.isEmpty ? 0 : 1)
            for candidate in matches[start] where unknown[start + candidate.length] <= unknown[start] {
                unknown[start] = unknown[start + candidate.length]
                choice[start] = candidate
            }
        }
        var answers: [Answer<Match>] = []
        var start = 0
        while start < segments.count {
            if let (length, match) = choice[start] {
                answers.append(.known(match, written: written(start, length)))
                start += length
            } else {
                let folded = segments[start].folded
                if !folded.isEmpty { answers.append(.unknown(folded: folded, written: written(start, 1))) }
                start += 1
            }
        }
        return answers
    }

    /// The known answers that begin with a segment, the shortest first.
    private func known<Match>(
        from start: Int, _ longest: Int, _ recognise: (String) -> Match?
    ) -> [(length: Int, match: Match)] {
        guard !segments[start].folded.isEmpty else { return [] }
        var found: [(length: Int, match: Match)] = []
        var text = ""
        for length in 1...max(1, min(longest, segments.count - start)) {
            let segment = segments[start + length - 1]
            text =
                length == 1 ? segment.folded : text + segments[start + length - 2].delimiter + segment.folded
            if let match = recognise(text) { found.append((length, match)) }
        }
        return found
    }

    /// Some neighbouring segments as the cell has them, trimmed.
    private func written(_ start: Int, _ length: Int) -> String {
        let text = cell[segments[start].place.lowerBound..<segments[start + length - 1].place.upperBound]
        return CellBytes.text(Array(text.utf8)[...])
    }

    private static func segment(
        of cell: String, _ place: Range<String.Index>, _ delimiter: String
    ) -> Segment {
        let text = String(cell.unicodeScalars[place])
        return Segment(folded: Normalisation.folded(text), delimiter: delimiter, place: place)
    }

    private static func delimiter(_ scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "、", "､", "﹑": "、"
        case ",", "，", "﹐": ","
        case ";", "；", "﹔": ";"
        case "・", "･": "・"
        case "/", "／": "/"
        case "\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}": "\n"
        default: nil
        }
    }
}
