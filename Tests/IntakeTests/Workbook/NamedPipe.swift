import Foundation
import Glibc

/// A pipe with a name, into which a thread writes.
enum NamedPipe {
    private struct Failure: Error {}

    /// Makes a pipe and writes the bytes into it as soon as it is read; returns its path.
    static func serving(_ bytes: [UInt8], in folder: TemporaryFolder) throws -> String {
        let path = folder.path + "/pipe"
        guard mkfifo(path, 0o600) == 0 else { throw Failure() }
        Thread.detachNewThread {
            let descriptor = open(path, O_WRONLY)
            defer { close(descriptor) }
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
                if count <= 0 { return }
                rest = rest.dropFirst(count)
            }
        }
        return path
    }
}
