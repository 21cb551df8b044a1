/// Dates with the name of the month: `1 April 2025`, `1-Apr-2025`, `April 1, 2025`.
///
/// The year has four digits: `1-Apr-25`, as Excel shows it, does not say its century.
enum EnglishDate {
    private static let months: [(names: [String], number: Int)] = [
        (["january", "jan"], 1), (["february", "feb"], 2), (["march", "mar"], 3), (["april", "apr"], 4),
        (["may"], 5), (["june", "jun"], 6), (["july", "jul"], 7), (["august", "aug"], 8),
        (["september", "sept", "sep"], 9), (["october", "oct"], 10), (["november", "nov"], 11),
        (["december", "dec"], 12),
    ]

    /// Reads a date at the beginning of a normalised text; `nil` where there is none.
    static func parts(_ scanner: inout ScalarScanner) -> (year: Int, month: Int, day: Int)? {
        scanner.position = 0
        if let month = month(&scanner) {
            skipSeparator(&scanner)
            guard let day = day(&scanner) else { return nil }
            skipSeparator(&scanner)
            return year(&scanner).map { ($0, month, day) }
        }
        guard let day = day(&scanner) else { return nil }
        skipSeparator(&scanner)
        guard let month = month(&scanner) else { return nil }
        skipSeparator(&scanner)
        return year(&scanner).map { ($0, month, day) }
    }

    private static func month(_ scanner: inout ScalarScanner) -> Int? {
        for (names, number) in months where scanner.takeAny(names) != nil {
            _ = scanner.take(".")
            // `marching` is no month.
            if let next = scanner.next, ("a"..."z").contains(next) { return nil }
            return number
        }
        return nil
    }

    private static func day(_ scanner: inout ScalarScanner) -> Int? {
        guard let day = scanner.number(digits: 2) else { return nil }
        _ = scanner.takeAny(["st", "nd", "rd", "th"])
        return day
    }

    private static func year(_ scanner: inout ScalarScanner) -> Int? {
        guard let run = scanner.digitRun(), run.count == 4 else { return nil }
        return run.value
    }

    private static func skipSeparator(_ scanner: inout ScalarScanner) {
        _ = scanner.takeAny([",", "-"])
        scanner.skipSpaces()
    }
}
