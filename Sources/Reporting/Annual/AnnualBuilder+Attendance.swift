import Evidence
import Records

extension AnnualBuilder {
    /// How many came to one session: the mean and the median.
    mutating func addAttendance(_ attendance: Distribution, _ id: String, _ name: Bilingual) {
        func figure(
            _ part: String, _ label: Bilingual, _ definition: Bilingual, _ method: AnnualFigure.Method,
            _ value: Double
        ) -> AnnualFigure {
            AnnualFigure(
                id: "\(id).\(part)",
                label: Bilingual(ja: "\(name.ja)：\(label.ja)", en: "\(name.en): \(label.en)"),
                definition: definition, unit: .mean, method: method, asOf: asOf, state: .published,
                value: value)
        }
        book.add(
            figure(
                "mean", Bilingual(ja: "1回の平均", en: "mean per session"),
                Bilingual(ja: "のべ人数 ÷ セッションの数。", en: "Participations ÷ sessions."), .sum,
                attendance.mean), of: [id + ".heads"])
        // A session had about so many: hidden like any such count.
        book.count(id + ".median", Int(attendance.median))
        book.add(
            figure(
                "median", Bilingual(ja: "1回の中央値", en: "median per session"),
                Bilingual(
                    ja: "参加者の多さの順に並べたとき、真ん中の回の参加者の数。",
                    en: "The participants of the middle session in the order of their numbers."), .quantile,
                attendance.median), of: [id + ".heads", id + ".median"])
    }
}
