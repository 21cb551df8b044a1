package import Records

/// A place by its postal code (`135-0061`, `〒１３５－００６１`, `1350061`) or by the name of the municipality (`新宿区`,
/// `東京都新宿区`, `Shinjuku-ku`).
package struct PlaceDecoder: CellDecoder {
    /// Every dash that people type; NFKC leaves most of them apart.
    private static let dashes: Set<Unicode.Scalar> = ["-", "−", "‐", "‑", "‒", "–", "—", "―", "ー", "ｰ", "－"]

    private let places: PlaceTable

    package init(places: PlaceTable) {
        self.places = places
    }

    package func decode(_ cell: String) throws(Defect) -> Decoded<Place> {
        let folded = try CellText.folded(cell)
        if folded.isEmpty { return Decoded(nil) }
        if !folded.unicodeScalars.contains(where: { ("0"..."9").contains($0) }) {
            return Decoded(try municipality(folded))
        }
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

    private func municipality(_ name: String) throws(Defect) -> Place {
        switch places.municipalities.lookUp(name) {
        case .one(let place): return place
        case .several: throw PlaceDecoder.ambiguous
        case .unknown: throw PlaceDecoder.unreadable
        }
    }

    private static let ambiguous = Defect(
        problem: Bilingual(
            ja: "同じ名前の市区町村が複数あります。", en: "Several municipalities have this name."),
        cure: Bilingual(
            ja: "「東京都府中市」のように都道府県から書くか、郵便番号で書いてください。",
            en: "Write its postal code, or the prefecture before its Japanese name, as 東京都府中市."))

    private static let unreadable = Defect(
        problem: Bilingual(
            ja: "郵便番号でも、場所の表にある市区町村名でもありません。",
            en: "This is neither a postal code nor a municipality of the table of places."),
        cure: Bilingual(
            ja: "1350061 か 135-0061 のように7桁で、または「江東区」のように書いてください。",
            en: "Write seven digits, as 1350061 or 135-0061, or a name such as 江東区 or Koto-ku."))

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
