import Records

/// A column of values that a decoder makes of cells; those that repeat are decoded once.
///
/// The decoder and its type are hidden in two closures, so that the path of a repeated cell (a look-up and an
/// integer) is compiled for no type in particular, and the decoding for its own.
struct DecodedColumn {
    /// Different cells that are kept; a column with more of them hardly repeats.
    private static let cacheLimit = 1 << 16
    /// The longest cell that is kept, in bytes: longer ones hardly repeat, and 65,536 of them would fill the memory.
    private static let longestKept = 256

    /// Decodes a cell and keeps its value under the next number.
    private let decode: (UnsafeBufferPointer<UInt8>) -> CellVerdict
    /// The column of some rows, by the numbers of their values.
    private let build: ([Int32]) -> Column

    private var cells = ByteInterner()
    /// Number of the value of every row; -1 where it is missing.
    private var numbers: [Int32] = []
    /// Values, by their number, and verdicts of the cells that are kept.
    private var kept: [(value: Int32, verdict: CellVerdict)] = []
    /// Number of the next value.
    private var valueCount: Int32 = 0

    /// - Parameters:
    ///   - decoder: Reads the cells.
    ///   - wrap: Makes the column of the decoded values.
    init<Decoder: CellDecoder>(_ decoder: Decoder, wrap: @escaping ([Decoder.Value?]) -> Column) {
        let store = ValueStore<Decoder.Value>()
        decode = { cell in
            do throws(Defect) {
                let decoded = try decoder.decode(String(decoding: cell, as: UTF8.self))
                store.values.append(decoded.value)
                let hasValue = decoded.value != nil
                if decoded.warnings.isEmpty { return hasValue ? .value : .missing }
                return .flawed(hasValue: hasValue, warnings: decoded.warnings, problem: nil)
            } catch {
                store.values.append(nil)
                return .flawed(hasValue: false, warnings: [], problem: error)
            }
        }
        build = { numbers in wrap(numbers.map { $0 < 0 ? nil : store.values[Int($0)] }) }
    }

    /// Reads the trimmed cell of the next row.
    mutating func append(_ cell: UnsafeBufferPointer<UInt8>) -> CellVerdict {
        if cell.isEmpty {
            appendMissing()
            return .missing
        }
        if let known = cells.find(cell) {
            numbers.append(kept[known].value)
            return kept[known].verdict
        }
        let verdict = decode(cell)
        if cell.count <= DecodedColumn.longestKept, cells.count < DecodedColumn.cacheLimit {
            _ = cells.intern(cell)
            kept.append((valueCount, verdict))
        }
        numbers.append(valueCount)
        valueCount += 1
        return verdict
    }

    mutating func appendMissing() {
        numbers.append(-1)
    }

    /// The values of some rows, in their order.
    func column(of rows: [Int]) -> Column {
        build(rows.map { numbers[$0] })
    }
}

/// Decoded values by number; an object, because two closures share it.
private final class ValueStore<Value> {
    var values: [Value?] = []
}
