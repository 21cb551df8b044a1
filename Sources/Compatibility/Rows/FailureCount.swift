/// Who fails at least one rule and who at least two, kept for a whole row: carry-save counting.
struct FailureCount: Sendable {
    private(set) var once: BitRow
    private(set) var twice: BitRow

    init(count: Int) {
        once = BitRow(count: count)
        twice = once
    }

    /// Starts again, with volunteers who fail something already.
    mutating func restart(_ stretches: [Range<Int>], failing: BitRow? = nil) {
        twice.fill(stretches, with: false)
        if let failing { once.copy(failing, in: stretches) } else { once.fill(stretches, with: false) }
    }

    /// Adds the failures of one rule and returns how many of those asked there are.
    mutating func add(_ failed: BitRow, _ scope: RowScope) -> Int {
        var sum = 0
        for stretch in scope.stretches {
            for index in stretch {
                let bits = failed.words[index] & scope.asked.words[index]
                twice.setWord(index, twice.words[index] | once.words[index] & bits)
                once.setWord(index, once.words[index] | bits)
                sum += bits.nonzeroBitCount
            }
        }
        return sum
    }

    /// Those asked who fail this rule and nothing else.
    func alone(_ failed: BitRow, _ scope: RowScope) -> Int {
        var sum = 0
        for stretch in scope.stretches {
            for index in stretch {
                sum +=
                    (failed.words[index] & once.words[index] & ~twice.words[index] & scope.asked.words[index])
                    .nonzeroBitCount
            }
        }
        return sum
    }
}
