/// The values of a measure for several volunteers of one resident.
package protocol MeasureRows: Sendable {
    /// Writes a value, 0…1000, for each volunteer at the same position; `MissingValue.mark` where an answer is
    /// missing.
    ///
    /// There is room for at least as many values as volunteers.
    func measure(_ resident: Int, with volunteers: [Int32], into values: inout [Int32])
}

/// How a row of values says that an answer is missing.
package enum MissingValue {
    package static let mark: Int32 = -1
}

/// The rows of a measure that only knows how to measure a pair.
struct CalledRows: MeasureRows {
    let value: @Sendable (Int, Int) -> Int?

    func measure(_ resident: Int, with volunteers: [Int32], into values: inout [Int32]) {
        for (position, volunteer) in volunteers.enumerated() {
            values[position] = value(Int(volunteer), resident).map { Int32($0) } ?? MissingValue.mark
        }
    }
}
