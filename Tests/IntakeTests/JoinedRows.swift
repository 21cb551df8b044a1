import Intake

extension CSVReader {
    /// The rows that are left, as `cell|cell`.
    func joinedRows() throws -> [String] {
        var rows: [String] = []
        while try next() {
            rows.append(
                (0..<cellCount).map { String(decoding: cell($0), as: UTF8.self) }.joined(separator: "|"))
        }
        return rows
    }
}
