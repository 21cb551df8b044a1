/// A small table for the terminal: the first column to the left, numbers to the right.
enum TextTable {
    /// Lines with columns of equal width, two spaces apart; East Asian characters take two columns.
    static func lines(_ rows: [[String]], indent: Int = 2) -> [String] {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in
            rows.map { column < $0.count ? TerminalWidth.columns(of: $0[column]) : 0 }.max() ?? 0
        }
        return rows.map { row in
            let cells = row.enumerated().map { column, cell in
                let space = String(repeating: " ", count: widths[column] - TerminalWidth.columns(of: cell))
                return column == 0 ? cell + space : space + cell
            }
            return String(repeating: " ", count: indent) + cells.joined(separator: "  ")
        }
    }
}
