import Records

/// The shares of a run and what each of them means.
extension ReportFigures {
    static func proposedOfEligible(_ report: MatchReport) -> Figure {
        let words = Words(report.header)
        return Figure(
            id: "proposed-of-eligible",
            label: Bilingual(ja: "提案率（参加条件を満たす人のうち）", en: "proposed, of the eligible"),
            definition: Bilingual(
                ja: "今回の提案に入った\(words.residents.ja) ÷ 参加条件をすべて満たす\(words.residents.ja)。"
                    + "提案は成立ではなく、双方の同意を得て初めてペアになる。",
                en: "\(words.residents.en) in a proposed pair ÷ \(words.residents.en) who passed every gate. "
                    + "A proposal becomes a pair only when both people accept."),
            numerator: report.headline.residentsProposed, denominator: report.headline.residentsEligible,
            asOf: report.header.asOf)
    }

    static func otherShares(_ report: MatchReport) -> [Figure] {
        let counts = report.headline
        let (residents, volunteers) = (Words(report.header).residents, Words(report.header).volunteers)
        // Who has a partner looks for none: counted as an applicant, they would be a failure of every month.
        let rest =
            counts.residentsPaired > 0
            ? Bilingual(ja: "。すでに相手が決まっている人を除く", en: ", but for those who have a partner already")
            : Bilingual("")
        func figure(
            _ id: String, _ label: Bilingual, _ definition: Bilingual, _ numerator: Int, _ denominator: Int
        ) -> Figure {
            Figure(
                id: id, label: label, definition: definition, numerator: numerator, denominator: denominator,
                asOf: report.header.asOf)
        }
        return [
            figure(
                "proposed-of-applied", Bilingual(ja: "提案率（申込者のうち）", en: "proposed, of all who applied"),
                Bilingual(
                    ja: "今回の提案に入った\(residents.ja) ÷ 申込データの\(residents.ja)（隔離した行を含む\(rest.ja)）。",
                    en:
                        "\(residents.en) in a proposed pair ÷ \(residents.en) in the export, quarantined rows "
                        + "included\(rest.en)."),
                counts.residentsProposed, counts.residentsSeeking),
            figure(
                "proposed-of-with-candidates",
                Bilingual(ja: "提案率（候補者がいる人のうち）", en: "proposed, of those with a candidate"),
                Bilingual(
                    ja: "今回の提案に入った\(residents.ja) ÷ 候補者が1人以上いる\(residents.ja)。",
                    en: "\(residents.en) in a proposed pair ÷ \(residents.en) with at least one candidate."),
                counts.residentsProposed, counts.residentsWithCandidates),
            figure(
                "eligible-of-applied", Bilingual(ja: "参加条件を満たす割合", en: "eligible, of all who applied"),
                Bilingual(
                    ja: "参加条件をすべて満たす\(residents.ja) ÷ 申込データの\(residents.ja)（隔離した行を含む\(rest.ja)）。",
                    en: "\(residents.en) who passed every gate ÷ \(residents.en) in the export, quarantined "
                        + "rows included\(rest.en)."),
                counts.residentsEligible, counts.residentsSeeking),
            figure(
                "with-candidates-of-eligible",
                Bilingual(ja: "候補者がいる割合", en: "with a candidate, of the eligible"),
                Bilingual(
                    ja: "候補者が1人以上いる\(residents.ja) ÷ 参加条件をすべて満たす\(residents.ja)。",
                    en: "\(residents.en) with at least one candidate ÷ \(residents.en) who passed every gate."
                ),
                counts.residentsWithCandidates, counts.residentsEligible),
            figure(
                "places-used", Bilingual(ja: "受け入れ枠の利用率", en: "places used"),
                Bilingual(
                    ja: "提案したペア ÷ 参加条件を満たす\(volunteers.ja)の受け入れ枠の合計。",
                    en: "proposed pairs ÷ places that the eligible \(volunteers.en) offer."),
                counts.pairsProposed, counts.volunteerPlaces),
            figure(
                "quarantined-of-applied", Bilingual(ja: "隔離した行の割合", en: "rows in quarantine"),
                Bilingual(
                    ja: "誤りのため使わなかった行 ÷ 申込データの全行（\(residents.ja)と\(volunteers.ja)）。",
                    en: "rows not used because of an error ÷ rows of both exports "
                        + "(\(residents.en) and \(volunteers.en))."),
                counts.residentsQuarantined + counts.volunteersQuarantined,
                counts.residentsApplied + counts.volunteersApplied),
        ]
    }

    /// The groups of a breakdown, the one with most applications first; equal groups keep the order of the
    /// programme file.
    static func groups(of breakdown: Breakdown, asOf: CivilDate) -> [Group] {
        let ordered = breakdown.rows.enumerated().sorted {
            ($0.element.applied, $1.offset) > ($1.element.applied, $0.offset)
        }
        return ordered.map { _, row in
            Group(
                row: row,
                figure: Figure(
                    id: "proposed-of-eligible/\(breakdown.field)/\(row.label.en)", label: row.label,
                    definition: Bilingual(
                        ja: "「\(breakdown.label.ja)」が「\(row.label.ja)」の人のうち、"
                            + "今回の提案に入った人 ÷ 参加条件をすべて満たす人。",
                        en: "of the people whose \(breakdown.label.en) is \(row.label.en): "
                            + "in a proposed pair ÷ passed every gate."),
                    numerator: row.proposed, denominator: row.eligible, asOf: asOf))
        }
    }
}

/// What the programme calls its people, in the plural.
struct Words {
    let residents: Bilingual
    let volunteers: Bilingual

    init(_ header: ReportHeader) {
        func plural(_ label: Bilingual) -> Bilingual {
            Bilingual(ja: label.ja, en: NumberText.plural(label.en))
        }
        residents = plural(header.residentLabel)
        volunteers = plural(header.volunteerLabel)
    }
}
