import Foundation

/// A folder for the files of one test, removed with the object.
final class TemporaryFolder {
    let path: String

    init() throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("intake-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Writes a file and returns its path.
    func file(_ bytes: [UInt8], name: String = "people.csv") throws -> String {
        let url = URL(fileURLWithPath: path).appendingPathComponent(name)
        try Data(bytes).write(to: url)
        return url.path
    }

    /// Writes a text file and returns its path.
    func file(_ text: String, name: String = "people.csv") throws -> String {
        try file(Array(text.utf8), name: name)
    }
}
