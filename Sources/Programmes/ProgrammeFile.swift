import Records

/// What a programme file describes: pairs to be found, or a table to be read and added up.
package enum ProgrammeFile: Sendable {
    /// Also of errands.
    case pairs(Programme)
    case sessions(SessionProgramme)
    case points(PointsProgramme)
    case together(TogetherProgramme)

    /// The words of `kind`.
    static let kinds = ["pairs", "errands", "sessions", "points", "together"]

    /// What the file says that is allowed but probably not meant.
    package var warnings: [ConfigIssue] {
        switch self {
        case .pairs(let programme): programme.warnings
        case .sessions(let programme): programme.warnings
        case .points(let programme): programme.warnings
        case .together(let programme): programme.warnings
        }
    }

    /// The word of `kind` with the command that reads such a file.
    var use: (kind: String, command: String) {
        switch self {
        case .pairs(let programme): (programme.errands == nil ? "pairs" : "errands", "match")
        case .sessions: ("sessions", "sessions")
        case .points: ("points", "points")
        case .together: ("together", "match")
        }
    }

    /// What to say to somebody who gave the file to another command.
    func misuse(path: String) -> ProgrammeError {
        .unfit(
            path: path,
            Bilingual(
                ja: "kind: \(use.kind) のプログラムです。「musubi \(use.command)」で使ってください",
                en: "this is a programme of kind '\(use.kind)'; use it with 'musubi \(use.command)'"))
    }
}
