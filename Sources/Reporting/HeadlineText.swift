package import Records

/// The few lines that a run prints on the terminal.
package enum HeadlineText {
    /// Programme and date, proposals with their share, who is left and why, quarantine, limits where there are
    /// any, proof: one line each.
    package static func lines(for report: MatchReport, language: Language) -> [String] {
        let figures = ReportFigures(report)
        return [
            title(report.header), proposed(figures), unmatched(figures), quarantine(figures),
            limits(figures.limits), warnings(report), report.certificate.sentence,
        ].compactMap { $0?[language] }
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

    private static func limits(_ limits: [LimitFigure]) -> Bilingual? {
        if limits.isEmpty { return nil }
        let missed = limits.filter { !$0.isMet }.map { limit in
            Bilingual(
                ja: "\(limit.name.ja): \(limit.asks.ja)のところ\(limit.reached.ja)",
                en: "\(limit.name.en): \(limit.reached.en) instead of \(limit.asks.en)")
        }
        let (all, full) = (limits.count, limits.count { $0.binds })
        if missed.isEmpty {
            return Bilingual(
                ja: "制限: \(all)件すべて守られています（余裕のないもの \(full)件）",
                en: "Limits: all \(all) kept (\(full) without room left)")
        }
        let list = Bilingual.join(missed, by: Bilingual(ja: "、", en: "; "))
        return Bilingual(ja: "制限: 守れなかった制限があります。\(list.ja)", en: "Limits: a quota was relaxed. \(list.en)")
    }

    private static func warnings(_ report: MatchReport) -> Bilingual? {
        if report.cautions.isEmpty { return nil }
        let count = NumberText.grouped(report.pairsWithWarnings)
        return Bilingual(
            ja: "注意のある提案: \(count)組（matches.csv の「注意」の列）",
            en: "Proposed pairs with a warning: \(count) (column “warnings” of matches.csv)")
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
