/// What a workbook may hold.
enum WorkbookLimits {
    /// Rows of an Excel sheet.
    static let rows = 1_048_576
    /// Bytes of a sheet: a million rows of forty columns.
    static let sheet = 4 << 30
    /// Bytes of the table of texts.
    static let strings = 1 << 30
    /// Bytes of any other part.
    static let smallPart = 64 << 20
    /// Bytes of a workbook that comes through a pipe, which has to be kept in memory.
    static let pipe = 1 << 30
    /// Different texts.
    static let stringCount = 20_000_000
    /// Cells of a sheet that hold something.
    static let cells = 200_000_000
}
