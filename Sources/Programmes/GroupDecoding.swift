import Compatibility
import Records
import Yams

/// Reads a group of people: `{field: situation, is: refugee}`, or `is: [refugee, student]`.
struct GroupDecoding {
    let reader: ConfigReader
    let references: FieldReferences

    private static let keys = ["field", "is", "side"]

    func group(_ node: Node, _ what: String) -> PeopleGroup? {
        guard
            let values = reader.mapping(node, what, keys: GroupDecoding.keys, required: ["field", "is"]),
            let fieldNode = values["field"], let words = values["is"],
            let field = references.field(fieldNode, what, [.flag, .tagged], on: []),
            let side = side(values["side"], of: field), let conditions = conditions(words, of: field)
        else { return nil }
        let names = conditions.map { label(of: $0, in: field) }
        return PeopleGroup(
            side: side, field: field.name, conditions: conditions,
            label: Bilingual.join(names, by: Bilingual(ja: "、", en: ", ")))
    }

    /// The side that was given, else the residents where they have the field, else the volunteers.
    private func side(_ node: Node?, of field: FieldSpec) -> Side? {
        guard let node else { return field.headers[.resident] == nil ? .volunteer : .resident }
        guard let word = reader.choice(node, "side", of: Side.allCases.map(\.rawValue)),
            let side = Side(rawValue: word)
        else { return nil }
        if field.headers[side] != nil { return side }
        reader.report(
            Bilingual(
                ja: "項目「\(field.name)」は \(side.rawValue) 側にありません",
                en: "field '\(field.name)' does not exist on the \(side.rawValue) side"), at: node)
        return nil
    }

    private func conditions(_ node: Node, of field: FieldSpec) -> [FieldCondition]? {
        let words: [Node]
        if case .sequence = node { words = reader.list(node, "is") ?? [] } else { words = [node] }
        if words.isEmpty {
            reader.report(Bilingual(ja: "is: 一つも値がありません", en: "is: no value at all"), at: node)
            return nil
        }
        let conditions = words.compactMap { condition($0, of: field) }
        return conditions.count == words.count ? conditions : nil
    }

    private func condition(_ node: Node, of field: FieldSpec) -> FieldCondition? {
        if field.kind == .flag {
            return reader.choice(node, "is", of: ["yes"]).map { _ in
                FieldCondition(field: field.name, value: .yes)
            }
        }
        return references.key(node, "is", of: field).map {
            FieldCondition(field: field.name, value: .tag($0))
        }
    }

    private func label(of condition: FieldCondition, in field: FieldSpec) -> Bilingual {
        switch condition.value {
        case .yes: return field.label
        case .tag(let key):
            let vocabulary = references.vocabulary(of: field)
            return vocabulary?.tags.first { $0.key == key }?.label ?? Bilingual(key)
        }
    }
}
