package import Records

/// How the monthly exports of several years are made up.
package struct MonthlyPlan: Hashable, Sendable {
    /// The days of the exports, in order.
    package let days: [CivilDate]
    /// Who applies over the whole time.
    package let counts: [Side: Int]
    /// The field with the day of the application; `nil` for exports without one.
    package let applied: String?
    package let rates: CaseRates

    /// For so many days a resident stands in the list: whose pair lasts its half-year is off it by then, whose pair ends
    /// early comes back.
    static let residentsListed = 180
    /// So many days before the first export the first people apply.
    static let daysBefore = 30

    /// The first days of the months up to the one of `last`; at least one.
    package init(
        years: Int, upTo last: CivilDate, counts: [Side: Int], applied: String?,
        rates: CaseRates = CaseRates()
    ) {
        let (year, month, _) = last.components
        // Exists for every day that the calendar has.
        let lastMonth = CivilDate(year: year, month: month, day: 1) ?? last
        days = (0..<max(1, 12 * years)).reversed().map { lastMonth.adding(months: -$0) }
        self.counts = counts
        self.applied = applied
        self.rates = rates
    }
}

extension CohortSimulator {
    /// The exports of one side, one for each day of the plan: everybody who had applied by then and has not left.
    ///
    /// Somebody's row is the same in all of them, mistakes included.
    ///
    /// O(people × (columns + exports)).
    package func exports(of side: Side, plan: MonthlyPlan) -> [SimulatedExport] {
        guard let columns = plans[side] else { return [] }
        let people = (0..<max(0, plan.counts[side] ?? 0)).map { person($0, columns, plan) }
        return plan.days.map { day in
            var rows: [[String]] = []
            var defects: [PlantedDefect] = []
            for person in people where person.listed.contains(day) {
                rows.append(person.row)
                if let defect = person.defect {
                    defects.append(
                        PlantedDefect(kind: defect.kind, row: rows.count + 1, column: defect.column))
                }
            }
            return SimulatedExport(header: columns.header, rows: rows, defects: defects)
        }
    }

    /// Somebody's row, and the days on which they stand in the list.
    private struct Listed {
        let row: [String]
        let defect: PlantedDefect?
        let listed: Range<CivilDate>
    }

    private func person(_ ordinal: Int, _ columns: SidePlan, _ plan: MonthlyPlan) -> Listed {
        let first = (plan.days.first?.dayNumber ?? 0) - MonthlyPlan.daysBefore
        let last = plan.days.last ?? CivilDate(dayNumber: first)
        var stream = RandomStream(seed: seed, name: [columns.side.rawValue, String(ordinal), "applies"])
        let applied = CivilDate(dayNumber: stream.number(in: first...last.dayNumber))
        var answers = columns.answers(ofPerson: ordinal, seed: seed, asOf: applied)
        if let field = plan.applied, let index = columns.columns.firstIndex(where: { $0.field.name == field })
        {
            answers[index] = .date(applied)
        }
        var row = written(answers, ofPerson: ordinal, plan: columns)
        let defect = DefectPlanter(plan: columns, seed: seed, asOf: applied)
            .spoil(&row, answers: answers, ordinal: ordinal)
        let listedDays = columns.side == .resident ? MonthlyPlan.residentsListed : last - applied + 1
        let limit = CivilDate(dayNumber: applied.dayNumber + max(1, listedDays))
        let left = Leaving(seed: seed, rates: plan.rates).day(
            of: PersonID(CohortSimulator.id(ofPerson: ordinal, on: columns.side)), on: columns.side,
            from: applied, before: limit)
        return Listed(row: row, defect: defect, listed: applied..<(left ?? limit))
    }
}
