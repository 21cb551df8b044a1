package import Records

/// The lists of a run, as tables of text: what they say, apart from how a file writes it.
///
/// The id columns carry the names that the reader of pair lists knows (`住民ID`, `ボランティアID`;
/// `resident_id`, `volunteer_id`), so that a list that was looked through can be handed back. Row numbers stand
/// beside the ids because one person may stand on several rows.
package struct MatchLists {
    /// The column that says whose errand it was, in both languages: a list that is handed back as history has it.
    package static let requesterHeaders = ["依頼者ID", "requester_id"]

    let report: MatchReport
    let language: Language

    package init(_ report: MatchReport, language: Language) {
        self.report = report
        self.language = language
    }

    /// A list: the name of its file and its rows, the header first.
    package struct List: Sendable {
        package let name: String
        package let rows: [[String]]
    }

    /// The five lists, and the profiles to refresh where they are asked for, in the order in which a coordinator reads them.
    package var all: [List] {
        [
            List(name: "matches.csv", rows: matches), List(name: "unmatched.csv", rows: unmatched),
            List(name: "unused.csv", rows: unused), List(name: "candidates.csv", rows: candidates),
            List(name: "quarantine.csv", rows: quarantine),
        ] + (report.refresh == nil ? [] : [List(name: "refresh.csv", rows: refresh)])
    }

    /// One row per proposed pair.
    package var matches: [[String]] {
        let header =
            ids + rows + details(report.header.residentDetails, of: report.header.residentLabel)
            + details(report.header.volunteerDetails, of: report.header.volunteerLabel) + visitHeader + [fit]
            + report.criteria.map { say("\($0.label.ja)（点）", "points: \($0.label.en)") }
            + [say("固定", "locked"), say("理由", "reason")] + warnings
        return table(header) {
            report.pairs.map { pair in
                [
                    pair.resident.text, pair.volunteer.text, String(pair.residentRow),
                    String(pair.volunteerRow),
                ]
                    + padded(pair.residentDetails, to: report.header.residentDetails.count)
                    + padded(pair.volunteerDetails, to: report.header.volunteerDetails.count)
                    + visitCells(pair.visit) + [String(pair.fit)]
                    + padded(pair.points.map(String.init), to: report.criteria.count)
                    + [yesNo(pair.isLocked), pair.reason[language]] + warning(pair.warnings)
            }
        }
    }

    /// One row per resident without a proposal, with what each rule alone removed.
    package var unmatched: [[String]] {
        // A resident's own gates remove no volunteer.
        let removing = report.rules.enumerated().filter { $0.element.scope != .residentGate }
            .map { (index: $0.offset, rule: $0.element) }
        let header =
            [ids[0], rows[0]] + details(report.header.residentDetails, of: report.header.residentLabel)
            + [say("原因", "cause"), say("理由", "reason"), say("候補者数", "candidates")]
            + [say("待機日数", "waiting_days")] + warnings
            + removing.map { removedOnlyBy($0.rule) }
        return table(header) {
            report.unmatched.map { resident in
                let counts = padded(resident.removedAlone.map(String.init), to: report.rules.count)
                return [resident.resident.text, String(resident.row)]
                    + padded(resident.details, to: report.header.residentDetails.count)
                    + [
                        resident.cause.label[language], resident.reason[language],
                        String(resident.candidates),
                    ]
                    + [resident.waitingDays.map(String.init) ?? ""] + warning(resident.warnings)
                    + removing.map { counts[$0.index] }
            }
        }
    }

    /// One row per volunteer with places left.
    package var unused: [[String]] {
        let header =
            [ids[1], rows[1]] + details(report.header.volunteerDetails, of: report.header.volunteerLabel)
            + [say("受け入れ枠", "places"), say("残りの枠", "places_left"), say("候補者数", "candidates")]
            + [say("理由", "reason")]
        return table(header) {
            report.unused.map { volunteer in
                [volunteer.volunteer.text, String(volunteer.row)]
                    + padded(volunteer.details, to: report.header.volunteerDetails.count)
                    + [String(volunteer.places), String(volunteer.placesLeft), String(volunteer.candidates)]
                    + [volunteer.reason[language]]
            }
        }
    }

    /// The best alternatives of each resident.
    package var candidates: [[String]] {
        let header =
            ids + rows + [say("順位", "rank"), fit, say("今回の提案", "proposed")]
            + [say("相手の枠の空き", "place_left"), say("理由", "reason")]
        return table(header) {
            report.alternatives.map { pair in
                [
                    pair.resident.text, pair.volunteer.text, String(pair.residentRow),
                    String(pair.volunteerRow),
                ]
                    + [String(pair.rank), String(pair.fit), yesNo(pair.isProposed)]
                    + [yesNo(pair.volunteerHasPlaceLeft), pair.reason[language]]
            }
        }
    }

    /// Everything that was wrong or doubtful in the exports.
    package var quarantine: [[String]] {
        QuarantineList.rows(of: report.issues, language: language)
    }
}

extension MatchLists {
    private var ids: [String] { [say("住民ID", "resident_id"), say("ボランティアID", "volunteer_id")] }
    private var rows: [String] { [say("住民の行", "resident_row"), say("ボランティアの行", "volunteer_row")] }
    private var fit: String { say("適合度", "fit") }

    /// A column of its own where the programme warns of anything.
    private var warnings: [String] { report.cautions.isEmpty ? [] : [say("注意", "warnings")] }

    private func warning(_ text: Bilingual?) -> [String] {
        report.cautions.isEmpty ? [] : [text?[language] ?? ""]
    }

    func say(_ ja: String, _ en: String) -> String {
        Bilingual(ja: ja, en: en)[language]
    }

    /// The columns of an errand; none for other programmes.
    private var visitHeader: [String] {
        guard report.header.isErrands else { return [] }
        let requester =
            report.header.hasRequesters ? [say(Self.requesterHeaders[0], Self.requesterHeaders[1])] : []
        return requester + [say("日付", "date"), say("曜日", "weekday"), say("開始", "start"), say("終了", "end")]
            + [say("オンライン", "online"), say("片道の直線距離（km）", "km_one_way")]
            + (report.header.hasExpenses ? [say("交通費の目安（円）", "expenses_yen")] : [])
            + [say("予備のボランティア", "spare_volunteer")]
    }

    private func visitCells(_ visit: Visit?) -> [String] {
        guard report.header.isErrands else { return [] }
        guard let visit else { return visitHeader.map { _ in "" } }
        let kilometres = visit.metres.map { metres in
            let tenths = (metres + 50) / 100
            return "\(tenths / 10).\(tenths % 10)"
        }
        let requester = report.header.hasRequesters ? [visit.requester?.text ?? ""] : []
        return requester + [
            visit.date.description, visit.date.weekday.shortName[language], ClockWindow.clock(visit.start),
            ClockWindow.clock(visit.end), yesNo(visit.isOnline), kilometres ?? "",
        ] + (report.header.hasExpenses ? [visit.yen.map(String.init) ?? ""] : []) + [visit.spare?.text ?? ""]
    }

    /// The header of a rule's column: how many volunteers this rule alone removed for the resident.
    private func removedOnlyBy(_ rule: RuleColumn) -> String {
        let whose = rule.scope == .volunteerGate ? report.header.volunteerLabel : nil
        return say(
            "この条件だけで外れた人数: \(whose.map { "\($0.ja)の" } ?? "")\(rule.label.ja)",
            "removed only by: \(whose.map { "\($0.en)'s " } ?? "")\(rule.label.en)")
    }

    private func yesNo(_ value: Bool) -> String {
        value ? say("はい", "yes") : say("いいえ", "no")
    }

    /// Headers of detail columns, told apart by side: both sides may show a `氏名`.
    private func details(_ labels: [Bilingual], of side: Bilingual) -> [String] {
        labels.map { say("\($0.ja)（\(side.ja)）", "\($0.en) (\(side.en))") }
    }

    private func padded(_ cells: [String], to count: Int) -> [String] {
        Array(cells.prefix(count)) + [String](repeating: "", count: max(0, count - cells.count))
    }

    /// A table with a header without repetitions: readers refuse a file with two equal headers.
    private func table(_ header: [String], _ body: () -> [[String]]) -> [[String]] {
        var seen: Set<String> = []
        let unique = header.map { name in
            var candidate = name
            var number = 1
            while !seen.insert(candidate).inserted {
                number += 1
                candidate = "\(name) (\(number))"
            }
            return candidate
        }
        return [unique] + body()
    }
}

extension DataIssue.Severity {
    /// What happened to the row, in words.
    var label: Bilingual {
        switch self {
        case .error: Bilingual(ja: "除外", en: "not used")
        case .warning: Bilingual(ja: "注意", en: "warning")
        }
    }
}
