import Intake
import Programmes
import Records
import Reporting

/// Groups the sessions of a table as the programme says, and checks printed totals.
struct SessionReportBuilder {
    let reading: SessionTables
    let asOf: CivilDate
    let fiscalYear: FiscalYear?
    let version: String

    func report() -> SessionReport {
        let all = reading.sessions.sessions
        let counted = fiscalYear.map { year in all.filter { year.contains($0.date) } } ?? all
        let programme = reading.programme
        return SessionReport(
            programmeID: programme.id, programmeName: programme.name, asOf: asOf, version: version,
            fiscalYear: fiscalYear, sessions: counted,
            outside: fiscalYear.map { year in all.filter { !year.contains($0.date) } } ?? [],
            classes: classes(counted),
            breakdowns: programme.table.words.enumerated().map { breakdown($1, at: $0, counted) },
            splits: programme.table.splits.enumerated().map { split($1, at: $0, counted) },
            projects: reading.projects.map { $0.projects.map { line($0, all) } }, totals: totals(all),
            reach: programme.channels.map {
                SessionReport.Reach(
                    label: $0.label, count: $0.count, isApproximate: $0.isApproximate, asOf: $0.asOf)
            },
            issues: reading.issues, rowCount: reading.sessions.rowCount,
            quarantined: reading.sessions.quarantinedRows.count)
    }

    // MARK: Groups

    /// The classes that any session belongs to; what no class takes is named so.
    private func classes(_ sessions: [Session]) -> [SessionReport.Group] {
        let classes = reading.programme.classes
        if classes.isEmpty { return [] }
        let rest = classes.first { $0.titles.isEmpty }?.key
        var owners: [String: String] = [:]
        for entry in classes {
            for title in entry.titles { owners[Normalisation.key(title)] = entry.key }
        }
        let grouped = Dictionary(grouping: sessions) { owners[Normalisation.key($0.title)] ?? rest ?? "" }
        let other = SessionReport.Group(
            name: "other", label: Bilingual(ja: "その他", en: "other"), sessions: grouped[""] ?? [])
        let named = classes.map {
            SessionReport.Group(name: $0.key, label: $0.label, sessions: grouped[$0.key] ?? [])
        }
        return named + (other.sessions.isEmpty ? [] : [other])
    }

    /// The words of a column in the order of the vocabulary; a breakdown without any word is left out.
    private func breakdown(
        _ column: SessionWordColumn, at index: Int, _ sessions: [Session]
    ) -> SessionReport.Breakdown {
        let grouped = Dictionary(grouping: sessions) { $0.words[index] ?? -1 }
        let known = column.vocabulary.tags.enumerated().compactMap { word, tag in
            grouped[word].map { SessionReport.Group(name: tag.key, label: tag.label, sessions: $0) }
        }
        let missing = grouped[-1].map {
            SessionReport.Group(
                name: "not-stated", label: Bilingual(ja: "記載なし", en: "not stated"), sessions: $0)
        }
        return SessionReport.Breakdown(
            name: column.name, label: column.label,
            groups: known.isEmpty ? [] : known + [missing].compactMap { $0 })
    }

    private func split(_ split: SessionSplit, at index: Int, _ sessions: [Session]) -> SessionReport.Split {
        let stating = sessions.filter { $0.parts[index].contains { $0 != nil } }
        let counts = split.parts.indices.map { part in
            stating.reduce(0) { $0 + ($1.parts[index][part] ?? 0) }
        }
        let heads = stating.reduce(0) { $0 + $1.participants }
        return SessionReport.Split(
            name: split.name, label: split.label,
            parts: zip(split.parts, counts).map { ($0.label, $1) }, sessions: stating.count,
            unstated: heads - counts.reduce(0, +), isPresent: reading.sessions.presentSplits[index])
    }

    /// A project with the sessions that either table links it with.
    private func line(_ project: Project, _ sessions: [Session]) -> SessionReport.ProjectLine {
        let named = Set(project.sessions.map(Normalisation.key))
        let keys = Set([project.id, project.title].map(Normalisation.key))
        let linked = sessions.filter { session in
            named.contains(Normalisation.key(session.number ?? ""))
                || session.projects.contains { keys.contains(Normalisation.key($0)) }
        }
        return SessionReport.ProjectLine(
            project: project, sessions: linked.map { $0.number ?? $0.date.description })
    }

    // MARK: Totals

    private func totals(_ sessions: [Session]) -> [SessionReport.TotalCheck] {
        printed(sessions) + reading.programme.totals.flatMap { published($0, sessions) }
    }

    /// Rows of the table that add up the rows above them.
    private func printed(_ sessions: [Session]) -> [SessionReport.TotalCheck] {
        reading.sessions.totals.map { total in
            SessionReport.TotalCheck(
                quantity: .participations,
                place: Bilingual(ja: "表の\(total.row)行目", en: "row \(total.row) of the table"),
                printed: total.participants,
                counted: sessions.filter { $0.row < total.row }.reduce(0) { $0 + $1.participants },
                rowsMissing: reading.sessions.quarantinedRows.count { $0 < total.row })
        }
    }

    private func published(
        _ total: PublishedTotal, _ sessions: [Session]
    ) -> [SessionReport.TotalCheck] {
        // A total of a year that is not reported says nothing about this report.
        if let fiscalYear, total.fiscalYear != fiscalYear { return [] }
        let counted = sessions.filter { total.fiscalYear.contains($0.date) }
        let name = total.fiscalYear.name
        let source = total.source.map { Bilingual(ja: "\(name.ja)、\($0.ja)", en: "\(name.en), \($0.en)") }
        let missing = reading.sessions.quarantinedRows.count
        func check(_ quantity: SessionReport.TotalCheck.Quantity, _ printed: Int?, _ sum: Int)
            -> SessionReport.TotalCheck?
        {
            printed.map {
                SessionReport.TotalCheck(
                    quantity: quantity, place: source ?? name, printed: $0, counted: sum,
                    rowsMissing: missing)
            }
        }
        return [
            check(.sessions, total.sessions, counted.count),
            check(.participations, total.participants, counted.reduce(0) { $0 + $1.participants }),
        ].compactMap { $0 }
    }
}
