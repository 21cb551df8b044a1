import Intake
import Testing

@Suite("NumberDecoder")
struct NumberDecoderTests {
    @Test(
        "Every accepted form is the number that it says",
        arguments: [
            ("12", 12), ("０", 0), ("8７", 87), ("1,234", 1234), ("１，２３４，５６７", 1_234_567), ("-3", -3),
            ("−3", -3),
            ("▲3", -3), ("+3", 3), (" 7 ", 7), ("007", 7), ("999999999999999", 999_999_999_999_999),
        ])
    func accepted(cell: String, number: Int) throws {
        #expect(try NumberDecoder().decode(cell).value == number)
    }

    @Test(
        "A declared suffix may follow, in any width and case, with or without a space",
        arguments: [
            ("8７人", "人", 87), ("8人", "人", 8), ("8 人", "人", 8), ("8", "人", 8), ("13. Klasse", ". Klasse", 13),
            ("13. KLASSE", ". Klasse", 13), ("13", ". Klasse", 13), ("３０ｋｍ", "km", 30), ("1,200円", "円", 1200),
        ])
    func suffix(cell: String, suffix: String, number: Int) throws {
        #expect(try NumberDecoder(suffix: suffix).decode(cell).value == number)
    }

    @Test(
        "Anything but one whole number is refused",
        arguments: [
            "8人", "2.5", "2.0", "1.000", "1,23", "1,2345", "1234,567", ",123", "1-2", "1〜2", "十二", "12x",
            "x12", "-",
            "1e3", "1 234", "1000000000000000", "99999999999999999999", "1,000,000,000,000,000",
        ])
    func refused(cell: String) {
        #expect(throws: Defect.self) { try NumberDecoder().decode(cell) }
    }

    @Test("An undeclared suffix, or the suffix alone, is refused", arguments: ["8名", "人", "月8人", "8人人"])
    func wrongSuffix(cell: String) {
        #expect(throws: Defect.self) { try NumberDecoder(suffix: "人").decode(cell) }
    }

    @Test("An empty cell is missing")
    func empty() throws {
        #expect(try NumberDecoder(suffix: "人").decode("　").value == nil)
    }
}
