package import Records

/// What a contact was.
package enum ContactKind: String, Hashable, Sendable, CaseIterable {
    /// The two met in person.
    case meeting
    /// The two met online.
    case online
    /// The two wrote to each other.
    case chat
    /// The coordinator rang one of them.
    case call
    /// The coordinator wrote.
    case mail
    /// The coordinator visited them.
    case visit
    /// The pair answered the monthly activity survey.
    case survey

    /// Whether it is a meeting of the two, in person or online.
    package var isMeeting: Bool { self == .meeting || self == .online }

    /// Whether it is the coordinator's follow-up, and not the pair's own.
    package var isFollowUp: Bool {
        switch self {
        case .call, .mail, .visit, .survey: true
        case .meeting, .online, .chat: false
        }
    }

    package static let vocabulary = Vocabulary(tags: [
        Tag(key: "meeting", label: Bilingual(ja: "面会", en: "meeting"), aliases: ["対面", "対面活動", "in person"]),
        Tag(
            key: "online", label: Bilingual(ja: "オンライン", en: "online meeting"),
            aliases: ["オンライン活動", "Zoom", "ビデオ通話"]),
        Tag(key: "chat", label: Bilingual(ja: "チャット", en: "chat"), aliases: ["LINE", "メッセージ"]),
        Tag(key: "call", label: Bilingual(ja: "電話", en: "call"), aliases: ["担当者の電話", "phone"]),
        Tag(key: "mail", label: Bilingual(ja: "メール", en: "mail"), aliases: ["担当者のメール", "email", "e-mail"]),
        Tag(key: "visit", label: Bilingual(ja: "訪問", en: "visit"), aliases: ["面談"]),
        Tag(key: "survey", label: Bilingual(ja: "活動アンケート", en: "activity survey"), aliases: ["月次アンケート"]),
    ])
}

/// Why a pair ended before its time.
package enum EndReason: String, Hashable, Sendable, CaseIterable {
    case moved
    case leftCountry = "left-country"
    case schedule
    case work
    case health
    case family
    /// The two did not get on.
    case mismatch
    case noContact = "no-contact"
    /// Soliciting, dating and the like.
    case misconduct
    case other

    /// Whether the end is excused unless the record says otherwise: moving away, leaving the country.
    package var isUsuallyExcused: Bool { self == .moved || self == .leftCountry }

    package static let vocabulary = Vocabulary(tags: [
        Tag(key: "moved", label: Bilingual(ja: "転居", en: "moved away"), aliases: ["引っ越し"]),
        Tag(
            key: "left-country", label: Bilingual(ja: "帰国・出国", en: "left the country"),
            aliases: ["帰国", "出国", "国外転出"]),
        Tag(key: "schedule", label: Bilingual(ja: "日程が合わない", en: "schedule"), aliases: ["日程"]),
        Tag(key: "work", label: Bilingual(ja: "仕事・学業", en: "work or studies"), aliases: ["仕事", "学業", "転職"]),
        Tag(key: "health", label: Bilingual(ja: "健康", en: "health"), aliases: ["体調", "病気"]),
        Tag(key: "family", label: Bilingual(ja: "家庭の事情", en: "family"), aliases: ["家庭", "出産"]),
        Tag(key: "mismatch", label: Bilingual(ja: "相性", en: "did not get on"), aliases: ["合わない"]),
        Tag(
            key: "no-contact", label: Bilingual(ja: "連絡がとれない", en: "no contact"),
            aliases: ["音信不通", "連絡不通"]),
        Tag(key: "misconduct", label: Bilingual(ja: "規約違反", en: "broke the rules"), aliases: ["勧誘"]),
        Tag(key: "other", label: Bilingual(ja: "その他", en: "other")),
    ])
}

/// When a survey was answered.
package enum SurveyWave: String, Hashable, Sendable, CaseIterable {
    case before
    /// In the first weeks of a pair.
    case early
    case after

    package static let vocabulary = Vocabulary(tags: [
        Tag(key: "before", label: Bilingual(ja: "開始前", en: "before"), aliases: ["事前", "前"]),
        Tag(key: "early", label: Bilingual(ja: "開始直後", en: "early"), aliases: ["初期", "1か月後", "途中"]),
        Tag(key: "after", label: Bilingual(ja: "終了後", en: "after"), aliases: ["事後", "後"]),
    ])
}

extension Vocabulary {
    /// How a word is called; the key itself where nobody knows it.
    package func label(ofKey key: String) -> Bilingual {
        index(ofKey: key).map { tags[$0].label } ?? Bilingual(key)
    }
}
