import ArgumentParser
import Glibc
import Records

/// Results go to standard output, everything else to standard error.
enum Terminal {
    /// Writes lines to standard output; a full disk or a closed file is noticed by `finish`.
    static func print(_ lines: [String]) {
        for line in lines { Swift.print(line) }
    }

    /// Writes a line to standard error.
    static func note(_ line: String) {
        fputs(line + "\n", stderr)
    }

    /// Ends the process with a code after writing why to standard error.
    static func fail(_ lines: [String], code: Int32) -> ExitCode {
        lines.forEach(note)
        return ExitCode(code)
    }

    /// `print` ignores write errors: `musubi … > /dev/full` must not look like success.
    static func finish() throws {
        if fflush(nil) != 0 || ferror(stdout) != 0 {
            throw fail(["standard output: \(String(cString: strerror(errno)))"], code: 74)
        }
    }

    /// Whether a file descriptor is a terminal that understands control codes.
    static func isInteractive(_ descriptor: Int32) -> Bool {
        isatty(descriptor) == 1 && environment("TERM") != "dumb"
    }

    static func environment(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }
}
