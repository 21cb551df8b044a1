package import Records

/// A place by its postal code: `135-0061`, `〒１３５－００６１`, `1350061`.
package struct PlaceDecoder: CellDecoder {
    /// Every dash that people type; NFKC leaves most of them apart.
    private static let dashes: Set<Unicode.Scalar> = ["-", "−", "‐", "‑", "‒", "–", "—", "―", "ー", "ｰ", "－"]

    private let places: PlaceTable

    package init(places: PlaceTable) {
        self.places = places
    }

    package func decode(_ cell: String) throws(Defect) -> Decoded<Place> {
        let folded = Normalisation.folded(cell)
        if folded.isEmpty { return Decoded(nil) }
        var code: [UInt8] = []
        for scalar in folded.unicodeScalars {
            if scalar == "〒" || scalar == " " || PlaceDecoder.dashes.contains(scalar) { continue }
            guard ("0"..."9").contains(scalar) else { throw PlaceDecoder.unreadable }
            code.append(UInt8(scalar.value))
        }
        if code.count == 6 { throw PlaceDecoder.lostZero }
        guard code.count == 7 else { throw PlaceDecoder.unreadable }
        guard let place = places.place(postalCode: code[...]) else { throw PlaceDecoder.unknown }
        return Decoded(place)
    }

    private static let unreadable = Defect(
        problem: Bilingual(ja: "郵便番号として読み取れません。", en: "This is not a postal code."),
        cure: Bilingual(
            ja: "1350061 か 135-0061 のように7桁で書いてください。", en: "Write seven digits, as 1350061 or 135-0061."))

    private static let lostZero = Defect(
        problem: Bilingual(
            ja: "郵便番号が6桁です。Excelで先頭の0が消えたのかもしれません。",
            en: "The postal code has six digits. Excel may have dropped its leading zero."),
        cure: Bilingual(
            ja: "元のデータを確かめ、列の表示形式を「文字列」にして7桁で入れ直してください。",
            en: "Check the original, format the column as text and enter all seven digits."))

    private static let unknown = Defect(
        problem: Bilingual(
            ja: "この郵便番号は場所の表にありません。", en: "The table of places does not have this postal code."),
        cure: Bilingual(
            ja: "番号を確かめてください。正しければ postal-codes.csv に加えてください。",
            en: "Check the code; if it is right, add it to postal-codes.csv."))
}
