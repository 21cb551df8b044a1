/// How the made-up answers of one field are spread; filled from the `sample` section of a programme file.
package struct FieldSample: Hashable, Sendable {
    /// Values and how often each comes, in the order of the file. For a flag `yes`, `no`, `negotiable`; for a
    /// category or tags the keys of the vocabulary; for text one of the named generators.
    package var weights: [(value: String, weight: Int)]
    /// Smallest and largest: numbers, days before the as-of date, or how many tags a person has.
    package var range: ClosedRange<Int>?
    /// Per cent of people who leave the cell empty.
    package var missing: Int

    package init(weights: [(value: String, weight: Int)] = [], range: ClosedRange<Int>? = nil, missing: Int = 0) {
        self.weights = weights
        self.range = range
        self.missing = missing
    }

    package static func == (a: FieldSample, b: FieldSample) -> Bool {
        a.range == b.range && a.missing == b.missing && a.weights.count == b.weights.count
            && zip(a.weights, b.weights).allSatisfy { $0.value == $1.value && $0.weight == $1.weight }
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(range)
        hasher.combine(missing)
        for entry in weights { hasher.combine(entry.value) }
    }
}
