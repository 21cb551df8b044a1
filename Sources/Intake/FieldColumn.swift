import Records

/// What became of one cell.
enum CellVerdict {
    case value
    case missing
    indirect case flawed(hasValue: Bool, warnings: [Defect], problem: Defect?)
}

/// The column of one field while its rows are read.
///
/// A value, and no object behind a protocol: every cell of an export passes through `append`, and what belongs to an
/// object would be checked and counted each time.
struct FieldColumn {
    private var texts: TextColumn?
    private var decoded: DecodedColumn?

    /// A column of text as it is written.
    static func text() -> FieldColumn { FieldColumn(texts: TextColumn(), decoded: nil) }

    /// A column of values that a decoder makes of cells.
    ///
    /// - Parameters:
    ///   - decoder: Reads the cells.
    ///   - wrap: Makes the column of the decoded values.
    init<Decoder: CellDecoder>(_ decoder: Decoder, wrap: @escaping ([Decoder.Value?]) -> Column) {
        self.init(texts: nil, decoded: DecodedColumn(decoder, wrap: wrap))
    }

    private init(texts: TextColumn?, decoded: DecodedColumn?) {
        self.texts = texts
        self.decoded = decoded
    }

    /// Reads the trimmed cell of the next row.
    mutating func append(_ cell: UnsafeBufferPointer<UInt8>) -> CellVerdict {
        texts?.append(cell) ?? decoded?.append(cell) ?? .missing
    }

    /// Takes the next row as one without a value.
    mutating func appendMissing() {
        texts?.appendMissing()
        decoded?.appendMissing()
    }

    /// The values of some rows, in their order.
    func column(of rows: [Int]) -> Column {
        texts?.column(of: rows) ?? decoded?.column(of: rows) ?? .text([])
    }
}
