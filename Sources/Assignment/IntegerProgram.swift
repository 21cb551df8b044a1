/// A bounded linear or integer program in integers, by sparse columns.
///
///     maximise Σ_c objective_c x_c,   lower_r ≤ Σ_c coefficient_{r,c} x_c ≤ upper_r,   0 ≤ x_c ≤ upper_c
///
/// Every x_c is an integer unless a relaxation is asked for. Indices and magnitudes are checked as the program
/// is put together, so a solver may hand them to C as they are.
package struct IntegerProgram: Sendable {
    /// A constraint: bounds on a sum, either of which may be missing.
    package struct Row: Sendable, Equatable {
        /// The least value of the sum, or `nil`.
        package let lower: Int?
        /// The greatest value of the sum, or `nil`.
        package let upper: Int?

        package init(lower: Int? = nil, upper: Int? = nil) {
            self.lower = lower
            self.upper = upper
        }
    }

    /// The constraints.
    package let rows: [Row]
    /// Objective coefficients, one for every column.
    package private(set) var objective: [Int] = []
    /// Upper bounds, one for every column; `nil` where the rows imply one.
    package private(set) var upperBounds: [Int?] = []
    /// Column c has the entries `columnStarts[c] ..< columnStarts[c + 1]`.
    package private(set) var columnStarts: [Int] = [0]
    /// Row of every entry; a row occurs at most once in a column.
    package private(set) var entryRows: [Int32] = []
    /// Coefficient of every entry.
    package private(set) var entryCoefficients: [Int] = []

    /// What a point must be worth to be of any use, or `nil`: where none is, a solver may say that none exists.
    package let leastObjective: Int?

    /// Whether some rows ask for more digits than floating point can be trusted with.
    package let isExacting: Bool

    /// A program without columns.
    package init(rows: [Row], leastObjective: Int? = nil, isExacting: Bool = false) {
        self.rows = rows
        self.leastObjective = leastObjective
        self.isExacting = isExacting
    }

    /// Number of columns.
    package var columnCount: Int { objective.count }

    /// The entries of a column.
    package func entries(of column: Int) -> Range<Int> { columnStarts[column]..<columnStarts[column + 1] }

    /// Entries of the row that has most of them.
    ///
    /// - Complexity: O(entries).
    package var longestRow: Int {
        var counts = [Int](repeating: 0, count: rows.count)
        for row in entryRows { counts[Int(row)] += 1 }
        return counts.max() ?? 0
    }

    /// Makes room for columns and entries.
    mutating func reserve(columns: Int, entries: Int) {
        objective.reserveCapacity(columns)
        upperBounds.reserveCapacity(columns)
        columnStarts.reserveCapacity(columns + 1)
        entryRows.reserveCapacity(entries)
        entryCoefficients.reserveCapacity(entries)
    }

    /// Appends a column; entries with coefficient 0 are dropped.
    ///
    /// - Throws: `IntegerProgramError` for a row out of range or met twice, a negative upper bound, or a number
    ///   beyond 2⁵³; the program is then unchanged.
    /// - Complexity: O(entries²), for columns of few entries.
    package mutating func addColumn(
        objective coefficient: Int, upperBound: Int?, entries: [(row: Int, coefficient: Int)]
    ) throws(IntegerProgramError) {
        let column = columnCount
        let largest = UInt(AssignmentProblem.largestExactSum)
        guard coefficient.magnitude <= largest, (upperBound ?? 0) >= 0 else { throw .badColumn(column) }
        for (position, entry) in entries.enumerated() {
            guard rows.indices.contains(entry.row), entry.coefficient.magnitude <= largest,
                !entries[..<position].contains(where: { $0.row == entry.row })
            else { throw .badEntry(column: column, row: entry.row) }
        }
        objective.append(coefficient)
        upperBounds.append(upperBound)
        for entry in entries where entry.coefficient != 0 {
            entryRows.append(Int32(entry.row))
            entryCoefficients.append(entry.coefficient)
        }
        columnStarts.append(entryRows.count)
    }

    /// Leaves a column nothing but 0.
    mutating func fixToZero(_ column: Int) { upperBounds[column] = 0 }

    /// The objective of a point, exactly; `nil` when it leaves 64 bits.
    package func value(of point: [Int]) -> Int? {
        var total: Int128 = 0
        for (coefficient, value) in zip(objective, point) { total += Int128(coefficient) * Int128(value) }
        return Int(exactly: total)
    }

    /// Whether an integer point keeps every bound and row, exactly.
    ///
    /// - Complexity: O(rows + entries).
    package func admits(_ point: [Int]) -> Bool {
        guard point.count == columnCount else { return false }
        var sums = [Int128](repeating: 0, count: rows.count)
        for (column, value) in point.enumerated() where value != 0 {
            guard value > 0, upperBounds[column].map({ value <= $0 }) ?? true else { return false }
            for entry in entries(of: column) {
                sums[Int(entryRows[entry])] += Int128(entryCoefficients[entry]) * Int128(value)
            }
        }
        return zip(sums, rows).allSatisfy { sum, row in
            (row.lower.map { Int128($0) <= sum } ?? true) && (row.upper.map { sum <= Int128($0) } ?? true)
        }
    }
}

/// Why a column was refused.
package enum IntegerProgramError: Error, Equatable, CustomStringConvertible {
    /// A column's objective or upper bound cannot be represented.
    case badColumn(Int)
    /// An entry names no row, names one twice, or is too large.
    case badEntry(column: Int, row: Int)

    package var description: String {
        switch self {
        case .badColumn(let column): "column \(column): the objective or the upper bound is out of range"
        case .badEntry(let column, let row):
            "column \(column): the entry of row \(row) is out of range, repeated or too large"
        }
    }
}
