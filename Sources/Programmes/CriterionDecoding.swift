import Compatibility
import Records
import Yams

/// Reads `criteria`: one entry here for each kind of measure, beside its file in `Compatibility`.
struct CriterionDecoding {
    let reader: ConfigReader
    let references: FieldReferences
    let rules: RuleDecoding
    /// Text field of the residents that says whose errand a row is.
    var requester: String?

    /// Points for one unit of weight.
    private static let pointsPerUnit = 100

    func criteria(_ node: Node) -> [Criterion] {
        (reader.entries(node, "criteria") ?? []).compactMap { name, _, node in criterion(name, node) }
    }

    private func criterion(_ name: String, _ node: Node) -> Criterion? {
        guard let entries = reader.entries(node, name),
            let measureNode = entries.first(where: { $0.key == "measure" })?.value
        else {
            reader.report(
                Bilingual(ja: "\(name): 「measure」がありません", en: "\(name): 'measure' is missing"), at: node)
            return nil
        }
        guard let kind = reader.choice(measureNode, "measure", of: decoders.keys.sorted()),
            let decoder = decoders[kind],
            let values = reader.mapping(
                node, name, keys: ["measure", "label", "weight"] + decoder.keys,
                required: ["weight"] + decoder.required)
        else { return nil }
        let weight = values["weight"].flatMap { reader.hundredths($0, "weight", atMost: 100) }
        if weight == 0, let node = values["weight"] {
            reader.report(
                Bilingual(
                    ja: "\(name): 重みが0なので、この基準は結果に影響しません",
                    en: "\(name): a weight of 0, so this criterion changes nothing"),
                at: node, severity: .warning)
        }
        guard let measured = decoder.decode(values, node), let weight else { return nil }
        let label = values["label"].flatMap { reader.bilingual($0, "label") } ?? measured.label
        return Criterion(
            name: name, label: label, maximumPoints: weight * CriterionDecoding.pointsPerUnit / 100,
            measure: measured.measure)
    }

    private struct Decoder {
        /// Keys besides `measure`, `label` and `weight`.
        let keys: [String]
        let required: [String]
        let decode: ([String: Node], Node) -> (label: Bilingual, measure: any Measure)?
    }

    /// The registration of every kind of measure.
    private var decoders: [String: Decoder] {
        let ends = ["full-at", "zero-at"]
        return [
            "distance": Decoder(
                keys: ["field", "unless"] + ends, required: ["field"] + ends, decode: distance),
            "overlap": Decoder(keys: ["field", "block"] + ends, required: ["field"] + ends, decode: overlap),
            "shared": Decoder(keys: ["field", "full-at"], required: ["field", "full-at"], decode: shared),
            "covered": Decoder(
                keys: ["needs", "offers", "at", "full-at"], required: ["needs", "offers"], decode: covered),
            "level": Decoder(keys: ["field"] + ends, required: ["field"] + ends, decode: level),
            "gap": Decoder(keys: ["field"] + ends, required: ["field"] + ends, decode: gap),
            "met-before": Decoder(keys: ["prefer"], required: ["prefer"], decode: metBefore),
            "agreement": Decoder(keys: ["field"], required: ["field"], decode: agreement),
            "table": Decoder(
                keys: ["volunteer", "resident", "points", "else"],
                required: ["volunteer", "resident", "points"], decode: table),
            "waiting": Decoder(
                keys: ["field", "side"] + ends, required: ["field"] + ends, decode: waiting),
            "freshness": Decoder(
                keys: ["field", "side"] + ends, required: ["field"] + ends, decode: freshness),
            "load": Decoder(keys: ["field", "side"] + ends, required: ["field"] + ends, decode: load),
        ]
    }

    private func field(_ values: [String: Node], _ families: [FieldReferences.Family]) -> FieldSpec? {
        values["field"].flatMap { references.field($0, "field", families, on: [.volunteer, .resident]) }
    }

    /// The scale between `zero-at` and `full-at`, each read by `read`.
    private func scale(_ values: [String: Node], _ node: Node, _ read: (Node, String) -> Int?) -> LinearScale?
    {
        guard let zeroAt = values["zero-at"].flatMap({ read($0, "zero-at") }),
            let fullAt = values["full-at"].flatMap({ read($0, "full-at") })
        else { return nil }
        if let scale = LinearScale(zeroAt: zeroAt, fullAt: fullAt) { return scale }
        reader.report(
            Bilingual(ja: "full-at と zero-at が同じです", en: "full-at and zero-at must differ"), at: node)
        return nil
    }

    private func distance(_ values: [String: Node], _ node: Node) -> (label: Bilingual, measure: any Measure)?
    {
        let scale = scale(values, node) { reader.quantity($0, $1, example: "1 km", Quantity.metres) }
        guard let field = field(values, [.place]), let scale else { return nil }
        let unless = values["unless"].flatMap(rules.exemption)
        return (
            Bilingual(ja: "近さ", en: "closeness"),
            DistanceMeasure(field: field.name, scale: scale, unless: unless)
        )
    }

    private func overlap(_ values: [String: Node], _ node: Node) -> (label: Bilingual, measure: any Measure)?
    {
        let scale = scale(values, node) { reader.quantity($0, $1, example: "6 hours", Quantity.quarters) }
        let block = values["block"].map {
            reader.quantity($0, "block", example: "60 minutes", Quantity.quarters) ?? 1
        }
        guard let field = field(values, [.weekly]), let scale else { return nil }
        return (
            Bilingual(ja: "共通の空き時間", en: "common free time"),
            field.zones.isEmpty
                ? OverlapMeasure(field: field.name, scale: scale, block: block ?? 1)
                : ZonedOverlapMeasure(field: field.name, scale: scale, block: block ?? 1)
        )
    }

    private func shared(_ values: [String: Node], _ node: Node) -> (label: Bilingual, measure: any Measure)? {
        let fullAt = values["full-at"].flatMap { reader.integer($0, "full-at", in: 1...TagSet.capacity) }
        guard let field = field(values, [.tagged]), let fullAt,
            let scale = LinearScale(zeroAt: 0, fullAt: fullAt)
        else { return nil }
        return (field.label, SharedMeasure(field: field.name, scale: scale))
    }

    private func covered(_ values: [String: Node], _ node: Node) -> (label: Bilingual, measure: any Measure)?
    {
        let fullAt = values["full-at"].flatMap { reader.integer($0, "full-at", in: 1...TagSet.capacity) }
        guard let needs = values["needs"],
            let sources = rules.coverage(needs: needs, offers: values["offers"], at: values["at"], "needs"),
            let field = references.fields.first(where: { $0.name == sources.needs.field })
        else { return nil }
        return (field.label, CoveredMeasure(needs: sources.needs, offers: sources.offers, fullAt: fullAt))
    }

    private func level(_ values: [String: Node], _ node: Node) -> (label: Bilingual, measure: any Measure)? {
        guard let field = field(values, [.levelled]),
            let scale = scale(values, node, { references.level($0, $1, of: field)?.rank })
        else { return nil }
        return (field.label, LevelMeasure(field: field.name, scale: scale))
    }

    private func gap(_ values: [String: Node], _ node: Node) -> (label: Bilingual, measure: any Measure)? {
        let scale = scale(values, node) { reader.integer($0, $1, in: 0...1_000_000) }
        guard let field = field(values, [.number]), let scale else { return nil }
        return (field.label, GapMeasure(field: field.name, scale: scale))
    }

    /// `prefer` is `familiar`, `new`, or a flag field of the resident.
    private func metBefore(_ values: [String: Node], _ node: Node) -> (
        label: Bilingual, measure: any Measure
    )? {
        guard let prefer = values["prefer"] else { return nil }
        let preference: MetBeforeMeasure.Preference
        switch prefer.scalar?.string {
        case "familiar": preference = .familiar
        case "new": preference = .new
        default:
            guard let field = references.field(prefer, "prefer", [.flag], on: [.resident]) else { return nil }
            preference = .asked(field: field.name)
        }
        return (
            Bilingual(ja: "以前の担当", en: "helped before"),
            MetBeforeMeasure(requester: requester, preference: preference)
        )
    }

    private func agreement(_ values: [String: Node], _ node: Node) -> (
        label: Bilingual, measure: any Measure
    )? {
        field(values, [.tagged]).map { ($0.label, AgreementMeasure(field: $0.name)) }
    }
}
