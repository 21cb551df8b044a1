import Records
import Simulation
import Testing

@Suite struct SimulatedExportTests {
    @Test("the file begins with a byte-order mark, ends every row with CRLF and quotes only what needs it")
    func csv() throws {
        let fields = ["plain", "comma", "quote", "line"].map { name in
            FieldSpec(
                name: name, kind: .text, label: Bilingual(name), headers: [.resident: [name]], required: [])
        }
        let texts = ["comma": "a, b", "quote": "say \"yes\"", "line": "a\nb", "plain": "散歩"]
        let sample = SampleSpec(
            resident: texts.mapValues { FieldSample([SampleRecipe(spread: [WeightedValue($0, 1)])]) })
        let export = try SampleProgramme.simulator(sample: sample, fields: fields).export(
            of: .resident, count: 1)
        let expected =
            "\u{FEFF}住民ID,plain,comma,quote,line\r\nR0001,散歩,\"a, b\",\"say \"\"yes\"\"\",\"a\nb\"\r\n"
        #expect(export.csv() == Array(expected.utf8))
    }
}
