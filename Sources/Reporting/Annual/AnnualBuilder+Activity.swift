import Evidence
import Records

extension AnnualBuilder {
    /// Whether due follow-ups were made.
    mutating func addFollowUp() {
        let due = cases.history.contacts.filter { year.contains($0.date) && $0.date <= asOf }
        guard !due.isEmpty else { return }
        book.count("contacts.due", due.count, weight: 5)
        book.split("contacts.due", into: "contacts.made", due.count { $0.isMade }, weight: 5)
        book.share(
            "follow-up.made", Bilingual(ja: "フォローアップ実施率", en: "follow-ups made"),
            Bilingual(
                ja: "実施した連絡 ÷ 年度内に予定日の来た連絡。", en: "Contacts made ÷ contacts that fell due in the year."),
            part: "contacts.made", whole: "contacts.due")
        sections.append(
            AnnualSection(
                id: "follow-up", title: Bilingual(ja: "フォローアップ", en: "Follow-up"),
                blocks: [
                    shareTable(
                        Bilingual(ja: "予定した連絡のうち実施したもの", en: "Contacts made of those due"),
                        [.words(Bilingual(ja: "連絡", en: "Contacts"))], ["follow-up.made"])
                ]))
    }

    /// What the same people answered before and after.
    mutating func addSurveys() {
        let answers = cases.history.answers.filter { $0.date <= asOf }
        let items = Set(answers.map(\.item)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        var shown: [String] = []
        for item in items {
            let own = answers.filter { $0.item == item }.sorted {
                ($0.date, $0.person) < ($1.date, $1.person)
            }
            var before: [Int: Int] = [:]
            for answer in own where answer.isBefore {
                before[answer.person] = before[answer.person] ?? answer.score
            }
            // The last answer after, in this year.
            var after: [Int: Int] = [:]
            for answer in own where !answer.isBefore && year.contains(answer.date) {
                after[answer.person] = answer.score
            }
            let both = before.keys.filter { after[$0] != nil }.sorted()
            guard !both.isEmpty else { continue }
            addSurvey(
                item,
                PairedChange(
                    both.compactMap { person in
                        if let first = before[person], let last = after[person] { (first, last) } else { nil }
                    }))
            shown.append(item)
        }
        guard !shown.isEmpty else { return }
        sections.append(
            AnnualSection(
                id: "surveys", title: Bilingual(ja: "前後のアンケート", en: "Surveys before and after"),
                blocks: [
                    .table(
                        AnnualTable(
                            caption: Bilingual(ja: "同じ人の前後の変化", en: "Change of the same people"),
                            columns: [
                                Bilingual(ja: "設問", en: "Item"), Bilingual(ja: "回答者", en: "People"),
                                Bilingual(ja: "前の平均", en: "Mean before"),
                                Bilingual(ja: "後の平均", en: "Mean after"),
                                Bilingual(ja: "差", en: "Change"), Bilingual(ja: "差の信頼区間", en: "Interval"),
                                Bilingual(ja: "上がった", en: "Rose"), Bilingual(ja: "同じ", en: "Same"),
                                Bilingual(ja: "下がった", en: "Fell"),
                            ],
                            rows: shown.map { item in
                                let id = "survey.\(item)"
                                return [.name(cases.history.word(item))]
                                    + ["people", "before", "after", "change"].map {
                                        .figure("\(id).\($0)", .value)
                                    }
                                    + [.figure("\(id).change", .interval)]
                                    + ["rose", "stayed", "fell"].map { .figure("\(id).\($0)", .value) }
                            })),
                    .note(
                        Prose(
                            ja: "前と後の両方に答えた人だけを比べます。比べる相手のいない調査なので、変化が活動のためだとまでは言えません。",
                            en:
                                "Only people who answered both times are compared. Without anybody to compare with, the change cannot be put down to the programme."
                        )),
                ]))
    }

    /// A figure of one of several things: `regular: participations`.
    private func named(_ thing: Bilingual, _ label: Bilingual) -> Bilingual {
        Bilingual(ja: "\(thing.ja)：\(label.ja)", en: "\(thing.en): \(label.en)")
    }

    private mutating func addSurvey(_ item: String, _ change: PairedChange) {
        let id = "survey.\(item)"
        let name = cases.history.word(item)
        book.count(id, change.count, weight: 3)
        let parts = [("rose", change.rose), ("stayed", change.stayed), ("fell", change.fell)]
        for (part, count) in parts { book.count("\(id).\(part)", count) }
        book.sum(id, parts.map { "\(id).\($0.0)" })
        let definition = Bilingual(
            ja: "「\(name.ja)」に前と、年度内に後の両方で答えた人。",
            en: "People who answered “\(name.en)” before and, in the year, after.")
        book.number("\(id).people", name, definition, id)
        let labels = [
            "rose": Bilingual(ja: "上がった人", en: "rose"), "stayed": Bilingual(ja: "同じ人", en: "the same"),
            "fell": Bilingual(ja: "下がった人", en: "fell"),
        ]
        for (part, _) in parts {
            book.number("\(id).\(part)", named(name, labels[part] ?? name), definition, "\(id).\(part)")
        }
        let keys = [id] + parts.map { "\(id).\($0.0)" }
        let means: [(String, Bilingual, Double?, ConfidenceInterval?)] = [
            ("before", Bilingual(ja: "前の平均", en: "mean before"), change.meanBefore, nil),
            ("after", Bilingual(ja: "後の平均", en: "mean after"), change.meanAfter, nil),
            ("change", Bilingual(ja: "差の平均", en: "mean change"), change.meanDifference, change.interval),
        ]
        for (part, label, value, interval) in means {
            book.add(
                AnnualFigure(
                    id: "\(id).\(part)", label: named(name, label), definition: definition, unit: .mean,
                    method: .pairedT,
                    asOf: asOf, state: .published, value: value, interval: interval),
                // The means before and after give the change, and the change what few people answered.
                of: keys)
        }
    }

    /// Sessions: presences and different people kept apart.
    mutating func addSessions() {
        let sessions = cases.history.sessions.filter { year.contains($0.date) }
        guard !sessions.isEmpty else { return }
        let kinds = Set(sessions.compactMap(\.kind)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        addSessions(sessions, "sessions", Bilingual(ja: "全セッション", en: "all sessions"))
        var rows = [("sessions", AnnualTable.Cell.words(Bilingual(ja: "全体", en: "All")))]
        for kind in kinds {
            let id = "sessions.\(kind)"
            addSessions(sessions.filter { $0.kind == kind }, id, cases.history.word(kind))
            rows.append((id, .name(cases.history.word(kind))))
        }
        let others = sessions.filter { $0.kind == nil }
        if !kinds.isEmpty, !others.isEmpty {
            addSessions(others, "sessions.unstated", Bilingual(ja: "種別なし", en: "kind not stated"))
            rows.append(("sessions.unstated", .words(Bilingual(ja: "種別なし", en: "Kind not stated"))))
        }
        if !kinds.isEmpty { book.sum("sessions.heads", rows.dropFirst().map { $0.0 + ".heads" }) }
        sections.append(
            AnnualSection(
                id: "sessions", title: Bilingual(ja: "セッション", en: "Sessions"),
                blocks: [
                    .table(
                        AnnualTable(
                            caption: Bilingual(ja: "セッションの参加", en: "Sessions and participation"),
                            columns: [
                                Bilingual(ja: "種別", en: "Kind"), Bilingual(ja: "回数", en: "Sessions"),
                                Bilingual(ja: "のべ人数", en: "Participations"),
                                Bilingual(ja: "実人数", en: "People"),
                                Bilingual(ja: "1回の平均", en: "Mean"), Bilingual(ja: "中央値", en: "Median"),
                                Bilingual(ja: "時間", en: "Time"),
                                Bilingual(ja: "のべ時間（人・時間）", en: "Person-hours"),
                            ],
                            rows: rows.map { id, name in
                                [name]
                                    + [
                                        "held", "participations", "people", "mean", "median", "time",
                                        "person-time",
                                    ]
                                    .map { .figure("\(id).\($0)", .value) }
                            })),
                    .note(
                        Prose(
                            ja: "のべ人数は同じ人を参加のたびに数えます。実人数は、すべての回に参加者の記録があるときだけ分かり、のべ人数からは求められません。",
                            en:
                                "Participations count somebody every time. How many different people came is known only where every session has a list of who came, and cannot be derived from participations."
                        )),
                ]))
    }

    private mutating func addSessions(_ sessions: [CaseSession], _ id: String, _ name: Bilingual) {
        let counts = sessions.map { SessionCount(participants: $0.participants, minutes: $0.minutes) }
        let figures = SessionFigures(counts)
        var attendances: [Attendance] = []
        for (number, session) in sessions.enumerated() {
            if let attendees = session.attendees, attendees.count == session.participants {
                attendances += attendees.map { Attendance(session: number, person: $0) }
            } else {
                attendances.append(Attendance(session: number, person: nil))
            }
        }
        let heads = AttendanceFigures(attendances)
        book.count(id + ".heads", figures.participations, weight: 5)
        book.add(
            AnnualFigure(
                id: id + ".held", label: named(name, Bilingual(ja: "回数", en: "sessions")),
                definition: Bilingual(
                    ja: "年度内に開いたセッション（\(name.ja)）の数。", en: "Sessions held in the year (\(name.en))."),
                unit: .count, method: .count, asOf: asOf, state: .published, numerator: figures.sessions,
                value: Double(figures.sessions)), of: [])
        book.number(
            id + ".participations", named(name, Bilingual(ja: "のべ人数", en: "participations")),
            Bilingual(
                ja: "年度内のセッションの参加者の合計。同じ人を参加のたびに数える。",
                en: "Sum of the participants of the sessions of the year."),
            id + ".heads")
        let people = named(name, Bilingual(ja: "実人数", en: "different people"))
        let definition = Bilingual(ja: "年度内のセッションに1回以上参加した人。", en: "People who came to at least one session.")
        if let count = heads.people {
            book.count(id + ".distinct", count, weight: 5)
            book.number(id + ".people", people, definition, id + ".distinct")
        } else {
            let reason = Bilingual(
                ja: "分かりません: 参加者の記録がない回があります", en: "cannot be known: not every session has a list")
            book.add(book.absent(id + ".people", people, definition, .count, .count, reason), of: [])
        }
        if let attendance = figures.attendance { addAttendance(attendance, id, name) }
        for (part, label, minutes) in [
            ("time", Bilingual(ja: "時間", en: "time"), figures.minutes),
            ("person-time", Bilingual(ja: "のべ時間", en: "person-hours"), figures.personMinutes),
        ] {
            book.add(
                AnnualFigure(
                    id: "\(id).\(part)", label: named(name, label),
                    definition: Bilingual(
                        ja: part == "time" ? "セッションの長さの合計。" : "セッションごとの長さ × 参加者の合計。",
                        en: part == "time"
                            ? "Sum of the lengths of the sessions."
                            : "Sum over sessions of length × participants."),
                    unit: .minutes, method: .sum, asOf: asOf, state: .published, value: Double(minutes)),
                of: part == "time" ? [] : [id + ".heads"])
        }
    }
}
