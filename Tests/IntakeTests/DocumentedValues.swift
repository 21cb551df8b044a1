import Foundation

/// The examples of the section "Values" of `docs/input.md`.
///
/// A table whose first heading begins with "written" is a table of examples; what follows that word names the
/// decoder, by default that of the section. Each code span of a line's first cell is a cell of an export; the
/// second cell begins with what it is read as, or with "refused" or "missing", and says "warning" where there is
/// one.
struct DocumentedValues {
    enum Outcome: Equatable {
        case value(String)
        case missing
        case refused
    }

    struct Example {
        let kind: String
        let cell: String
        let outcome: Outcome
        let hasWarning: Bool
    }

    private(set) var examples: [Example] = []
    /// Lines of tables of examples that say nothing that can be tried.
    private(set) var unreadable: [String] = []
    /// The words of the examples with their spellings.
    private(set) var words: [(key: String, spellings: [String])] = []

    init() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let page = try String(contentsOf: root.appending(path: "docs/input.md"), encoding: .utf8)
        var section = ""
        var table: String?
        var isInside = false
        for line in page.components(separatedBy: "\n") {
            if line.hasPrefix("## ") { isInside = line == "## Values" }
            guard isInside else { continue }
            if line.hasPrefix("### ") { section = String(line.dropFirst(4)) }
            guard line.hasPrefix("|") else {
                table = nil
                continue
            }
            if line.hasPrefix("|---") { continue }
            let cells = line.components(separatedBy: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            guard let kind = table else {
                table = DocumentedValues.kind(ofHeading: cells[1], section: section)
                continue
            }
            switch kind {
            case "word": words.append((DocumentedValues.spans(cells[1])[0], DocumentedValues.spans(cells[2])))
            case "": continue
            default: add(kind: kind, written: cells[1], outcome: cells[2], line: line)
            }
        }
    }

    private mutating func add(kind: String, written: String, outcome: String, line: String) {
        let cells = DocumentedValues.spans(written)
        let read: Outcome? =
            outcome.hasPrefix("refused")
            ? .refused
            : outcome.hasPrefix("missing")
                ? .missing : DocumentedValues.spans(outcome).first.map(Outcome.value)
        guard !cells.isEmpty, let read else {
            unreadable.append(line)
            return
        }
        for cell in cells {
            examples.append(
                Example(
                    kind: kind, cell: cell.replacing("⏎", with: "\n"), outcome: read,
                    hasWarning: outcome.contains("warning")))
        }
    }

    /// `written` → the section, `written, tags` → `tags`, `word` → `word`, anything else → no examples.
    private static func kind(ofHeading heading: String, section: String) -> String {
        if heading == "written" { return section }
        if heading == "word", section == "category" { return "word" }
        return heading.hasPrefix("written, ") ? String(heading.dropFirst(9)) : ""
    }

    private static func spans(_ cell: String) -> [String] {
        cell.components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
    }
}
