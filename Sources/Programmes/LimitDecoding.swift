import Records
import Yams

/// Reads `limits`: one function here for each kind; how a kind bounds the pairs is the pipeline's business.
struct LimitDecoding {
    let reader: ConfigReader
    let references: FieldReferences
    let groups: GroupDecoding
    /// Whether rows of the residents are errands, which have a date.
    var isErrands = false

    /// What `limits` says.
    struct Limits {
        var capacities: [Side: Capacity] = [:]
        var leastPartners: [Side: Capacity] = [:]
        var orNone: Set<Side> = []
        var limits: [ProgrammeLimit] = []
    }

    private static let largestCount = 1_000_000
    private static let sides = Side.allCases.map(\.rawValue)

    func limits(_ node: Node) -> Limits {
        let kinds: [(key: String, read: (Node) -> ProgrammeLimit?)] = [
            ("caseload", caseload), ("quota", quota), ("budget", budget), ("hours", hours), ("count", count),
        ]
        var result = Limits()
        guard let values = reader.mapping(node, "limits", keys: ["capacity"] + kinds.map(\.key)) else {
            return result
        }
        if let node = values["capacity"] { capacities(node, &result) }
        for kind in kinds {
            guard let node = values[kind.key] else { continue }
            result.limits += oneOrMore(node).compactMap(kind.read)
        }
        return result
    }

    /// A limit, or a list of them.
    private func oneOrMore(_ node: Node) -> [Node] {
        if case .sequence(let nodes) = node { return Array(nodes) }
        return [node]
    }

    // MARK: Capacity

    private func capacities(_ node: Node, _ result: inout Limits) {
        guard let sides = reader.mapping(node, "capacity", keys: LimitDecoding.sides) else { return }
        for side in Side.allCases {
            guard let node = sides[side.rawValue] else { continue }
            guard case .mapping = node else {
                result.capacities[side] = places(node, side, "capacity")
                continue
            }
            guard let bounds = reader.mapping(node, "capacity", keys: ["at-least", "at-most", "or-none"])
            else {
                continue
            }
            result.capacities[side] = bounds["at-most"].flatMap { places($0, side, "at-most") }
            result.leastPartners[side] = bounds["at-least"].flatMap { places($0, side, "at-least") }
            if let node = bounds["or-none"], reader.yesOrNo(node, "or-none") == true {
                result.orNone.insert(side)
                if bounds["at-least"] == nil {
                    reader.report(
                        Bilingual(ja: "or-none は at-least と一緒に使います", en: "or-none goes with at-least only"),
                        at: node)
                }
            }
            checkOrder(result, side, at: node)
        }
    }

    private func places(_ node: Node, _ side: Side, _ what: String) -> Capacity? {
        guard let text = reader.text(node, what) else { return nil }
        if isNumber(text) { return reader.integer(node, what, in: 0...1000).map { .fixed($0) } }
        return references.field(node, what, [.number], on: [side]).map { .field($0.name) }
    }

    private func checkOrder(_ result: Limits, _ side: Side, at node: Node) {
        guard case .fixed(let least)? = result.leastPartners[side] else { return }
        guard case .fixed(let most) = result.capacities[side] ?? .fixed(1), least > most else { return }
        reader.report(
            Bilingual(
                ja: "capacity: at-least（\(least)）が at-most（\(most)）より大きくなっています",
                en: "capacity: at-least (\(least)) is more than at-most (\(most))"), at: node)
    }

    // MARK: Caseload

    /// Reads `{by: coordinator, at-most: 25}`.
    private func caseload(_ node: Node) -> ProgrammeLimit? {
        guard
            let values = reader.mapping(
                node, "caseload", keys: ["by", "at-most", "side", "name"], required: ["by", "at-most"]),
            let by = values["by"], let most = values["at-most"], let side = side(values["side"], .volunteer),
            let field = references.field(by, "by", [.category, .text], on: [side]),
            let atMost = reader.integer(most, "at-most", in: 0...LimitDecoding.largestCount)
        else { return nil }
        let label = name(values) {
            Bilingual(ja: "\(field.label.ja)ごとの件数", en: "caseload by \(field.label.en)")
        }
        return .caseload(Caseload(side: side, field: field.name, atMost: atMost, label: label))
    }

    // MARK: Quota

    /// Reads `{group: {field: situation, is: refugee}, at-least: 90%}`.
    private func quota(_ node: Node) -> ProgrammeLimit? {
        guard
            let values = reader.mapping(
                node, "quota", keys: ["group", "at-least", "at-most", "of", "relax", "name"],
                required: ["group"]),
            let groupNode = values["group"], let group = groups.group(groupNode, "group"),
            let (sense, amountNode) = sense(values, at: node)
        else { return nil }
        let base = values["of"].map { reader.choice($0, "of", of: ["eligible", "pairs"]) }
        if case .some(nil) = base { return nil }
        guard let amount = amount(amountNode, sense, of: base ?? nil, values["of"]) else { return nil }
        let isRelaxed = values["relax"].map { reader.yesOrNo($0, "relax") ?? false } ?? false
        if isRelaxed, case .shareOfPairs = amount, let relax = values["relax"] {
            reader.report(
                Bilingual(
                    ja: "relax は「of: pairs」とは使えません", en: "relax does not go with 'of: pairs'"), at: relax)
        }
        let label = name(values) {
            Bilingual(ja: "「\(group.label.ja)」の組数", en: "quota for “\(group.label.en)”")
        }
        return .quota(Quota(group: group, sense: sense, amount: amount, isRelaxed: isRelaxed, label: label))
    }

    /// Which way a quota bounds; exactly one of the two keys.
    private func sense(_ values: [String: Node], at node: Node) -> (Quota.Sense, Node)? {
        switch (values["at-least"], values["at-most"]) {
        case (let least?, nil): return (.atLeast, least)
        case (nil, let most?): return (.atMost, most)
        default:
            reader.report(
                Bilingual(
                    ja: "quota: at-least か at-most のどちらか一つを書いてください（両方なら quota を2つ書きます）",
                    en: "quota: give either at-least or at-most; for both, write two quotas"), at: node)
            return nil
        }
    }

    private func amount(
        _ node: Node, _ sense: Quota.Sense, of base: String?, _ baseNode: Node?
    ) -> Quota.Amount? {
        let what = sense == .atLeast ? "at-least" : "at-most"
        let lowest = sense == .atLeast ? 1 : 0
        guard let text = reader.text(node, what) else { return nil }
        if isNumber(text) {
            if let baseNode {
                reader.report(
                    Bilingual(
                        ja: "of は割合（90% など）のときだけ使えます", en: "of goes with a share such as 90% only"),
                    at: baseNode)
                return nil
            }
            return reader.integer(node, what, in: lowest...LimitDecoding.largestCount).map { .pairs($0) }
        }
        guard let share = Quantity.share(text), (lowest...Quota.whole).contains(share) else {
            reader.report(
                Bilingual(
                    ja: "\(what): 「\(text)」は使えません（\(lowest == 1 ? "1以上の" : "")整数か、90% のような100%までの割合）",
                    en:
                        "\(what): '\(text)' is neither a whole number\(lowest == 1 ? " from 1" : "") nor a "
                        + "share up to 100% such as 90%"),
                at: node)
            return nil
        }
        return base == "pairs" ? .shareOfPairs(share) : .shareOfEligible(share)
    }

    // MARK: Budget and hours

    /// Reads `{distance: home, at-most: 300 km}` or `{number: cost, side: resident, at-most: 40}`.
    private func budget(_ node: Node) -> ProgrammeLimit? {
        guard
            let values = reader.mapping(
                node, "budget", keys: ["distance", "number", "side", "at-most", "name"], required: ["at-most"]
            ),
            let most = values["at-most"]
        else { return nil }
        switch (values["distance"], values["number"]) {
        case (let distance?, nil): return distanceBudget(distance, most, values)
        case (nil, let number?): return numberBudget(number, most, values)
        default:
            reader.report(
                Bilingual(
                    ja: "budget: distance か number のどちらか一つを書いてください",
                    en: "budget: give either distance or number"), at: node)
            return nil
        }
    }

    private func distanceBudget(_ node: Node, _ most: Node, _ values: [String: Node]) -> ProgrammeLimit? {
        if let side = values["side"] {
            reader.report(
                Bilingual(ja: "side は number のときだけ使えます", en: "side goes with number only"), at: side)
        }
        guard let field = references.field(node, "distance", [.place], on: [.volunteer, .resident]),
            isAnswered(field, on: [.volunteer, .resident], at: node),
            let metres = reader.quantity(most, "at-most", example: "300 km", Quantity.metres)
        else { return nil }
        let label = name(values) { Bilingual(ja: "距離の合計", en: "total distance") }
        return .budget(
            Budget(quantity: .distance(field: field.name), atMost: metres / 100, label: label))
    }

    private func numberBudget(_ node: Node, _ most: Node, _ values: [String: Node]) -> ProgrammeLimit? {
        guard let side = side(values["side"], .resident),
            let field = references.field(node, "number", [.number], on: [side]),
            isAnswered(field, on: [side], at: node),
            let atMost = reader.integer(most, "at-most", in: 0...1_000_000_000)
        else { return nil }
        let label = name(values) {
            Bilingual(ja: "\(field.label.ja)の合計", en: "total of \(field.label.en)")
        }
        return .budget(
            Budget(quantity: .number(field: field.name, side: side), atMost: atMost, label: label))
    }

    /// Reads `{volunteer: weekly_hours, load: 2}` or `{volunteer: weekly_hours, load: hours_needed, per: week}`.
    private func hours(_ node: Node) -> ProgrammeLimit? {
        guard
            let values = reader.mapping(
                node, "hours", keys: ["volunteer", "load", "per", "name"], required: ["volunteer", "load"]),
            let fieldNode = values["volunteer"], let loadNode = values["load"],
            let field = references.field(fieldNode, "volunteer", [.number], on: [.volunteer]),
            isAnswered(field, on: [.volunteer], at: fieldNode), let text = reader.text(loadNode, "load")
        else { return nil }
        let load: Hours.Load
        if isNumber(text) {
            guard let hours = reader.integer(loadNode, "load", in: 1...1000) else { return nil }
            load = .fixed(hours)
        } else {
            guard let needed = references.field(loadNode, "load", [.number, .duration], on: [.resident]),
                isAnswered(needed, on: [.resident], at: loadNode)
            else { return nil }
            load = needed.kind == .duration ? .duration(needed.name) : .field(needed.name)
        }
        return .hours(
            Hours(
                field: field.name, load: load, period: values["per"].flatMap(period),
                label: name(values) { field.label }))
    }

    /// Reads `{volunteer: errands_a_month, per: month}`.
    private func count(_ node: Node) -> ProgrammeLimit? {
        guard
            let values = reader.mapping(
                node, "count", keys: ["volunteer", "per", "name"], required: ["volunteer", "per"]),
            let fieldNode = values["volunteer"], let period = values["per"].flatMap(period),
            let field = references.field(fieldNode, "volunteer", [.number], on: [.volunteer])
        else { return nil }
        return .count(ErrandCount(field: field.name, period: period, label: name(values) { field.label }))
    }

    /// `week` or `month`, where the residents' rows have dates.
    private func period(_ node: Node) -> Period? {
        guard isErrands else {
            reader.report(
                Bilingual(ja: "「per」は kind: errands だけで使えます", en: "'per' is for kind: errands only"), at: node
            )
            return nil
        }
        return reader.choice(node, "per", of: Period.allCases.map(\.rawValue)).flatMap(Period.init(rawValue:))
    }

    // MARK: Parts

    private func side(_ node: Node?, _ usual: Side) -> Side? {
        guard let node else { return usual }
        return reader.choice(node, "side", of: LimitDecoding.sides).flatMap(Side.init(rawValue:))
    }

    private func name(_ values: [String: Node], _ usual: () -> Bilingual) -> Bilingual {
        values["name"].flatMap { reader.bilingual($0, "name") } ?? usual()
    }

    private func isNumber(_ text: String) -> Bool { text.utf8.allSatisfy { (48...57).contains($0) } }

    /// Whether every usable row has the answer; what is missing cannot be added up.
    private func isAnswered(_ field: FieldSpec, on sides: Set<Side>, at node: Node) -> Bool {
        let missing = Side.allCases.filter { sides.contains($0) && !field.required.contains($0) }
        guard !missing.isEmpty else { return true }
        let list = missing.map(\.rawValue).joined(separator: ", ")
        reader.report(
            Bilingual(
                ja: "空欄は合計できません。項目「\(field.name)」に required: [\(list)] を付けてください",
                en: "an empty cell cannot be added up; give field '\(field.name)' required: [\(list)]"),
            at: node)
        return false
    }
}
