import Records

/// What became of one cell.
enum CellVerdict {
    case value
    case missing
    indirect case flawed(hasValue: Bool, warnings: [Defect], problem: Defect?)
}

/// The column of one field while its rows are read.
protocol FieldColumn {
    /// Reads the trimmed cell of the next row.
    mutating func append(_ cell: ArraySlice<UInt8>) -> CellVerdict
    /// The values of some rows, in their order.
    func column(of rows: [Int]) -> Column
}

/// A column with its decoder; cells that repeat are decoded once.
struct DecodedColumn<Decoder: CellDecoder>: FieldColumn {
    /// Different cells that are kept; a column with more of them hardly repeats.
    private let cacheLimit = 1 << 16

    private let decoder: Decoder
    private let repeats: Bool
    private let wrap: ([Decoder.Value?]) -> Column
    private var values: [Decoder.Value?] = []
    private var cells = ByteInterner()
    private var outcomes: [(value: Decoder.Value?, verdict: CellVerdict)] = []

    /// - Parameter repeats: Whether it is worth keeping decoded cells: names and notes hardly repeat.
    init(_ decoder: Decoder, repeats: Bool = true, wrap: @escaping ([Decoder.Value?]) -> Column) {
        self.decoder = decoder
        self.repeats = repeats
        self.wrap = wrap
    }

    mutating func append(_ cell: ArraySlice<UInt8>) -> CellVerdict {
        if cell.isEmpty {
            values.append(nil)
            return .missing
        }
        if repeats, let known = cells.find(cell) {
            values.append(outcomes[known].value)
            return outcomes[known].verdict
        }
        let outcome = decode(cell)
        if repeats, cells.count < cacheLimit {
            _ = cells.intern(cell)
            outcomes.append(outcome)
        }
        values.append(outcome.value)
        return outcome.verdict
    }

    func column(of rows: [Int]) -> Column {
        wrap(rows.map { values[$0] })
    }

    private func decode(_ cell: ArraySlice<UInt8>) -> (value: Decoder.Value?, verdict: CellVerdict) {
        do throws(Defect) {
            let decoded = try decoder.decode(String(decoding: cell, as: UTF8.self))
            let hasValue = decoded.value != nil
            if decoded.warnings.isEmpty { return (decoded.value, hasValue ? .value : .missing) }
            return (decoded.value, .flawed(hasValue: hasValue, warnings: decoded.warnings, problem: nil))
        } catch {
            return (nil, .flawed(hasValue: false, warnings: [], problem: error))
        }
    }
}
