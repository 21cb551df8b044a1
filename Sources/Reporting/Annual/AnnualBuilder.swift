import Evidence
package import Records

/// Works an annual report out of the cases, section by section; the sections are in files of their own.
struct AnnualBuilder {
    let request: AnnualRequest
    let cases: AnnualCases
    var book: FigureBook
    var sections: [AnnualSection] = []

    /// The applicants of the year, and those of them who entered so early that success can be judged.
    let applicants: [AnnualApplicant]
    let judged: [AnnualApplicant]
    /// The pairs of the year, those whose time is over, and those of which nobody knows how it went.
    let pairs: [CasePair]
    let mature: [CasePair]
    let unrecorded: [CasePair]

    init(_ history: CaseHistory, _ request: AnnualRequest) {
        self.request = request
        let cases = AnnualCases(history, request)
        self.cases = cases
        book = FigureBook(asOf: request.asOf)
        applicants = cases.applicants(in: request.fiscalYear)
        let days = request.successDays
        judged = applicants.filter { request.asOf - $0.entered >= days }
        pairs = cases.pairs(in: request.fiscalYear)
        mature = pairs.filter(cases.isMature)
        unrecorded = pairs.filter { cases.standing(of: $0) == .unrecorded }
    }

    var year: FiscalYear { request.fiscalYear }
    var asOf: CivilDate { request.asOf }
    var threshold: Int? { request.edition.isPublished ? request.threshold : nil }

    func isSuccess(_ applicant: AnnualApplicant) -> Bool {
        applicant.daysToPair.map { $0 <= request.successDays } ?? false
    }

    func isCompleted(_ pair: CasePair) -> Bool { cases.standing(of: pair) == .reached }

    /// Everything, in the order of the page.
    mutating func build() {
        addSettings()
        addCounts()
        addHeadline()
        addFunnel()
        addSuccess()
        addCompletion()
        addWaiting()
        addYearOnYear()
        addGroups()
        addReasons()
        addFollowUp()
        addSurveys()
        addSessions()
        addGiving()
        addPeople()
        relateSections()
    }

    /// What readers know of counts in different sections: all of these hold by definition.
    private mutating func relateSections() {
        book.relate("waiting.paired", toAtLeast: "funnel.paired")
        if cases.history.forgotten.isEmpty {
            book.relate("residents.entered", toAtLeast: "cumulative.resident.new")
        }
        book.relate("pairs.mature", toAtLeast: "persons.mature")
        book.relate("pairs.completed", toAtLeast: "persons.completed")
        book.relate("pairs.completed.rest", toAtLeast: "persons.completed.rest")
        let inTime = "waiting.paired.day-\(request.successDays)"
        if book.value(inTime) != nil { book.relate(inTime, toAtLeast: "residents.matched") }
    }

    /// The settings that texts speak of.
    private mutating func addSettings() {
        func date(_ day: CivilDate) -> Bilingual {
            Bilingual(ja: NumberText.date(day, in: .ja), en: NumberText.date(day, in: .en))
        }
        book.setting("as-of", Bilingual(ja: "基準日", en: "as of"), text: date(asOf))
        book.setting("fiscal-year", Bilingual(ja: "年度", en: "fiscal year"), text: year.name)
        if let first = CivilDate(year: year.firstYear, month: 4, day: 1) {
            book.setting(
                "year-first-day", Bilingual(ja: "年度の初日", en: "first day of the year"), text: date(first))
        }
        book.setting(
            "year-last-day", Bilingual(ja: "年度の末日", en: "last day of the year"), text: date(year.lastDay))
        book.setting(
            "success-days", Bilingual(ja: "成立とみなす日数", en: "days within which a partner counts"),
            value: request.successDays, unit: .days)
        book.setting(
            "months", Bilingual(ja: "ペアの期間（か月）", en: "months of a full pair"), value: request.months,
            unit: .count)
        book.setting(
            "success-target", Bilingual(ja: "成立率の目標", en: "target of success"),
            value: request.successTarget, unit: .share)
        book.setting(
            "completion-target", Bilingual(ja: "達成率の目標", en: "target of completion"),
            value: request.completionTarget, unit: .share)
        book.setting("confidence", Bilingual(ja: "信頼水準", en: "confidence"), value: 9500, unit: .share)
        book.setting(
            "threshold", Bilingual(ja: "伏せる件数の境", en: "smallest count shown"), value: request.threshold,
            unit: .count)
        book.setting(
            "version", Bilingual(ja: "Musubi の版", en: "version of Musubi"), text: Bilingual(request.version))
    }

    /// The counts that several sections share, with how they add up.
    private mutating func addCounts() {
        book.count("residents.entered", applicants.count, weight: 60)
        book.split("residents.entered", into: "residents.judged", judged.count, weight: 40)
        book.split("residents.judged", into: "residents.matched", judged.count { isSuccess($0) }, weight: 40)
        book.count("pairs.started", pairs.count, weight: 40)
        book.split("pairs.started", into: "pairs.mature", mature.count, weight: 40)
        book.split("pairs.mature", into: "pairs.completed", mature.count { isCompleted($0) }, weight: 40)
        book.split("pairs.mature.rest", into: "pairs.unrecorded", unrecorded.count)
    }
}

extension AnnualReport {
    /// Works the report out.
    ///
    /// - Throws: `AnnualReportError` where the cases contradict each other, with every contradiction.
    package init(_ history: CaseHistory, _ request: AnnualRequest) throws(AnnualReportError) {
        var builder = AnnualBuilder(history, request)
        builder.build()
        guard builder.book.contradictions.isEmpty else {
            throw AnnualReportError(contradictions: builder.book.contradictions)
        }
        let figures = builder.book.figures(threshold: builder.threshold)
        builder.explainHidden(figures)
        self.init(request: request, figures: figures, sections: builder.sections)
    }
}

/// The counts of a report do not add up: a fault of the program, and never printed.
package struct AnnualReportError: Error, Sendable {
    package let contradictions: [String]
}
