import Assignment
package import Records

/// A limit that cannot be kept, and what is attainable instead.
package struct LimitObstacle: Sendable {
    /// `quota for “refugee or evacuee”`.
    package let name: Bilingual
    /// `at least 90% of 20 eligible places, that is 18 pairs`.
    package let asks: Bilingual
    /// Whether the limit bounds from below.
    let isLower: Bool
    /// Whether it could be kept by itself.
    package let isMetAlone: Bool
    /// The best that is possible without any other limit, and with all others kept; `nil` where unknown.
    package let alone: Bilingual?
    package let together: Bilingual?
    /// The other limits that have no room left in the second case.
    package let others: [Bilingual]
    /// Limits without any one of which this one could be kept; looked for where the others do not explain it.
    package let causes: [Bilingual]

    /// One line for the coordinator.
    package var text: Bilingual {
        guard let alone else { return Bilingual(ja: "\(name.ja): \(asks.ja)", en: "\(name.en): \(asks.en)") }
        let (ja, en) = isLower ? ("最大でも", "at most") : ("最小でも", "no fewer than")
        guard isMetAlone else {
            return Bilingual(
                ja: "\(name.ja): \(asks.ja)が条件ですが、ほかの制限がなくても\(ja)\(alone.ja)です",
                en: "\(name.en): \(asks.en); \(en) \(alone.en) can be reached, even without the other limits")
        }
        let cause = Bilingual.join(causes, by: Bilingual(ja: "」か「", en: " or "))
        guard let together else {
            return Bilingual(
                ja: "\(name.ja): \(asks.ja)。これだけなら可能です（\(alone.ja)）が、ほかの制限と両立しません"
                    + (causes.isEmpty ? "" : "（「\(cause.ja)」がなければ可能です）"),
                en: "\(name.en): \(asks.en); possible by itself (\(alone.en)), but not with the other limits"
                    + (causes.isEmpty ? "" : " (possible without \(cause.en))"))
        }
        let list = Bilingual.join(others)
        if !causes.isEmpty {
            return Bilingual(
                ja: "\(name.ja): \(asks.ja)が条件です。これだけなら可能です（\(alone.ja)）が、ほかの制限を守ると"
                    + "\(ja)\(together.ja)です（「\(cause.ja)」がなければ可能です）",
                en: "\(name.en): \(asks.en); possible by itself (\(alone.en)), but \(en) \(together.en) "
                    + "with the other limits kept (possible without \(cause.en))")
        }
        return Bilingual(
            ja: "\(name.ja): \(asks.ja)が条件です。これだけなら可能です（\(alone.ja)）が、ほかの制限を守ると"
                + "\(ja)\(together.ja)です" + (others.isEmpty ? "" : "（そのとき余裕のない制限: \(list.ja)）"),
            en: "\(name.en): \(asks.en); possible by itself (\(alone.en)), but \(en) \(together.en) "
                + "with the other limits kept"
                + (others.isEmpty ? "" : " (no room left then in: \(list.en))"))
    }
}

extension MatchSolving {
    /// Limits that a message names at most.
    private static let namedObstacles = 10
    private static let namedOthers = 3
    /// Limits that are tried out one by one as the cause.
    private static let triedCauses = 12

    /// The rows that the problem has, in its order.
    private var activeRows: [LimitRow] { match.rows.filter { !$0.isRedundant } }

    /// Limits that no programme file states: two people are paired once.
    private var structuralLimits: [Limit] { Array(match.problem.limits.dropFirst(activeRows.count)) }

    /// What stands in the way, as far as the solver has named it.
    func obstacles(_ reason: Infeasibility?) throws(PipelineError) -> [LimitObstacle] {
        let rows = activeRows
        var obstacles: [LimitObstacle] = []
        for broken in (reason?.limits ?? []).prefix(Self.namedObstacles) where broken.index < rows.count {
            let row = rows[broken.index]
            let rest = rows.enumerated().filter { $0.offset != broken.index }.map(\.element)
            let alone = try extreme(of: row, under: [])
            let together = try extreme(of: row, under: rest)
            let others = together.map { chosen in rest.filter { !$0.isPersonal && $0.binds(chosen) } } ?? []
            let isMetAlone = alone.map { row.isKept(by: $0) } ?? false
            // A minimum is not explained by other minima: something asks for the opposite.
            let isExplained = others.contains { $0.isLower != row.isLower }
            obstacles.append(
                LimitObstacle(
                    name: row.name, asks: row.asks, isLower: row.isLower, isMetAlone: isMetAlone,
                    alone: alone.map(row.reached), together: together.map(row.reached),
                    others: others.prefix(Self.namedOthers).map(\.name),
                    causes: isMetAlone && !isExplained ? try causes(of: row, among: rest) : []))
        }
        return obstacles
    }

    /// The limits without any one of which, with all its rows, the row could be kept together with the rest.
    private func causes(of row: LimitRow, among rest: [LimitRow]) throws(PipelineError) -> [Bilingual] {
        var names: [Bilingual] = []
        var seen: Set<String> = [row.id]
        for other in rest where seen.count <= Self.triedCauses && seen.insert(other.id).inserted {
            guard let chosen = try extreme(of: row, under: rest.filter { $0.id != other.id }),
                row.isKept(by: chosen)
            else { continue }
            names.append(rest.count { $0.id == other.id } == 1 ? other.name : other.label)
        }
        return names
    }

    /// The problem with every quota that may be relaxed at what is attainable, one after the other; `nil`
    /// where there is none or the other limits cannot be kept either.
    func relaxed() throws(PipelineError) -> (problem: AssignmentProblem, rows: [LimitRow])? {
        guard match.rows.contains(where: \.isRelaxable) else { return nil }
        var rows = match.rows
        for index in rows.indices where rows[index].isRelaxable {
            let kept = rows.enumerated().filter { !$0.element.isRelaxable || $0.offset < index }.map(
                \.element)
            guard let best = try extreme(of: rows[index], under: kept) else { return nil }
            if !rows[index].isKept(by: best) { rows[index].relax(to: rows[index].sum(of: best)) }
        }
        let limits = rows.filter { !$0.isRedundant }.map(\.limit) + structuralLimits
        return (try match.problem.replacing(limits: limits), rows)
    }

    /// The choice in which a row's sum goes as far as it can in the direction that it asks for; `nil` where
    /// the other rows cannot be kept or the time did not suffice.
    private func extreme(of row: LimitRow, under rows: [LimitRow]) throws(PipelineError) -> Set<Int>? {
        var weights = Array(repeating: 0, count: edges.count)
        for term in row.limit.terms { weights[term.edge] = term.coefficient }
        let goal = Goal(name: row.id, weights: weights, sense: row.isLower ? .maximise : .minimise)
        let limits = rows.filter { !$0.isRedundant }.map(\.limit) + structuralLimits
        do throws(PipelineError) {
            let (outcome, solution) = try answer(match.problem.replacing(goals: [goal], limits: limits))
            return outcome.claim == .provenOptimal ? Set(solution.edges) : nil
        } catch {
            switch error {
            case .infeasible, .solverStopped(.timeLimit, _): return nil
            default: throw error
            }
        }
    }
}

extension LimitRow {
    /// Whether chosen edges keep the row.
    func isKept(by chosen: Set<Int>) -> Bool {
        isLower ? sum(of: chosen) >= bound : sum(of: chosen) <= bound
    }

    /// Takes what is attainable for the bound.
    fileprivate mutating func relax(to attained: Int) {
        limit =
            isLower
            ? Limit(name: limit.name, terms: limit.terms, atLeast: attained)
            : Limit(name: limit.name, terms: limit.terms, atMost: attained)
        isRelaxed = true
    }
}

extension PipelineError {
    /// What is in the way, under a heading, and what to do.
    static func text(of obstacles: [LimitObstacle]) -> [Bilingual] {
        let heading = Bilingual(
            ja: "制限をすべて守れる組み合わせがありません（何も書き出していません）。",
            en: "no set of pairs keeps all limits; nothing was written:")
        let cure = Bilingual(
            ja: "設定ファイルの limits か、固定リストを見直してください。quota に relax: yes と書くと、可能な数で続けます。",
            en: "change these limits or the locks; with relax: yes a quota is taken at what is possible.")
        return [heading] + obstacles.map { $0.text.map { "  " + $0 } } + [cure]
    }

    static func negativeText(_ person: PersonID, _ field: Bilingual, _ value: Int) -> Bilingual {
        Bilingual(
            ja: "\(person) の\(field.ja)が\(value)です。制限で合計する数は0以上に直してください。",
            en: "\(person): \(field.en) is \(value); a number that a limit adds up must not be below 0.")
    }

    static let previousMissingText = Bilingual(
        ja: "目標 fewest-changes には --previous（前回の matches.csv など、ペアの一覧）が必要です。",
        en:
            "the goal fewest-changes needs --previous, a list of pairs such as an earlier run's matches.csv."
    )

    static let previousUnusedText = Bilingual(
        ja: "--previous がありますが、設定ファイルの目標に fewest-changes がありません。どちらかに合わせてください。",
        en:
            "--previous is given, but the programme has no goal fewest-changes; add it or leave the list out."
    )
}
