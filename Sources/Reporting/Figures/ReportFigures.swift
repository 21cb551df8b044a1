package import Evidence
package import Records

/// Everything that is counted or computed from a report.
///
/// The page, the JSON file and the lines on the terminal all print from this one value, so that they agree.
package struct ReportFigures: Sendable {
    /// A group of residents and its share of proposals.
    package struct Group: Sendable {
        package let row: Breakdown.Row
        /// Residents with a proposal ÷ eligible residents of the group.
        package let figure: Figure
    }

    /// The fits of the proposed pairs.
    package struct Fits: Sendable {
        /// Points that a pair would get with every criterion met in full.
        package let possible: Int
        /// `nil` where nothing was proposed.
        package let distribution: Distribution?
        package let histogram: Histogram?
    }

    /// The points of one criterion over the proposed pairs.
    package struct CriterionPoints: Sendable {
        package let criterion: CriterionColumn
        /// `nil` where nothing was proposed.
        package let distribution: Distribution?
    }

    /// Waiting days of one group of residents, in bins that both groups share.
    package struct Waiting: Sendable {
        package let distribution: Distribution?
        package let histogram: Histogram?
    }

    /// Residents without a proposal for one cause.
    package struct CauseCount: Sendable {
        package let cause: UnmatchedResident.Cause
        package let count: Int
    }

    /// Residents of whom a gate says that somebody else can help; who needs several is counted with each.
    package struct ReferralCount: Sendable {
        package let route: Bilingual
        package let count: Int
    }

    /// What one rule removed, and for how many residents it alone stands in the way.
    package struct RuleEffect: Sendable {
        package let rule: RuleColumn
        /// Residents without any candidate who would have at least one if this rule were lifted.
        package let residentsUnlocked: Int
    }

    /// Rows of the exports that share a problem.
    package struct IssueGroup: Sendable {
        package let severity: DataIssue.Severity
        package let problem: Bilingual
        package let count: Int
    }

    package let header: ReportHeader
    package let counts: MatchHeadline
    /// The shares of the whole run; the first is the one at the top of the page.
    package let shares: [Figure]
    /// The breakdowns, and the groups of each, largest first.
    package let breakdowns: [Breakdown]
    package let groups: [[Group]]
    package let fits: Fits
    package let criteria: [CriterionPoints]
    package let waitingMatched: Waiting
    package let waitingUnmatched: Waiting
    /// Eligible residents without a date of application; `nil` where the programme has no such date.
    package let waitingUnknown: Int?
    /// Every cause, also those that nobody has; a limit and a referral only where somebody has it.
    package let causes: [CauseCount]
    /// Needs that the programme does not meet, by who can, most first.
    package let referrals: [ReferralCount]
    package let rules: [RuleEffect]
    package let volunteersWithPlacesLeft: Int
    package let placesLeft: Int
    /// Problems, errors first and the most frequent first.
    package let issues: [IssueGroup]
    package let limits: [LimitFigure]
    package let cautions: [CautionFigure]

    /// The share at the top of the page: residents with a proposal ÷ eligible residents.
    package let primary: Figure

    /// Computes every figure.
    ///
    /// O(n log n) in the rows of the report.
    package init(_ report: MatchReport) {
        header = report.header
        counts = report.headline
        primary = Self.proposedOfEligible(report)
        shares = [primary] + Self.otherShares(report)
        breakdowns = report.breakdowns
        groups = report.breakdowns.map { Self.groups(of: $0, asOf: report.header.asOf) }
        fits = Self.fits(report)
        criteria = report.criteria.enumerated().map { index, criterion in
            let points = report.pairs.compactMap { index < $0.points.count ? $0.points[index] : nil }
            return CriterionPoints(criterion: criterion, distribution: Distribution(points))
        }
        (waitingMatched, waitingUnmatched) = Self.waiting(report.waiting)
        waitingUnknown = report.waiting?.unknown
        let rare = [UnmatchedResident.Cause.referred, .heldByLimit, .coveredByHousehold, .alreadyPaired]
            .filter { cause in
                report.unmatched.contains { $0.cause == cause }
            }
        causes = (UnmatchedResident.Cause.reported + rare).map { cause in
            CauseCount(cause: cause, count: report.unmatched.count { $0.cause == cause })
        }
        referrals = Self.referrals(report.unmatched)
        rules = report.rules.enumerated().map { index, rule in
            let unlocked = report.unmatched.count {
                $0.cause == .noCandidate && index < $0.removedAlone.count && $0.removedAlone[index] > 0
            }
            return RuleEffect(rule: rule, residentsUnlocked: unlocked)
        }
        volunteersWithPlacesLeft = report.unused.count
        placesLeft = report.unused.reduce(0) { $0 + $1.placesLeft }
        issues = Self.issueGroups(report.issues)
        limits = report.limits
        cautions = report.cautions
    }

    private static func referrals(_ unmatched: [UnmatchedResident]) -> [ReferralCount] {
        var counts: [(route: Bilingual, count: Int)] = []
        for route in unmatched.flatMap(\.routes) {
            if let known = counts.firstIndex(where: { $0.route == route }) {
                counts[known].count += 1
            } else {
                counts.append((route, 1))
            }
        }
        return counts.enumerated()
            .sorted {
                $0.element.count == $1.element.count
                    ? $0.offset < $1.offset : $0.element.count > $1.element.count
            }
            .map { ReferralCount(route: $0.element.route, count: $0.element.count) }
    }

    /// Residents without a proposal.
    package var unmatched: Int { causes.reduce(0) { $0 + $1.count } }

    /// Rows that were not used, of both sides.
    package var quarantined: Int { counts.residentsQuarantined + counts.volunteersQuarantined }

    private static func fits(_ report: MatchReport) -> Fits {
        let values = report.pairs.map(\.fit)
        let possible = report.criteria.reduce(0) { $0 + $1.maximumPoints }
        let distribution = Distribution(values)
        let histogram = distribution.flatMap { summary in
            HistogramBins(
                covering: min(0, summary.minimum)...max(possible, summary.maximum, 0), atMost: 24
            ).map { Histogram(values, in: $0) }
        }
        return Fits(possible: possible, distribution: distribution, histogram: histogram)
    }

    private static func waiting(_ times: WaitingTimes?) -> (matched: Waiting, unmatched: Waiting) {
        let matched = times?.matched ?? []
        let unmatched = times?.unmatched ?? []
        let bins = Distribution(matched + unmatched).flatMap {
            HistogramBins(covering: min(0, $0.minimum)...max(0, $0.maximum), atMost: 12, widths: .days)
        }
        func side(_ values: [Int]) -> Waiting {
            Waiting(distribution: Distribution(values), histogram: bins.map { Histogram(values, in: $0) })
        }
        return (side(matched), side(unmatched))
    }

    static func issueGroups(_ issues: [DataIssue]) -> [IssueGroup] {
        func key(_ issue: DataIssue) -> String { issue.severity.rawValue + "\u{0}" + issue.problem.ja }
        var order: [String] = []
        var members: [String: [DataIssue]] = [:]
        for issue in issues {
            if members[key(issue)] == nil { order.append(key(issue)) }
            members[key(issue), default: []].append(issue)
        }
        let groups = order.compactMap { key in
            members[key].flatMap { group in
                group.first.map {
                    IssueGroup(severity: $0.severity, problem: $0.problem, count: group.count)
                }
            }
        }
        return groups.enumerated().sorted { a, b in
            let ranks = [a, b].map { $0.element.severity == .error ? 0 : 1 }
            return (ranks[0], -a.element.count, a.offset) < (ranks[1], -b.element.count, b.offset)
        }.map(\.element)
    }
}

extension UnmatchedResident.Cause {
    /// The causes in the order in which they are reported.
    static let reported: [UnmatchedResident.Cause] = [.notEligible, .noCandidate, .candidatesTaken]

    /// The cause in words.
    var label: Bilingual {
        switch self {
        case .notEligible: Bilingual(ja: "参加条件を満たさない", en: "not eligible")
        case .referred: Bilingual(ja: "ほかの窓口へ紹介", en: "referred elsewhere")
        case .noCandidate: Bilingual(ja: "条件に合う相手がいない", en: "no candidate")
        case .candidatesTaken: Bilingual(ja: "候補者がほかの提案で埋まった", en: "candidates taken")
        case .heldByLimit: Bilingual(ja: "制限により提案できない", en: "held back by a limit")
        case .coveredByHousehold: Bilingual(ja: "世帯の代表の方に含まれる", en: "covered by household partner")
        case .alreadyPaired: Bilingual(ja: "すでに相手が決まっている", en: "already has a partner")
        }
    }
}
