package import Records

/// A mistake in a programme file, with its place.
package struct ConfigIssue: Hashable, Sendable {
    package enum Severity: Hashable, Sendable {
        case error
        case warning
    }

    package let severity: Severity
    /// Path of the file as the user gave it.
    package let file: String
    /// 1-based; `nil` when the whole file is meant.
    package let line: Int?
    package let column: Int?
    package let message: Bilingual

    /// For example `configs/family-friend.yaml:12:5: unknown key 'weigth'; did you mean 'weight'?`.
    package func text(in language: Language) -> String {
        let place = [file, line.map(String.init), column.map(String.init)].compactMap { $0 }
        let mark: String =
            switch (severity, language) {
            case (.error, _): ""
            case (.warning, .ja): "注意: "
            case (.warning, .en): "warning: "
            }
        return place.joined(separator: ":") + ": " + mark + message[language]
    }
}

/// Why a programme file cannot be used.
package enum ProgrammeError: Error, Sendable {
    /// No file, or not a file that can be read.
    case unreadable(path: String, reason: Bilingual)
    /// Every mistake of the file, in its order.
    case invalid([ConfigIssue])
}

extension ProgrammeError {
    /// One thing that keeps a file from being used, without a place in it.
    package static func unfit(path: String, _ message: Bilingual) -> ProgrammeError {
        .invalid([ConfigIssue(severity: .error, file: path, line: nil, column: nil, message: message)])
    }
}
