import Records

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
            let distance = Spelling.distance(key, candidate.key)
            guard distance <= limit else { continue }
            if let found = best, found.distance <= distance { continue }
            best = (distance, candidate.text)
        }
        return best?.text
    }
}
