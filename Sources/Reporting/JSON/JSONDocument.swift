import Evidence
import Records

/// The layout of `report.json`, schema 1.
struct JSONDocument: Encodable {
    let schema = JSONReport.schema
    let version: String
    let asOf: String
    let programme: Programme
    let counts: Counts
    let shares: [Share]
    let breakdowns: [Groups]
    let fits: Fits
    let criteria: [Criterion]
    let waiting: Waiting
    let unmatched: [Cause]
    let referrals: [Referral]
    let rules: [Rule]
    let certificate: Certificate
    let limits: [Limit]
    let cautions: [Caution]
    let issues: [Issue]

    init(_ figures: ReportFigures, certificate: ReportCertificate) {
        let header = figures.header
        version = header.version
        asOf = header.asOf.description
        programme = Programme(header)
        counts = Counts(figures)
        shares = figures.shares.map(Share.init)
        breakdowns = figures.breakdowns.enumerated().map { index, breakdown in
            Groups(breakdown, groups: figures.groups[index])
        }
        fits = Fits(figures.fits)
        criteria = figures.criteria.map(Criterion.init)
        waiting = Waiting(figures)
        unmatched = figures.causes.map {
            Cause(cause: $0.cause, label: Text($0.cause.label), count: $0.count)
        }
        referrals = figures.referrals.map { Referral(route: Text($0.route), residents: $0.count) }
        rules = figures.rules.map(Rule.init)
        self.certificate = Certificate(certificate)
        limits = figures.limits.map(Limit.init)
        cautions = figures.cautions.map(Caution.init)
        issues = figures.issues.map {
            Issue(severity: $0.severity, problem: Text($0.problem), count: $0.count)
        }
    }

    /// A need that the programme does not meet, and who can.
    struct Referral: Encodable {
        let route: Text
        let residents: Int
    }

    /// Something that only warns; `side` is `null` for proposed pairs.
    struct Caution: Encodable {
        let id: String
        let label: Text
        @Nullable var side: Side?
        let count: Int

        init(_ figure: CautionFigure) {
            id = figure.id
            label = Text(figure.label)
            side = figure.side
            count = figure.count
        }
    }

    struct Text: Encodable {
        let ja: String
        let en: String

        init(_ text: Bilingual) {
            ja = text.ja
            en = text.en
        }
    }

    struct Programme: Encodable {
        let id: String
        let name: Text
        let resident: Text
        let volunteer: Text
        @Nullable var durationMonths: Int?
        @Nullable var lastDay: String?

        init(_ header: ReportHeader) {
            id = header.programmeID
            name = Text(header.programmeName)
            resident = Text(header.residentLabel)
            volunteer = Text(header.volunteerLabel)
            durationMonths = header.durationMonths
            lastDay = header.lastDay?.description
        }
    }

    struct Counts: Encodable {
        let residentsApplied, volunteersApplied, residentsQuarantined, volunteersQuarantined: Int
        let residentsEligible, volunteersEligible, residentsWithCandidates, volunteerPlaces: Int
        let candidatePairs, pairsProposed, residentsProposed, residentsUnmatched: Int
        let volunteersWithPlacesLeft, placesLeft: Int
        /// Only where a ledger knows of some.
        let residentsPaired: Int?

        init(_ figures: ReportFigures) {
            let counts = figures.counts
            residentsPaired = counts.residentsPaired > 0 ? counts.residentsPaired : nil
            residentsApplied = counts.residentsApplied
            volunteersApplied = counts.volunteersApplied
            residentsQuarantined = counts.residentsQuarantined
            volunteersQuarantined = counts.volunteersQuarantined
            residentsEligible = counts.residentsEligible
            volunteersEligible = counts.volunteersEligible
            residentsWithCandidates = counts.residentsWithCandidates
            volunteerPlaces = counts.volunteerPlaces
            candidatePairs = counts.candidatePairs
            pairsProposed = counts.pairsProposed
            residentsProposed = counts.residentsProposed
            residentsUnmatched = figures.unmatched
            volunteersWithPlacesLeft = figures.volunteersWithPlacesLeft
            placesLeft = figures.placesLeft
        }
    }

    /// A share with everything that it needs to be understood.
    struct Share: Encodable {
        let id: String
        let label: Text
        let definition: Text
        let asOf: String
        let numerator: Int
        let denominator: Int
        @Nullable var value: Double?
        @Nullable var interval: Interval?
        let method: Text
        @Nullable var obstacle: Text?

        init(_ figure: Figure) {
            id = figure.id
            label = Text(figure.label)
            definition = Text(figure.definition)
            asOf = figure.asOf.description
            numerator = figure.numerator
            denominator = figure.denominator
            value = figure.share.map(rounded)
            interval = figure.interval.map(Interval.init)
            method = Text(Figure.method)
            obstacle = figure.obstacle.map(Text.init)
        }
    }

    struct Interval: Encodable {
        let confidence = 0.95
        let lower: Double
        let upper: Double

        init(_ interval: WilsonInterval) {
            lower = rounded(interval.lower)
            upper = rounded(interval.upper)
        }
    }

    struct Groups: Encodable {
        struct Row: Encodable {
            let applied: Int
            let eligible: Int
            let proposed: Int
            let share: Share
        }

        let field: String
        let label: Text
        let isMultiple: Bool
        let rows: [Row]

        init(_ breakdown: Breakdown, groups: [ReportFigures.Group]) {
            field = breakdown.field
            label = Text(breakdown.label)
            isMultiple = breakdown.isMultiple
            rows = groups.map {
                Row(
                    applied: $0.row.applied, eligible: $0.row.eligible, proposed: $0.row.proposed,
                    share: Share($0.figure))
            }
        }
    }

    struct Rule: Encodable {
        let id: String
        let label: Text
        let scope: RuleColumn.Scope
        let removed: Int
        /// `null` for the rule of distance where far pairs were not looked at.
        @Nullable var removedAlone: Int?
        let residentsUnlocked: Int

        init(_ effect: ReportFigures.RuleEffect) {
            id = effect.rule.id
            label = Text(effect.rule.label)
            scope = effect.rule.scope
            removed = effect.rule.removed
            _removedAlone = Nullable(wrappedValue: effect.rule.removedAlone)
            residentsUnlocked = effect.residentsUnlocked
        }
    }

    struct Limit: Encodable {
        let id: String
        let label: Text
        /// `null` where the limit has one row, or where a group is told apart by a cell of an export.
        @Nullable var group: Text?
        let asks: Text
        let reached: Text
        let value: Int
        let binds: Bool
        let isMet: Bool

        init(_ limit: LimitFigure) {
            id = limit.id
            label = Text(limit.label)
            group = limit.isGroupPublic ? limit.group.map(Text.init) : nil
            asks = Text(limit.asks)
            reached = Text(limit.reached)
            value = limit.value
            binds = limit.binds
            isMet = limit.isMet
        }
    }

    struct Cause: Encodable {
        let cause: UnmatchedResident.Cause
        let label: Text
        let count: Int
    }

    struct Issue: Encodable {
        let severity: DataIssue.Severity
        let problem: Text
        let count: Int
    }

    struct Certificate: Encodable {
        struct Goal: Encodable {
            let name: String
            let label: Text
            let value: Int
            let bound: Int
        }

        let status: String
        let isProven: Bool
        /// Whether the user ended the search.
        let wasInterrupted: Bool
        let sentence: Text
        let solver: String
        let edges: Int
        let goals: [Goal]

        init(_ certificate: ReportCertificate) {
            status = certificate.status
            isProven = certificate.isProven
            wasInterrupted = certificate.wasInterrupted
            sentence = Text(certificate.sentence)
            solver = certificate.solver
            edges = certificate.edges
            goals = certificate.goals.map {
                Goal(name: $0.name, label: Text($0.label), value: $0.value, bound: $0.bound)
            }
        }
    }
}

/// Six decimals: beyond what any cohort can tell apart, and free of the noise of binary fractions.
private func rounded(_ value: Double) -> Double {
    (value * 1e6).rounded() / 1e6
}
