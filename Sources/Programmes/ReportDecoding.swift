import Records
import Yams

/// Reads `report`: by which fields people are counted, and by which numbers the annual report is judged.
struct ReportDecoding {
    let reader: ConfigReader
    let references: FieldReferences

    /// What `report` says.
    struct Settings {
        var fields: [String] = []
        var judging = ReportTargets()
    }

    /// `{by: [category], success-days: 90, targets: {success: 90%, completion: 90%}}`.
    func settings(_ node: Node) -> Settings {
        var settings = Settings()
        guard let values = reader.mapping(node, "report", keys: ["by", "success-days", "targets"]) else {
            return settings
        }
        if let by = values["by"] {
            settings.fields = (reader.list(by, "by") ?? []).compactMap {
                references.field($0, "by", [.tagged, .place, .flag], on: [.resident])?.name
            }
        }
        settings.judging.successDays = values["success-days"].flatMap {
            reader.integer($0, "success-days", in: 1...730)
        }
        if let node = values["targets"],
            let targets = reader.mapping(node, "targets", keys: ["success", "completion"])
        {
            settings.judging.success = targets["success"].flatMap { target($0, "success") }
            settings.judging.completion = targets["completion"].flatMap { target($0, "completion") }
        }
        return settings
    }

    /// `90%`, `92.5%` or `0.90` in hundredths of a percent.
    private func target(_ node: Node, _ what: String) -> Int? {
        guard let text = reader.text(node, what) else { return nil }
        let value = Quantity.share(text) ?? Quantity.hundredths(text).flatMap { $0 <= 100 ? $0 * 100 : nil }
        if let value, (1...10_000).contains(value) { return value }
        reader.report(
            Bilingual(
                ja: "\(what): 「\(text)」は使えません（90% か 0.90 のような、0より大きく100%までの割合）",
                en: "\(what): '\(text)' is not a share above 0 and up to 100%, such as 90% or 0.90"), at: node
        )
        return nil
    }
}
