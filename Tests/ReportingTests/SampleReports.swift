import Records
import Reporting

/// Hand-made reports.
enum SampleReports {
    static let asOf = CivilDate(dayNumber: 20_758)  // 2026-11-01

    static func header(details: Bool = true) -> ReportHeader {
        let name = [Bilingual(ja: "氏名", en: "name")]
        return ReportHeader(
            programmeID: "family-friend",
            programmeName: Bilingual(ja: "おとなりさん・ファミリーフレンド", en: "Family friend"),
            residentLabel: Bilingual(ja: "外国人住民", en: "resident"),
            volunteerLabel: Bilingual(ja: "ボランティア", en: "volunteer"), asOf: asOf, durationMonths: 6,
            lastDay: asOf.adding(months: 6), volunteerDetails: details ? name : [],
            residentDetails: details ? name : [], version: "1.2.3")
    }

    static let criteria = [
        CriterionColumn(name: "closeness", label: Bilingual(ja: "近さ", en: "closeness"), maximumPoints: 300),
        CriterionColumn(name: "time", label: Bilingual(ja: "時間の重なり", en: "shared time"), maximumPoints: 200),
    ]

    static let rules = [
        RuleColumn(
            id: "gate-identity_verified", label: Bilingual(ja: "本人確認が済んでいる", en: "identity is verified"),
            scope: .residentGate, removed: 1, removedAlone: 1),
        RuleColumn(
            id: "within-home", label: Bilingual(ja: "距離が8km以内", en: "at most 8 km apart"), scope: .pair,
            removed: 7, removedAlone: 4),
    ]

    /// The same in a cohort so large that far pairs were not looked at.
    static func large() -> MatchReport {
        var report = small()
        report.rules[1].removedAlone = nil
        report.rules.append(
            RuleColumn(
                id: "overlaps-free", label: Bilingual(ja: "共通の空き時間", en: "free time in common"),
                scope: .nearPair, removed: 3, removedAlone: 2))
        return report
    }

    /// Five residents apply: one is in quarantine, one fails a gate, one has no candidate, two are proposed.
    static func small() -> MatchReport {
        MatchReport(
            header: header(),
            headline: MatchHeadline(
                residentsApplied: 5, volunteersApplied: 4, residentsQuarantined: 1, volunteersQuarantined: 0,
                residentsEligible: 3, volunteersEligible: 4, residentsWithCandidates: 2, volunteerPlaces: 5,
                candidatePairs: 5, pairsProposed: 2, residentsProposed: 2),
            criteria: criteria, rules: rules,
            pairs: [
                pair("R-001", "V-03", fit: 460, points: [300, 160], row: 2, locked: true),
                pair("R-004", "V-01", fit: 275, points: [75, 200], row: 5),
            ],
            unmatched: [
                UnmatchedResident(
                    resident: PersonID("R-002"), row: 3, details: ["Nguyễn Thị Lan"], cause: .notEligible,
                    reason: Bilingual(ja: "本人確認がまだです", en: "identity is not verified yet"), candidates: 0,
                    waitingDays: 40, removedAlone: [0, 0]),
                UnmatchedResident(
                    resident: PersonID("R-003"), row: 4, details: ["王 小明"], cause: .noCandidate,
                    reason: Bilingual(ja: "8km以内に相手がいません", en: "nobody lives within 8 km"), candidates: 0,
                    waitingDays: nil, removedAlone: [0, 3]),
            ],
            unused: [
                UnusedVolunteer(
                    volunteer: PersonID("V-02"), row: 3, details: ["鈴木, 一郎"], places: 2, placesLeft: 2,
                    candidates: 1,
                    reason: Bilingual(ja: "候補者はほかの提案に入りました", en: "the candidate is proposed to another"))
            ],
            alternatives: [
                AlternativePair(
                    resident: PersonID("R-001"), residentRow: 2, rank: 1, volunteer: PersonID("V-03"),
                    volunteerRow: 4, fit: 460, reason: Bilingual(ja: "徒歩圏", en: "in walking distance"),
                    isProposed: true, volunteerHasPlaceLeft: false),
                AlternativePair(
                    resident: PersonID("R-001"), residentRow: 2, rank: 2, volunteer: PersonID("V-02"),
                    volunteerRow: 3, fit: 410,
                    reason: Bilingual(ja: "週末が合う", en: "both are free at weekends"),
                    isProposed: false, volunteerHasPlaceLeft: true),
            ],
            breakdowns: [
                Breakdown(
                    field: "situation", label: Bilingual(ja: "区分", en: "situation"), isMultiple: false,
                    rows: [
                        row("留学生", "international student", 1, 0, 0),
                        row("子育て家庭", "family with children", 3, 3, 2),
                    ])
            ],
            waiting: WaitingTimes(matched: [30, 95], unmatched: [12], unknown: 1),
            certificate: certificate, limits: limits,
            issues: [
                DataIssue(
                    severity: .warning, file: "volunteers.csv", row: 4, column: "趣味", value: "ヨガ",
                    problem: Bilingual(ja: "知らない言葉です", en: "the word is not known"),
                    cure: Bilingual(ja: "設定に加えるか、書き直してください", en: "add it to the programme file or correct it")
                ),
                DataIssue(
                    severity: .error, file: "residents.csv", row: 6, column: "申込日", value: "=2026/13/1",
                    problem: Bilingual(ja: "日付ではありません", en: "this is not a date"),
                    cure: Bilingual(ja: "2026-11-01 のように書いてください", en: "write it as 2026-11-01")),
            ])
    }

    static let limits = [
        LimitFigure(
            id: "caseload-1", label: Bilingual(ja: "事務所ごとの件数", en: "caseload by office"),
            group: Bilingual(ja: "北", en: "North"), isGroupPublic: true,
            asks: Bilingual(ja: "2組以下", en: "at most 2 pairs"), reached: Bilingual(ja: "2組", en: "2 pairs"),
            value: 2, binds: true, isMet: true),
        LimitFigure(
            id: "caseload-2", label: Bilingual(ja: "担当者ごとの件数", en: "caseload by coordinator"),
            group: Bilingual(ja: "V-01 ほか1", en: "V-01 and 1 more"), isGroupPublic: false,
            asks: Bilingual(ja: "9組以下", en: "at most 9 pairs"), reached: Bilingual(ja: "2組", en: "2 pairs"),
            value: 2, binds: false, isMet: true),
        LimitFigure(
            id: "quota-1", label: Bilingual(ja: "「留学生」の組数", en: "quota for “international student”"),
            group: nil, isGroupPublic: true, asks: Bilingual(ja: "1組以上", en: "at least 1 pair"),
            reached: Bilingual(ja: "0組", en: "0 pairs"), value: 0, binds: true, isMet: false),
    ]

    static let certificate = ReportCertificate(
        status: "optimal",
        goals: [
            .init(name: "most-pairs", label: Bilingual(ja: "提案数", en: "pairs"), value: 2, bound: 2),
            .init(name: "best-fit", label: Bilingual(ja: "適合度の合計", en: "total fit"), value: 735, bound: 735),
        ],
        edges: 5, solver: "GLPK 5.0: integer optimal")

    static func pair(
        _ resident: String, _ volunteer: String, fit: Int, points: [Int], row: Int = 2, locked: Bool = false
    ) -> ProposedPair {
        ProposedPair(
            resident: PersonID(resident), volunteer: PersonID(volunteer), residentRow: row,
            volunteerRow: row + 1,
            residentDetails: ["Maria Santos"], volunteerDetails: ["高橋 はな"], fit: fit, points: points,
            reason: Bilingual(ja: "自宅が近く（1.2km）、時間が合う", en: "homes are close (1.2 km) and times agree"),
            isLocked: locked)
    }

    static func row(_ ja: String, _ en: String, _ applied: Int, _ eligible: Int, _ proposed: Int)
        -> Breakdown.Row
    {
        Breakdown.Row(
            label: Bilingual(ja: ja, en: en), applied: applied, eligible: eligible, proposed: proposed)
    }

    /// A run in which nobody applied.
    static func empty() -> MatchReport {
        MatchReport(
            header: header(details: false),
            headline: MatchHeadline(
                residentsApplied: 0, volunteersApplied: 0, residentsQuarantined: 0, volunteersQuarantined: 0,
                residentsEligible: 0, volunteersEligible: 0, residentsWithCandidates: 0, volunteerPlaces: 0,
                candidatePairs: 0, pairsProposed: 0, residentsProposed: 0),
            criteria: [], rules: [], pairs: [], unmatched: [], unused: [], alternatives: [], breakdowns: [],
            waiting: nil,
            certificate: ReportCertificate(status: "optimal", goals: [], edges: 0, solver: "GLPK 5.0"),
            issues: [])
    }
}
