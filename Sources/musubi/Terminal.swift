import ArgumentParser
import Glibc
import Records

/// Results go to standard output, everything else to standard error.
enum Terminal {
    /// Writes lines to standard output.
    ///
    /// Not by `print`, which ignores write errors: `musubi … > /dev/full` must not look like success.
    ///
    /// - Throws: exit code 74 when they cannot be written.
    static func print(_ lines: [String]) throws {
        try print(Array(lines.map { $0 + "\n" }.joined().utf8))
    }

    /// Writes bytes to standard output.
    ///
    /// - Throws: exit code 74 when they cannot be written.
    static func print(_ bytes: [UInt8]) throws {
        guard let reason = write(bytes, to: 1) else { return }
        let message = Bilingual(
            ja: "標準出力に書き込めません（\(reason)）。ファイルと台帳への書き込みは済んでいます。結果の送り先の空き容量を確かめてください。",
            en:
                "standard output cannot be written (\(reason)). Everything that goes into files and the ledger is written; "
                + "check the free space where the result was to go.")
        throw fail([message[LanguageOptions.usual]], code: 74)
    }

    /// Keeps the places of standard input, output and error taken where the caller closed them.
    ///
    /// The first file that is opened would otherwise get such a place, and what is meant for the terminal would be written
    /// into it. What stands there instead can be neither read nor written, as if it were closed.
    static func holdDescriptors() {
        for (descriptor, mode) in [(Int32(0), O_WRONLY), (1, O_RDONLY), (2, O_RDONLY)]
        where fcntl(descriptor, F_GETFD) < 0 {
            // The lowest free place is the missing one.
            _ = open("/dev/null", mode)
        }
    }

    /// Writes a line to standard error.
    static func note(_ line: String) {
        show(line + "\n")
    }

    /// Writes a line to standard error in the place of a progress line that may stand there.
    static func notice(_ line: String) {
        show((isInteractive(2) ? "\r\u{1B}[K" : "") + line + "\n")
    }

    /// Writes the reasons to standard error; throw what comes back.
    static func fail(_ lines: [String], code: Int32) -> ExitCode {
        lines.forEach(note)
        return ExitCode(code)
    }

    /// Whether a file descriptor is a terminal that understands control codes.
    static func isInteractive(_ descriptor: Int32) -> Bool {
        isatty(descriptor) == 1 && environment("TERM") != "dumb"
    }

    /// Columns of a terminal; 80 where it does not say.
    static func columns(_ descriptor: Int32) -> Int {
        var size = winsize()
        let isKnown = ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        return isKnown ? Int(size.ws_col) : 80
    }

    static func environment(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }

    /// Writes a text to standard error; nobody can be told where that fails.
    static func show(_ text: String) {
        _ = write(Array(text.utf8), to: 2)
    }

    /// Writes everything; what went wrong, or `nil`.
    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> String? {
        bytes.withUnsafeBytes { buffer in
            var written = 0
            while written < buffer.count, let base = buffer.baseAddress {
                let count = Glibc.write(descriptor, base + written, buffer.count - written)
                if count < 0, errno == EINTR { continue }
                if count <= 0 { return String(cString: strerror(errno)) }
                written += count
            }
            return nil
        }
    }
}
