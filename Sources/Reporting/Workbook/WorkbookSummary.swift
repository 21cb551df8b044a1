import Records

/// The sheet that says what the run was and what it came to, and how the workbook is filled in.
struct WorkbookSummary {
    private let report: MatchReport
    private let language: Language
    private let run: String
    /// Lists of which rows stand only in the CSV file, and how many.
    private let cut: [(list: String, rows: Int)]

    init(_ report: MatchReport, language: Language, run: String, cut: [(list: String, rows: Int)]) {
        self.report = report
        self.language = language
        self.run = run
        self.cut = cut
    }

    var sheet: Spreadsheet.Sheet {
        Spreadsheet.Sheet(
            name: Bilingual(ja: "まとめ", en: "summary")[language],
            columns: [
                Spreadsheet.Column(Bilingual(ja: "項目", en: "item")[language]),
                Spreadsheet.Column(Bilingual(ja: "内容", en: "value")[language]),
            ], rows: identity + counts + words)
    }

    private func row(_ ja: String, _ en: String, _ value: Spreadsheet.Cell) -> [Spreadsheet.Cell] {
        [.text(Bilingual(ja: ja, en: en)[language]), value]
    }

    private var identity: [[Spreadsheet.Cell]] {
        [
            row("プログラム", "programme", .text(report.header.programmeName[language])),
            row("基準日", "as of", .text(report.header.asOf.description)),
            row("実行ID", "run", .text(run)),
            row("Musubiの版", "version of Musubi", .text(report.header.version)),
        ]
    }

    private var counts: [[Spreadsheet.Cell]] {
        let figures = ReportFigures(report)
        let counts = figures.counts
        let words = Words(report.header)
        func count(_ ja: String, _ en: String, _ number: Int) -> [Spreadsheet.Cell] {
            row(ja, en, .number(Double(number)))
        }
        let (residents, volunteers) = (words.residents, words.volunteers)
        return [
            count("\(residents.ja): 申し込み", "\(residents.en): applied", counts.residentsApplied),
            count("\(residents.ja): 除外した行", "\(residents.en): rows not used", counts.residentsQuarantined),
            count("\(residents.ja): 参加条件を満たす", "\(residents.en): eligible", counts.residentsEligible),
            count(
                "\(residents.ja): 候補者がいる", "\(residents.en): with candidates", counts.residentsWithCandidates),
            count("\(residents.ja): 提案あり", "\(residents.en): proposed", counts.residentsProposed),
            count("\(volunteers.ja): 申し込み", "\(volunteers.en): applied", counts.volunteersApplied),
            count("\(volunteers.ja): 除外した行", "\(volunteers.en): rows not used", counts.volunteersQuarantined),
            count("\(volunteers.ja): 参加条件を満たす", "\(volunteers.en): eligible", counts.volunteersEligible),
            count("\(volunteers.ja): 受け入れ枠", "\(volunteers.en): places", counts.volunteerPlaces),
            count("候補の組み合わせ", "candidate pairs", counts.candidatePairs),
            count("提案したペア", "proposed pairs", counts.pairsProposed),
        ]
            + figures.causes.map {
                count("提案のない人: \($0.cause.label.ja)", "without a proposal: \($0.cause.label.en)", $0.count)
            }
    }

    private var words: [[Spreadsheet.Cell]] {
        let limits = report.limits.map { limit in
            let name = Bilingual.join(
                [limit.label, limit.group].compactMap(\.self), by: Bilingual(ja: " ", en: " "))
            let value = Bilingual(
                ja: "\(limit.asks.ja)（今回: \(limit.reached.ja)）",
                en: "\(limit.asks.en) (now: \(limit.reached.en))")
            return row("制限: \(name.ja)", "limit: \(name.en)", .text(value[language]))
        }
        let proof = report.certificate.sentence
        let filling = Bilingual(
            ja: "「提案」の「結果」と「辞退の理由」を一覧から選び、「決定日」を入れてください。行を消したり、見出しを変えたりしないでください。",
            en: "In 'proposals', choose the decision and its reason from the lists and enter the day. "
                + "Do not delete rows or change headers.")
        let rest = cut.map { cut in
            row(
                "このブックにない行: \(cut.list)", "rows that are not in this workbook: \(cut.list)",
                .number(Double(cut.rows)))
        }
        return limits + rest + [
            row("結果の確かさ", "what is proved", .text(proof[language])),
            row("記入のしかた", "how to fill it in", .text(filling[language])),
        ]
    }
}
