import Compatibility
import Records
import Yams

/// Reads `rules`: one entry here for each kind of rule, beside its file in `Compatibility`.
struct RuleDecoding {
    let reader: ConfigReader
    let references: FieldReferences

    /// What `rules` says: what refuses, and what only warns.
    struct Rules {
        var gates: [Gate] = []
        var pairRules: [any PairRule] = []
        var cautions = Cautions()
    }

    /// The gates and the pair rules, each in the order of the file.
    func rules(_ node: Node) -> Rules {
        var rules = Rules()
        for node in reader.list(node, "rules") ?? [] {
            guard let entries = reader.entries(node, "rules") else { continue }
            let keys = entries.map(\.key)
            if keys.contains("gate") {
                if let (gate, warns) = gate(node) {
                    if warns { rules.cautions.gates.append(gate) } else { rules.gates.append(gate) }
                }
            } else if let kind = keys.first(where: { pairDecoders[$0] != nil }),
                let decode = pairDecoders[kind]
            {
                let frame = frame(node)
                guard let rule = decode(frame.rule).map(frame.framed) else { continue }
                if frame.warns { rules.cautions.pairRules.append(rule) } else { rules.pairRules.append(rule) }
            } else {
                reader.reportUnknown(
                    keys.first ?? "", at: entries.first?.keyNode ?? node,
                    known: ["gate"] + pairDecoders.keys.sorted(), noun: Bilingual(ja: "ルール", en: "rule"))
            }
        }
        rules.gates = numbered(rules.gates)
        rules.cautions.gates = numbered(rules.cautions.gates)
        reportRepeatedIDs(rules.pairRules.map(\.id), at: node)
        reportRepeatedIDs(rules.cautions.pairRules.map(\.id), at: node)
        return rules
    }

    /// Several gates may ask the same field: from the second on the id carries a number.
    private func numbered(_ gates: [Gate]) -> [Gate] {
        var seen: [String: Int] = [:]
        return gates.map { gate in
            seen[gate.id, default: 0] += 1
            let number = seen[gate.id, default: 1]
            return number == 1 ? gate : gate.renamed("\(gate.id)-\(number)")
        }
    }

    private func reportRepeatedIDs(_ ids: [String], at node: Node) {
        for (id, count) in Dictionary(ids.map { ($0, 1) }, uniquingKeysWith: +).sorted(by: { $0.key < $1.key }
        )
        where count > 1 {
            reader.report(
                Bilingual(ja: "ルール「\(id)」が\(count)回あります", en: "rule '\(id)' stands \(count) times"), at: node)
        }
    }

    // MARK: Gates

    /// A gate, and whether it only warns.
    private func gate(_ node: Node) -> (gate: Gate, warns: Bool)? {
        let keys = [
            "gate", "side", "when", "at-least", "at-most", "years-at-least", "years-under", "one-of",
            "none-of", "in",
            "name", "level", "refer", "until", "warn",
        ]
        guard let values = reader.mapping(node, "gate", keys: keys), let fieldNode = values["gate"],
            let field = references.field(
                fieldNode, "gate", [.flag, .number, .duration, .date, .tagged, .place], on: [])
        else { return nil }
        let sides = sides(values["side"], of: field)
        guard let check = check(field, values, at: node) else { return nil }
        let gate = Gate(
            id: "gate-\(field.name)", sides: sides,
            when: values["when"].flatMap { condition($0, on: sides, "when") },
            check: check, route: values["refer"].flatMap { reader.bilingual($0, "refer") },
            until: values["until"].flatMap { day($0, "until") })
        return (gate, warns(values["warn"]))
    }

    /// A day, as 2025-02-17.
    func day(_ node: Node, _ what: String) -> CivilDate? {
        guard let text = reader.text(node, what) else { return nil }
        if let day = CivilDate(iso: text) { return day }
        reader.report(
            Bilingual(
                ja: "\(what): 「\(text)」は使えません（例: 2025-02-17）",
                en: "\(what): '\(text)' cannot be read; write it as 2025-02-17"), at: node)
        return nil
    }

    private func sides(_ node: Node?, of field: FieldSpec) -> Set<Side> {
        guard let node else { return Set(field.headers.keys) }
        guard
            let side = reader.choice(node, "side", of: Side.allCases.map(\.rawValue)).flatMap(
                Side.init(rawValue:))
        else { return [] }
        if field.headers[side] == nil {
            reader.report(
                Bilingual(
                    ja: "項目「\(field.name)」は \(side.rawValue) 側にありません",
                    en: "field '\(field.name)' does not exist on the \(side.rawValue) side"), at: node)
        }
        return [side]
    }

    private func check(_ field: FieldSpec, _ values: [String: Node], at node: Node) -> (any PersonCheck)? {
        let allowed: [String] =
            switch field.kind {
            case .number, .duration: ["at-least", "at-most"]
            case .date: ["years-at-least", "years-under"]
            case .place: ["in", "name"]
            case .flag, .text, .weekly, .window, .timeZone: []
            case .levelledTags: ["one-of", "none-of", "level"]
            case .category, .tags, .rangedTags: ["one-of", "none-of"]
            }
        for key in [
            "at-least", "at-most", "years-at-least", "years-under", "one-of", "none-of", "level", "in",
            "name",
        ] {
            guard let extra = values[key], !allowed.contains(key) else { continue }
            reader.report(
                Bilingual(
                    ja: "gate: 項目「\(field.name)」に「\(key)」は使えません",
                    en: "gate: field '\(field.name)' takes no '\(key)'"), at: extra)
        }
        func missing(_ key: String) -> (any PersonCheck)? {
            reader.report(Bilingual(ja: "gate: 「\(key)」がありません", en: "gate: '\(key)' is missing"), at: node)
            return nil
        }
        switch field.kind {
        case .number, .duration:
            let bounds = ["at-least", "at-most"].map { key in
                values[key].flatMap { node in
                    field.kind == .duration
                        ? reader.quantity(node, key, example: "3 hours", Quantity.length)
                        : reader.integer(node, key, in: -1_000_000...1_000_000)
                }
            }
            if bounds[0] == nil, bounds[1] == nil { return missing("at-least") }
            return NumberCheck(field: field.name, atLeast: bounds[0], atMost: bounds[1])
        case .date:
            if let years = values["years-under"] {
                if let extra = values["years-at-least"] {
                    reader.report(
                        Bilingual(
                            ja: "gate: years-at-least と years-under はどちらか一つだけ書けます",
                            en: "gate: either years-at-least or years-under, not both"), at: extra)
                }
                return reader.integer(years, "years-under", in: 1...120)
                    .map { YearsBelowCheck(field: field.name, under: $0) }
            }
            guard let years = values["years-at-least"] else { return missing("years-at-least") }
            return reader.integer(years, "years-at-least", in: 0...120)
                .map { YearsCheck(field: field.name, atLeast: $0) }
        case .place:
            guard let area = values["in"], let codes = reader.texts(area, "in") else { return missing("in") }
            let name = values["name"].flatMap { reader.bilingual($0, "name") }
            return AreaCheck(
                field: field.name, codes: codes, name: name ?? Bilingual(ja: "対象地域", en: "the area"))
        case .category, .tags, .levelledTags, .rangedTags:
            func words(_ key: String) -> [String]? {
                values[key].map { node in
                    (reader.list(node, key) ?? []).compactMap { references.key($0, key, of: field) }
                }
            }
            if let refused = words("none-of") {
                if let node = values["one-of"] {
                    reader.report(
                        Bilingual(ja: "one-of と none-of は一緒に使えません", en: "use either one-of or none-of"),
                        at: node)
                }
                return CategoryCheck(field: field.name, noneOf: refused)
            }
            guard let keys = words("one-of") else { return missing("one-of") }
            if let level = values["level"], case .levelledTags = field.kind {
                return references.level(level, "level", of: field)
                    .map { LevelCheck(field: field.name, oneOf: keys, level: $0.key) }
            }
            return CategoryCheck(field: field.name, oneOf: keys)
        default:
            return FlagCheck(field: field.name)
        }
    }

    /// Reads `{field: origin, is: foreign}`.
    func condition(_ node: Node, on sides: Set<Side>, _ what: String) -> FieldCondition? {
        guard let values = reader.mapping(node, what, keys: ["field", "is"], required: ["field", "is"]),
            let fieldNode = values["field"], let valueNode = values["is"],
            let field = references.field(fieldNode, what, [.flag, .tagged], on: sides)
        else { return nil }
        return condition(field, valueNode, "is")
    }

    private func condition(_ field: FieldSpec, _ node: Node, _ what: String) -> FieldCondition? {
        if field.kind == .flag {
            return reader.choice(node, what, of: ["yes"]).map { _ in
                FieldCondition(field: field.name, value: .yes)
            }
        }
        return references.key(node, what, of: field).map {
            FieldCondition(field: field.name, value: .tag($0))
        }
    }

    // MARK: Pair rules

    /// The registration of every kind of pair rule.
    private var pairDecoders: [String: (Node) -> (any PairRule)?] {
        [
            "differs": differs, "never-again": neverAgain, "shares": shares, "within": within,
            "overlaps": overlaps, "accepts": accepts, "covers": covers, "same": same, "apart": apart,
            "gap": gap, "reporting-line": reportingLine, "both": both,
        ]
    }

    private func neverAgain(_ node: Node) -> (any PairRule)? {
        guard let value = reader.mapping(node, "never-again", keys: ["never-again"])?["never-again"],
            reader.choice(value, "never-again", of: ["yes", "true"]) != nil
        else { return nil }
        return ListedPairsRule(source: .history)
    }

    private func shares(_ node: Node) -> (any PairRule)? {
        guard let values = reader.mapping(node, "shares", keys: ["shares", "level"]),
            let name = values["shares"],
            let field = references.field(name, "shares", [.tagged], on: [.volunteer, .resident])
        else { return nil }
        guard let levelNode = values["level"] else { return SharesRule(field: field.name) }
        return references.level(levelNode, "level", of: field)
            .map { SharesRule(field: field.name, level: $0.key) }
    }

    private func within(_ node: Node) -> (any PairRule)? {
        guard
            let values = reader.mapping(node, "within", keys: ["within", "km", "unless"], required: ["km"]),
            let name = values["within"], let kilometres = values["km"],
            let field = references.field(name, "within", [.place], on: [.volunteer, .resident]),
            let hundredths = reader.hundredths(kilometres, "km", atMost: 3_000)
        else { return nil }
        let unless = values["unless"].flatMap(exemption)
        return WithinRule(field: field.name, metres: hundredths * 10, unless: unless)
    }

    /// Reads `{both: mode, have: online}`, `{both: online_ok}` or `{resident: mode, has: online}`.
    func exemption(_ node: Node) -> DistanceExemption? {
        if let entries = reader.entries(node, "unless"), entries.contains(where: { $0.key == "resident" }) {
            let keys = ["resident", "has"]
            guard let values = reader.mapping(node, "unless", keys: keys, required: keys),
                let name = values["resident"], let value = values["has"],
                let field = references.field(name, "resident", [.flag, .tagged], on: [.resident])
            else { return nil }
            return condition(field, value, "has").map { .resident($0) }
        }
        return unlessBoth(node).map { .both($0) }
    }

    private func unlessBoth(_ node: Node) -> FieldCondition? {
        guard let values = reader.mapping(node, "unless", keys: ["both", "have"], required: ["both"]),
            let name = values["both"],
            let field = references.field(name, "both", [.flag, .tagged], on: [.volunteer, .resident])
        else { return nil }
        if let value = values["have"] { return condition(field, value, "have") }
        if field.kind == .flag { return FieldCondition(field: field.name, value: .yes) }
        reader.report(
            Bilingual(ja: "unless: 「have」がありません", en: "unless: 'have' is missing"), at: node)
        return nil
    }

    private func overlaps(_ node: Node) -> (any PairRule)? {
        guard
            let values = reader.mapping(
                node, "overlaps", keys: ["overlaps", "hours", "block"], required: ["hours"]),
            let name = values["overlaps"], let hoursNode = values["hours"],
            let field = references.field(name, "overlaps", [.weekly], on: [.volunteer, .resident]),
            let hours = reader.quantity(hoursNode, "hours", example: "2", { Quantity.quarters("\($0) h") })
        else { return nil }
        let block = block(values["block"])
        return field.zones.isEmpty
            ? OverlapsRule(field: field.name, quarters: hours, block: block)
            : ZonedOverlapsRule(field: field.name, quarters: hours, block: block)
    }

    private func block(_ node: Node?) -> Int {
        node.flatMap { reader.quantity($0, "block", example: "60 minutes", Quantity.quarters) } ?? 1
    }

    private func accepts(_ node: Node) -> (any PairRule)? {
        guard
            let values = reader.mapping(
                node, "accepts", keys: ["accepts", "of", "any", "same"], required: ["of", "any"]),
            let wishNode = values["accepts"], let ofNode = values["of"], let anyNode = values["any"],
            let wish = references.field(wishNode, "accepts", [.category], on: [.volunteer, .resident]),
            let of = references.field(ofNode, "of", [.category], on: [.volunteer, .resident]),
            let anyKey = references.key(anyNode, "any", of: wish)
        else { return nil }
        let same = values["same"].flatMap { references.key($0, "same", of: wish) }
        return AcceptsRule(wish: wish.name, of: of.name, anyKey: anyKey, sameKey: same)
    }

    private func covers(_ node: Node) -> (any PairRule)? {
        guard
            let values = reader.mapping(
                node, "covers", keys: ["covers", "offers", "at", "at-least"], required: ["offers"]),
            let needs = values["covers"],
            let sources = coverage(needs: needs, offers: values["offers"], at: values["at"], "covers")
        else { return nil }
        let atLeast = values["at-least"].flatMap { reader.integer($0, "at-least", in: 1...TagSet.capacity) }
        return CoversRule(needs: sources.needs, offers: sources.offers, atLeast: atLeast)
    }

    /// What a resident needs and a volunteer offers, of one vocabulary.
    func coverage(needs: Node, offers: Node?, at: Node?, _ what: String) -> (
        needs: TagSource, offers: OfferSource
    )? {
        guard let offersNode = offers,
            let need = references.field(needs, what, [.tagged], on: [.resident]),
            let offer = references.field(offersNode, "offers", [.tagged], on: [.volunteer])
        else { return nil }
        if references.vocabulary(of: need) != references.vocabulary(of: offer) {
            reader.report(
                Bilingual(
                    ja: "\(what): 「\(need.name)」と「\(offer.name)」の語彙が違います",
                    en: "\(what): '\(need.name)' and '\(offer.name)' have different vocabularies"),
                at: offersNode)
            return nil
        }
        guard let at else { return (TagSource(field: need.name), OfferSource(field: offer.name)) }
        guard let number = references.field(at, "at", [.number], on: [.resident]),
            references.field(offersNode, "at", [.ranged], on: [.volunteer]) != nil
        else { return nil }
        return (TagSource(field: need.name), OfferSource(field: offer.name, at: number.name))
    }
}
