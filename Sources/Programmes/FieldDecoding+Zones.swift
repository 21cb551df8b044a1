import Records
import Yams

/// Reads `zone` of weekly fields, and the vocabularies of time zones.
extension FieldDecoding {
    /// `zone: {volunteer: Asia/Tokyo, resident: time_zone}`: a zone for everybody, or a field of kind `time-zone`.
    ///
    /// Whether the field exists is looked at when all fields are read.
    func zones(_ node: Node, of field: String, on sides: [Side]) -> [Side: ZoneSource] {
        guard let values = reader.mapping(node, "\(field).zone", keys: Side.allCases.map(\.rawValue)) else {
            return [:]
        }
        var zones: [Side: ZoneSource] = [:]
        for side in sides {
            guard let value = values[side.rawValue] else {
                reader.report(
                    Bilingual(
                        ja: "項目「\(field)」: zone に \(side.rawValue) 側がありません",
                        en: "field '\(field)': zone says nothing of the \(side.rawValue) side"), at: node)
                continue
            }
            guard let text = reader.text(value, "zone") else { continue }
            zones[side] = TimeZoneID(text).map { .fixed($0) } ?? .field(text)
        }
        return zones
    }

    /// Every field that a `zone` names must be a time zone of the same side.
    func checkZones(_ fields: [FieldSpec], at node: Node) {
        for field in fields {
            for (side, source) in field.zones.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                guard case .field(let name) = source else { continue }
                let zone = fields.first { $0.name == name }
                if let zone, case .timeZone = zone.kind, zone.headers[side] != nil { continue }
                reader.report(
                    Bilingual(
                        ja:
                            "項目「\(field.name)」: zone の「\(name)」は、タイムゾーン名でも \(side.rawValue) 側の time-zone の項目でもありません",
                        en:
                            "field '\(field.name)': zone '\(name)' is neither a time zone nor a time-zone field of the \(side.rawValue) side"
                    ), at: node)
            }
        }
    }

    /// The keys of a vocabulary of a `time-zone` field must be time zones.
    func checkZoneWords(_ vocabulary: Vocabulary, of field: String, at node: Node) {
        for tag in vocabulary.tags where TimeZoneID(tag.key) == nil {
            reader.report(
                Bilingual(
                    ja: "項目「\(field)」: 語彙のキー「\(tag.key)」はタイムゾーン名ではありません（例: Asia/Tokyo）",
                    en:
                        "field '\(field)': the vocabulary's key '\(tag.key)' is not a time zone such as Asia/Tokyo"
                ), at: node)
        }
    }
}
