import Records

/// Writes tables as CSV that Excel opens with a double click: UTF-8 with a byte order mark, CRLF after every
/// row, RFC 4180 quoting (https://www.rfc-editor.org/rfc/rfc4180), cells guarded by `CSVGuard`.
package enum CSVWriter {
    /// The bytes of a table whose first row is its header.
    ///
    /// O(characters).
    package static func bytes(of rows: [[String]]) -> [UInt8] {
        var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
        for row in rows {
            CSVQuoting.append(row: row.map(CSVGuard.guarded), lineEnd: [0x0D, 0x0A], to: &bytes)
        }
        return bytes
    }
}
