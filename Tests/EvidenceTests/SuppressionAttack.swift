import Evidence

/// A reader who tries to work out hidden counts: they know the shown ones, how all of them add up, and that counts
/// are whole and not negative.
///
/// Shares no code with the suppression: it solves the linear system.
struct SuppressionAttack {
    /// The unknown cells, and each equation Σ coefficient · unknown = right side, reduced over the rationals.
    private let unknowns: [Int]
    private var rows: [[Rational]]
    private let sums: [(signs: [(unknown: Int, sign: Int)], right: Int)]

    init(_ counts: LinkedCounts, isHidden: [Bool]) {
        let unknowns = isHidden.indices.filter { isHidden[$0] }
        self.unknowns = unknowns
        let place = Dictionary(uniqueKeysWithValues: unknowns.enumerated().map { ($1, $0) })
        sums = counts.sums.map { sum in
            var right = 0
            var signs: [(unknown: Int, sign: Int)] = []
            for (cell, sign) in sum.parts.map({ ($0, 1) }) + [(sum.total, -1)] {
                if let unknown = place[cell] {
                    signs.append((unknown, sign))
                } else {
                    right -= sign * counts.cells[cell].value
                }
            }
            return (signs, right)
        }
        rows = sums.map { sum in
            var row = [Rational](repeating: 0, count: unknowns.count + 1)
            for term in sum.signs { row[term.unknown] = Rational(term.sign) }
            row[unknowns.count] = Rational(sum.right)
            return row
        }
        reduce()
    }

    /// Gauss–Jordan elimination.
    private mutating func reduce() {
        var next = 0
        for column in unknowns.indices where next < rows.count {
            guard let pivot = (next..<rows.count).first(where: { !rows[$0][column].isZero }) else { continue }
            rows.swapAt(next, pivot)
            let scale = rows[next][column]
            rows[next] = rows[next].map { $0 / scale }
            for other in rows.indices where other != next && !rows[other][column].isZero {
                let factor = rows[other][column]
                for place in rows[other].indices where !rows[next][place].isZero {
                    rows[other][place] = rows[other][place] - factor * rows[next][place]
                }
            }
            next += 1
        }
    }

    /// The hidden counts that the equations alone give away, with their values.
    func recovered() -> [(cell: Int, value: Int?)] {
        rows.compactMap { row in
            let terms = row.dropLast().indices.filter { !row[$0].isZero }
            guard terms.count == 1 else { return nil }
            return (unknowns[terms[0]], (row[unknowns.count] / row[terms[0]]).whole)
        }
    }

    /// What is left of each hidden count when every equation, as written and as reduced, narrows the others until
    /// nothing changes; an upper end of `nil` is open.
    func bounds() -> [Int: (low: Int, high: Int?)] {
        var low = [Rational](repeating: 0, count: unknowns.count)
        var high = [Rational?](repeating: nil, count: unknowns.count)
        var equations = rows.map { row in
            (
                terms: row.dropLast().indices.filter { !row[$0].isZero }.map { ($0, row[$0]) },
                right: row[unknowns.count]
            )
        }
        equations += sums.map { ($0.signs.map { ($0.unknown, Rational($0.sign)) }, Rational($0.right)) }
        var changes = true
        while changes {
            changes = false
            for equation in equations {
                for (unknown, factor) in equation.terms {
                    // factor · x = right − Σ others, each of which lies between its ends.
                    var (least, most): (Rational?, Rational?) = (equation.right, equation.right)
                    for (other, weight) in equation.terms where other != unknown {
                        let (a, b) = (weight * low[other], high[other].map { weight * $0 })
                        let (smaller, larger) = weight.isNegative ? (b, a) : (a, b)
                        most = zip(most, smaller).map { $0 - $1 }
                        least = zip(least, larger).map { $0 - $1 }
                    }
                    let ends = [least, most].map { end in end.map { $0 / factor } }
                    let (from, to) = factor.isNegative ? (ends[1], ends[0]) : (ends[0], ends[1])
                    if let from, low[unknown] < Rational(from.roundedUp) {
                        low[unknown] = Rational(from.roundedUp)
                        changes = true
                    }
                    if let to, high[unknown].map({ Rational(to.roundedDown) < $0 }) ?? true {
                        high[unknown] = Rational(to.roundedDown)
                        changes = true
                    }
                }
            }
        }
        return Dictionary(
            uniqueKeysWithValues: unknowns.indices.map {
                (unknowns[$0], (low[$0].roundedUp, high[$0]?.roundedDown))
            })
    }

    /// The smallest and largest value of each hidden count in all tables that agree with what is shown and in which
    /// no hidden count is above `cap`, by looking at every one of them; `nil` for more than a million steps.
    func exhaustive(cap: Int) -> [Int: ClosedRange<Int>]? {
        var ranges: [Int: ClosedRange<Int>] = [:]
        var values = [Int?](repeating: nil, count: unknowns.count)
        var steps = 0
        /// Whether the sums can still be met, given what is fixed.
        func isOpen() -> Bool {
            sums.allSatisfy { sum in
                var (least, most) = (-sum.right, -sum.right)
                for (unknown, sign) in sum.signs {
                    if let value = values[unknown] {
                        least += sign * value
                        most += sign * value
                    } else if sign > 0 {
                        most += cap
                    } else {
                        least -= cap
                    }
                }
                return least <= 0 && most >= 0
            }
        }
        func visit(_ index: Int) -> Bool {
            steps += 1
            if steps > 1_000_000 { return false }
            guard index < values.count else {
                for (place, value) in values.enumerated() {
                    guard let value else { continue }
                    let range = ranges[unknowns[place]] ?? value...value
                    ranges[unknowns[place]] = min(range.lowerBound, value)...max(range.upperBound, value)
                }
                return true
            }
            for value in 0...cap {
                values[index] = value
                if isOpen(), !visit(index + 1) { return false }
            }
            values[index] = nil
            return true
        }
        return visit(0) ? ranges : nil
    }
}

/// Both values, where both are there.
private func zip<A, B>(_ a: A?, _ b: B?) -> (A, B)? {
    if let a, let b { (a, b) } else { nil }
}

/// An exact fraction; arithmetic that leaves 64 bits ends the test.
struct Rational: Comparable, ExpressibleByIntegerLiteral {
    let numerator: Int
    let denominator: Int

    init(_ whole: Int) { (numerator, denominator) = (whole, 1) }
    init(integerLiteral whole: Int) { self.init(whole) }

    private init(_ numerator: Int, _ denominator: Int) {
        var (a, b) = (numerator.magnitude, denominator.magnitude)
        while b != 0 { (a, b) = (b, a % b) }
        let divisor = Int(max(a, 1)) * (denominator < 0 ? -1 : 1)
        self.numerator = numerator / divisor
        self.denominator = denominator / divisor
    }

    var isZero: Bool { numerator == 0 }
    var isNegative: Bool { numerator < 0 }
    var whole: Int? { denominator == 1 ? numerator : nil }
    var roundedDown: Int {
        let quotient = numerator / denominator
        return numerator < 0 && quotient * denominator != numerator ? quotient - 1 : quotient
    }
    var roundedUp: Int { -Rational(-numerator, denominator).roundedDown }

    static func < (a: Rational, b: Rational) -> Bool {
        a.numerator * b.denominator < b.numerator * a.denominator
    }
    static func - (a: Rational, b: Rational) -> Rational {
        Rational(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator)
    }
    static func * (a: Rational, b: Rational) -> Rational {
        Rational(a.numerator * b.numerator, a.denominator * b.denominator)
    }
    static func / (a: Rational, b: Rational) -> Rational {
        Rational(a.numerator * b.denominator, a.denominator * b.numerator)
    }
}
