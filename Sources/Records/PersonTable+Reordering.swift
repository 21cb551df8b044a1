extension Cohort {
    /// The same cohort with the volunteers in another order, of which each index stands once in `order`: for work on
    /// people who stand together.
    package func reorderingVolunteers(_ order: [Int]) -> Cohort {
        Cohort(
            volunteers: volunteers.taking(order), residents: residents, vocabularies: vocabularies,
            fields: fields, asOf: asOf, history: history, closedDays: closedDays)
    }
}

extension PersonTable {
    /// The people of these rows, in their order; sorted by id only if the rows ascend.
    package func taking(_ order: [Int]) -> PersonTable {
        PersonTable(
            side: side, ids: order.map { ids[$0] }, rows: order.map { rows[$0] },
            columns: columns.mapValues { $0.taking(order) })
    }
}

extension Column {
    fileprivate func taking(_ order: [Int]) -> Column {
        switch self {
        case .text(let values): .text(order.map { values[$0] })
        case .flag(let values): .flag(order.map { values[$0] })
        case .number(let values): .number(order.map { values[$0] })
        case .date(let values): .date(order.map { values[$0] })
        case .category(let values): .category(order.map { values[$0] })
        case .tags(let values): .tags(order.map { values[$0] })
        case .levelledTags(let values): .levelledTags(order.map { values[$0] })
        case .rangedTags(let values): .rangedTags(order.map { values[$0] })
        case .weekly(let values): .weekly(order.map { values[$0] })
        case .place(let values): .place(order.map { values[$0] })
        case .window(let values): .window(order.map { values[$0] })
        case .timeZone(let values): .timeZone(order.map { values[$0] })
        }
    }
}
