import Records
import Simulation
import Testing

@Suite struct PlantedDefectTests {
    @Test("each block of 70 rows has one defect, and all kinds take their turn")
    func frequency() throws {
        for side in Side.allCases {
            let defects = try SampleProgramme.simulator().export(of: side, count: 560).defects
            #expect(defects.map { ($0.row - 2) / 70 } == Array(0..<8))
            #expect(Set(defects.map(\.kind)) == Set(PlantedDefect.Kind.allCases))
        }
    }

    @Test("a defect is what it says, in the cell that it names")
    func cells() throws {
        let export = try SampleProgramme.simulator(seed: 7).export(of: .resident, count: 2800)
        #expect(export.defects.count == 40)
        let words = SampleProgramme.vocabularies.values.flatMap(\.tags).flatMap(\.spellings)
        for defect in export.defects {
            let column = try #require(export.header.firstIndex(of: defect.column))
            let cell = export.rows[defect.row - 2][column]
            switch defect.kind {
            case .unreadableDate: #expect(["2026/2/30", "2026-13-05", "先月ごろ"].contains(cell))
            case .shortPostalCode: #expect(cell.utf8.count == 6 && Int(cell) != nil)
            case .unknownWord: #expect(!cell.isEmpty && !words.contains(cell))
            case .missingRequired: #expect(cell.isEmpty && ["申込日", "郵便番号"].contains(defect.column))
            }
        }
    }

    @Test("where the columns can show no defect, there is none")
    func nothingToSpoil() throws {
        let export = try SampleProgramme.simulator(sample: SampleSpec()).export(of: .resident, count: 560)
        #expect(export.defects.isEmpty)
    }
}
