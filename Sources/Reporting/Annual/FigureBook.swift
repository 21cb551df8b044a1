import Evidence
import Records

/// Where the figures of a report are written down before it is known which are hidden.
///
/// A count has a key; the same count in two tables has the same key and is one cell. Figures name the counts that they
/// are made of, and are hidden with any of them.
struct FigureBook {
    private struct Draft {
        let figure: AnnualFigure
        let cells: [Int]
    }

    let asOf: CivilDate
    private var counts = LinkedCounts()
    private var cells: [String: Int] = [:]
    private var drafts: [Draft] = []
    private var ids: Set<String> = []
    private var bundles: [Set<String>] = []
    /// What contradicts itself: a count with two values, a sum that is none, a figure given twice.
    private(set) var contradictions: [String] = []

    init(asOf: CivilDate) { self.asOf = asOf }

    /// The value of a count that was written down.
    func value(_ key: String) -> Int? { cells[key].map { counts.cells[$0].value } }

    /// Writes a count down.
    mutating func count(_ key: String, _ value: Int, weight: Int = 1) {
        if let known = self.value(key) {
            if known != value { contradictions.append("\(key): \(known) ≠ \(value)") }
            return
        }
        if value < 0 { contradictions.append("\(key): \(value) < 0") }
        cells[key] = counts.add(value, weight: weight)
    }

    /// Tells that a count is the sum of others.
    mutating func sum(_ total: String, _ parts: [String]) {
        let numbers = ([total] + parts).compactMap { cells[$0] }
        guard numbers.count == parts.count + 1,
            counts.relate(total: numbers[0], parts: Array(numbers.dropFirst()))
        else {
            contradictions.append("\(total) ≠ \(parts.joined(separator: " + "))")
            return
        }
    }

    /// Writes down a part of a whole and what is left of it; the rest has the key of the part and `.rest`.
    mutating func split(_ whole: String, into part: String, _ value: Int, weight: Int = 1) {
        guard let all = self.value(whole) else {
            contradictions.append("\(whole) is not known")
            return
        }
        guard self.value(part) == nil || self.value(part + ".rest") == nil else {
            count(part, value)
            return
        }
        count(part, value, weight: weight)
        count(part + ".rest", all - value, weight: weight)
        sum(whole, [part, part + ".rest"])
    }

    /// Tells that one count is another and something that nobody prints, which is 0 or more.
    mutating func relate(_ whole: String, toAtLeast part: String) {
        guard let all = self.value(whole), let known = self.value(part) else {
            contradictions.append("\(whole) or \(part) is not known")
            return
        }
        let key = "\(whole) beyond \(part)"
        count(key, all - known)
        sum(whole, [part, key])
    }

    /// A figure made of the counts with these keys.
    mutating func add(_ figure: AnnualFigure, of keys: [String]) {
        if !ids.insert(figure.id).inserted { contradictions.append("\(figure.id) is given twice") }
        let numbers = keys.compactMap { cells[$0] }
        if numbers.count != keys.count { contradictions.append("\(figure.id) is made of an unknown count") }
        drafts.append(Draft(figure: figure, cells: numbers))
    }

    /// Tells that figures are hidden all where one is: in a thin table the zeros that are shown say where the hidden
    /// counts are.
    mutating func bundle(_ ids: some Sequence<String>) { bundles.append(Set(ids)) }

    /// The figures, with small counts hidden where a threshold is given.
    func figures(threshold: Int?) -> [AnnualFigure] {
        guard let threshold else { return drafts.map(\.figure) }
        let suppression = Suppression(of: counts, threshold: threshold)
        var hidden = Set(
            drafts.filter { draft in draft.cells.contains { suppression.isHidden[$0] } }.map(\.figure.id))
        for bundle in bundles where !bundle.isDisjoint(with: hidden) { hidden.formUnion(bundle) }
        return drafts.map { hidden.contains($0.figure.id) ? $0.figure.suppressed : $0.figure }
    }
}

extension AnnualFigure {
    /// The same figure without any number.
    fileprivate var suppressed: AnnualFigure {
        AnnualFigure(
            id: id, label: label, definition: definition, unit: unit, method: method, asOf: asOf,
            state: .suppressed)
    }
}

extension FigureBook {
    /// A share of a whole: two counts and what is left.
    mutating func share(
        _ id: String, _ label: Bilingual, _ definition: Bilingual, part: String, whole: String,
        target: Int? = nil
    ) {
        guard let successes = value(part), let trials = value(whole),
            let proportion = Proportion(successes: successes, trials: trials), let share = proportion.share,
            let interval = proportion.interval?.bounds
        else {
            add(absent(id, label, definition, .share, .wilson, Self.nobody), of: [])
            return
        }
        add(
            AnnualFigure(
                id: id, label: label, definition: definition, unit: .share, method: .wilson, asOf: asOf,
                state: .published, numerator: successes, denominator: trials, value: share,
                interval: interval,
                verdict: target.map { TargetVerdict(on: interval, target: $0) }),
            of: [part, part + ".rest", whole])
    }

    /// A count that is printed.
    mutating func number(_ id: String, _ label: Bilingual, _ definition: Bilingual, _ key: String) {
        let count = value(key) ?? 0
        add(
            AnnualFigure(
                id: id, label: label, definition: definition, unit: .count, method: .count, asOf: asOf,
                state: .published, numerator: count, value: Double(count)),
            of: [key])
    }

    /// The difference of two shares.
    mutating func difference(
        _ id: String, _ label: Bilingual, _ definition: Bilingual, _ first: (part: String, whole: String),
        _ second: (part: String, whole: String)
    ) {
        func proportion(_ keys: (part: String, whole: String)) -> Proportion? {
            guard let part = value(keys.part), let whole = value(keys.whole) else { return nil }
            return Proportion(successes: part, trials: whole)
        }
        guard let a = proportion(first), let b = proportion(second),
            let difference = ProportionDifference(a, minus: b)
        else {
            add(absent(id, label, definition, .points, .newcombe, Self.nobody), of: [])
            return
        }
        add(
            AnnualFigure(
                id: id, label: label, definition: definition, unit: .points, method: .newcombe, asOf: asOf,
                state: .published, value: difference.value, interval: difference.interval),
            of: [first, second].flatMap { [$0.part, $0.part + ".rest", $0.whole] })
    }

    /// A setting of the report: a date, a number of days.
    mutating func setting(
        _ id: String, _ label: Bilingual, value: Int? = nil, unit: AnnualFigure.Unit = .text,
        text: Bilingual? = nil
    ) {
        add(
            AnnualFigure(
                id: id, label: label, definition: label, unit: unit, method: .given, asOf: asOf,
                state: .published,
                value: value.map { unit == .share ? Double($0) / 10_000 : Double($0) }, text: text),
            of: [])
    }

    /// A figure that there is not, and why.
    func absent(
        _ id: String, _ label: Bilingual, _ definition: Bilingual, _ unit: AnnualFigure.Unit,
        _ method: AnnualFigure.Method, _ reason: Bilingual
    ) -> AnnualFigure {
        AnnualFigure(
            id: id, label: label, definition: definition, unit: unit, method: method, asOf: asOf,
            state: .unavailable(reason))
    }

    static let nobody = Bilingual(
        ja: "計算できません: 対象がありません", en: "cannot be computed: nothing in the denominator")
}
