import Compatibility
import Intake
import Programmes
package import Records

/// What became of one example of a programme file.
package struct ExampleVerdict: Sendable {
    package enum Outcome: Hashable, Sendable {
        case holds
        /// Why not.
        case broken(Bilingual)
        /// It names people of the exports, and none were given.
        case skipped
    }

    package let name: Bilingual
    package let line: Int?
    package let outcome: Outcome
}

/// Tries the examples of a programme on its own rules and criteria.
struct ExampleCheck {
    let programme: Programme
    let ruleset: Ruleset
    /// The people of the exports, where there are any.
    let cohort: Cohort?
    let asOf: CivilDate
    let places: PlaceTable?
    let closedDays: ClosedDays

    func verdicts() -> [ExampleVerdict] {
        programme.examples.map { example in
            ExampleVerdict(name: example.name, line: example.line, outcome: outcome(of: example))
        }
    }

    /// One example on a cohort, with the index of its people.
    private struct Case {
        let cohort: Cohort
        let rows: [Side: Int]
    }

    private func outcome(of example: ProgrammeExample) -> ExampleVerdict.Outcome {
        do throws(MadeUpCellError) {
            guard let tried = try prepare(example.people, asOf: example.asOf) else { return .skipped }
            switch example.claim {
            case .passes(let ids): return judge(ids, tried, wanted: true)
            case .fails(let ids): return judge(ids, tried, wanted: false)
            case .isPossible: return judge(whole: tried, wanted: true)
            case .isForbidden: return judge(whole: tried, wanted: false)
            case .noLess(let criterion, let than):
                var others = example.people
                for (side, changes) in than {
                    guard case .madeUp(let cells)? = others[side] else { continue }
                    others[side] = .madeUp(cells.merging(changes) { _, new in new })
                }
                guard let other = try prepare(others, asOf: example.asOf) else { return .skipped }
                return compare(criterion, tried, other)
            }
        } catch {
            return .broken(
                Bilingual(
                    ja: "\(error.field): \(error.problem.ja)", en: "\(error.field): \(error.problem.en)"))
        }
    }

    /// The people of an example as a cohort of their own, or the cohort of the exports; `nil` where it names somebody who
    /// is not there.
    private func prepare(
        _ people: [Side: ProgrammeExample.Person], asOf day: CivilDate?
    ) throws(MadeUpCellError) -> Case? {
        var vocabularies = programme.vocabularies
        var tables: [Side: PersonTable] = [:]
        var ids: [Side: String] = [:]
        for side in Side.allCases {
            let cells: [String: String]
            switch people[side] {
            case .ofExport(let id)?:
                ids[side] = id
                continue
            case .madeUp(let given)?: cells = given
            case nil: cells = [:]
            }
            tables[side] = try PeopleReader(
                side: side, person: programme.person(side), fields: programme.fields, places: places
            ).madeUp(cells, id: side == .volunteer ? "V" : "R", vocabularies: &vocabularies)
        }
        if !ids.isEmpty { return ofExport(ids) }
        guard let volunteers = tables[.volunteer], let residents = tables[.resident] else { return nil }
        let cohort = Cohort(
            volunteers: volunteers, residents: residents, vocabularies: vocabularies,
            fields: Dictionary(
                programme.fields.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first }),
            asOf: day ?? asOf, closedDays: closedDays)
        return Case(cohort: cohort, rows: people.mapValues { _ in 0 })
    }

    private func ofExport(_ ids: [Side: String]) -> Case? {
        guard let cohort else { return nil }
        var rows: [Side: Int] = [:]
        for (side, id) in ids {
            guard let row = cohort[side].ids.firstIndex(where: { $0.text == id }) else { return nil }
            rows[side] = row
        }
        return Case(cohort: cohort, rows: rows)
    }

    /// What each rule says of the people of a case: `nil` for a met rule, else why it is not.
    private func refusal(_ id: String, _ tried: Case) -> Bilingual? {
        if let gate = ruleset.gates.first(where: { $0.id == id }) {
            for side in Side.allCases where gate.sides.contains(side) {
                guard let row = tried.rows[side] else { continue }
                let table = tried.cohort[side]
                if !gate.passes(table, of: tried.cohort)[row] {
                    return gate.check.refusal(of: row, in: table, of: tried.cohort)
                }
            }
            return nil
        }
        guard let rule = ruleset.pairRules.first(where: { $0.id == id }),
            let volunteer = tried.rows[.volunteer],
            let resident = tried.rows[.resident], !rule.test(in: tried.cohort)(volunteer, resident)
        else { return nil }
        return rule.refusal(volunteer: volunteer, resident: resident, in: tried.cohort)
    }

    private func judge(_ ids: [String], _ tried: Case, wanted: Bool) -> ExampleVerdict.Outcome {
        for id in ids {
            let refusal = refusal(id, tried)
            if wanted, let refusal {
                return .broken(Bilingual(ja: "\(id): \(refusal.ja)", en: "\(id): \(refusal.en)"))
            }
            if !wanted, refusal == nil {
                return .broken(Bilingual(ja: "\(id) の条件に合っている", en: "\(id) is met"))
            }
        }
        return .holds
    }

    private func judge(whole tried: Case, wanted: Bool) -> ExampleVerdict.Outcome {
        let ids = ruleset.gates.map(\.id) + ruleset.pairRules.map(\.id)
        let refusals = ids.compactMap { refusal($0, tried) }
        if wanted, let first = refusals.first { return .broken(first) }
        if !wanted, refusals.isEmpty { return .broken(Bilingual(ja: "すべての条件に合う", en: "every rule is met")) }
        return .holds
    }

    private func compare(_ name: String, _ tried: Case, _ other: Case) -> ExampleVerdict.Outcome {
        guard let criterion = ruleset.criteria.first(where: { $0.name == name }) else { return .skipped }
        func points(_ tried: Case) -> Int {
            criterion.points(
                criterion.measure.values(in: tried.cohort)(
                    tried.rows[.volunteer] ?? 0, tried.rows[.resident] ?? 0))
        }
        let (here, there) = (points(tried), points(other))
        return here >= there
            ? .holds
            : .broken(
                Bilingual(ja: "\(name): \(here)点 < \(there)点", en: "\(name): \(here) points < \(there)"))
    }
}
