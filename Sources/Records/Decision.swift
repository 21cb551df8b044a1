/// What became of a proposed pair.
///
/// A closed vocabulary: the workbook's dropdown offers these words, and `record decisions` reads them.
package enum Decision: String, Hashable, Sendable, CaseIterable, Codable {
    /// Both people agree; the proposal becomes a pair.
    case accepted
    case declinedByVolunteer = "declined-by-volunteer"
    case declinedByResident = "declined-by-resident"
    case declinedByCoordinator = "declined-by-coordinator"
    /// Nobody has answered yet; nothing is recorded.
    case pending

    /// The word of the dropdown.
    package var label: Bilingual {
        switch self {
        case .accepted: Bilingual(ja: "成立", en: "accepted")
        case .declinedByVolunteer: Bilingual(ja: "ボランティアが辞退", en: "declined by volunteer")
        case .declinedByResident: Bilingual(ja: "住民が辞退", en: "declined by resident")
        case .declinedByCoordinator: Bilingual(ja: "担当者の判断で見送り", en: "declined by coordinator")
        case .pending: Bilingual(ja: "返事待ち", en: "pending")
        }
    }

    /// Every decision with the spellings that a cell may hold, in the order of the cases.
    package static let vocabulary = Vocabulary(
        tags: allCases.map { Tag(key: $0.rawValue, label: $0.label, aliases: $0.aliases) })

    private var aliases: [String] {
        switch self {
        case .accepted: ["承諾", "決定", "○", "yes", "accept"]
        case .declinedByVolunteer: ["ボランティア辞退", "volunteer declined"]
        case .declinedByResident: ["住民辞退", "resident declined"]
        case .declinedByCoordinator: ["見送り", "担当者が見送り", "coordinator declined"]
        case .pending: ["未定", "保留", "確認中", "waiting"]
        }
    }
}

/// Why a proposed pair did not come about.
package enum DecisionReason: String, Hashable, Sendable, CaseIterable, Codable {
    case schedule
    case distance
    case language
    /// Wishes about the partner that the data did not hold.
    case partnerWishes = "partner-wishes"
    /// The person takes no part any more.
    case withdrawn
    case movedAway = "moved-away"
    case noAnswer = "no-answer"
    case other

    /// The word of the dropdown.
    package var label: Bilingual {
        switch self {
        case .schedule: Bilingual(ja: "日程が合わない", en: "schedule")
        case .distance: Bilingual(ja: "遠い", en: "distance")
        case .language: Bilingual(ja: "言語", en: "language")
        case .partnerWishes: Bilingual(ja: "相手についての希望", en: "wishes about the partner")
        case .withdrawn: Bilingual(ja: "参加の取りやめ", en: "withdrawn")
        case .movedAway: Bilingual(ja: "転居", en: "moved away")
        case .noAnswer: Bilingual(ja: "返事がない", en: "no answer")
        case .other: Bilingual(ja: "その他", en: "other")
        }
    }

    /// Every reason with the spellings that a cell may hold, in the order of the cases.
    package static let vocabulary = Vocabulary(
        tags: allCases.map { Tag(key: $0.rawValue, label: $0.label, aliases: $0.aliases) })

    private var aliases: [String] {
        switch self {
        case .schedule: ["日程", "時間が合わない", "忙しい", "busy"]
        case .distance: ["距離", "場所", "far"]
        case .language: ["ことば", "言葉"]
        case .partnerWishes: ["相手の希望", "希望が合わない"]
        case .withdrawn: ["辞退", "取りやめ", "退会", "withdrew"]
        case .movedAway: ["引っ越し", "帰国", "moved"]
        case .noAnswer: ["連絡がつかない", "返信なし", "no reply"]
        case .other: []
        }
    }
}
