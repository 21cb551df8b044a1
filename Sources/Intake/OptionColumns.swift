import Records

/// Several columns that together are one cell with several answers: `趣味[料理]`, `趣味[散歩]`, each with `1` or a
/// check mark where the answer was chosen.
package struct OptionColumns: Hashable, Sendable {
    struct Option: Hashable, Sendable {
        let column: Int
        let answer: String
    }

    /// What stands before the brackets, as the file writes it.
    let name: String
    /// The columns with the answer that each stands for.
    private(set) var options: [Option] = []

    /// The columns of a file that are options of a wanted column.
    ///
    /// - Parameters:
    ///   - headers: The file's headers.
    ///   - accepted: The keys of the accepted headers of the wanted column.
    init?(headers: [String], accepted: Set<String>) {
        var name: String?
        for (column, header) in headers.enumerated() {
            guard let parts = OptionColumns.split(header, accepted: accepted) else { continue }
            name = name ?? parts.name
            options.append(Option(column: column, answer: parts.answer))
        }
        guard let name else { return nil }
        self.name = name
    }

    private static func split(_ header: String, accepted: Set<String>) -> (name: String, answer: String)? {
        guard let last = header.last, last == "]" || last == "］" else { return nil }
        for open in header.indices where header[open] == "[" || header[open] == "［" {
            let name = CellBytes.text(Array(header[..<open].utf8)[...])
            guard accepted.contains(Normalisation.key(name)) else { continue }
            let answer = CellBytes.text(Array(header[header.index(after: open)...].dropLast().utf8)[...])
            return answer.isEmpty ? nil : (name, answer)
        }
        return nil
    }

    /// The chosen answers of a row, one on each line, and the columns whose cells are neither yes nor no.
    func chosen(in row: any RowSource) -> (cell: ArraySlice<UInt8>, unclear: [Int]) {
        var answers: [String] = []
        var unclear: [Int] = []
        for option in options where option.column < row.cellCount {
            let cell = CellBytes.text(row.cell(option.column))
            let flag = try? FlagDecoder().decode(cell).value
            if flag == .yes {
                answers.append(option.answer)
            } else if !cell.isEmpty, flag != .no {
                unclear.append(option.column)
            }
        }
        return (Array(answers.joined(separator: "\n").utf8)[...], unclear)
    }
}
