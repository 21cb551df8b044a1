package import Records

/// The few lines that a run prints on the terminal.
package enum HeadlineText {
    /// Programme and date, proposals with their share, who is left and why, quarantine, proof: one line each.
    package static func lines(for report: MatchReport, language: Language) -> [String] {
        let figures = ReportFigures(report)
        return [
            title(report.header), proposed(figures), unmatched(figures), quarantine(figures),
            report.certificate.sentence,
        ].map { $0[language] }
    }

    private static func title(_ header: ReportHeader) -> Bilingual {
        Bilingual(
            ja: "\(header.programmeName.ja)（\(header.asOf) 現在）",
            en: "\(header.programmeName.en), as of \(header.asOf)")
    }

    private static func proposed(_ figures: ReportFigures) -> Bilingual {
        let words = Words(figures.header)
        let pairs = NumberText.grouped(figures.counts.pairsProposed)
        let figure = figures.primary
        let numerator = NumberText.grouped(figure.numerator)
        let denominator = NumberText.grouped(figure.denominator)
        let share: Bilingual
        if let value = figure.share, let interval = figure.interval {
            let (percent, bounds) = (NumberText.percent(value), NumberText.interval(interval))
            share = Bilingual(ja: "\(percent)、95%信頼区間 \(bounds)", en: "\(percent), 95% CI \(bounds)")
        } else {
            share = figure.obstacle ?? Bilingual("")
        }
        return Bilingual(
            ja: "提案したペア: \(pairs)組。参加条件を満たす\(words.residents.ja) \(denominator)人のうち"
                + " \(numerator)人（\(share.ja)）",
            en: "Proposed pairs: \(pairs), for \(numerator) of \(denominator) eligible \(words.residents.en) "
                + "(\(share.en))")
    }

    private static func unmatched(_ figures: ReportFigures) -> Bilingual {
        let total = NumberText.grouped(figures.unmatched)
        let causes = figures.causes.filter { $0.count > 0 }.map { entry in
            Bilingual(
                ja: "\(entry.cause.label.ja) \(NumberText.grouped(entry.count))人",
                en: "\(entry.cause.label.en) \(NumberText.grouped(entry.count))")
        }
        let list = Bilingual.join(causes)
        return Bilingual(
            ja: "提案のない人: \(total)人" + (causes.isEmpty ? "" : "（\(list.ja)）"),
            en: "Without a proposal: \(total)" + (causes.isEmpty ? "" : " (\(list.en))"))
    }

    private static func quarantine(_ figures: ReportFigures) -> Bilingual {
        let words = Words(figures.header)
        let (residents, volunteers) = (
            figures.counts.residentsQuarantined, figures.counts.volunteersQuarantined
        )
        guard figures.quarantined > 0 else {
            return Bilingual(ja: "使わなかった行: 0行", en: "Rows in quarantine: 0")
        }
        let counts = [figures.quarantined, residents, volunteers].map(NumberText.grouped)
        return Bilingual(
            ja: "使わなかった行: \(counts[0])行（\(words.residents.ja) \(counts[1])、\(words.volunteers.ja) "
                + "\(counts[2])）。quarantine.csv を見て直してください",
            en: "Rows in quarantine: \(counts[0]) (\(words.residents.en) \(counts[1]), "
                + "\(words.volunteers.en) \(counts[2])); see quarantine.csv for the cures")
    }
}
