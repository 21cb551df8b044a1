/// Writes tables as CSV that Excel opens with a double click: UTF-8 with a byte order mark, CRLF after every
/// row, RFC 4180 quoting (https://www.rfc-editor.org/rfc/rfc4180), cells guarded by `CSVGuard`.
package enum CSVWriter {
    /// The bytes of a table whose first row is its header.
    ///
    /// O(characters).
    package static func bytes(of rows: [[String]]) -> [UInt8] {
        var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
        for row in rows {
            for (index, cell) in row.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                append(CSVGuard.guarded(cell), to: &bytes)
            }
            bytes += [0x0D, 0x0A]
        }
        return bytes
    }

    private static func append(_ cell: String, to bytes: inout [UInt8]) {
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

    private static let quote = UInt8(ascii: "\"")

    /// Outer spaces are quoted too: some readers trim them otherwise.
    private static func needsQuotes(_ text: String.UTF8View) -> Bool {
        let space = UInt8(ascii: " ")
        return text.first == space || text.last == space
            || text.contains {
                $0 == quote || $0 == UInt8(ascii: ",") || $0 == 0x0D || $0 == 0x0A || $0 == 0x09
            }
    }
}
