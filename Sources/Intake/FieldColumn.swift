import Records

/// What became of one cell.
enum CellVerdict {
    case value
    case missing
    indirect case flawed(hasValue: Bool, warnings: [Defect], problem: Defect?)
}

/// The column of one field while its rows are read.
///
/// Cells that repeat are decoded once. The decoder and its type are hidden in two closures, so that the path
/// of a repeated cell (a look-up and an integer) is compiled for no type in particular, and the decoding for
/// its own.
struct FieldColumn {
    /// Different cells that are kept; a column with more of them hardly repeats.
    private static let cacheLimit = 1 << 16

    /// Whether it is worth keeping decoded cells: names and notes hardly repeat.
    private let repeats: Bool
    /// Decodes a cell and keeps its value under the next number.
    private let decode: (ArraySlice<UInt8>) -> CellVerdict
    /// The column of some rows, by the numbers of their values.
    private let build: ([Int32]) -> Column

    private var cells = ByteInterner()
    /// Number of the value of every row; -1 where it is missing.
    private var numbers: [Int32] = []
    /// Verdicts of the cells that are kept.
    private var verdicts: [CellVerdict] = []
    /// Number of the next value.
    private var valueCount: Int32 = 0

    /// - Parameters:
    ///   - decoder: Reads the cells.
    ///   - repeats: Whether to keep decoded cells.
    ///   - wrap: Makes the column of the decoded values.
    init<Decoder: CellDecoder>(
        _ decoder: Decoder, repeats: Bool = true, wrap: @escaping ([Decoder.Value?]) -> Column
    ) {
        let store = ValueStore<Decoder.Value>()
        self.repeats = repeats
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

    /// A column of text as it is written: no decoder, and nothing that is worth keeping.
    static func text() -> FieldColumn {
        let store = ValueStore<String>()
        return FieldColumn(
            repeats: false,
            decode: { cell in
                let text = CellBytes.text(cell)
                store.values.append(text.isEmpty ? nil : text)
                return text.isEmpty ? .missing : .value
            },
            build: { numbers in .text(numbers.map { $0 < 0 ? nil : store.values[Int($0)] }) })
    }

    private init(
        repeats: Bool, decode: @escaping (ArraySlice<UInt8>) -> CellVerdict,
        build: @escaping ([Int32]) -> Column
    ) {
        self.repeats = repeats
        self.decode = decode
        self.build = build
    }

    /// Reads the trimmed cell of the next row.
    mutating func append(_ cell: ArraySlice<UInt8>) -> CellVerdict {
        if cell.isEmpty {
            numbers.append(-1)
            return .missing
        }
        if repeats, let known = cells.find(cell) {
            numbers.append(Int32(known))
            return verdicts[known]
        }
        // As long as cells are kept, the numbers of cells and of values are the same.
        let isKept = repeats && cells.count < FieldColumn.cacheLimit
        if isKept { _ = cells.intern(cell) }
        let verdict = decode(cell)
        numbers.append(valueCount)
        valueCount += 1
        if isKept { verdicts.append(verdict) }
        return verdict
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
