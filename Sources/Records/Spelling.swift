/// Finds what somebody probably meant.
package enum Spelling {
    /// The candidate nearest to a word by edit distance, or `nil` when none is near: more than a third of the
    /// longer word (at least 1) would have to change.
    ///
    /// The first of equally near ones.
    ///
    /// - Complexity: O(candidates × length²).
    package static func nearest(to word: String, in candidates: [String]) -> String? {
        let target = Array(word.unicodeScalars)
        var best: (distance: Int, candidate: String)?
        for candidate in candidates {
            let scalars = Array(candidate.unicodeScalars)
            let distance = distance(target, scalars)
            guard distance <= max(1, max(target.count, scalars.count) / 3) else { continue }
            if let found = best, found.distance <= distance { continue }
            best = (distance, candidate)
        }
        return best?.candidate
    }

    /// Edit distance: insertions, deletions and replacements of one Unicode scalar.
    ///
    /// V. I. Levenshtein, Soviet Physics Doklady 10 (1966), 707.
    ///
    /// - Complexity: O(*m n*) time, O(*n*) memory.
    package static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        var row = Array(0...b.count)
        for (i, x) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, y) in b.enumerated() {
                let replaced = diagonal + (x == y ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[b.count]
    }
}
