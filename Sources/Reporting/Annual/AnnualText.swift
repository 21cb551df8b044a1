package import Records

/// The few lines about an annual report that a terminal shows: the sentences of its summary and its targets.
package enum AnnualText {
    package static func lines(of report: AnnualReport, language: Language) -> [String] {
        let summary = report.sections.first?.blocks.compactMap { block -> String? in
            if case .prose(let prose) = block { report.text(prose[language], in: language) } else { nil }
        }
        let verdicts = ["success.person", "completion.mature"].compactMap { id -> String? in
            guard let figure = report[id], figure.verdict != nil else { return nil }
            let parts = [AnnualFigure.Part.value, .interval, .verdict].map { figure.text($0, in: language) }
            return figure.title(in: language) + ": " + parts.joined(separator: language == .ja ? "、" : ", ")
        }
        return (summary ?? []) + verdicts + hidden(report, language)
    }

    /// Why a headline rate is missing: the note with which the summary then ends.
    private static func hidden(_ report: AnnualReport, _ language: Language) -> [String] {
        let isHidden = ["success.person", "completion.mature"].contains {
            report[$0]?.state == .suppressed
        }
        guard isHidden, case .note(let prose)? = report.sections.first?.blocks.last else { return [] }
        return [report.text(prose[language], in: language)]
    }
}
