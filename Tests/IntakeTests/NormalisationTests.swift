import Foundation
import Intake
import Testing

@Suite("Normalisation")
struct NormalisationTests {
    /// The definition, without a shorter way for plain texts.
    private func folded(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        var gap = false
        let invisible: Set<UInt32> = [0xFE0E, 0xFE0F, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF]
        for scalar in text.precomposedStringWithCompatibilityMapping.unicodeScalars
        where !invisible.contains(scalar.value) {
            if scalar.properties.isWhitespace {
                gap = true
                continue
            }
            if gap, !scalars.isEmpty { scalars.append(" ") }
            gap = false
            scalars.append(scalar)
        }
        return String(scalars)
    }

    @Test("Every character of the basic plane is folded as NFKC folds it, between two others")
    func everyScalar() {
        for value in UInt32(1)...0xFFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = "ァA" + String(Character(scalar)) + "が"
            let expected = folded(text)
            if !Normalisation.folded(text).utf8.elementsEqual(expected.utf8) {
                Issue.record("U+\(String(value, radix: 16))")
            }
            if !Normalisation.key(text).utf8.elementsEqual(expected.lowercased().utf8) {
                Issue.record("key of U+\(String(value, radix: 16))")
            }
        }
    }

    @Test(
        "Mixtures of plain and other characters are folded as NFKC folds them",
        arguments: 0..<500 as Range<UInt64>)
    func mixtures(seed: UInt64) {
        let pool = Array("日本か゛\u{3099}がｶﾞＡa　 \t\n○・ー～〜é\u{301}한ᄒ\u{200B}🙂①㈱नेपाली-−".unicodeScalars)
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        var text = String.UnicodeScalarView()
        for _ in 0..<(seed % 24) {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            text.append(pool[Int(state >> 33) % pool.count])
        }
        let expected = folded(String(text))
        #expect(Normalisation.folded(String(text)).utf8.elementsEqual(expected.utf8))
        #expect(Normalisation.key(String(text)).utf8.elementsEqual(expected.lowercased().utf8))
    }

    @Test("Every spelling of one thing has one key, and different kanji of names keep their own")
    func keys() {
        #expect(Normalisation.key("　ＡＢＣ　１２３ ") == "abc 123")
        #expect(Normalisation.key("ｶﾞｰﾃﾞﾝ") == Normalisation.key("ガーデン"))
        #expect(Normalisation.key("a\r\n b") == "a b")
        // A key is a normalised copy: U+FA19 has the key of 神, and what is stored keeps the difference.
        #expect(Normalisation.key("\u{FA19}").unicodeScalars.map(\.value) == [0x795E])
        #expect("\u{FA19}".unicodeScalars.map(\.value) == [0xFA19])
    }
}
