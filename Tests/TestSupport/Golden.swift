import Foundation

/// Compares outputs with files that were looked at and committed.
///
/// The files lie in the folder `Golden` beside the test. They are written only when the environment says
/// `RECORD_GOLDEN=1`; look at the difference before you commit it.
package enum Golden {
    /// Why an output is not what was committed.
    package struct Mismatch: Error, CustomStringConvertible {
        package let description: String
    }

    /// Throws `Mismatch` unless the bytes equal the file `Golden/<name>` beside `testFile`.
    package static func check(_ bytes: [UInt8], against name: String, testFile: String = #filePath) throws {
        let file = URL(fileURLWithPath: testFile).deletingLastPathComponent()
            .appendingPathComponent("Golden").appendingPathComponent(name)
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
            return
        }
        guard let recorded = try? Data(contentsOf: file) else {
            throw Mismatch(description: "\(name): no golden file; record it with RECORD_GOLDEN=1")
        }
        if recorded.elementsEqual(bytes) { return }
        throw Mismatch(description: "\(name): \(difference(expected: [UInt8](recorded), actual: bytes))")
    }

    /// The first line in which the two differ.
    private static func difference(expected: [UInt8], actual: [UInt8]) -> String {
        let lines = [expected, actual].map { $0.split(separator: 0x0A, omittingEmptySubsequences: false) }
        let shared = min(lines[0].count, lines[1].count)
        let line = (0..<shared).first { lines[0][$0] != lines[1][$0] } ?? shared
        let texts = lines.map {
            line < $0.count ? String(decoding: $0[line], as: UTF8.self) : "(end of file)"
        }
        return """
            line \(line + 1) differs; look at it, then record it with RECORD_GOLDEN=1
            expected: \(texts[0])
            actual:   \(texts[1])
            """
    }
}
