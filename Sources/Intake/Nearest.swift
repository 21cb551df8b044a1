/// Finds the word that somebody probably meant.
enum Nearest {
    /// Longer texts are not compared: nobody mistypes a header of 100 characters.
    private static let lengthLimit = 100

    /// A word that may be meant, ready to be compared.
    struct Candidate {
        let text: String
        fileprivate let key: [Unicode.Scalar]

        init(_ text: String) {
            self.text = text
            key = Array(Normalisation.key(text).unicodeScalars)
        }
    }

    /// The nearest candidate by edit distance, the first one among equals.
    ///
    /// `nil` where even the nearest differs in more than `tolerance` per cent of the characters of the longer
    /// text.
    static func match(_ text: String, among candidates: [Candidate], tolerance: Int = 60) -> String? {
        let key = Candidate(text).key
        guard !key.isEmpty, key.count <= lengthLimit else { return nil }
        var best: (distance: Int, text: String)?
        for candidate in candidates where !candidate.key.isEmpty && candidate.key.count <= lengthLimit {
            let limit = tolerance * max(key.count, candidate.key.count) / 100
            guard abs(key.count - candidate.key.count) <= limit else { continue }
            let distance = editDistance(key, candidate.key)
            guard distance <= limit else { continue }
            if let found = best, found.distance <= distance { continue }
            best = (distance, candidate.text)
        }
        return best?.text
    }

    /// Levenshtein distance: insertions, deletions and replacements of one character.
    ///
    /// - Complexity: O(*m n*) time, O(*n*) memory.
    static func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        var row = Array(0...b.count)
        for i in a.indices {
            var diagonal = row[0]
            row[0] = i + 1
            for j in b.indices {
                let replaced = diagonal + (a[i] == b[j] ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[b.count]
    }
}
