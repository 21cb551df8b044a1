import Evidence
import Records

/// The corners of a curve, which a chart joins by straight lines: where a share jumps, a day stands twice.
struct AnnualSteps {
    /// Day, share, lower end, upper end and, where there is one, the target.
    private(set) var rows: [[Spreadsheet.Cell]] = []
    private let target: [Spreadsheet.Cell]

    /// - Parameters:
    ///   - curve: The curve.
    ///   - points: Its points that have a value, in order.
    init(_ curve: AnnualCurve, _ points: [(day: Int, figure: AnnualFigure)]) {
        target = curve.target.map { [.measure(Double($0) / 10_000, .wholeShare)] } ?? []
        guard !points.isEmpty else { return }
        var level: [Spreadsheet.Cell] = [.measure(curve.start, .share), .empty, .empty]
        add(0, level)
        for (day, figure) in points {
            if curve.isStepped { add(day, level) }
            let ends = [figure.interval?.lower, figure.interval?.upper].map { $0.map(Self.share) ?? .empty }
            level = [figure.value.map(Self.share) ?? .empty] + ends
            add(day, level)
        }
        let last = points.last?.day ?? 0
        if curve.isStepped, curve.lastDay > last { add(curve.lastDay, level) }
    }

    private static func share(_ value: Double) -> Spreadsheet.Cell {
        .measure(AnnualJSON.rounded(value), .share)
    }

    private mutating func add(_ day: Int, _ level: [Spreadsheet.Cell]) {
        rows.append([.measure(Double(day), .count)] + level + target)
    }
}
