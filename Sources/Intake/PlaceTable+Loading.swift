import Records

extension PlaceTable {
    /// Names of the two files of a folder of places.
    package static let municipalityFile = "municipalities.csv"
    package static let postalCodeFile = "postal-codes.csv"

    /// Reads `municipalities.csv` (`municipality_code`, `prefecture`, `municipality`, `latitude`,
    /// `longitude`, optional `name_en`) and `postal-codes.csv` (`postal_code`, `municipality_code`, optional
    /// `town`, `latitude`, `longitude`) from a folder.
    ///
    /// A code that stands for several municipalities gets the one with the lowest code, and within it the
    /// first row. A row with a town and coordinates is known to the town, every other to the municipality's
    /// centre. Codes of a municipality that the first file does not have are left out, with one warning per
    /// municipality.
    ///
    /// - Throws: `missing`, what a `RowSource` throws, and `defects` with every row that cannot be read.
    package static func load(folder: String) throws(IntakeError) -> PlaceTable {
        let base = folder.hasSuffix("/") ? folder : folder + "/"
        let municipalities = try loadMunicipalities(base + municipalityFile)
        return try loadPostalCodes(
            base + postalCodeFile, municipalities: municipalities.places, names: municipalities.names)
    }

    private static func column(_ name: String, isRequired: Bool = true) -> WantedColumn {
        WantedColumn(label: Bilingual(name), headers: [name], isRequired: isRequired)
    }

    private static func loadMunicipalities(
        _ path: String
    ) throws(IntakeError) -> (places: [String: Place], names: MunicipalityNames) {
        let table = try TableReader(
            RowSources.open(path: path),
            wanted: [
                column("municipality_code"), column("prefecture"), column("municipality"), column("latitude"),
                column("longitude"), column("name_en", isRequired: false),
            ])
        var places: [String: Place] = [:]
        var names = MunicipalityNames()
        var issues: [DataIssue] = []
        while try table.next() {
            let code = table.text(0)
            let name = table.text(2)
            guard isMunicipalityCode(table.cell(0)) else {
                issues.append(table.issue(.error, wanted: 0, badCode))
                continue
            }
            guard !name.isEmpty else {
                issues.append(table.issue(.error, wanted: 2, noName))
                continue
            }
            guard let coordinate = coordinate(table, latitude: 3, longitude: 4) else {
                issues.append(table.issue(.error, wanted: 3, badCoordinate))
                continue
            }
            let roman = table.text(5)
            let place = Place(
                municipalityCode: code, municipality: Bilingual(ja: name, en: roman.isEmpty ? name : roman),
                town: nil, coordinate: coordinate)
            names.add(place, prefecture: table.text(1))
            if places.updateValue(place, forKey: code) != nil {
                issues.append(table.issue(.error, wanted: 0, repeatedCode))
            }
        }
        guard issues.isEmpty else { throw .defects(path: path, issues: issues) }
        guard !places.isEmpty else { throw .noRows(path: path) }
        return (places, names)
    }

    private static func loadPostalCodes(
        _ path: String, municipalities: [String: Place], names: MunicipalityNames
    ) throws(IntakeError) -> PlaceTable {
        let table = try TableReader(
            RowSources.open(path: path),
            wanted: [
                column("postal_code"), column("municipality_code"), column("town", isRequired: false),
                column("latitude", isRequired: false), column("longitude", isRequired: false),
            ])
        var places: [Place] = []
        var centres: [String: Int32] = [:]
        var placeByPrefix: [UInt32: Int32] = [:]
        var unknown: [String: DataIssue] = [:]
        var issues: [DataIssue] = []
        var hasRows = false
        while try table.next() {
            hasRows = true
            guard let key = key(table.cell(0)) else {
                issues.append(table.issue(.error, wanted: 0, badPostalCode))
                continue
            }
            let code = table.text(1)
            guard let municipality = municipalities[code] else {
                guard isMunicipalityCode(table.cell(1)) else {
                    issues.append(table.issue(.error, wanted: 1, badCode))
                    continue
                }
                if unknown[code] == nil {
                    unknown[code] = table.issue(.warning, wanted: 1, unknownMunicipality)
                }
                continue
            }
            if let known = placeByPrefix[key], places[Int(known)].municipalityCode <= code { continue }
            let town = table.text(2)
            if town.isEmpty || (table.cell(3).isEmpty && table.cell(4).isEmpty) {
                if centres[code] == nil {
                    centres[code] = Int32(places.count)
                    places.append(municipality)
                }
                placeByPrefix[key] = centres[code]
            } else if let coordinate = coordinate(table, latitude: 3, longitude: 4) {
                placeByPrefix[key] = Int32(places.count)
                places.append(
                    Place(
                        municipalityCode: code, municipality: municipality.municipality, town: town,
                        coordinate: coordinate))
            } else {
                issues.append(table.issue(.error, wanted: 3, badCoordinate))
            }
        }
        guard issues.isEmpty else { throw .defects(path: path, issues: issues) }
        guard hasRows else { throw .noRows(path: path) }
        let warnings = unknown.sorted { $0.key < $1.key }.map(\.value)
        return PlaceTable(
            places: places, placeByPrefix: placeByPrefix, municipalities: names, issues: warnings)
    }

    private static func isMunicipalityCode(_ cell: ArraySlice<UInt8>) -> Bool {
        cell.count == 5 && cell.allSatisfy { (48...57).contains($0) }
    }

    private static func coordinate(_ table: TableReader, latitude: Int, longitude: Int) -> Coordinate? {
        guard let north = Double(table.text(latitude)), (-90.0...90.0).contains(north),
            let east = Double(table.text(longitude)), (-180.0...180.0).contains(east)
        else { return nil }
        return Coordinate(latitude: north, longitude: east)
    }

    private static let badCode = Defect(
        problem: Bilingual(ja: "市区町村コードが5桁の数字ではありません。", en: "The municipality code is not five digits."),
        cure: Bilingual(
            ja: "検査数字を除いた5桁で、先頭の0も入れて書いてください（例 13108）。",
            en: "Write five digits without the check digit, leading zero included, as 13108."))

    private static let repeatedCode = Defect(
        problem: Bilingual(ja: "同じ市区町村コードの行が前にあります。", en: "The municipality code stands in an earlier row."),
        cure: Bilingual(ja: "どちらかの行を消してください。", en: "Delete one of the rows."))

    private static let noName = Defect(
        problem: Bilingual(ja: "市区町村名がありません。", en: "The municipality has no name."),
        cure: Bilingual(ja: "名前を入れてください。", en: "Enter its name."))

    private static let badCoordinate = Defect(
        problem: Bilingual(
            ja: "緯度・経度が読み取れません。", en: "Latitude and longitude cannot be read."),
        cure: Bilingual(
            ja: "緯度は-90から90、経度は-180から180の度で書いてください（例 35.6726, 139.8171）。",
            en:
                "Write degrees: latitude -90 to 90, longitude -180 to 180, as 35.6726 and 139.8171."
        ))

    private static let badPostalCode = Defect(
        problem: Bilingual(
            ja: "郵便番号が3〜7桁の数字ではありません。", en: "The postal code is not three to seven digits."),
        cure: Bilingual(
            ja: "ハイフンなしの7桁か、先頭の3〜6桁で書いてください（例 1350061、135）。",
            en: "Write seven digits without a hyphen, or the first three to six, as 1350061 or 135."))

    private static let unknownMunicipality = Defect(
        problem: Bilingual(
            ja: "この市区町村コードが municipalities.csv にないため、その郵便番号は使えません。",
            en: "municipalities.csv does not have this code; its postal codes cannot be used."),
        cure: Bilingual(
            ja: "そこに住む人がいるなら、municipalities.csv に行を加えてください。",
            en: "If somebody lives there, add a row to municipalities.csv."))
}
