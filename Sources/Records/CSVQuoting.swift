/// How a cell stands in a CSV file: RFC 4180, https://www.rfc-editor.org/rfc/rfc4180.
package enum CSVQuoting {
    private static let quote = UInt8(ascii: "\"")

    /// Appends a cell, in quotation marks where it needs them.
    ///
    /// - Complexity: O(bytes).
    package static func append(_ cell: String, to bytes: inout [UInt8]) {
        let text = cell.utf8
        guard needsQuotes(text) else {
            bytes += text
            return
        }
        bytes.append(quote)
        for byte in text {
            if byte == quote { bytes.append(quote) }
            bytes.append(byte)
        }
        bytes.append(quote)
    }

    /// Appends a row: cells with commas between them, and the end of the line.
    ///
    /// A row of one empty cell gets quotation marks: without them it would be a blank line.
    package static func append(row: [String], lineEnd: [UInt8], to bytes: inout [UInt8]) {
        if row.count == 1, row[0].isEmpty { bytes += [quote, quote] }
        for (index, cell) in row.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            append(cell, to: &bytes)
        }
        bytes += lineEnd
    }

    /// Outer spaces are quoted too: some readers trim them otherwise.
    private static func needsQuotes(_ text: String.UTF8View) -> Bool {
        let space = UInt8(ascii: " ")
        return text.first == space || text.last == space
            || text.contains {
                $0 == quote || $0 == UInt8(ascii: ",") || $0 == 0x0D || $0 == 0x0A || $0 == 0x09
            }
    }
}
