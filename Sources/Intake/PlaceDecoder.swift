package import Records

/// A place by its postal code (`135-0061`, `〒１３５－００６１`, `1350061`), by the name of the municipality (`新宿区`,
/// `東京都新宿区`, `Shinjuku-ku`) or, where the field says so, by its code (`13104`, `131041`).
///
/// Codes have to be allowed, because a number of six digits may as well be a postal code without its leading
/// zero. Nothing is repaired: a zero that Excel dropped and a wrong check digit are reported.
package struct PlaceDecoder: CellDecoder {
    /// Every dash that people type; NFKC leaves most of them apart.
    private static let dashes: Set<Unicode.Scalar> = ["-", "−", "‐", "‑", "‒", "–", "—", "―", "ー", "ｰ", "－"]

    private let places: PlaceTable

    private let readsCodes: Bool

    /// - Parameters:
    ///   - places: What codes and names stand for.
    ///   - readsCodes: Whether numbers of five and six digits are municipality codes.
    package init(places: PlaceTable, readsCodes: Bool = false) {
        self.places = places
        self.readsCodes = readsCodes
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
        if readsCodes, (4...6).contains(code.count) { return Decoded(try municipality(code: code[...])) }
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

    /// The municipality of a code of five digits, or of six with the check digit.
    private func municipality(code: ArraySlice<UInt8>) throws(Defect) -> Place {
        // With its leading zero back, a shorter code may be one of Hokkaido to Tochigi: 011002 is written 11002.
        let padded = [48] + code
        let mayLackZero =
            padded.count == 5
            ? places.municipality(code: padded[...]) != nil
            : MunicipalityCode.isValid(padded[...]) && places.municipality(code: padded.prefix(5)) != nil
        if code.count == 6, !MunicipalityCode.isValid(code) { throw PlaceDecoder.wrongCheckDigit }
        if let place = code.count == 4 ? nil : places.municipality(code: code.prefix(5)) {
            if mayLackZero { throw PlaceDecoder.twoCodes }
            return place
        }
        throw mayLackZero ? PlaceDecoder.codeLostZero : PlaceDecoder.unknownCode
    }

    private static let wrongCheckDigit = Defect(
        problem: Bilingual(
            ja: "市区町村コードの検査数字（6桁目）が合いません。",
            en: "The check digit (the sixth) of the municipality code is wrong."),
        cure: Bilingual(
            ja: "数字の打ち間違いがないか確かめてください。郵便番号なら7桁で書いてください。",
            en: "Look for a mistyped digit; a postal code has seven digits."))

    private static let codeLostZero = Defect(
        problem: Bilingual(
            ja: "市区町村コードの先頭の0がExcelで消えたようです。",
            en: "Excel seems to have dropped the leading zero of the municipality code."),
        cure: Bilingual(
            ja: "列の表示形式を「文字列」にして、先頭の0も入れて書き直してください。",
            en: "Format the column as text and enter the code with its zero."))

    private static let twoCodes = Defect(
        problem: Bilingual(
            ja: "二つの市区町村コードに読めます（先頭の0が消えたものかもしれません）。",
            en: "This may be the code of either of two municipalities, if a leading zero was dropped."),
        cure: Bilingual(
            ja: "検査数字を含む6桁で書いてください。", en: "Write six digits, check digit and leading zero included."))

    private static let unknownCode = Defect(
        problem: Bilingual(
            ja: "この市区町村コードは場所の表にありません。", en: "The table of places does not have this municipality code."),
        cure: Bilingual(
            ja: "番号を確かめてください。正しければ municipalities.csv に加えてください。",
            en: "Check the code; if it is right, add it to municipalities.csv."))

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
