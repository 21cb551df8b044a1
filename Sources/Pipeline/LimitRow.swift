import Assignment
import Programmes
import Records

/// One row of the programme's limits as the problem has it, with the words to speak of it.
struct LimitRow {
    /// How the sum of a row reads.
    enum Scale {
        case pairs
        /// Whole 100 m.
        case distance
        /// The unit of a number field, which the export knows and we do not.
        case number
        case minutes
        /// Pairs of a group against a share of all pairs; `member` is the coefficient of the group's edges.
        case share(member: Int)
    }

    /// `quota-1`: rows of one limit share it.
    let id: String
    /// How the limit is called: `caseload by coordinator`.
    let label: Bilingual
    /// Of whom this row speaks, where the limit has a row for many: an answer, or a person's id.
    var group: Bilingual?
    /// Whether `group` is a word of a vocabulary and no cell of an export.
    var isGroupPublic = true
    /// What the row asks: `at most 25 pairs`.
    let asks: Bilingual
    let scale: Scale
    /// The row itself; with a relaxed quota its bound is what is attainable.
    var limit: Limit
    /// Whether the programme lets the run go on without it.
    var isRelaxable = false
    /// Whether its bound was lowered to what is attainable.
    var isRelaxed = false
    /// Whether the report shows all rows of the limit as one count: one row for each person.
    var isPersonal = false
    /// Whether capacities alone keep it, so that the problem does without it.
    var isRedundant = false
    /// Of a limit on each person: the stretch of the calendar that the row is about.
    var period: Period?
    /// Whether the bound is what the ledger leaves of it.
    var isReduced = false

    /// Label and group in one: `caseload by coordinator: Sato`.
    var name: Bilingual {
        guard let group else { return label }
        return Bilingual(ja: "\(label.ja)（\(group.ja)）", en: "\(label.en): \(group.en)")
    }

    /// Whether the row bounds from below; no row does both.
    var isLower: Bool { limit.lower != nil }

    /// The bound that the problem has.
    var bound: Int { limit.lower ?? limit.upper ?? 0 }

    /// The sum over chosen edges.
    func sum(of chosen: Set<Int>) -> Int {
        limit.terms.reduce(0) { chosen.contains($1.edge) ? $0 + $1.coefficient : $0 }
    }

    /// Whether no pair can be added (or taken away) without breaking the row: what is left is less than the
    /// smallest step of a pair in that direction.
    func binds(_ chosen: Set<Int>) -> Bool {
        let room = isLower ? sum(of: chosen) - bound : bound - sum(of: chosen)
        // Towards a lower bound leads taking away what adds to the sum, and adding what lessens it.
        let steps = limit.terms.lazy.map { $0.coefficient.magnitude }.filter { $0 > 0 }
        guard case .share(let member) = scale else { return steps.min().map { room < Int($0) } ?? false }
        let step = isLower ? limit.terms.map(\.coefficient).first { $0 != member } : member
        return step.map { room < abs($0) } ?? false
    }

    /// What chosen edges come to, in words: `18 pairs`, `12.3 km`, `12 of 30 pairs (40.0%)`.
    func reached(_ chosen: Set<Int>) -> Bilingual {
        guard case .share(let member) = scale else { return LimitText.amount(sum(of: chosen), scale) }
        let count = limit.terms.count { $0.coefficient == member && chosen.contains($0.edge) }
        return LimitText.share(count, of: chosen.count)
    }
}
