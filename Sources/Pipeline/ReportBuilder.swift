import Assignment
import Compatibility
import Programmes
import Records
import Reporting

/// Turns indices back into ids and collects everything that the lists and the report say.
struct ReportBuilder {
    let reading: CohortReading
    let ruleset: Ruleset
    let candidates: Candidates
    let problem: MatchProblem
    let locked: Set<Int>
    /// For errands: when each chosen one takes place, by edge.
    let visits: [Int: Visit]
    let version: String
    let solver: String

    private var cohort: Cohort { reading.cohort }
    private var programme: Programme { reading.programme }

    /// The report of a solved problem.
    func report(_ solved: SolvedMatch) -> MatchReport {
        let solution = solved.solution
        let chosen = Set(solution.edges)
        let reasons = reasons(of: solution.edges)
        let points = ruleset.points(in: cohort)
        var residentPartners = Array(repeating: 0, count: cohort.residents.count)
        var volunteerPartners = Array(repeating: 0, count: cohort.volunteers.count)
        for edge in solution.edges.map({ candidates.edges[$0] }) {
            residentPartners[edge.resident] += 1
            volunteerPartners[edge.volunteer] += 1
        }
        let details = Side.allCases.map { detailColumns(of: $0) }
        let cautions = CautionBuilder(cohort, programme)
        // Volunteers whom somebody without a proposal could have.
        var isWanted = Array(repeating: false, count: cohort.volunteers.count)
        for resident in cohort.residents.ids.indices where residentPartners[resident] == 0 {
            for edge in candidates.edges(ofResident: resident) { isWanted[edge.volunteer] = true }
        }
        let usedUp = reading.memory?.reduced.usedUp ?? [:]
        let left = cohort.residents.ids.indices.filter { residentPartners[$0] == 0 }
        let removedAlone = candidates.removedAlone(ofResidents: left)
        let pairs = zip(solution.edges, reasons).map { number, reason in
            let edge = candidates.edges[number]
            return ProposedPair(
                resident: cohort.residents.ids[edge.resident],
                volunteer: cohort.volunteers.ids[edge.volunteer],
                residentRow: cohort.residents.rows[edge.resident],
                volunteerRow: cohort.volunteers.rows[edge.volunteer],
                residentDetails: details[1].map { $0.values[edge.resident] },
                volunteerDetails: details[0].map { $0.values[edge.volunteer] }, fit: edge.fit,
                points: points(edge.volunteer, edge.resident), reason: reason,
                isLocked: locked.contains(number), visit: visits[number],
                warnings: cautions.sentence(volunteer: edge.volunteer, resident: edge.resident))
        }
        return MatchReport(
            header: header(details), headline: headline(residentPartners),
            criteria: ruleset.criteria.map {
                CriterionColumn(name: $0.name, label: $0.label, maximumPoints: $0.maximumPoints)
            },
            rules: candidates.tallies.map(ruleColumn), pairs: pairs,
            unmatched: zip(left, removedAlone).map { resident, alone in
                unmatched(
                    resident, volunteerPartners, residentPartners, details: details[1].map { $0.values },
                    cautions,
                    removedAlone: alone)
            },
            unused: cohort.volunteers.ids.indices
                .filter { volunteerPartners[$0] < problem.volunteerPlaces[$0] }
                .map {
                    unused(
                        $0, partners: volunteerPartners[$0], isWanted: isWanted[$0], usedUp: usedUp,
                        details: details[0].map { $0.values })
                },
            alternatives: alternatives(chosen, volunteerPartners),
            breakdowns: programme.breakdownFields.map { field in
                BreakdownBuilder(cohort: cohort, candidates: candidates, partners: residentPartners)
                    .breakdown(by: field)
            },
            waiting: waiting(residentPartners), certificate: certificate(solved),
            limits: LimitFigures(rows: solved.rows, chosen: chosen).figures,
            cautions: cautions.figures(
                solution.edges.map {
                    (volunteer: candidates.edges[$0].volunteer, resident: candidates.edges[$0].resident)
                }),
            refresh: cautions.refresh(
                details: { side in details[side == .volunteer ? 0 : 1].map { $0.values } },
                isProposed: { side, person in
                    (side == .volunteer ? volunteerPartners : residentPartners)[person] > 0
                }), issues: reading.issues)
    }

    // MARK: Header and headline

    private func detailColumns(of side: Side) -> [(label: Bilingual, values: [String])] {
        programme.lists.show.filter { cohort.fields[$0]?.headers[side] != nil }.map { field in
            (cohort.label(ofField: field), cohort[side].texts(field).map { $0 ?? "" })
        }
    }

    private func header(_ details: [[(label: Bilingual, values: [String])]]) -> ReportHeader {
        ReportHeader(
            programmeID: programme.id,
            programmeName: reading.isRematch ? Self.rematch(programme.name) : programme.name,
            residentLabel: programme.person(.resident).label,
            volunteerLabel: programme.person(.volunteer).label, asOf: cohort.asOf,
            isErrands: programme.errands != nil, hasExpenses: programme.errands?.expenses != nil,
            hasRequesters: programme.errands?.spec.requester != nil,
            durationMonths: programme.durationMonths,
            lastDay: programme.durationMonths.map { cohort.asOf.adding(months: $0) },
            volunteerDetails: details[0].map(\.label), residentDetails: details[1].map(\.label),
            version: version)
    }

    private static func rematch(_ name: Bilingual) -> Bilingual {
        Bilingual(ja: "\(name.ja)（再マッチング）", en: "\(name.en) (rematch)")
    }

    private func headline(_ partners: [Int]) -> MatchHeadline {
        func eligible(_ side: Side) -> [Int] {
            cohort[side].ids.indices.filter { candidates.isEligible(side, $0) }
        }
        return MatchHeadline(
            residentsApplied: reading.rowCounts[.resident] ?? 0,
            volunteersApplied: reading.rowCounts[.volunteer] ?? 0,
            residentsQuarantined: reading.quarantined[.resident] ?? 0,
            volunteersQuarantined: reading.quarantined[.volunteer] ?? 0,
            residentsPaired: cohort.residents.ids.indices.count(where: isPaired),
            residentsEligible: eligible(.resident).count, volunteersEligible: eligible(.volunteer).count,
            residentsWithCandidates: eligible(.resident).count { !candidates.edges(ofResident: $0).isEmpty },
            volunteerPlaces: eligible(.volunteer).reduce(0) { $0 + problem.volunteerPlaces[$1] },
            candidatePairs: candidates.edges.count, pairsProposed: partners.reduce(0, +),
            residentsProposed: partners.count { $0 > 0 })
    }

    private func ruleColumn(_ tally: Candidates.Tally) -> RuleColumn {
        let scope: RuleColumn.Scope =
            switch tally.scope {
            case .gate(.volunteer): .volunteerGate
            case .gate(.resident): .residentGate
            case .pair: .pair
            case .nearPair: .nearPair
            }
        return RuleColumn(
            id: tally.id, label: tally.label, scope: scope, removed: tally.removed,
            removedAlone: tally.removedAlone)
    }

    // MARK: Who is left

    private func unmatched(
        _ resident: Int, _ volunteerPartners: [Int], _ residentPartners: [Int], details: [[String]],
        _ cautions: CautionBuilder, removedAlone alone: [Int]
    ) -> UnmatchedResident {
        let count = candidates.edges(ofResident: resident).count
        let (cause, reason) =
            household(of: resident, residentPartners)
            ?? cause(
                of: resident, candidateCount: count, removedAlone: alone,
                isCandidateFree: candidates.edges(ofResident: resident).contains {
                    volunteerPartners[$0.volunteer] < problem.volunteerPlaces[$0.volunteer]
                })
        return UnmatchedResident(
            resident: cohort.residents.ids[resident], row: cohort.residents.rows[resident],
            details: details.map { $0[resident] }, cause: cause, reason: reason, candidates: count,
            waitingDays: problem.waitingDays[resident], removedAlone: alone,
            warnings: cautions.sentence(resident: resident),
            routes: cause == .referred ? routes(resident) : [])
    }

    /// Whether running pairs are why somebody takes no part.
    private func isPaired(_ resident: Int) -> Bool {
        (candidates.failedGates[.resident]?[resident] ?? []).contains {
            ruleset.gates[$0].id == LedgerMemory.pairedGate
        }
    }

    /// Who else can help, for each failed gate that says so.
    private func routes(_ resident: Int) -> [Bilingual] {
        (candidates.failedGates[.resident]?[resident] ?? []).compactMap { ruleset.gates[$0].route }
    }

    private func cause(
        of resident: Int, candidateCount: Int, removedAlone: [Int], isCandidateFree: Bool
    ) -> (UnmatchedResident.Cause, Bilingual) {
        let failed = candidates.failedGates[.resident]?[resident] ?? []
        if !failed.isEmpty {
            let refusals = failed.map {
                ruleset.gates[$0].check.refusal(of: resident, in: cohort.residents, of: cohort)
            }
            let reasons = Bilingual.join(refusals, by: Bilingual(ja: "、", en: "; "))
            let routes = routes(resident)
            if isPaired(resident) { return (.alreadyPaired, reasons) }
            guard !routes.isEmpty else { return (.notEligible, reasons) }
            let names = Bilingual.join(routes, by: Bilingual(ja: "、", en: "; "))
            return (
                .referred,
                Bilingual(ja: "紹介先: \(names.ja)（\(reasons.ja)）", en: "refer to \(names.en) (\(reasons.en))")
            )
        }
        if candidateCount > 0, problem.tooFewCandidates[.resident]?.contains(resident) == true {
            return (.heldByLimit, Self.tooFew(candidateCount))
        }
        if problem.closed[.resident]?.contains(resident) == true {
            return (.heldByLimit, Self.leftOut)
        }
        if candidateCount > 0, isCandidateFree, !problem.rows.isEmpty {
            return (
                .heldByLimit,
                Bilingual(
                    ja: "候補者\(candidateCount)名に空きはあるが、件数などの制限により提案できない",
                    en: "some of the \(candidateCount) candidates are free, but a limit stands in the way")
            )
        }
        if candidateCount > 0 {
            return (
                .candidatesTaken,
                Bilingual(
                    ja: "候補者\(candidateCount)名はいたが他の方と成立",
                    en: candidateCount == 1
                        ? "the one candidate is proposed to somebody else"
                        : "all \(candidateCount) candidates are proposed to others")
            )
        }
        // The rule that alone removed most says what would help; none where every volunteer fails several.
        guard let most = removedAlone.max(), most > 0, let rule = removedAlone.firstIndex(of: most) else {
            return (
                .noCandidate,
                Bilingual(
                    ja: "候補者なし（どの方とも2つ以上の条件が合わない）",
                    en: "no candidate (every volunteer fails two or more rules)")
            )
        }
        let label = candidates.tallies[rule].label
        return (
            .noCandidate,
            Bilingual(
                ja: "候補者なし（「\(label.ja)」だけが合わない方: \(most)名）",
                en: "no candidate (fails only “\(label.en)”: \(most))")
        )
    }

    private func unused(
        _ volunteer: Int, partners: Int, isWanted: Bool, usedUp: [Int: Bilingual], details: [[String]]
    ) -> UnusedVolunteer {
        let degree = candidates.volunteerDegrees[volunteer]
        let failed = candidates.failedGates[.volunteer]?[volunteer] ?? []
        let reason: Bilingual
        if !failed.isEmpty {
            let refusals = failed.map {
                ruleset.gates[$0].check.refusal(of: volunteer, in: cohort.volunteers, of: cohort)
            }
            reason = Bilingual.join(refusals, by: Bilingual(ja: "、", en: "; "))
        } else if let usedUp = usedUp[volunteer], partners == 0 {
            reason = usedUp
        } else if degree == 0 {
            reason = Bilingual(ja: "候補者なし", en: "no candidate")
        } else if problem.tooFewCandidates[.volunteer]?.contains(volunteer) == true {
            reason = Self.tooFew(degree)
        } else if problem.closed[.volunteer]?.contains(volunteer) == true {
            reason = Self.leftOut
        } else if isWanted, !problem.rows.isEmpty {
            reason = Bilingual(ja: "件数などの制限により提案できない", en: "a limit stands in the way")
        } else if partners > 0 {
            reason = Bilingual(ja: "ほかの受け入れ枠に空きあり", en: "further places are free")
        } else {
            reason = Bilingual(ja: "候補者は他の方と成立", en: "the candidates are proposed to others")
        }
        let places = problem.volunteerPlaces[volunteer]
        return UnusedVolunteer(
            volunteer: cohort.volunteers.ids[volunteer], row: cohort.volunteers.rows[volunteer],
            details: details.map { $0[volunteer] }, places: places, placesLeft: places - partners,
            candidates: degree, reason: reason)
    }

    // MARK: Alternatives, waiting, proof

    private func alternatives(_ chosen: Set<Int>, _ volunteerPartners: [Int]) -> [AlternativePair] {
        let ranked = cohort.residents.ids.indices.flatMap { resident in
            bestEdges(of: resident).enumerated().map { (rank: $0 + 1, number: $1) }
        }
        return zip(ranked, reasons(of: ranked.map(\.number))).map { place, reason in
            let edge = candidates.edges[place.number]
            return AlternativePair(
                resident: cohort.residents.ids[edge.resident],
                residentRow: cohort.residents.rows[edge.resident], rank: place.rank,
                volunteer: cohort.volunteers.ids[edge.volunteer],
                volunteerRow: cohort.volunteers.rows[edge.volunteer], fit: edge.fit, reason: reason,
                isProposed: chosen.contains(place.number),
                volunteerHasPlaceLeft: volunteerPartners[edge.volunteer]
                    < problem.volunteerPlaces[edge.volunteer])
        }
    }

    /// Why the two of each edge fit.
    private func reasons(of edges: [Int]) -> [Bilingual] {
        let pairs = edges.map { number in
            let edge = candidates.edges[number]
            return (volunteer: edge.volunteer, resident: edge.resident)
        }
        return ruleset.reasons(of: pairs, in: cohort)
    }

    /// The edges that fit a resident best, the first among equals first; O(candidates) and a little for each that is
    /// kept.
    private func bestEdges(of resident: Int) -> [Int] {
        let most = programme.lists.alternatives
        guard most > 0 else { return [] }
        let fits = candidates.edges.fits
        var best: [Int] = []
        for number in candidates.firstEdge[resident]..<candidates.firstEdge[resident + 1] {
            if best.count == most, let last = best.last, fits[number] <= fits[last] { continue }
            if best.count == most { best.removeLast() }
            let place = best.firstIndex { fits[$0] < fits[number] } ?? best.count
            best.insert(number, at: place)
        }
        return best
    }

    private func waiting(_ partners: [Int]) -> WaitingTimes? {
        guard programme.waitingSince != nil else { return nil }
        let days = problem.waitingDays
        var times = WaitingTimes(matched: [], unmatched: [], unknown: 0)
        for resident in days.indices where candidates.isEligible(.resident, resident) {
            switch (days[resident], partners[resident] > 0) {
            case (nil, _): times.unknown += 1
            case (let days?, true): times.matched.append(days)
            case (let days?, false): times.unmatched.append(days)
            }
        }
        return times
    }

    /// Fewer candidates than the fewest partners that the person must have.
    private static func tooFew(_ candidates: Int) -> Bilingual {
        Bilingual(
            ja: "候補者\(candidates)名では最少件数に足りない",
            en: candidates == 1
                ? "one candidate is fewer than the fewest partners asked for"
                : "\(candidates) candidates are fewer than the fewest partners asked for")
    }

    /// Not everybody can have the fewest partners asked for; as few as possible have none.
    private static let leftOut = Bilingual(
        ja: "全員が最少件数を満たすことはできないため、今回は提案しない（提案のない方がいちばん少なくなる選び方）",
        en: "not everybody can have the fewest partners asked for; as few as possible are left out")

    private func certificate(_ solved: SolvedMatch) -> ReportCertificate {
        let goals = zip(programme.goals, solved.solution.certificate.goals).map { goal, proof in
            if goal == .raiseLowest, let fit = solved.lowestFit {
                return ReportCertificate.Goal(
                    name: goal.name, label: goal.label, value: fit.value, bound: fit.bound)
            }
            // Where branch and bound closed the gap, nothing better than the value exists.
            let bound: Int =
                switch proof.method {
                case .duals, .open: proof.bound
                case .branchAndBound: proof.value
                }
            return ReportCertificate.Goal(
                name: goal.name, label: goal.label, value: proof.value, bound: bound)
        }
        return ReportCertificate(
            status: solved.outcome.claim == .provenOptimal ? "optimal" : "gap", goals: goals,
            edges: candidates.edges.count, solver: solver,
            wasInterrupted: solved.outcome.termination == .interrupted)
    }
}
