package import Records

/// A workbook to be written, free of any library.
package struct Spreadsheet: Sendable {
    /// Sheets that are read from top to bottom; they stand before the lists.
    package var pages: [Page] = []
    package var sheets: [Sheet]
    package var title: String
    /// The day that the file says it was made on: the run's, so that a rerun gives the same bytes.
    package var created: CivilDate
    package var language: Language

    package init(
        title: String, created: CivilDate, language: Language, pages: [Page] = [], sheets: [Sheet]
    ) {
        self.title = title
        self.pages = pages
        self.created = created
        self.language = language
        self.sheets = sheets
    }

    /// A table with a header, which stays in sight, has filters and is repeated on every printed page.
    package struct Sheet: Sendable {
        /// At most 31 characters, without `[ ] : * ? / \`.
        package var name: String
        package var columns: [Column]
        /// As many cells in each row as there are columns.
        package var rows: [[Cell]]

        package init(name: String, columns: [Column], rows: [[Cell]]) {
            self.name = name
            self.columns = columns
            self.rows = rows
        }

        /// The last column that is printed.
        var lastPrinted: Int {
            columns.lastIndex { $0.kind != .hidden && $0.kind != .aside } ?? max(0, columns.count - 1)
        }

        /// Puts columns aside, behind the others.
        mutating func putAside(_ places: some Collection<Int>) {
            let aside = Set(places)
            for place in aside { columns[place].kind = .aside }
            let order = columns.indices.filter { !aside.contains($0) } + aside.sorted()
            columns = order.map { columns[$0] }
            rows = rows.map { row in order.map { row[$0] } }
        }
    }

    package struct Column: Sendable {
        package enum Kind: Hashable, Sendable {
            /// Written by us.
            case plain
            /// For machines: there, but not shown.
            case hidden
            /// Shown in a group that can be folded, and not printed; behind all columns that are.
            case aside
            /// To be filled in with a day.
            case day
            /// To be filled in with one of these words.
            case choice([String])
        }

        package var title: String
        package var kind: Kind

        package init(_ title: String, _ kind: Kind = .plain) {
            self.title = title
            self.kind = kind
        }
    }

    package enum Cell: Hashable, Sendable {
        case empty
        /// Always stays text: never a formula, a number or a link.
        case text(String)
        case number(Double)
        /// A number with the format in which it is shown.
        case measure(Double, NumberFormat)
    }
}

extension Spreadsheet.Cell {
    /// A number of a list, such as `12` or `3.5`; anything else stays text.
    ///
    /// Only the form that a number of ours has counts, so that no code loses a leading zero.
    package static func figure(_ text: String) -> Spreadsheet.Cell {
        if text.isEmpty { return .empty }
        guard isFigure(text.utf8), let number = Double(text) else { return .text(text) }
        return .number(number)
    }

    /// Whether a text is written as numbers are: up to nine digits, and behind a point up to nine more.
    private static func isFigure(_ text: String.UTF8View) -> Bool {
        let unsigned = text.first == UInt8(ascii: "-") ? text.dropFirst() : text[...]
        let whole = unsigned.prefix { (0x30...0x39).contains($0) }
        guard (1...9).contains(whole.count), whole.count == 1 || whole.first != 0x30 else { return false }
        let rest = unsigned[whole.endIndex...]
        if rest.isEmpty { return true }
        let decimals = rest.dropFirst()
        return rest.first == UInt8(ascii: ".") && (1...9).contains(decimals.count)
            && decimals.allSatisfy { (0x30...0x39).contains($0) }
    }
}
