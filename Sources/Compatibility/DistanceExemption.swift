import Records

/// Pairs who need not be near, because they do not meet in person.
package enum DistanceExemption: Hashable, Sendable {
    /// Both meet it: both accept online.
    case both(FieldCondition)
    /// The resident meets it: the errand is online.
    case resident(FieldCondition)

    /// Whether each person of a table does their part; a pair is exempt where both do.
    func part(of table: PersonTable, in cohort: Cohort) -> [Bool] {
        switch self {
        case .both(let condition): condition.holds(in: table, of: cohort)
        case .resident(let condition):
            table.side == .resident
                ? condition.holds(in: table, of: cohort) : Array(repeating: true, count: table.count)
        }
    }
}
