/// The first column of an export that writes one record on several rows: `*` where a record begins.
struct RecordMark {
    /// Headers of the column, compared as other headers; it may also be empty.
    private static let headers: Set<String> = ["*", "レコードの開始行"]
    private static let mark = [UInt8(ascii: "*")]

    let column: Int
    /// Whether the header alone says that the column marks records; otherwise the first row of data does.
    let isCertain: Bool

    /// - Parameter headers: The file's headers.
    ///
    /// `nil` where the first column, that of an earlier quarantine list apart, is not one of marks.
    init?(headers: [String]) {
        guard let column = headers.indices.first(where: { !QuarantineNotes.isNote(headers[$0]) }),
            column + 1 < headers.count
        else { return nil }
        let key = Normalisation.key(headers[column])
        guard key.isEmpty || RecordMark.headers.contains(key) else { return nil }
        self.column = column
        isCertain = !key.isEmpty
    }

    /// Whether the current row begins a record.
    func begins(_ row: any RowSource) -> Bool {
        column < row.cellCount && CellBytes.trimmed(row.cell(column)).elementsEqual(RecordMark.mark)
    }
}
