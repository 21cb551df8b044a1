package import Records

/// The errand is on a day of the week on which errands take place.
package struct ErrandDayCheck: PersonCheck {
    package let spec: ErrandSpec

    package init(spec: ErrandSpec) {
        self.spec = spec
    }

    package func requirement(in cohort: Cohort) -> Bilingual {
        let days = Weekday.allCases.filter { spec.days.contains($0) }.map(\.shortName)
        let names = Bilingual.join(days, by: Bilingual(ja: "・", en: ", "))
        return Bilingual(ja: "曜日が\(names.ja)", en: "on \(names.en)")
    }

    package func passes(_ table: PersonTable, of cohort: Cohort) -> [Bool] {
        table.dates(spec.date).map { $0.map { spec.days.contains($0.weekday) } ?? false }
    }

    package func refusal(of person: Int, in table: PersonTable, of cohort: Cohort) -> Bilingual {
        guard let date = table.dates(spec.date)[person] else { return ErrandWording.noDate }
        let day = date.weekday.shortName
        return Bilingual(ja: "\(day.ja)曜日（\(date)）は対象外", en: "no errands on \(day.en) (\(date))")
    }
}

/// The errand is not on a public holiday or another closed day.
package struct ClosedDayCheck: PersonCheck {
    package let spec: ErrandSpec

    package init(spec: ErrandSpec) {
        self.spec = spec
    }

    package func requirement(in cohort: Cohort) -> Bilingual {
        Bilingual(ja: "祝日・休業日でない", en: "not on a holiday")
    }

    package func passes(_ table: PersonTable, of cohort: Cohort) -> [Bool] {
        table.dates(spec.date).map { $0.map { cohort.closedDays.name(of: $0) == nil } ?? false }
    }

    package func refusal(of person: Int, in table: PersonTable, of cohort: Cohort) -> Bilingual {
        guard let date = table.dates(spec.date)[person], let name = cohort.closedDays.name(of: date) else {
            return ErrandWording.noDate
        }
        return Bilingual(ja: "\(date)は\(name.ja)", en: "\(date) is closed: \(name.en)")
    }
}

/// The errand fits into the requester's window and the opening hours, its end included.
package struct ErrandHoursCheck: PersonCheck {
    package let spec: ErrandSpec

    package init(spec: ErrandSpec) {
        self.spec = spec
    }

    package func requirement(in cohort: Cohort) -> Bilingual {
        Bilingual(ja: "希望の時間帯のうち\(spec.hours)に収まる", en: "fits into the window and \(spec.hours)")
    }

    package func passes(_ table: PersonTable, of cohort: Cohort) -> [Bool] {
        zip(table.windows(spec.window), table.numbers(spec.duration)).map { window, minutes in
            guard let minutes, let open = window?.intersection(spec.hours) else { return false }
            return open.minutes >= minutes
        }
    }

    package func refusal(of person: Int, in table: PersonTable, of cohort: Cohort) -> Bilingual {
        guard let window = table.windows(spec.window)[person],
            let minutes = table.numbers(spec.duration)[person]
        else {
            return Bilingual(ja: "時間帯か所要時間の記入がない", en: "window or length not given")
        }
        let length = Wording.minutes(minutes)
        if window.minutes < minutes {
            return Bilingual(
                ja: "希望の時間帯（\(window)）より所要時間（\(length.ja)）が長い",
                en: "\(length.en) does not fit into \(window)")
        }
        return Bilingual(
            ja: "\(window)の\(length.ja)は活動時間（\(spec.hours)）に収まらない",
            en: "\(length.en) in \(window) does not fit into the opening hours \(spec.hours)")
    }
}

/// The errand is neither over nor too soon, nor before the service began.
package struct ErrandNoticeCheck: PersonCheck {
    package let spec: ErrandSpec

    package init(spec: ErrandSpec) {
        self.spec = spec
    }

    package func requirement(in cohort: Cohort) -> Bilingual {
        let first = first(in: cohort)
        return Bilingual(ja: "\(first)以降の日付", en: "on or after \(first)")
    }

    package func passes(_ table: PersonTable, of cohort: Cohort) -> [Bool] {
        let first = first(in: cohort)
        return table.dates(spec.date).map { $0.map { $0 >= first } ?? false }
    }

    package func refusal(of person: Int, in table: PersonTable, of cohort: Cohort) -> Bilingual {
        guard let date = table.dates(spec.date)[person] else { return ErrandWording.noDate }
        let first = first(in: cohort)
        return Bilingual(
            ja: "\(date)は早すぎる（\(first)以降の依頼が対象）", en: "\(date) is too early (from \(first) on)")
    }

    /// The first day on which an errand can still be arranged.
    private func first(in cohort: Cohort) -> CivilDate {
        max(
            CivilDate(dayNumber: cohort.asOf.dayNumber + spec.notice),
            spec.from ?? CivilDate(dayNumber: .min))
    }
}

/// What several checks of errands say.
enum ErrandWording {
    static let noDate = Bilingual(ja: "日付の記入がない", en: "no date given")
}
