package import Records

/// A column that a reader looks for.
package struct WantedColumn: Hashable, Sendable {
    /// How messages call it.
    package let label: Bilingual
    /// Accepted headers.
    package let headers: [String]
    /// Whether a file without it is refused; otherwise the column counts as empty, with a warning.
    package let isRequired: Bool
    /// Whether its absence is worth a warning; not for columns that only some organisations keep.
    package let isExpected: Bool
    /// Headers that mean something else in files of another kind.
    package let elsewhere: HeadersElsewhere?

    package init(
        label: Bilingual, headers: [String], isRequired: Bool, isExpected: Bool = true,
        elsewhere: HeadersElsewhere? = nil
    ) {
        self.elsewhere = elsewhere
        self.label = label
        self.headers = headers
        self.isRequired = isRequired
        self.isExpected = isExpected
    }
}

/// Headers that mean something else in a file that has one of other headers: `date` in a list of errands is their day.
package struct HeadersElsewhere: Hashable, Sendable {
    /// By one of these such a file is known.
    package let marks: [String]
    package let headers: [String]

    package init(marks: [String], headers: [String]) {
        self.marks = marks
        self.headers = headers
    }
}

/// Which column of a file is which.
package struct HeaderMatch: Sendable {
    /// Headers as the file writes them, trimmed.
    package let headers: [String]
    /// The column of each wanted one, `nil` where the file has none.
    package let columns: [Int?]
    /// The columns that together are one wanted column, where the file has no single one.
    let options: [OptionColumns?]
    /// Number of columns up to the last one with a header.
    package let width: Int
    /// Warnings: missing columns and unknown headers.
    package let issues: [DataIssue]

    /// How the file calls a wanted column, `nil` where it has none.
    func name(of wanted: Int) -> String? {
        columns[wanted].map { headers[$0] } ?? options[wanted]?.name
    }
}

/// Finds columns by their headers, never by their position.
///
/// Headers are equal after NFKC, without regard to case, spacing and line breaks. A wanted column may also come
/// as several, one for each answer (`OptionColumns`).
package struct HeaderMatcher: Sendable {
    private let wanted: [WantedColumn]
    private let reportsUnknown: Bool

    /// - Parameters:
    ///   - wanted: The columns to look for; one column of the file may serve several of them.
    ///   - reportsUnknown: Whether headers that nobody wants are worth a warning.
    package init(wanted: [WantedColumn], reportsUnknown: Bool = true) {
        self.wanted = wanted
        self.reportsUnknown = reportsUnknown
    }

    /// Matches the header row of a file.
    ///
    /// - Throws: `defects` with every required column that is missing and every header that stands twice.
    package func match(_ headers: [String], row: Int, path: String) throws(IntakeError) -> HeaderMatch {
        let file = IntakeError.fileName(ofPath: path)
        let keys = headers.map(Normalisation.key)
        let found = wanted.map { column in
            let accepted = HeaderMatcher.accepted(column, in: keys)
            return keys.indices.filter { !keys[$0].isEmpty && accepted.contains(keys[$0]) }
        }
        let options = zip(wanted, found).map { column, places in
            places.isEmpty
                ? OptionColumns(headers: headers, accepted: HeaderMatcher.accepted(column, in: keys)) : nil
        }
        let taken = Set(
            found.flatMap(\.self) + options.flatMap { $0?.options.map(\.column) ?? [] })
        let free = keys.indices.filter {
            !keys[$0].isEmpty && !taken.contains($0) && !QuarantineNotes.isNote(headers[$0])
        }
        let freeHeaders = free.map { headers[$0] }

        var errors = HeaderMatcher.repeated(headers, keys: keys, row: row, file: file)
        var warnings: [DataIssue] = []
        for (index, (column, places)) in zip(wanted, found).enumerated() {
            // Identical headers were reported already.
            if Set(places.map { keys[$0] }).count > 1 {
                errors.append(
                    HeaderMatcher.rivals(places.map { headers[$0] }, of: column, row: row, file: file))
            } else if places.isEmpty, options[index] == nil, column.isRequired || column.isExpected {
                let issue = HeaderMatcher.missing(column, among: freeHeaders, row: row, file: file)
                if column.isRequired { errors.append(issue) } else { warnings.append(issue) }
            }
        }
        guard errors.isEmpty else { throw .defects(path: path, issues: errors) }
        if reportsUnknown, !freeHeaders.isEmpty {
            warnings.append(HeaderMatcher.unknown(freeHeaders, file: file))
        }
        return HeaderMatch(
            headers: headers, columns: found.map(\.first), options: options,
            width: (keys.lastIndex { !$0.isEmpty } ?? -1) + 1, issues: warnings)
    }

    /// The headers that are this column in a file with these.
    private static func accepted(_ column: WantedColumn, in keys: [String]) -> Set<String> {
        let accepted = Set(column.headers.map(Normalisation.key))
        guard let elsewhere = column.elsewhere,
            elsewhere.marks.contains(where: { keys.contains(Normalisation.key($0)) })
        else { return accepted }
        return accepted.subtracting(elsewhere.headers.map(Normalisation.key))
    }

    private static func quoted(_ headers: [String]) -> Bilingual {
        Bilingual.join(headers.map { Bilingual(ja: "「\($0)」", en: "'\($0)'") })
    }

    private static func repeated(_ headers: [String], keys: [String], row: Int, file: String) -> [DataIssue] {
        var seen: Set<String> = []
        var reported: Set<String> = []
        var issues: [DataIssue] = []
        for (index, key) in keys.enumerated() where !key.isEmpty {
            if seen.insert(key).inserted || !reported.insert(key).inserted { continue }
            issues.append(
                DataIssue(
                    severity: .error, file: file, row: row, column: headers[index], value: nil,
                    problem: Bilingual(
                        ja: "見出し「\(headers[index])」が二つ以上あります。",
                        en: "The header '\(headers[index])' stands more than once."),
                    cure: Bilingual(
                        ja: "どちらかの列を消すか、見出しを変えてください。", en: "Delete or rename one of the columns.")))
        }
        return issues
    }

    private static func rivals(
        _ headers: [String], of column: WantedColumn, row: Int, file: String
    ) -> DataIssue {
        let names = quoted(headers)
        return DataIssue(
            severity: .error, file: file, row: row, column: nil, value: nil,
            problem: Bilingual(
                ja: "見出し\(names.ja)は、どれも「\(column.label.ja)」に当たります。",
                en: "The headers \(names.en) all mean '\(column.label.en)'."),
            cure: Bilingual(ja: "使う列を一つだけ残してください。", en: "Keep only the column to be used."))
    }

    private static func missing(
        _ column: WantedColumn, among free: [String], row: Int, file: String
    ) -> DataIssue {
        let accepted = quoted(column.headers)
        let candidates = free.map(Nearest.Candidate.init)
        let nearest = column.headers.lazy.compactMap { Nearest.match($0, among: candidates) }.first
        let hint =
            nearest.map {
                Bilingual(ja: "いちばん近い見出しは「\($0)」です。", en: " The nearest header in the file is '\($0)'.")
            } ?? Bilingual("")
        let problem =
            column.isRequired
            ? Bilingual(
                ja: "「\(column.label.ja)」の列がありません。", en: "There is no column for '\(column.label.en)'.")
            : Bilingual(
                ja: "「\(column.label.ja)」の列がないため、空として扱いました。",
                en: "There is no column for '\(column.label.en)'; it was taken as empty.")
        return DataIssue(
            severity: column.isRequired ? .error : .warning, file: file, row: row, column: nil, value: nil,
            problem: problem,
            cure: Bilingual(
                ja: "見出しを \(accepted.ja) のどれかにしてください。\(hint.ja)",
                en: "Use one of these headers: \(accepted.en).\(hint.en)"))
    }

    private static func unknown(_ headers: [String], file: String) -> DataIssue {
        let names = quoted(headers)
        return DataIssue(
            severity: .warning, file: file, row: nil, column: nil, value: nil,
            problem: Bilingual(
                ja: "次の列は使いませんでした: \(names.ja)", en: "These columns were not used: \(names.en)."),
            cure: Bilingual(
                ja: "使う列なら、プログラムのファイルにその見出しを加えてください。",
                en: "If a column is needed, add its header to the programme file."))
    }
}
