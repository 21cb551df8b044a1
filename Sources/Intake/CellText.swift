import Records

/// A cell as the decoders compare it.
///
/// Every kind of value but a text is short. A cell of a megabyte in such a column is a note that slipped into
/// it; it is refused before anything is made of it, so that no cell takes seconds.
enum CellText {
    /// The longest cell that is read as a value, in bytes.
    static let limit = 16_384

    /// `Normalisation.folded`.
    static func folded(_ cell: String) throws(Defect) -> String {
        try check(cell)
        return Normalisation.folded(cell)
    }

    /// `Normalisation.key`.
    static func key(_ cell: String) throws(Defect) -> String {
        try check(cell)
        return Normalisation.key(cell)
    }

    /// Refuses a cell over the limit.
    static func check(_ cell: String) throws(Defect) {
        guard cell.utf8.count <= limit else { throw tooLong }
    }

    private static let tooLong = Defect(
        problem: Bilingual(
            ja: "この列の値としては長すぎます（\(limit / 1024) KBまで）。",
            en: "This is too long to be a value of this column (\(limit / 1024) KB at most)."),
        cure: Bilingual(
            ja: "長い文章は備考などの列に移し、この欄には値だけを書いてください。",
            en: "Move long notes to a column of their own and leave only the value here."))
}
