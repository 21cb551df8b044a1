import Compatibility
import Records
import Yams

/// Reads `examples`.
///
/// Rules, criteria and fields that an example names must exist; whether it holds is found by `check`.
struct ExampleDecoding {
    let reader: ConfigReader
    let fields: [FieldSpec]
    let ruleset: Ruleset
    let rules: RuleDecoding

    private static let claims = ["passes", "fails", "no-less", "is"]

    func examples(_ node: Node) -> [ProgrammeExample] {
        (reader.list(node, "examples") ?? []).enumerated().compactMap { example($1, number: $0 + 1) }
    }

    private func example(_ node: Node, number: Int) -> ProgrammeExample? {
        let sides = Side.allCases.map(\.rawValue)
        guard
            let values = reader.mapping(
                node, "examples", keys: ["name", "as-of"] + sides + ExampleDecoding.claims)
        else { return nil }
        var people: [Side: ProgrammeExample.Person] = [:]
        for side in Side.allCases {
            guard let node = values[side.rawValue] else { continue }
            if case .mapping = node {
                guard let cells = cells(node, side) else { return nil }
                people[side] = .madeUp(cells)
            } else {
                guard let id = reader.text(node, side.rawValue) else { return nil }
                people[side] = .ofExport(id)
            }
        }
        guard let claim = claim(values, at: node) else { return nil }
        guard !people.isEmpty else {
            reader.report(
                Bilingual(
                    ja: "例に volunteer か resident が必要です", en: "an example needs a volunteer or a resident"),
                at: node)
            return nil
        }
        return ProgrammeExample(
            name: values["name"].flatMap { reader.bilingual($0, "name") }
                ?? Bilingual(ja: "例\(number)", en: "example \(number)"),
            people: people, asOf: values["as-of"].flatMap { rules.day($0, "as-of") }, claim: claim,
            line: node.mark?.line)
    }

    private func claim(_ values: [String: Node], at node: Node) -> ProgrammeExample.Claim? {
        let given = ExampleDecoding.claims.filter { values[$0] != nil }
        guard given.count == 1, let kind = given.first, let value = values[kind] else {
            reader.report(
                Bilingual(
                    ja: "例には passes、fails、no-less、is のどれか一つが必要です",
                    en: "an example needs exactly one of passes, fails, no-less and is"), at: node)
            return nil
        }
        switch kind {
        case "passes": return rules(value, kind).map { .passes($0) }
        case "fails": return rules(value, kind).map { .fails($0) }
        case "is":
            return reader.choice(value, "is", of: ["possible", "forbidden"]).map {
                $0 == "possible" ? .isPossible : .isForbidden
            }
        default: return noLess(value)
        }
    }

    /// The ids of rules: one, or a list.
    private func rules(_ node: Node, _ what: String) -> [String]? {
        let nodes: [Node]
        if case .sequence = node { nodes = reader.list(node, what) ?? [] } else { nodes = [node] }
        let known = ruleset.gates.map(\.id) + ruleset.pairRules.map(\.id)
        let ids = nodes.compactMap { reader.choice($0, what, of: known) }
        return ids.count == nodes.count && !ids.isEmpty ? ids : nil
    }

    /// `{criterion: time, than: {volunteer: {free_time: 土9:00-11:00}}}`.
    private func noLess(_ node: Node) -> ProgrammeExample.Claim? {
        let keys = ["criterion", "than"]
        guard let values = reader.mapping(node, "no-less", keys: keys, required: keys),
            let criterion = values["criterion"].flatMap({
                reader.choice($0, "criterion", of: ruleset.criteria.map(\.name))
            }), let than = values["than"],
            let sides = reader.mapping(than, "than", keys: Side.allCases.map(\.rawValue))
        else { return nil }
        var changes: [Side: [String: String]] = [:]
        for side in Side.allCases {
            if let node = sides[side.rawValue] { changes[side] = cells(node, side) }
        }
        return changes.isEmpty ? nil : .noLess(criterion: criterion, than: changes)
    }

    private func cells(_ node: Node, _ side: Side) -> [String: String]? {
        guard let entries = reader.entries(node, side.rawValue) else { return nil }
        let known = fields.filter { $0.headers[side] != nil }.map(\.name)
        var cells: [String: String] = [:]
        for (key, keyNode, value) in entries {
            guard known.contains(key) else {
                reader.reportUnknown(key, at: keyNode, known: known, noun: Bilingual(ja: "項目", en: "field"))
                return nil
            }
            guard let text = reader.text(value, key) else { return nil }
            cells[key] = text
        }
        return cells
    }
}
