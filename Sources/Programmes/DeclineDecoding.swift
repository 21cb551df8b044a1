import Records
import Yams

/// Reads what a declined proposal means for whoever declined: `declines: {park: 30 days, for: [schedule, no-answer]}`.
struct DeclineDecoding {
    let reader: ConfigReader

    /// Days by reason; every reason where the file names none.
    func parking(_ node: Node) -> [DecisionReason: Int] {
        guard let values = reader.mapping(node, "declines", keys: ["park", "for"], required: ["park"]) else {
            return [:]
        }
        let days = values["park"].flatMap {
            reader.quantity($0, "park", example: "30 days") {
                Quantity.days($0).flatMap { $0 > 0 ? $0 : nil }
            }
        }
        let words = DecisionReason.allCases.map(\.rawValue)
        let reasons =
            values["for"].map { node in
                (reader.list(node, "for") ?? []).compactMap {
                    reader.choice($0, "for", of: words).flatMap(DecisionReason.init)
                }
            } ?? DecisionReason.allCases
        guard let days else { return [:] }
        return Dictionary(reasons.map { ($0, days) }, uniquingKeysWith: { first, _ in first })
    }
}
