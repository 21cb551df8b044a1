package import Records

/// What an annual report is asked for.
package struct AnnualRequest: Sendable {
    /// For whom a report is, which decides what may stand in it.
    package enum Edition: Hashable, Sendable {
        /// For the organisation itself: every count.
        case `internal`
        /// For everybody: small counts hidden.
        case `public`
        /// For one company, about its own people: small counts hidden.
        case company(String)

        /// Whether small counts are hidden.
        package var isPublished: Bool { self != .internal }
    }

    package var programmeID: String
    package var programmeName: Bilingual
    package var fiscalYear: FiscalYear
    /// The day of which the report speaks; nothing that happened later is in it.
    package var asOf: CivilDate
    package var edition: Edition
    /// The smallest count beside 0 that a published edition shows; at least 3.
    package var threshold: Int
    /// Days within which a partner counts as success.
    package var successDays: Int
    /// Calendar months of a full pair.
    package var months: Int
    /// Targets in hundredths of a percent.
    package var successTarget: Int
    package var completionTarget: Int
    package var version: String

    package init(
        programmeID: String, programmeName: Bilingual, fiscalYear: FiscalYear, asOf: CivilDate,
        edition: Edition,
        threshold: Int = 10, successDays: Int = 90, months: Int = 6, successTarget: Int = 9000,
        completionTarget: Int = 9000, version: String
    ) {
        self.programmeID = programmeID
        self.programmeName = programmeName
        self.fiscalYear = fiscalYear
        self.asOf = asOf
        self.edition = edition
        self.threshold = max(3, threshold)
        self.successDays = max(1, successDays)
        self.months = max(1, months)
        self.successTarget = successTarget
        self.completionTarget = completionTarget
        self.version = version
    }
}

extension AnnualRequest.Edition {
    /// `internal`, `public`, `company:NAME`.
    package var name: String {
        switch self {
        case .internal: "internal"
        case .public: "public"
        case .company(let key): "company:" + key
        }
    }

    /// What readers call it.
    var label: Bilingual {
        switch self {
        case .internal: Bilingual(ja: "内部用（取扱注意）", en: "internal (confidential)")
        case .public: Bilingual(ja: "公開用", en: "public")
        case .company: Bilingual(ja: "企業用", en: "for the company")
        }
    }
}
