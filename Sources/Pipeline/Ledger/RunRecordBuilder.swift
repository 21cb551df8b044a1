import CaseLedger
import Compatibility
import Programmes
import Records
import Reporting

/// What the ledger keeps of a run: everybody who took part, and the proposals with their place among the possible ones.
struct RunRecordBuilder {
    let reading: CohortReading
    let ruleset: Ruleset
    let candidates: Candidates
    let problem: MatchProblem
    let report: MatchReport
    let digest: String

    private var cohort: Cohort { reading.cohort }
    private var programme: Programme { reading.programme }

    func record() -> RunRecord {
        RunRecord(
            programme: LedgerProgramme(programme),
            asOf: cohort.asOf, digest: digest, people: Side.allCases.flatMap(people), labels: labels,
            proposals: proposals, isRematch: reading.isRematch)
    }

    /// The people of one side, each once, by id.
    private func people(_ side: Side) -> [RunRecord.Person] {
        let table = cohort[side]
        let proposed = Set(report.pairs.map { side == .volunteer ? $0.volunteer : $0.resident })
        let places = side == .volunteer ? problem.volunteerPlaces : problem.residentPlaces
        let dates = programme.waitingSince.map { table.dates($0) }
        let running = reading.memory?.history.running[side] ?? [:]
        let answers = programme.breakdownFields.map { ($0, values(of: $0, side)) }
        let requesters = side == .resident ? programme.errands?.spec.requester.map(table.texts) : nil
        var people: [RunRecord.Person] = []
        for (row, id) in table.ids.enumerated() {
            if people.last?.id == id {
                people[people.count - 1].places += places[row]
                continue
            }
            people.append(
                RunRecord.Person(
                    side: side, id: id, applied: dates?[row],
                    state: proposed.contains(id) ? .proposed : state(side, row),
                    places: places[row] + (running[id] ?? 0),
                    groups: Dictionary(
                        answers.map { ($0, $1[row]) }.filter { !$1.isEmpty },
                        uniquingKeysWith: { first, _ in first }),
                    requester: requesters?[row].map { PersonID($0) }))
        }
        return people
    }

    private func state(_ side: Side, _ row: Int) -> LedgerSnapshot.Appearance.State {
        let failed = Set((candidates.failedGates[side]?[row] ?? []).map { ruleset.gates[$0].id })
        if failed.contains(LedgerMemory.pairedGate) { return .paired }
        if failed.contains(LedgerMemory.parkedGate) || failed.contains(LedgerMemory.pendingGate) {
            return .parked
        }
        return failed.isEmpty ? .unmatched : .refused
    }

    private var proposals: [RunRecord.Proposal] {
        let rows = Dictionary(
            zip(cohort.residents.rows, cohort.residents.ids.indices), uniquingKeysWith: { first, _ in first })
        return report.pairs.map { pair in
            let better = rows[pair.residentRow].map { resident in
                candidates.edges(ofResident: resident).count { $0.fit > pair.fit }
            }
            return RunRecord.Proposal(
                pair: PairKey(volunteer: pair.volunteer, resident: pair.resident), fit: pair.fit,
                rank: 1 + (better ?? 0),
                errand: pair.visit.map { visit in
                    PlannedErrand(
                        date: visit.date, start: visit.start, end: visit.end,
                        municipality: visit.isOnline ? nil : municipality(rows[pair.residentRow]))
                })
        }
    }

    /// Where an errand takes place, as far as the ledger is to know.
    private func municipality(_ resident: Int?) -> String? {
        guard let resident, let field = programme.errands?.spec.place else { return nil }
        return cohort.residents.places(field)[resident]?.municipalityCode
    }

    // MARK: Groups

    /// Each person's answers to a question by which the programme's reports group people; none where the side has no such
    /// column.
    private func values(of field: String, _ side: Side) -> [[String]] {
        let table = cohort[side]
        guard cohort.fields[field]?.headers[side] != nil else { return table.ids.map { _ in [] } }
        switch cohort.fields[field]?.kind {
        case .place?: return table.places(field).map { $0.map { [$0.municipalityCode] } ?? [] }
        case .flag?: return table.flags(field).map { $0.map { [flagKey($0)] } ?? [] }
        default:
            let tags = cohort.vocabulary(ofField: field).tags
            return TagSource(field: field).sets(in: table, of: cohort).map { set in
                set?.indices.map { tags[$0].key } ?? []
            }
        }
    }

    private func flagKey(_ flag: Flag) -> String {
        switch flag {
        case .yes: "yes"
        case .no: "no"
        case .negotiable: "negotiable"
        }
    }

    /// How the columns and their answers are called.
    private var labels: [LedgerSnapshot.Label] {
        programme.breakdownFields.flatMap { field -> [LedgerSnapshot.Label] in
            var labels = [(value: "", text: cohort.label(ofField: field))]
            switch cohort.fields[field]?.kind {
            case .place?:
                let places = Side.allCases.flatMap { cohort[$0].places(field).compactMap(\.self) }
                let names = Dictionary(
                    places.map { ($0.municipalityCode, $0.municipality) },
                    uniquingKeysWith: { first, _ in first })
                labels += names.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
            case .flag?:
                labels += [
                    ("yes", Bilingual(ja: "はい", en: "yes")), ("no", Bilingual(ja: "いいえ", en: "no")),
                    ("negotiable", Bilingual(ja: "要相談", en: "negotiable")),
                ]
            default: labels += cohort.vocabulary(ofField: field).tags.map { ($0.key, $0.label) }
            }
            return labels.map {
                LedgerSnapshot.Label(programme: programme.id, key: field, value: $0.value, text: $0.text)
            }
        }
    }
}

extension LedgerProgramme {
    /// What a ledger keeps of a programme file.
    init(_ programme: Programme) {
        self.init(
            id: programme.id, name: programme.name, months: programme.durationMonths,
            parking: programme.parking, judging: programme.judging)
    }
}
