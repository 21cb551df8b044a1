import Assignment
import Programmes
import Records
import Reporting

/// The table of limits of a report.
struct LimitFigures {
    let rows: [LimitRow]
    /// Chosen edges.
    let chosen: Set<Int>

    /// A row for every row of a limit; limits on each person come as one.
    var figures: [LimitFigure] {
        var figures: [LimitFigure] = []
        var isListed: Set<String> = []
        for row in rows {
            if !row.isPersonal {
                figures.append(figure(row))
            } else if isListed.insert(row.id).inserted {
                figures.append(summary(rows.filter { $0.id == row.id }, like: row))
            }
        }
        return figures
    }

    private func figure(_ row: LimitRow) -> LimitFigure {
        let value: Int
        if case .share(let member) = row.scale {
            value = row.limit.terms.count { $0.coefficient == member && chosen.contains($0.edge) }
        } else {
            value = row.sum(of: chosen)
        }
        return LimitFigure(
            id: row.id, label: row.label, group: row.group, isGroupPublic: row.isGroupPublic, asks: row.asks,
            reached: row.reached(chosen), value: value, binds: row.binds(chosen), isMet: !row.isRelaxed)
    }

    /// What the rows of a limit on each person are counted in.
    private static func counted(_ period: Period?) -> (ja: String, en: String) {
        switch period {
        case nil: ("人", "people")
        case .week: ("人週", "person-weeks")
        case .month: ("人月", "person-months")
        }
    }

    private func summary(_ rows: [LimitRow], like row: LimitRow) -> LimitFigure {
        let sums = rows.map { ($0, $0.sum(of: chosen)) }.filter { $0.1 > 0 }
        let full = sums.count { $0.1 == $0.0.bound }
        let bounds = Set(rows.map(\.bound))
        let each =
            rows.contains(where: \.isReduced)
            ? Bilingual(ja: "1人ずつの値から台帳の記録を引いた残り", en: "what the ledger leaves of each person's own")
            : Bilingual(ja: "1人ずつの値", en: "each person's own")
        let (people, per) = Self.counted(row.period)
        return LimitFigure(
            id: row.id, label: row.label, group: nil, isGroupPublic: true,
            asks: bounds.count == 1 && !rows.contains(where: \.isReduced)
                ? row.asks
                : row.isLower
                    ? Bilingual(ja: "\(each.ja)以上", en: "at least \(each.en)")
                    : Bilingual(ja: "\(each.ja)以下", en: "at most \(each.en)"),
            reached: Bilingual(
                ja: "ペアのある\(sums.count)\(people)中\(full)\(people)がちょうど",
                en: "\(full) of \(sums.count) \(per) with a pair at it"),
            value: full, binds: full > 0, isMet: true)
    }
}
