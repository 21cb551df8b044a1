import Compatibility
import Records
import Yams

/// What any pair rule may be given beside its own keys: `when`, a condition on the pair, and `warn`.
struct PairRuleFrame {
    /// The rule without the keys of the frame.
    let rule: Node
    let condition: PairCondition?
    /// Whether the rule only warns.
    let warns: Bool

    func framed(_ rule: any PairRule) -> any PairRule {
        condition.map { ConditionalRule(rule, when: $0) } ?? rule
    }
}

/// Rules about two people of one organisation, and soft rules.
extension RuleDecoding {
    /// Takes `when: {same: company}` and `warn: yes` off a pair rule.
    func frame(_ node: Node) -> PairRuleFrame {
        guard case .mapping(let mapping) = node else {
            return PairRuleFrame(rule: node, condition: nil, warns: false)
        }
        let own = mapping.filter { !["when", "warn"].contains($0.key.scalar?.string ?? "") }
        let rest = Node.Mapping(own.map { ($0.key, $0.value) }, mapping.tag, mapping.style, mapping.mark)
        return PairRuleFrame(
            rule: .mapping(rest), condition: mapping["when"].flatMap(pairCondition),
            warns: warns(mapping["warn"]))
    }

    /// Reads `warn: yes`.
    func warns(_ node: Node?) -> Bool {
        node.flatMap { reader.yesOrNo($0, "warn") } ?? false
    }

    /// Reads `{same: company}` or `{differs: company}`.
    private func pairCondition(_ node: Node) -> PairCondition? {
        guard let entries = reader.entries(node, "when") else { return nil }
        guard entries.count == 1, let entry = entries.first else {
            reader.report(
                Bilingual(
                    ja: "when: 「same: 項目」か「differs: 項目」のどちらか一つを書いてください",
                    en: "when: write either 'same: FIELD' or 'differs: FIELD'"), at: node)
            return nil
        }
        guard ["same", "differs"].contains(entry.key) else {
            reader.reportUnknown(
                entry.key, at: entry.keyNode, known: ["same", "differs"],
                noun: Bilingual(ja: "キー", en: "key"))
            return nil
        }
        return references.field(entry.value, entry.key, [.category, .text], on: [.volunteer, .resident])
            .map { PairCondition(field: $0.name, isSame: entry.key == "same") }
    }

    /// `unknown: passes` or `unknown: fails`: what a missing answer does.
    private func unknownPasses(_ node: Node?, usually: Bool) -> Bool {
        guard let node, let word = reader.choice(node, "unknown", of: ["passes", "fails"]) else {
            return usually
        }
        return word == "passes"
    }

    func same(_ node: Node) -> (any PairRule)? {
        guard let values = reader.mapping(node, "same", keys: ["same", "unknown"]), let name = values["same"],
            let field = references.field(name, "same", [.category, .text], on: [.volunteer, .resident])
        else { return nil }
        return AnswerRule(
            .same, field: field.name, unknownPasses: unknownPasses(values["unknown"], usually: false))
    }

    /// Of a text or the id: not the same person; of a category: another answer.
    func differs(_ node: Node) -> (any PairRule)? {
        guard let values = reader.mapping(node, "differs", keys: ["differs", "unknown"]),
            let name = values["differs"]
        else { return nil }
        let isID = name.scalar?.string == "id"
        let field =
            isID ? nil : references.field(name, "differs", [.text, .category], on: [.volunteer, .resident])
        if let field, case .category = field.kind {
            return AnswerRule(
                .differs, field: field.name, unknownPasses: unknownPasses(values["unknown"], usually: false))
        }
        if let unknown = values["unknown"] {
            reader.report(
                Bilingual(
                    ja: "differs: 「unknown」は区分（category）の項目だけで使えます",
                    en: "differs: 'unknown' is for category fields only"), at: unknown)
        }
        return isID ? DiffersRule(field: "id") : field.map { DiffersRule(field: $0.name) }
    }

    func apart(_ node: Node) -> (any PairRule)? {
        guard let values = reader.mapping(node, "apart", keys: ["apart", "unknown"]),
            let name = values["apart"],
            let field = references.field(name, "apart", [.tagged], on: [.volunteer, .resident])
        else { return nil }
        return ApartRule(
            field: field.name, unknownPasses: unknownPasses(values["unknown"], usually: true))
    }

    func gap(_ node: Node) -> (any PairRule)? {
        guard
            let values = reader.mapping(
                node, "gap", keys: ["gap", "at-most", "unknown"], required: ["at-most"]),
            let name = values["gap"], let most = values["at-most"],
            let field = references.field(name, "gap", [.number], on: [.volunteer, .resident]),
            let atMost = reader.integer(most, "at-most", in: 0...1_000_000)
        else { return nil }
        return GapRule(
            field: field.name, atMost: atMost,
            unknownPasses: unknownPasses(values["unknown"], usually: false))
    }

    /// `reporting-line: manager_number`, `of: employee_number`, `inside: company`.
    func reportingLine(_ node: Node) -> (any PairRule)? {
        guard
            let values = reader.mapping(
                node, "reporting-line", keys: ["reporting-line", "of", "inside"], required: ["of"]),
            let managerNode = values["reporting-line"], let numberNode = values["of"],
            let manager = references.field(
                managerNode, "reporting-line", [.text], on: [.volunteer, .resident]),
            let number = references.field(numberNode, "of", [.text], on: [.volunteer, .resident])
        else { return nil }
        guard let insideNode = values["inside"] else {
            return ReportingLineRule(manager: manager.name, number: number.name)
        }
        return references.field(insideNode, "inside", [.category, .text], on: [.volunteer, .resident])
            .map { ReportingLineRule(manager: manager.name, number: number.name, within: $0.name) }
    }

    /// `both: pair_wish`, `have: internal` or a list of words.
    func both(_ node: Node) -> (any PairRule)? {
        guard
            let values = reader.mapping(node, "both", keys: ["both", "have", "unknown"], required: ["have"]),
            let name = values["both"], let have = values["have"],
            let field = references.field(name, "both", [.tagged], on: [.volunteer, .resident])
        else { return nil }
        var words = [have]
        if case .sequence = have { words = reader.list(have, "have") ?? [] }
        let keys = words.compactMap { references.key($0, "have", of: field) }
        guard !keys.isEmpty, keys.count == words.count else {
            if words.isEmpty {
                reader.report(
                    Bilingual(ja: "have: 値がありません", en: "have: there is no word"), at: have)
            }
            return nil
        }
        return BothRule(
            field: field.name, oneOf: keys, unknownPasses: unknownPasses(values["unknown"], usually: false))
    }
}
