import Crypto
import Glibc

/// Hashes for the manifest.
enum Digest {
    /// SHA-256 in lower-case hexadecimal.
    static func sha256(_ bytes: [UInt8]) -> String {
        hexadecimal(SHA256.hash(data: bytes))
    }

    /// SHA-256 of a file, read in pieces.
    static func sha256(ofFile path: String) throws(ReadFailure) -> String {
        guard let handle = fopen(path, "rb") else { throw ReadFailure(path: path) }
        defer { fclose(handle) }
        var hash = SHA256()
        var piece = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = fread(&piece, 1, piece.count, handle)
            if count == 0 { break }
            hash.update(data: piece[0..<count])
        }
        guard ferror(handle) == 0 else { throw ReadFailure(path: path) }
        return hexadecimal(hash.finalize())
    }

    /// A hash that grows piece by piece.
    struct Running {
        private var hash = SHA256()

        mutating func add(_ bytes: [UInt8]) { hash.update(data: bytes) }

        /// In lower-case hexadecimal.
        var text: String { Digest.hexadecimal(hash.finalize()) }
    }

    /// A file that was read before and cannot be read again.
    struct ReadFailure: Error {
        let path: String
    }

    private static func hexadecimal(_ hash: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef")
        return hash.reduce(into: "") { text, byte in
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
    }
}
