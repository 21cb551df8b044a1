import CaseLedger
import Intake
import Records

/// What a file to be recorded tells.
package enum CaseFile: String, Hashable, Sendable, CaseIterable {
    case decisions
    case contacts
    case outcomes
    case surveys
    case sessions
    case hours
    case donations

    /// The columns of such a file, in the order in which `CaseRowReader` asks for them; with the headers of the two ids that
    /// the programme adds.
    func columns(volunteers: [String], residents: [String]) -> [CaseColumn] {
        func volunteer(_ isFilled: Bool = true) -> CaseColumn {
            CaseColumn(
                Bilingual(ja: "ボランティアのID", en: "volunteer id"),
                ["volunteer_id", "ボランティアID"] + volunteers, .id, isFilled: isFilled)
        }
        func resident(_ isFilled: Bool = true) -> CaseColumn {
            CaseColumn(
                Bilingual(ja: "住民のID", en: "resident id"), ["resident_id", "住民ID"] + residents, .id,
                isFilled: isFilled)
        }
        return switch self {
        case .decisions: [volunteer(), resident()] + CaseFile.decisionColumns
        case .contacts: [volunteer(), resident()] + CaseFile.contactColumns
        case .outcomes: [volunteer(), resident()] + CaseFile.outcomeColumns
        case .surveys: [volunteer(false), resident(false)] + CaseFile.surveyColumns
        case .sessions: CaseFile.sessionColumns
        case .hours: [volunteer()] + CaseFile.hoursColumns
        case .donations: CaseFile.donationColumns
        }
    }

    private static func date(
        _ headers: [String], isFilled: Bool = true, elsewhere: HeadersElsewhere? = nil
    ) -> CaseColumn {
        CaseColumn(
            Bilingual(ja: "日付", en: "date"), ["date", "日付"] + headers, .day, isFilled: isFilled,
            elsewhere: elsewhere)
    }

    /// In a list of errands these are the day and the time of the errand.
    private static let errandTimes = HeadersElsewhere(
        marks: ["spare_volunteer", "予備のボランティア"], headers: ["date", "日付", "start"])

    private static let decisionColumns = [
        CaseColumn(
            Bilingual(ja: "結果", en: "decision"), ["decision", "結果", "決定"], .word(Decision.vocabulary),
            isThere: true),
        CaseColumn(
            Bilingual(ja: "辞退の理由", en: "reason of the decision"),
            ["decision_reason", "decline_reason", "辞退の理由", "結果の理由"], .word(DecisionReason.vocabulary)),
        date(["decided_on", "決定日", "返事の日"], isFilled: false, elsewhere: errandTimes),
        CaseColumn(
            Bilingual(ja: "開始日", en: "start"), ["start", "開始日"], .day, elsewhere: errandTimes),
        CaseColumn(Bilingual(ja: "実行のID", en: "run"), ["run", "実行ID", "実行"], .text),
        CaseColumn(Bilingual(ja: "方法", en: "mode"), ["mode", "方法", "活動方法"], .text),
        CaseColumn(
            Bilingual(ja: "活動の間隔", en: "days between meetings"), ["cadence_days", "活動の間隔（日）", "間隔"],
            .number(1...366, suffix: "日")),
        CaseColumn(
            Bilingual(ja: "休止の終わり", en: "pauses until"), ["parked_until", "休止の終わり", "次の提案は"], .day),
    ]

    private static let contactColumns = [
        date(["実施日", "連絡日"]),
        CaseColumn(
            Bilingual(ja: "種類", en: "kind"), ["kind", "種類", "連絡の種類"], .word(ContactKind.vocabulary),
            isFilled: true),
        CaseColumn(Bilingual(ja: "実施", en: "made"), ["made", "実施", "実施の有無"], .yesNo, isFilled: true),
    ]

    static let outcomeWords = Vocabulary(tags: [
        Tag(
            key: "completed", label: Bilingual(ja: "完了", en: "completed"),
            aliases: ["達成", "満了", "complete"]),
        Tag(
            key: "ended-early", label: Bilingual(ja: "途中終了", en: "ended early"),
            aliases: ["中断", "早期終了", "ended"]),
    ])

    private static let outcomeColumns = [
        date(["ended_on", "終了日"]),
        CaseColumn(
            Bilingual(ja: "終わり方", en: "outcome"), ["outcome", "終わり方", "結果"], .word(outcomeWords),
            isFilled: true),
        CaseColumn(
            Bilingual(ja: "終了の理由", en: "reason of the end"), ["end_reason", "reason", "終了の理由", "理由"],
            .word(EndReason.vocabulary)),
        CaseColumn(
            Bilingual(ja: "やむを得ない終了", en: "excused"), ["excused", "やむを得ない終了", "やむを得ない"], .yesNo),
        CaseColumn(
            Bilingual(ja: "終了後も交流", en: "goes on informally"), ["continued", "終了後も交流", "交流の継続"], .yesNo),
    ]

    static let sideWords = Vocabulary(tags: [
        Tag(key: "volunteer", label: Bilingual(ja: "ボランティア", en: "volunteer"), aliases: ["支援者"]),
        Tag(key: "resident", label: Bilingual(ja: "住民", en: "resident"), aliases: ["外国人住民", "利用者"]),
    ])

    private static let surveyColumns = [
        CaseColumn(
            Bilingual(ja: "回答者", en: "answered by"), ["answered_by", "回答者", "side", "区分"], .word(sideWords)),
        CaseColumn(
            Bilingual(ja: "時期", en: "wave"), ["wave", "時期"], .word(SurveyWave.vocabulary), isFilled: true),
        CaseColumn(Bilingual(ja: "設問", en: "item"), ["item", "設問", "質問"], .text, isFilled: true),
        CaseColumn(
            Bilingual(ja: "点数", en: "score"), ["score", "点数", "評価"], .number(0...100, suffix: "点"),
            isFilled: true),
        CaseColumn(
            Bilingual(ja: "満点", en: "best score"), ["scale", "満点"], .number(1...100, suffix: "点")),
        date(["回答日"]),
    ]

    private static let sessionColumns = [
        CaseColumn(Bilingual(ja: "番号", en: "number"), ["session", "number", "番号", "回"], .text),
        date(["開催日"]),
        CaseColumn(
            Bilingual(ja: "長さ", en: "length"), ["length", "時間", "長さ"], .length, isFilled: true),
        CaseColumn(
            Bilingual(ja: "テーマ", en: "title"), ["title", "テーマ", "題名"], .text, isFilled: true),
        CaseColumn(Bilingual(ja: "種別", en: "kind"), ["kind", "種別"], .text),
        CaseColumn(
            Bilingual(ja: "参加者数", en: "participants"), ["participants", "参加者数", "参加者"],
            .number(0...1_000_000, suffix: "名")),
        CaseColumn(Bilingual(ja: "参加者のID", en: "attendee"), ["attendee", "参加者ID"], .id),
        CaseColumn(Bilingual(ja: "区分", en: "side"), ["side", "区分"], .word(sideWords)),
    ]

    private static let hoursColumns = [
        date(["活動日"]),
        CaseColumn(Bilingual(ja: "活動", en: "event"), ["event", "活動", "活動名"], .text, isFilled: true),
        CaseColumn(
            Bilingual(ja: "活動時間", en: "length"), ["length", "hours", "時間", "活動時間"], .length,
            isFilled: true),
        CaseColumn(Bilingual(ja: "種別", en: "kind"), ["kind", "種別"], .text),
        CaseColumn(
            Bilingual(ja: "ポイント", en: "points"), ["points", "ポイント"],
            .number(0...1_000_000, suffix: "ポイント")),
    ]

    private static let donationColumns = [
        date(["寄付日"]),
        CaseColumn(
            Bilingual(ja: "寄付先", en: "recipient"), ["recipient", "寄付先"], .text, isFilled: true),
        CaseColumn(
            Bilingual(ja: "金額", en: "yen"), ["yen", "amount", "金額"],
            .number(0...1_000_000_000_000, suffix: "円"), isFilled: true),
        CaseColumn(
            Bilingual(ja: "ポイント", en: "points"), ["points", "ポイント"],
            .number(0...1_000_000_000, suffix: "ポイント")),
        CaseColumn(
            Bilingual(ja: "寄付者数", en: "donors"), ["donors", "寄付者数"],
            .number(1...1_000_000_000, suffix: "名")),
    ]
}
