import Intake
import Records
import Testing

@Suite("PlaceDecoder")
struct PlaceDecoderTests {
    private let decoder: PlaceDecoder

    init() throws {
        let folder = try TemporaryFolder()
        _ = try folder.file(
            "municipality_code,prefecture,municipality,latitude,longitude\n13108,東京都,江東区,35.6726,139.8171\n",
            name: "municipalities.csv")
        _ = try folder.file(
            "postal_code,municipality_code\n135,13108\n0640001,13108\n", name: "postal-codes.csv")
        decoder = PlaceDecoder(places: try PlaceTable.load(folder: folder.path))
    }

    @Test(
        "Seven digits in any usual form",
        arguments: [
            "1350061", "135-0061", "〒135-0061", "〒 135-0061", "１３５－００６１", "135−0061", "135‐0061", "135–0061",
            "135—0061",
            "135―0061", "135ー0061", "135ｰ0061", "135 0061", "0640001",
        ])
    func accepted(cell: String) throws {
        #expect(try decoder.decode(cell).value?.municipalityCode == "13108")
    }

    @Test("Six digits are refused with a hint at the lost zero, never repaired")
    func lostZero() {
        do throws(Defect) {
            _ = try decoder.decode("640001")
            Issue.record("accepted")
        } catch {
            #expect(error.problem.en.contains("leading zero"))
        }
    }

    @Test(
        "Other lengths, other characters and unknown codes are refused",
        arguments: ["135", "13500611", "135-006a", "東京都", "9999999", "-", "1350061、1350062"])
    func refused(cell: String) {
        #expect(throws: Defect.self) { try decoder.decode(cell) }
    }

    @Test("An empty cell is missing")
    func empty() throws {
        #expect(try decoder.decode("").value == nil)
    }
}
