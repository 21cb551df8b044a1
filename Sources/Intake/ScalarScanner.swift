/// Reads a normalised text from left to right, by Unicode scalars.
///
/// Scalars and not characters, because `\r\n` is a single `Character`.
struct ScalarScanner {
    let scalars: [Unicode.Scalar]
    var position = 0

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
    }

    var isAtEnd: Bool { position == scalars.count }

    var next: Unicode.Scalar? { isAtEnd ? nil : scalars[position] }

    /// The ASCII digits at this position as a number, at most `limit` of them; `nil` where there is none or
    /// where one more digit follows.
    mutating func number(digits limit: Int) -> Int? {
        guard let run = digitRun(), run.count <= limit else { return nil }
        return run.value
    }

    /// All ASCII digits at this position; `nil` where there is none or more than 18.
    mutating func digitRun() -> (value: Int, count: Int)? {
        let start = position
        var value = 0
        while let scalar = next, ("0"..."9").contains(scalar) {
            guard position - start < 18 else {
                position = start
                return nil
            }
            value = value * 10 + Int(scalar.value - 48)
            position += 1
        }
        return position == start ? nil : (value, position - start)
    }

    /// Steps over a text if it stands here.
    mutating func take(_ text: String) -> Bool {
        var end = position
        for scalar in text.unicodeScalars {
            guard end < scalars.count, scalars[end] == scalar else { return false }
            end += 1
        }
        position = end
        return true
    }

    /// Steps over the first of several texts that stands here.
    mutating func takeAny(_ texts: [String]) -> String? {
        for text in texts where take(text) { return text }
        return nil
    }

    mutating func skipSpaces() {
        while next == " " { position += 1 }
    }
}
