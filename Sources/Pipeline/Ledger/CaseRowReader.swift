import CaseLedger
import Intake
import Records

/// Turns the rows of a file of cases into entries; the cells stand in the order of `CaseFile.columns`.
struct CaseRowReader {
    let file: String
    /// The day of the recording: a decision without a day is of this one, and nothing is of a later one.
    let asOf: CivilDate?
    private(set) var issues: [DataIssue] = []

    init(file: String, asOf: CivilDate?) {
        self.file = file
        self.asOf = asOf
    }

    mutating func decisions(_ rows: [CaseRow]) -> [DecisionEntry] {
        rows.compactMap { row in
            let decision = word(row, 2).flatMap(Decision.init) ?? .pending
            guard let pair = pair(row) else { return nil }
            let written = row.cells[4]?.day
            guard let date = written ?? asOf ?? (decision == .pending ? CivilDate(dayNumber: 0) : nil) else {
                report(
                    row,
                    Bilingual(ja: "決定の日がありません。", en: "The day of the decision is missing."),
                    Bilingual(
                        ja: "日付の列に入れるか、--as-of でその日を指定してください。",
                        en: "Fill in the column 'date', or name the day with --as-of."))
                return nil
            }
            check(written, row)
            return DecisionEntry(
                row: row.number, pair: pair, run: row.cells[6]?.text, decision: decision,
                reason: word(row, 3).flatMap(DecisionReason.init), date: date, start: row.cells[5]?.day,
                mode: row.cells[7]?.text, cadenceDays: row.cells[8]?.number, parkedUntil: row.cells[9]?.day)
        }
    }

    mutating func contacts(_ rows: [CaseRow]) -> [ContactEntry] {
        rows.compactMap { row in
            guard let pair = pair(row), let date = day(row, 2),
                let kind = word(row, 3).flatMap(ContactKind.init), let isMade = row.cells[4]?.flag
            else { return nil }
            return ContactEntry(row: row.number, pair: pair, date: date, kind: kind, isMade: isMade)
        }
    }

    mutating func outcomes(_ rows: [CaseRow]) -> [OutcomeEntry] {
        rows.compactMap { row in
            guard let pair = pair(row), let date = day(row, 2), let outcome = word(row, 3) else { return nil }
            let reason = word(row, 4).flatMap(EndReason.init)
            guard (outcome == "completed") == (reason == nil) else {
                report(
                    row,
                    reason == nil
                        ? Bilingual(ja: "途中終了の理由がありません。", en: "The reason of the early end is missing.")
                        : Bilingual(ja: "完了なのに、終了の理由があります。", en: "A completed pair has a reason."),
                    Bilingual(ja: "理由か終わり方を直してください。", en: "Correct the reason or the outcome."))
                return nil
            }
            return OutcomeEntry(
                row: row.number, pair: pair, date: date, reason: reason, isExcused: row.cells[5]?.flag,
                continued: row.cells[6]?.flag)
        }
    }

    mutating func surveys(_ rows: [CaseRow]) -> [SurveyEntry] {
        rows.compactMap { row in
            guard let wave = word(row, 3).flatMap(SurveyWave.init), let item = row.cells[4]?.text,
                let score = row.cells[5]?.number, let date = day(row, 7), let respondent = respondent(row)
            else { return nil }
            let scale = row.cells[6]?.number ?? 5
            guard score <= scale else {
                report(
                    row,
                    Bilingual(
                        ja: "点数が満点（\(scale)）を超えています。", en: "The score is above the best one (\(scale))."),
                    Bilingual(ja: "点数か「満点」の列を直してください。", en: "Correct the score or the column 'scale'."))
                return nil
            }
            return SurveyEntry(
                row: row.number, respondent: respondent, wave: wave, item: item, score: score, scale: scale,
                date: date)
        }
    }

    mutating func sessions(_ rows: [CaseRow]) -> [SessionEntry] {
        rows.compactMap { row in
            guard let date = day(row, 1), let minutes = row.cells[2]?.number, let title = row.cells[3]?.text
            else { return nil }
            return SessionEntry(
                row: row.number, key: row.cells[0]?.text, date: date, minutes: minutes, title: title,
                kind: row.cells[4]?.text, participants: row.cells[5]?.number,
                attendee: row.cells[6]?.text.map { PersonID($0) }, side: word(row, 7).flatMap(Side.init))
        }
    }

    mutating func hours(_ rows: [CaseRow]) -> [HoursEntry] {
        rows.compactMap { row in
            guard let volunteer = row.cells[0]?.text, let date = day(row, 1), let event = row.cells[2]?.text,
                let minutes = row.cells[3]?.number
            else { return nil }
            return HoursEntry(
                row: row.number, volunteer: PersonID(volunteer), date: date, event: event,
                kind: row.cells[4]?.text, minutes: minutes, points: row.cells[5]?.number)
        }
    }

    mutating func donations(_ rows: [CaseRow]) -> [DonationEntry] {
        rows.compactMap { row in
            guard let date = day(row, 0), let recipient = row.cells[1]?.text, let yen = row.cells[2]?.number
            else { return nil }
            return DonationEntry(
                row: row.number, date: date, recipient: recipient, yen: yen, points: row.cells[3]?.number,
                donors: row.cells[4]?.number)
        }
    }

    // MARK: Cells

    private func pair(_ row: CaseRow) -> PairKey? {
        guard let volunteer = row.cells[0]?.text, let resident = row.cells[1]?.text else { return nil }
        return PairKey(volunteer: PersonID(volunteer), resident: PersonID(resident))
    }

    /// Who answered a survey: the person whose id stands alone, one of the two, or the pair.
    private mutating func respondent(_ row: CaseRow) -> SurveyEntry.Respondent? {
        let side = word(row, 2).flatMap(Side.init)
        switch (row.cells[0]?.text, row.cells[1]?.text) {
        case (_?, _?):
            return pair(row).map { pair in side.map { .member($0, pair) } ?? .pair(pair) }
        case (let id?, nil) where side != .resident: return .person(.volunteer, PersonID(id))
        case (nil, let id?) where side != .volunteer: return .person(.resident, PersonID(id))
        default:
            report(
                row,
                Bilingual(ja: "誰の回答か分かりません。", en: "It is not clear whose answer this is."),
                Bilingual(
                    ja: "回答した人のIDを、ボランティアか住民の列に入れてください。ペアについての回答なら両方に入れます。",
                    en: "Enter the id of whoever answered, and both ids for an answer about a pair."))
            return nil
        }
    }

    private func word(_ row: CaseRow, _ column: Int) -> String? { row.cells[column]?.text }

    private mutating func day(_ row: CaseRow, _ column: Int) -> CivilDate? {
        let day = row.cells[column]?.day
        return check(day, row) ? day : nil
    }

    @discardableResult
    private mutating func check(_ day: CivilDate?, _ row: CaseRow) -> Bool {
        guard let day, let asOf, day > asOf else { return true }
        report(
            row, Bilingual(ja: "基準日（\(asOf)）より後の日付です。", en: "The day lies after the as-of date (\(asOf))."),
            Bilingual(ja: "日付か --as-of を確かめてください。", en: "Check the date or --as-of."))
        return false
    }

    private mutating func report(_ row: CaseRow, _ problem: Bilingual, _ cure: Bilingual) {
        issues.append(
            DataIssue(
                severity: .error, file: file, row: row.number, column: nil, value: nil, problem: problem,
                cure: cure))
    }
}
