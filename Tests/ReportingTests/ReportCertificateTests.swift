import Records
import Reporting
import Testing

@Suite("ReportCertificate")
struct ReportCertificateTests {
    @Test("a proof is one sentence with the value and the bound of each goal")
    func proven() {
        let certificate = SampleReports.certificate
        #expect(certificate.isProven && certificate.solverName == "GLPK 5.0")
        #expect(
            certificate.sentence.ja
                == "GLPK 5.0 により、これより良い組み合わせが存在しないことを証明済み: 提案数 2（限界 2）、適合度の合計 735（限界 735）。")
        #expect(
            certificate.sentence.en
                == "GLPK 5.0 has proved that no better set of pairs exists: pairs 2 (bound 2), total fit 735 (bound 735)."
        )
    }

    @Test("a gap is said plainly")
    func gap() {
        var certificate = SampleReports.certificate
        certificate.status = "gap"
        certificate.goals[1].bound = 800
        #expect(!certificate.isProven)
        #expect(
            certificate.sentence.en
                == "The time limit ended the search (GLPK 5.0): these are the best pairs found until then, "
                + "not proved to be the best possible: pairs 2 (proved), total fit 735 (at most 65 more points "
                + "could be possible).")
        #expect(certificate.sentence.ja.hasPrefix("制限時間になったため、それまでに見つかった最良の組み合わせを示します"))
        #expect(certificate.sentence.ja.contains("735（あと最大65点増える可能性があります）"))
        certificate.wasInterrupted = true
        #expect(certificate.sentence.en.hasPrefix("The search was interrupted (GLPK 5.0)"))
        #expect(certificate.sentence.ja.hasPrefix("途中で中断されたため"))
    }

    @Test("what could be better is counted in the unit of the goal, one in the singular, and less as fewer")
    func openings() {
        func opening(_ name: String, _ value: Int, _ bound: Int) -> String? {
            ReportCertificate.Goal(name: name, label: Bilingual("x"), value: value, bound: bound).opening?.en
        }
        #expect(opening("most-pairs", 9, 10) == "at most 1 more pair could be possible")
        #expect(opening("longest-waiting", 0, 1200) == "at most 1,200 more days could be possible")
        #expect(opening("changes", 5, 2) == "at most 3 fewer could be possible")
        #expect(opening("best-fit", 7, 7) == nil)
        #expect(opening("best-fit", .min, .max) == "at most — more points could be possible")
    }

    @Test("a status of optimal whose value misses its bound is not called proved")
    func contradiction() {
        var certificate = SampleReports.certificate
        certificate.goals[0].bound = 3
        #expect(!certificate.isProven)
    }

    @Test("without a possible pair there is nothing to prove")
    func noEdges() {
        let certificate = ReportCertificate(status: "optimal", goals: [], edges: 0, solver: "GLPK 5.0")
        #expect(
            certificate.sentence.en == "No pair is possible under the rules, so there is nothing to prove.")
    }
}

@Suite("HeadlineText")
struct HeadlineTextTests {
    @Test("six lines say date, proposals with interval, who is left and why, quarantine, limits and proof")
    func japanese() {
        let lines = HeadlineText.lines(for: SampleReports.small(), language: .ja)
        #expect(
            lines.prefix(4) == [
                "おとなりさん・ファミリーフレンド（2026-11-01 現在）",
                "提案したペア: 2組。参加条件を満たす外国人住民 3人のうち 2人（66.7%、95%信頼区間 20.8–93.9%）",
                "提案のない人: 2人（参加条件を満たさない 1人、条件に合う相手がいない 1人）",
                "使わなかった行: 1行（外国人住民 1、ボランティア 0）。quarantine.csv を見て直してください",
            ])
        #expect(lines[4] == "制限: 守れなかった制限があります。「留学生」の組数: 1組以上のところ0組")
        #expect(lines[5] == SampleReports.certificate.sentence.ja && lines.count == 6)
    }

    @Test("limits are counted where all are kept, and left out where there are none")
    func limits() {
        var report = SampleReports.small()
        report.limits.removeLast()
        #expect(
            HeadlineText.lines(for: report, language: .en)[4] == "Limits: all 2 kept (1 without room left)")
        report.limits = []
        #expect(HeadlineText.lines(for: report, language: .en).count == 5)
    }

    @Test("the English lines hold the same numbers")
    func english() {
        let lines = HeadlineText.lines(for: SampleReports.small(), language: .en)
        #expect(lines[1] == "Proposed pairs: 2, for 2 of 3 eligible residents (66.7%, 95% CI 20.8–93.9%)")
        #expect(lines[2] == "Without a proposal: 2 (not eligible 1, no candidate 1)")
    }

    @Test("nobody eligible is said instead of 0%")
    func empty() {
        let lines = HeadlineText.lines(for: SampleReports.empty(), language: .en)
        #expect(lines[1].contains("cannot be computed: nobody in the denominator"))
        #expect(!lines.contains { $0.contains("%") })
    }
}
