import Compatibility
import Records
import Yams

/// Measures of one of the two people, and tables of words.
extension CriterionDecoding {
    typealias Measured = (label: Bilingual, measure: any Measure)

    /// `volunteer`, `resident`, or every side that has the field.
    private func sides(_ node: Node?, of field: FieldSpec) -> Set<Side>? {
        guard let node else { return Set(field.headers.keys) }
        guard
            let side = reader.choice(node, "side", of: Side.allCases.map(\.rawValue)).flatMap(
                Side.init(rawValue:))
        else { return nil }
        guard field.headers[side] != nil else {
            reader.report(
                Bilingual(
                    ja: "項目「\(field.name)」は \(side.rawValue) 側にありません",
                    en: "field '\(field.name)' does not exist on the \(side.rawValue) side"), at: node)
            return nil
        }
        return [side]
    }

    func waiting(_ values: [String: Node], _ node: Node) -> Measured? {
        age(.waiting, values, node, label: Bilingual(ja: "待機期間", en: "waiting time"))
    }

    func freshness(_ values: [String: Node], _ node: Node) -> Measured? {
        age(.freshness, values, node, label: Bilingual(ja: "情報の新しさ", en: "freshness"))
    }

    private func age(
        _ meaning: AgeMeasure.Meaning, _ values: [String: Node], _ node: Node, label: Bilingual
    ) -> Measured? {
        let ends = ["zero-at", "full-at"].map { key in
            values[key].flatMap { reader.age($0, key) }
        }
        guard let field = values["field"].flatMap({ references.field($0, "field", [.date], on: []) }),
            let sides = sides(values["side"], of: field), let zeroAt = ends[0], let fullAt = ends[1]
        else { return nil }
        guard zeroAt.unit == fullAt.unit, zeroAt.count != fullAt.count else {
            reader.report(
                Bilingual(
                    ja: "full-at と zero-at は同じ単位（days か months）の違う値にしてください",
                    en: "full-at and zero-at must differ and have the same unit, days or months"), at: node)
            return nil
        }
        return (
            label, AgeMeasure(meaning, field: field.name, sides: sides, zeroAt: zeroAt, fullAt: fullAt)
        )
    }

    func load(_ values: [String: Node], _ node: Node) -> Measured? {
        let ends = ["zero-at", "full-at"].map { key in
            values[key].flatMap { reader.integer($0, key, in: 0...1_000_000) }
        }
        guard let field = values["field"].flatMap({ references.field($0, "field", [.number], on: []) }),
            let sides = sides(values["side"], of: field), let zeroAt = ends[0], let fullAt = ends[1]
        else { return nil }
        guard sides.count == 1, let side = sides.first else {
            reader.report(
                Bilingual(
                    ja: "load: 両側にある項目には「side」が必要です", en: "load: a field of both sides needs 'side'"),
                at: node)
            return nil
        }
        guard let scale = LinearScale(zeroAt: zeroAt, fullAt: fullAt) else {
            reader.report(
                Bilingual(ja: "full-at と zero-at が同じです", en: "full-at and zero-at must differ"), at: node)
            return nil
        }
        return (field.label, LoadMeasure(field: field.name, side: side, scale: scale))
    }

    /// `volunteer` and `resident` name category fields, `points` gives shares by the resident's word and then the
    /// volunteer's.
    func table(_ values: [String: Node], _ node: Node) -> Measured? {
        guard
            let volunteer = values["volunteer"].flatMap({
                references.field($0, "volunteer", [.category], on: [.volunteer])
            }),
            let resident = values["resident"].flatMap({
                references.field($0, "resident", [.category], on: [.resident])
            }), let pointsNode = values["points"], let rows = reader.entries(pointsNode, "points")
        else { return nil }
        let otherwise = values["else"].flatMap { share($0, "else") }
        var entries: [String: [String: Int]] = [:]
        for row in rows {
            guard references.key(row.keyNode, "points", of: resident) != nil,
                let columns = reader.entries(row.value, row.key)
            else { continue }
            for column in columns {
                guard references.key(column.keyNode, row.key, of: volunteer) != nil,
                    let share = share(column.value, column.key)
                else { continue }
                entries[row.key, default: [:]][column.key] = share
            }
        }
        if values["else"] == nil { reportGaps(entries, volunteer, resident, at: pointsNode) }
        return (
            resident.label,
            TableMeasure(
                volunteer: volunteer.name, resident: resident.name, entries: entries,
                otherwise: otherwise ?? 0)
        )
    }

    /// A table without `else` must name every two words.
    private func reportGaps(
        _ entries: [String: [String: Int]], _ volunteer: FieldSpec, _ resident: FieldSpec, at node: Node
    ) {
        guard let rows = references.vocabulary(of: resident),
            let columns = references.vocabulary(of: volunteer)
        else { return }
        let gap = rows.tags.lazy.flatMap { row in columns.tags.lazy.map { (row.key, $0.key) } }
            .first { entries[$0.0]?[$0.1] == nil }
        if rows.isOpen || columns.isOpen || gap != nil {
            let example = gap.map { "\($0.0) × \($0.1)" } ?? "?"
            reader.report(
                Bilingual(
                    ja: "points: 表に欠け（\(example)）があります。「else: 0%」のように、残りの値を書いてください",
                    en:
                        "points: the table has gaps (\(example)); say what the rest is worth, as in 'else: 0%'"
                ),
                at: node)
        }
    }

    /// A share such as `70%` in thousandths.
    private func share(_ node: Node, _ what: String) -> Int? {
        guard let hundredths = reader.quantity(node, what, example: "70%", Quantity.share) else { return nil }
        guard hundredths <= 10_000, hundredths % 10 == 0 else {
            reader.report(
                Bilingual(
                    ja: "\(what): 0%〜100%（小数は1桁まで）で書いてください",
                    en: "\(what): write a share from 0% to 100% with at most one decimal"), at: node)
            return nil
        }
        return hundredths / 10
    }
}

extension ConfigReader {
    /// `90 days` or `12 months`.
    func age(_ node: Node, _ what: String) -> AgeBound? {
        guard let text = text(node, what) else { return nil }
        let parts = text.split(separator: " ")
        if parts.count == 2, let count = Int(parts[0]), (0...10_000).contains(count) {
            switch parts[1] {
            case "days", "day": return AgeBound(count, .days)
            case "months", "month": return AgeBound(count, .months)
            default: break
            }
        }
        report(
            Bilingual(
                ja: "\(what): 「\(text)」は使えません（例: 90 days、12 months）",
                en: "\(what): '\(text)' cannot be read; write it as 90 days or 12 months"), at: node)
        return nil
    }
}
