import Records

/// The name by which files and people call a run: programme, day, and eight digits that stand for everything that went into
/// it.
enum RunName {
    static func text(programme: String, asOf: CivilDate, inputs: [Manifest.Input]) -> String {
        let lines = ["\(programme) \(asOf)"] + inputs.map { "\($0.role) \($0.sha256)" }
        let digest = Digest.sha256(Array(lines.joined(separator: "\n").utf8))
        return "\(programme)-\(asOf)-\(digest.prefix(8))"
    }
}
