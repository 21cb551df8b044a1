import Records

extension AnnualBuilder {
    /// Says in the summary why a headline rate is hidden and what can be done about it.
    ///
    /// Not which of its counts is the small one: that would tell more than the page does.
    mutating func explainHidden(_ figures: [AnnualFigure]) {
        let hidden = figures.filter { figure in
            ["success.person", "completion.mature"].contains(figure.id) && figure.state == .suppressed
        }
        guard !hidden.isEmpty, let first = sections.first else { return }
        let names = Bilingual.join(
            hidden.map { label($0.id) }, by: Bilingual(ja: "」と「", en: "” and “"))
        let note = Prose(
            ja:
                "「\(name: names.ja)」を載せていないのは、\(figure: "threshold")未満の件数（達成しなかったペアの数など）が計算できてしまうためです。対象が増えた後の基準日で作り直すか、公開する前に、組織の判断で境（--threshold）を下げて作り直すと、載ることがあります。",
            en:
                "“\(name: names.en)” is left out because a count below \(figure: "threshold"), such as that of the pairs that did not complete, could be worked out of it; it may be shown in a report as of a later day, when more people and pairs count, or, before anything is published, with a lower threshold (--threshold), if the organisation decides so."
        )
        sections[0] = AnnualSection(id: first.id, title: first.title, blocks: first.blocks + [.note(note)])
    }
}
