import Records
import Yams

/// Reads `people`, `vocabularies` and `fields`.
struct FieldDecoding {
    let reader: ConfigReader

    func people(_ node: Node) -> [Side: PersonSpec] {
        guard
            let sides = reader.mapping(
                node, "people", keys: Side.allCases.map(\.rawValue), required: Side.allCases.map(\.rawValue))
        else { return [:] }
        var people: [Side: PersonSpec] = [:]
        for side in Side.allCases {
            guard let node = sides[side.rawValue],
                let values = reader.mapping(
                    node, "people.\(side.rawValue)", keys: ["label", "id", "repeats", "household"],
                    required: ["label", "id"])
            else { continue }
            people[side] = PersonSpec(
                label: values["label"].flatMap { reader.bilingual($0, "label") } ?? Bilingual(side.rawValue),
                idHeaders: values["id"].flatMap { reader.texts($0, "id") } ?? [],
                repeats: values["repeats"].flatMap { reader.yesOrNo($0, "repeats") } ?? false,
                household: values["household"].flatMap { reader.text($0, "household") })
        }
        return people
    }

    func vocabularies(_ node: Node) -> [String: Vocabulary] {
        var vocabularies: [String: Vocabulary] = [:]
        for (name, keyNode, value) in reader.entries(node, "vocabularies") ?? [] {
            if case .scalar(let scalar) = value, scalar.string == "open" {
                vocabularies[name] = Vocabulary(tags: [], isOpen: true)
                continue
            }
            if case .scalar = value {
                // Every word that may stand here but `open` names a vocabulary that is built in.
                if reader.choice(value, "vocabularies.\(name)", of: ["open", "iso-639-1"]) == "iso-639-1" {
                    vocabularies[name] = .languages
                }
                continue
            }
            let tags = (reader.entries(value, "vocabularies.\(name)") ?? []).compactMap { key, _, node in
                tag(key, node)
            }
            if tags.count > TagSet.capacity {
                reader.report(
                    Bilingual(
                        ja: "語彙「\(name)」は\(TagSet.capacity)語までです",
                        en: "vocabulary '\(name)' may have at most \(TagSet.capacity) words"), at: keyNode)
            }
            reportSharedSpellings(of: tags, in: name, at: keyNode)
            vocabularies[name] = Vocabulary(tags: tags)
        }
        return vocabularies
    }

    private func tag(_ key: String, _ node: Node) -> Records.Tag? {
        guard let values = reader.mapping(node, key, keys: ["ja", "en", "also"], required: ["ja", "en"]),
            let ja = values["ja"].flatMap({ reader.text($0, key) }),
            let en = values["en"].flatMap({ reader.text($0, key) })
        else { return nil }
        let aliases = values["also"].flatMap { reader.texts($0, key) } ?? []
        return Tag(key: key, label: Bilingual(ja: ja, en: en), aliases: aliases)
    }

    func reportSharedSpellings(of tags: [Records.Tag], in name: String, at node: Node) {
        var owners: [String: String] = [:]
        for tag in tags {
            for spelling in Set(tag.spellings.map { $0.lowercased() }).sorted() {
                if let owner = owners[spelling] {
                    reader.report(
                        Bilingual(
                            ja: "語彙「\(name)」: 「\(spelling)」が「\(owner)」と「\(tag.key)」の両方にあります",
                            en:
                                "vocabulary '\(name)': '\(spelling)' stands for both '\(owner)' and '\(tag.key)'"
                        ),
                        at: node)
                }
                owners[spelling] = tag.key
            }
        }
    }

    private static let kinds = [
        "text", "flag", "number", "date", "category", "tags", "levelled-tags", "ranged-tags", "weekly",
        "place", "window", "duration", "time-zone",
    ]

    func fields(_ node: Node, vocabularies: [String: Vocabulary]) -> [FieldSpec] {
        let fields = (reader.entries(node, "fields") ?? []).compactMap { name, keyNode, node -> FieldSpec? in
            if name == "id" {
                reader.report(
                    Bilingual(ja: "「id」は項目名に使えません", en: "'id' is reserved and cannot name a field"),
                    at: keyNode)
                return nil
            }
            return field(name, node, vocabularies: vocabularies)
        }
        reportSharedHeaders(of: fields, at: node)
        checkZones(fields, at: node)
        return fields
    }

    /// A header of one side may stand for one field only.
    private func reportSharedHeaders(of fields: [FieldSpec], at node: Node) {
        for side in Side.allCases {
            var owners: [String: String] = [:]
            for field in fields {
                for header in Set((field.headers[side] ?? []).map { $0.lowercased() }).sorted() {
                    if let owner = owners[header] {
                        reader.report(
                            Bilingual(
                                ja: "列名「\(header)」（\(side.rawValue)）が「\(owner)」と「\(field.name)」の両方にあります",
                                en:
                                    "the \(side.rawValue) header '\(header)' stands for both '\(owner)' and '\(field.name)'"
                            ), at: node)
                    }
                    owners[header] = field.name
                }
            }
        }
    }

    private func field(_ name: String, _ node: Node, vocabularies: [String: Vocabulary]) -> FieldSpec? {
        let keys = [
            "kind", "label", "volunteer", "resident", "required", "vocabulary", "levels", "suffix",
            "zone", "excel-serial", "municipality-codes",
        ]
        guard let values = reader.mapping(node, "fields.\(name)", keys: keys, required: ["kind"]),
            let kind = kind(name, values, vocabularies: vocabularies, at: node)
        else { return nil }
        var headers: [Side: [String]] = [:]
        for side in Side.allCases {
            headers[side] = values[side.rawValue].flatMap { reader.texts($0, "\(name).\(side.rawValue)") }
        }
        if headers.isEmpty {
            reader.report(
                Bilingual(
                    ja: "項目「\(name)」に列名（volunteer または resident）がありません",
                    en: "field '\(name)' has no headers (volunteer or resident)"), at: node)
        }
        let required = values["required"].flatMap { reader.list($0, "required") } ?? []
        let sides = required.compactMap { node in
            reader.choice(node, "required", of: Side.allCases.map(\.rawValue)).flatMap(Side.init(rawValue:))
        }
        return FieldSpec(
            name: name, kind: kind,
            label: values["label"].flatMap { reader.bilingual($0, "label") } ?? Bilingual(name),
            headers: headers, required: Set(sides),
            zones: values["zone"].map {
                zones($0, of: name, on: Side.allCases.filter { headers[$0] != nil })
            } ?? [:],
            excelSerial: values["excel-serial"].flatMap {
                reader.choice($0, "excel-serial", of: ExcelSerial.allCases.map(\.rawValue))
            }.flatMap(ExcelSerial.init(rawValue:)),
            readsMunicipalityCodes: values["municipality-codes"].flatMap {
                reader.yesOrNo($0, "municipality-codes")
            } ?? false)
    }

    private func kind(
        _ name: String, _ values: [String: Node], vocabularies: [String: Vocabulary], at node: Node
    ) -> FieldKind? {
        guard let kindNode = values["kind"],
            let kind = reader.choice(kindNode, "kind", of: FieldDecoding.kinds)
        else { return nil }
        let parameters: [String: [String]] = [
            "number": ["suffix"], "category": ["vocabulary"], "tags": ["vocabulary"],
            "levelled-tags": ["vocabulary", "levels"], "ranged-tags": ["vocabulary"],
            "weekly": ["zone"], "time-zone": ["vocabulary"], "date": ["excel-serial"],
            "place": ["municipality-codes"],
        ]
        for key in ["vocabulary", "levels", "suffix", "zone", "excel-serial", "municipality-codes"] {
            guard let node = values[key], !(parameters[kind] ?? []).contains(key) else { continue }
            reader.report(
                Bilingual(
                    ja: "項目「\(name)」: 種類 \(kind) に「\(key)」は使えません",
                    en: "field '\(name)': kind \(kind) takes no '\(key)'"), at: node)
        }
        switch kind {
        case "flag": return .flag
        case "date": return .date
        case "weekly": return .weekly
        case "place": return .place
        case "window": return .window
        case "duration": return .duration
        case "number": return .number(suffix: values["suffix"].flatMap { reader.text($0, "suffix") })
        case "text": return .text
        case "time-zone" where values["vocabulary"] == nil: return .timeZone(vocabulary: nil)
        default: break
        }
        guard let vocabularyNode = values["vocabulary"] else {
            reader.report(
                Bilingual(
                    ja: "項目「\(name)」: 「vocabulary」がありません", en: "field '\(name)': 'vocabulary' is missing"),
                at: node)
            return nil
        }
        guard
            let vocabulary = reader.choice(
                vocabularyNode, "vocabulary", of: vocabularies.keys.sorted())
        else { return nil }
        switch kind {
        case "category": return .category(vocabulary: vocabulary)
        case "tags": return .tags(vocabulary: vocabulary)
        case "ranged-tags": return .rangedTags(vocabulary: vocabulary)
        case "time-zone":
            checkZoneWords(vocabularies[vocabulary] ?? Vocabulary(tags: []), of: name, at: vocabularyNode)
            return .timeZone(vocabulary: vocabulary)
        default:
            if let levels = values["levels"] { _ = reader.choice(levels, "levels", of: ["cefr"]) }
            return .levelledTags(vocabulary: vocabulary, scale: .cefr)
        }
    }
}
