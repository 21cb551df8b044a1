import Records

/// What page and workbook say alike about the figures that they do not show.
extension AnnualReport {
    /// What the two signs that stand for numbers mean.
    func reading(in language: Language) -> String {
        let absent = Bilingual(
            ja: "「—」は計算できない数字です（理由は定義の表）。",
            en: "A dash stands for a figure that cannot be computed (the definitions say why).")
        guard request.edition.isPublished else { return absent[language] }
        let threshold = self["threshold"]?.text(.value, in: language) ?? AnnualFigure.absent
        let hidden = Bilingual(
            ja: "「‥」は、少人数が分からないように伏せた数字です。\(threshold)未満の件数（零を除く）と、それが計算できてしまう件数・割合・区間・図をあわせて伏せています。",
            en:
                "Two dots stand for a figure that is hidden to protect people: counts other than none below \(threshold), and every count, share, interval and mark from which one could be worked out. "
        )
        return hidden[language] + absent[language]
    }

    /// Whether every figure of a table is hidden.
    func isHidden(_ table: AnnualTable) -> Bool {
        let states = table.rows.joined().compactMap { cell -> AnnualFigure.State? in
            if case .figure(let id, _) = cell { self[id]?.state } else { nil }
        }
        return !states.isEmpty && states.allSatisfy { $0 == .suppressed }
    }

    /// What stands in the place of such a table, after its name.
    static let hiddenTable = Bilingual(
        ja: "：人数が少ないため、この表の数字は公開していません。",
        en: ": the groups are small, so that the figures of this table are not published.")
}
