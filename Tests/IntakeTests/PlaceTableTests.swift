import Foundation
import Intake
import Records
import Testing

@Suite("PlaceTable")
struct PlaceTableTests {
    private let municipalities = """
        municipality_code,prefecture,municipality,latitude,longitude,name_en
        13108,東京都,江東区,35.6726,139.8171,Koto
        13110,東京都,目黒区,35.6300,139.6900,
        01101,北海道,札幌市中央区,43.0554,141.3373,Chuo

        """

    private func table(_ codes: String, municipalities: String? = nil) throws -> PlaceTable {
        let folder = try TemporaryFolder()
        _ = try folder.file(municipalities ?? self.municipalities, name: "municipalities.csv")
        _ = try folder.file(codes, name: "postal-codes.csv")
        return try PlaceTable.load(folder: folder.path)
    }

    private func issues(_ codes: String, municipalities: String? = nil) throws -> [DataIssue] {
        do {
            _ = try table(codes, municipalities: municipalities)
            return []
        } catch let error as IntakeError {
            guard case .defects(_, let issues) = error else { return [] }
            return issues
        }
    }

    private func place(_ table: PlaceTable, _ code: String) -> Place? {
        table.place(postalCode: Array(code.utf8)[...])
    }

    @Test("The longest prefix wins")
    func longestPrefix() throws {
        let table = try table("postal_code,municipality_code\n135,13108\n1350,13110\n1350061,01101\n")
        #expect(place(table, "1350061")?.municipalityCode == "01101")
        #expect(place(table, "1350062")?.municipalityCode == "13110")
        #expect(place(table, "1359999")?.municipalityCode == "13108")
        #expect(place(table, "1360000") == nil)
        #expect(table.count == 3)
    }

    @Test("A code that begins with zeros is not the shorter code")
    func leadingZeros() throws {
        let table = try table("postal_code,municipality_code\n0010000,01101\n001,13108\n")
        #expect(place(table, "0010000")?.municipalityCode == "01101")
        #expect(place(table, "0011111")?.municipalityCode == "13108")
        #expect(place(table, "1000000") == nil)
    }

    @Test("A town with coordinates is known to the town, everything else to the municipality's centre")
    func towns() throws {
        let table = try table(
            """
            postal_code,municipality_code,town,latitude,longitude
            1350061,13108,豊洲,35.6550,139.7960
            1350062,13108,東雲,,
            1530061,13110,,35.1,139.1
            """)
        let town = try #require(place(table, "1350061"))
        #expect(town.town == "豊洲")
        #expect(town.coordinate == Coordinate(latitude: 35.655, longitude: 139.796))
        #expect(town.municipality == Bilingual(ja: "江東区", en: "Koto"))
        let centre = try #require(place(table, "1350062"))
        #expect(centre.town == nil)
        #expect(centre.coordinate == Coordinate(latitude: 35.6726, longitude: 139.8171))
        let unnamed = try #require(place(table, "1530061"))
        #expect(unnamed.town == nil)
        #expect(unnamed.municipality.en == "目黒区")
    }

    @Test("A code of several municipalities gets the lowest code, whatever the order of the rows")
    func severalMunicipalities() throws {
        for rows in ["0040000,13110\n0040000,13108\n", "0040000,13108\n0040000,13110\n"] {
            #expect(
                place(try table("postal_code,municipality_code\n" + rows), "0040000")?.municipalityCode
                    == "13108")
        }
    }

    @Test("Codes of an unknown municipality are left out, with one warning for it")
    func unknownMunicipality() throws {
        let table = try table("postal_code,municipality_code\n1350061,13108\n4300000,22138\n4300001,22138\n")
        #expect(table.count == 1)
        #expect(table.issues.map(\.row) == [3])
        #expect(table.issues.map(\.severity) == [.warning])
    }

    @Test("Every row that cannot be read is reported with its number")
    func badRows() throws {
        let codes =
            "postal_code,municipality_code,town,latitude,longitude\n"
            + "12,13108\n12345678,13108\n135-0061,13108\n"
        #expect(try issues(codes + "1350061,131\n1350061,13108,豊洲,91,139\n").map(\.row) == [2, 3, 4, 5, 6])
        let places = "municipality_code,prefecture,municipality,latitude,longitude\n"
        let bad = places + "1101,北海道,札幌市,43,141\n13108,東京都,,35,139\n13110,東京都,目黒区,x,139\n"
        #expect(try issues(codes, municipalities: bad).map(\.row) == [2, 3, 4])
        let twice = places + "13108,東京都,江東区,35,139\n13108,東京都,江東区,35,139\n"
        #expect(try issues(codes, municipalities: twice).map(\.row) == [3])
    }

    @Test("A folder without the files is refused by the name of the file")
    func missing() throws {
        let folder = try TemporaryFolder()
        #expect(throws: IntakeError.missing(path: folder.path + "/municipalities.csv")) {
            try PlaceTable.load(folder: folder.path)
        }
    }

    @Test("A header without rows is refused")
    func noRows() throws {
        #expect(throws: IntakeError.self) { try table("postal_code,municipality_code\n") }
    }

    /// Beside the package where the whole table is at hand.
    private static let wholeCountryFolder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("../shared/data/places").standardized.path

    @Test(
        "The table of all Japan loads",
        .enabled(
            if: FileManager.default.fileExists(atPath: wholeCountryFolder + "/postal-codes.csv"),
            "The table of all Japan is not at hand beside the package."))
    func wholeCountry() throws {
        let table = try PlaceTable.load(folder: PlaceTableTests.wholeCountryFolder)
        #expect(table.count > 100_000)
        #expect(place(table, "1350061")?.municipality.ja == "江東区")
        #expect(place(table, "0040000")?.municipalityCode == "01108")
        #expect(table.issues.allSatisfy { $0.severity == .warning })
    }
}
