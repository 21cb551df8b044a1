import Records
import Yams

/// Looks up the fields and vocabulary words that rules and criteria name, and reports those that do not exist
/// or are of the wrong kind.
struct FieldReferences {
    let fields: [FieldSpec]
    let vocabularies: [String: Vocabulary]
    let reader: ConfigReader

    /// Groups of field kinds that rules ask for.
    enum Family: String {
        case text
        case flag
        case number
        case date
        case category
        /// Anything that can be read as a set of tags.
        case tagged
        case levelled
        case ranged
        case weekly
        case place
        case window
        case duration
        case zone

        func accepts(_ kind: FieldKind) -> Bool {
            switch (self, kind) {
            case (.text, .text), (.flag, .flag), (.number, .number), (.date, .date), (.category, .category),
                (.tagged, .category), (.tagged, .tags), (.tagged, .levelledTags), (.tagged, .rangedTags),
                (.levelled, .levelledTags), (.ranged, .rangedTags), (.weekly, .weekly), (.place, .place),
                (.window, .window), (.duration, .duration), (.zone, .timeZone):
                true
            default: false
            }
        }
    }

    /// The field that a node names, if it exists on all the sides and is of one of the kinds.
    func field(_ node: Node, _ what: String, _ families: [Family], on sides: Set<Side>) -> FieldSpec? {
        guard let name = reader.text(node, what) else { return nil }
        guard let field = fields.first(where: { $0.name == name }) else {
            reader.reportUnknown(
                name, at: node, known: fields.map(\.name), noun: Bilingual(ja: "項目", en: "field"))
            return nil
        }
        guard families.contains(where: { $0.accepts(field.kind) }) else {
            let wanted = families.map(\.rawValue).joined(separator: " / ")
            reader.report(
                Bilingual(
                    ja: "\(what): 項目「\(name)」の種類が合いません（\(wanted) が必要）",
                    en: "\(what): field '\(name)' is of the wrong kind (needs \(wanted))"),
                at: node)
            return nil
        }
        for side in Side.allCases where sides.contains(side) && field.headers[side] == nil {
            reader.report(
                Bilingual(
                    ja: "\(what): 項目「\(name)」は \(side.rawValue) 側にありません",
                    en: "\(what): field '\(name)' does not exist on the \(side.rawValue) side"),
                at: node)
            return nil
        }
        return field
    }

    /// The vocabulary of a field that has one.
    func vocabulary(of field: FieldSpec) -> Vocabulary? {
        switch field.kind {
        case .category(let name), .tags(let name), .levelledTags(let name, _), .rangedTags(let name),
            .timeZone(let name?):
            vocabularies[name]
        default: nil
        }
    }

    /// The key of a vocabulary word of a field.
    ///
    /// An open vocabulary may still learn the word from the data.
    func key(_ node: Node, _ what: String, of field: FieldSpec) -> String? {
        guard let key = reader.text(node, what) else { return nil }
        guard let vocabulary = vocabulary(of: field) else { return nil }
        if vocabulary.isOpen || vocabulary.index(ofKey: key) != nil { return key }
        reader.reportUnknown(
            key, at: node, known: vocabulary.tags.map(\.key),
            noun: Bilingual(ja: "「\(field.name)」の値", en: "value of '\(field.name)'"))
        return nil
    }

    /// The rank of a level of a levelled field.
    func level(_ node: Node, _ what: String, of field: FieldSpec) -> (key: String, rank: Int)? {
        guard case .levelledTags(_, let scale) = field.kind else {
            reader.report(
                Bilingual(
                    ja: "\(what): 項目「\(field.name)」にはレベルがありません",
                    en: "\(what): field '\(field.name)' has no levels"), at: node)
            return nil
        }
        guard let key = reader.choice(node, what, of: scale.levels.map(\.key)),
            let rank = scale.rank(ofKey: key)
        else { return nil }
        return (key, rank)
    }
}
