package import Records

/// Everything that the lists and the report of one run say, free of any format.
///
/// Built once by the pipeline; every writer reads it and nothing else, so that all outputs agree.
package struct MatchReport: Sendable {
    package var header: ReportHeader
    package var headline: MatchHeadline
    /// The criteria, in the order of the programme file.
    package var criteria: [CriterionColumn]
    /// The gates and the pair rules, in the order of the programme file.
    package var rules: [RuleColumn]
    /// Proposed pairs, by resident id.
    package var pairs: [ProposedPair]
    /// Residents with a place left without a partner, by id.
    package var unmatched: [UnmatchedResident]
    /// Volunteers with places left, by id.
    package var unused: [UnusedVolunteer]
    /// The best alternatives of each resident, by resident id and rank.
    package var alternatives: [AlternativePair]
    /// Matched and unmatched residents by category, language, ward.
    package var breakdowns: [Breakdown]
    /// Waiting days on the as-of date; residents without a date are left out and counted.
    package var waiting: WaitingTimes?
    package var certificate: ReportCertificate
    /// The limits on many pairs together, in the order of the programme.
    package var limits: [LimitFigure]
    /// What only warns, and how often.
    package var cautions: [CautionFigure]
    /// Profiles to be brought up to date; `nil` where the programme asks for no such list.
    package var refresh: RefreshList?
    /// Everything that Intake reported, errors and warnings.
    package var issues: [DataIssue]

    package init(
        header: ReportHeader, headline: MatchHeadline, criteria: [CriterionColumn], rules: [RuleColumn],
        pairs: [ProposedPair], unmatched: [UnmatchedResident], unused: [UnusedVolunteer],
        alternatives: [AlternativePair], breakdowns: [Breakdown], waiting: WaitingTimes?,
        certificate: ReportCertificate, limits: [LimitFigure] = [], cautions: [CautionFigure] = [],
        refresh: RefreshList? = nil, issues: [DataIssue]
    ) {
        self.header = header
        self.headline = headline
        self.criteria = criteria
        self.rules = rules
        self.pairs = pairs
        self.unmatched = unmatched
        self.unused = unused
        self.alternatives = alternatives
        self.breakdowns = breakdowns
        self.waiting = waiting
        self.certificate = certificate
        self.limits = limits
        self.cautions = cautions
        self.refresh = refresh
        self.issues = issues
    }
}

/// What the run was.
package struct ReportHeader: Sendable {
    package var programmeID: String
    package var programmeName: Bilingual
    /// What the programme calls its residents and volunteers.
    package var residentLabel: Bilingual
    package var volunteerLabel: Bilingual
    package var asOf: CivilDate
    /// Whether pairs are errands, each with a day and a time.
    package var isErrands: Bool
    /// Whether the requesters' expenses are estimated.
    package var hasExpenses: Bool
    /// Whether an errand says whose it is, apart from its own number.
    package var hasRequesters: Bool
    /// Months that a pair lasts, and the day on which a pair that starts on the as-of date ends.
    package var durationMonths: Int?
    package var lastDay: CivilDate?
    /// Headers of the extra columns that the lists show beside the ids (names), per side.
    package var volunteerDetails: [Bilingual]
    package var residentDetails: [Bilingual]
    /// Version of Musubi.
    package var version: String

    package init(
        programmeID: String, programmeName: Bilingual, residentLabel: Bilingual, volunteerLabel: Bilingual,
        asOf: CivilDate, isErrands: Bool = false, hasExpenses: Bool = false, hasRequesters: Bool = false,
        durationMonths: Int?,
        lastDay: CivilDate?, volunteerDetails: [Bilingual], residentDetails: [Bilingual], version: String
    ) {
        self.isErrands = isErrands
        self.hasExpenses = hasExpenses
        self.hasRequesters = hasRequesters
        self.programmeID = programmeID
        self.programmeName = programmeName
        self.residentLabel = residentLabel
        self.volunteerLabel = volunteerLabel
        self.asOf = asOf
        self.durationMonths = durationMonths
        self.lastDay = lastDay
        self.volunteerDetails = volunteerDetails
        self.residentDetails = residentDetails
        self.version = version
    }
}

/// The counts at the top of the page.
///
/// Where a person may hold several places, a row is a place.
package struct MatchHeadline: Sendable {
    /// Residents (volunteers) in the export, rows in quarantine included.
    package var residentsApplied: Int
    package var volunteersApplied: Int
    /// Of them, rows in quarantine.
    package var residentsQuarantined: Int
    package var volunteersQuarantined: Int
    /// Residents who take no part because they have a running pair already.
    package var residentsPaired: Int
    /// Residents (volunteers) who passed every gate.
    package var residentsEligible: Int
    package var volunteersEligible: Int
    /// Residents with at least one candidate.
    package var residentsWithCandidates: Int
    /// Places that the eligible volunteers offer.
    package var volunteerPlaces: Int
    /// Pairs that no rule forbids.
    package var candidatePairs: Int
    /// Proposed pairs, and the residents in them.
    package var pairsProposed: Int
    package var residentsProposed: Int

    /// Residents in the export who look for somebody: of them shares of all who applied are shares.
    package var residentsSeeking: Int { residentsApplied - residentsPaired }

    package init(
        residentsApplied: Int, volunteersApplied: Int, residentsQuarantined: Int, volunteersQuarantined: Int,
        residentsPaired: Int = 0, residentsEligible: Int, volunteersEligible: Int,
        residentsWithCandidates: Int, volunteerPlaces: Int,
        candidatePairs: Int, pairsProposed: Int, residentsProposed: Int
    ) {
        self.residentsApplied = residentsApplied
        self.volunteersApplied = volunteersApplied
        self.residentsQuarantined = residentsQuarantined
        self.volunteersQuarantined = volunteersQuarantined
        self.residentsPaired = residentsPaired
        self.residentsEligible = residentsEligible
        self.volunteersEligible = volunteersEligible
        self.residentsWithCandidates = residentsWithCandidates
        self.volunteerPlaces = volunteerPlaces
        self.candidatePairs = candidatePairs
        self.pairsProposed = pairsProposed
        self.residentsProposed = residentsProposed
    }
}

/// One criterion: its name in the programme file, how it is shown, and the most points it can give.
package struct CriterionColumn: Sendable {
    package var name: String
    package var label: Bilingual
    package var maximumPoints: Int

    package init(name: String, label: Bilingual, maximumPoints: Int) {
        self.name = name
        self.label = label
        self.maximumPoints = maximumPoints
    }
}

/// One gate or pair rule and what it removed over the whole run.
package struct RuleColumn: Sendable {
    package enum Scope: String, Sendable, Codable {
        case volunteerGate
        case residentGate
        case pair
        /// In a cohort so large that far pairs are not looked at: a rule that only near pairs were asked.
        case nearPair
    }

    /// Stable id: `gate-identity_verified`, `within-home`.
    package var id: String
    /// The rule in words: "at most 8 km apart".
    package var label: Bilingual
    package var scope: Scope
    /// People (gates) or pairs of people who passed the gates (pair rules) that fail it.
    package var removed: Int
    /// Of these, those that fail this rule and no other; `nil` for the rule of distance where far pairs were not
    /// looked at.
    package var removedAlone: Int?

    package init(id: String, label: Bilingual, scope: Scope, removed: Int, removedAlone: Int?) {
        self.id = id
        self.label = label
        self.scope = scope
        self.removed = removed
        self.removedAlone = removedAlone
    }
}

/// One proposed pair.
package struct ProposedPair: Sendable {
    package var resident: PersonID
    package var volunteer: PersonID
    /// Row of each person in the export.
    package var residentRow: Int
    package var volunteerRow: Int
    /// Values of the extra columns, as many as the header lists.
    package var residentDetails: [String]
    package var volunteerDetails: [String]
    /// Weighted sum of the criteria, in points.
    package var fit: Int
    /// Points of each criterion, in the order of `MatchReport.criteria`.
    package var points: [Int]
    /// Why these two: the criteria's sentences.
    package var reason: Bilingual
    /// Whether the coordinator locked this pair.
    package var isLocked: Bool
    /// For errands: when it takes place.
    package var visit: Visit?
    /// What the coordinator should know before the two are introduced; `nil` for nothing.
    package var warnings: Bilingual?

    package init(
        resident: PersonID, volunteer: PersonID, residentRow: Int, volunteerRow: Int,
        residentDetails: [String], volunteerDetails: [String], fit: Int, points: [Int], reason: Bilingual,
        isLocked: Bool, visit: Visit? = nil, warnings: Bilingual? = nil
    ) {
        self.visit = visit
        self.resident = resident
        self.volunteer = volunteer
        self.residentRow = residentRow
        self.volunteerRow = volunteerRow
        self.residentDetails = residentDetails
        self.volunteerDetails = volunteerDetails
        self.fit = fit
        self.points = points
        self.reason = reason
        self.isLocked = isLocked
        self.warnings = warnings
    }
}

/// A resident who gets no proposal this time.
package struct UnmatchedResident: Sendable {
    package enum Cause: String, Sendable, Codable {
        /// Fails a gate.
        case notEligible
        /// Fails a gate, and others than this programme can help: specialists, another service.
        case referred
        /// Passes the gates but every volunteer is ruled out.
        case noCandidate
        /// Has candidates, all of whom are proposed to others.
        case candidatesTaken
        /// Has candidates with places left, and a limit stands in the way.
        case heldByLimit
        /// Somebody else of the household stands for it: households are one case.
        case coveredByHousehold
        /// Has as many running pairs as places, or somebody has taken the errand on.
        case alreadyPaired
    }

    package var resident: PersonID
    package var row: Int
    package var details: [String]
    package var cause: Cause
    /// The cause in a sentence, with the gate that failed where it is one.
    package var reason: Bilingual
    /// Volunteers whom no rule forbids.
    package var candidates: Int
    package var waitingDays: Int?
    /// Per rule of `MatchReport.rules`: how many volunteers this rule alone removed for this resident.
    package var removedAlone: [Int]
    /// What the coordinator should know of the person; `nil` for nothing.
    package var warnings: Bilingual?
    /// Who else can help, for each gate that says so.
    package var routes: [Bilingual]

    package init(
        resident: PersonID, row: Int, details: [String], cause: Cause, reason: Bilingual, candidates: Int,
        waitingDays: Int?, removedAlone: [Int], warnings: Bilingual? = nil, routes: [Bilingual] = []
    ) {
        self.resident = resident
        self.row = row
        self.details = details
        self.cause = cause
        self.reason = reason
        self.candidates = candidates
        self.waitingDays = waitingDays
        self.removedAlone = removedAlone
        self.warnings = warnings
        self.routes = routes
    }
}

/// A volunteer with places left.
package struct UnusedVolunteer: Sendable {
    package var volunteer: PersonID
    package var row: Int
    package var details: [String]
    package var places: Int
    package var placesLeft: Int
    package var candidates: Int
    package var reason: Bilingual

    package init(
        volunteer: PersonID, row: Int, details: [String], places: Int, placesLeft: Int, candidates: Int,
        reason: Bilingual
    ) {
        self.volunteer = volunteer
        self.row = row
        self.details = details
        self.places = places
        self.placesLeft = placesLeft
        self.candidates = candidates
        self.reason = reason
    }
}

/// One of the best candidates of a resident, proposed or not.
package struct AlternativePair: Sendable {
    package var resident: PersonID
    package var residentRow: Int
    /// 1 is the best fit.
    package var rank: Int
    package var volunteer: PersonID
    package var volunteerRow: Int
    package var fit: Int
    package var reason: Bilingual
    package var isProposed: Bool
    /// Whether the volunteer still has a place after this run.
    package var volunteerHasPlaceLeft: Bool

    package init(
        resident: PersonID, residentRow: Int, rank: Int, volunteer: PersonID, volunteerRow: Int, fit: Int,
        reason: Bilingual, isProposed: Bool, volunteerHasPlaceLeft: Bool
    ) {
        self.resident = resident
        self.residentRow = residentRow
        self.rank = rank
        self.volunteer = volunteer
        self.volunteerRow = volunteerRow
        self.fit = fit
        self.reason = reason
        self.isProposed = isProposed
        self.volunteerHasPlaceLeft = volunteerHasPlaceLeft
    }
}

/// Residents counted by the values of one field.
///
/// With tags a resident counts once in each of their tags.
package struct Breakdown: Sendable {
    package struct Row: Sendable {
        package var label: Bilingual
        /// Rows of the export, quarantine excluded.
        package var applied: Int
        package var eligible: Int
        package var proposed: Int

        package init(label: Bilingual, applied: Int, eligible: Int, proposed: Int) {
            self.label = label
            self.applied = applied
            self.eligible = eligible
            self.proposed = proposed
        }
    }

    package var field: String
    package var label: Bilingual
    /// Whether a resident may count in several rows.
    package var isMultiple: Bool
    package var rows: [Row]

    package init(field: String, label: Bilingual, isMultiple: Bool, rows: [Row]) {
        self.field = field
        self.label = label
        self.isMultiple = isMultiple
        self.rows = rows
    }
}

/// Days since application, on the as-of date.
package struct WaitingTimes: Sendable {
    package var matched: [Int]
    package var unmatched: [Int]
    /// Eligible residents without a date of application.
    package var unknown: Int

    package init(matched: [Int], unmatched: [Int], unknown: Int) {
        self.matched = matched
        self.unmatched = unmatched
        self.unknown = unknown
    }
}

/// What is proved about the assignment.
package struct ReportCertificate: Sendable {
    package struct Goal: Sendable {
        /// Name in the programme file: `most-pairs`.
        package var name: String
        package var label: Bilingual
        /// What was reached, and the most that any assignment could reach with the earlier goals kept.
        package var value: Int
        package var bound: Int

        package init(name: String, label: Bilingual, value: Int, bound: Int) {
            self.name = name
            self.label = label
            self.value = value
            self.bound = bound
        }
    }

    /// `optimal` or `gap`.
    package var status: String
    /// Whether the user ended the search, and not the time limit, where there is a gap.
    package var wasInterrupted: Bool
    package var goals: [Goal]
    package var edges: Int
    /// The solver's name, version and words.
    package var solver: String

    package init(
        status: String, goals: [Goal], edges: Int, solver: String, wasInterrupted: Bool = false
    ) {
        self.status = status
        self.goals = goals
        self.edges = edges
        self.solver = solver
        self.wasInterrupted = wasInterrupted
    }
}
