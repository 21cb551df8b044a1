import Records
import Simulation
import Yams

/// Reads a programme file of kind `points`.
struct PointsDecoding {
    let reader: ConfigReader

    private static let defaultYen = 100
    private static let mostPoints = 1_000_000

    func programme(_ root: Node) -> PointsProgramme? {
        let keys = [
            "programme", "kind", "name", "people", "activities", "kinds", "points", "recipients",
            "participation", "sample",
        ]
        let required = ["programme", "kind", "name", "people", "activities", "kinds", "recipients"]
        guard let top = reader.mapping(root, "programme", keys: keys, required: required) else { return nil }
        let people =
            top["people"].map(self.people) ?? (
                label: Bilingual(""), roster: PointsDecoding.noRoster, eligible: nil
            )
        let defaults =
            top["points"].map(points) ?? (
                rate: PointRate(perEvent: 0, perHour: 0), yen: PointsDecoding.defaultYen
            )
        let kinds = top["kinds"].map { self.kinds($0, usual: defaults.rate) } ?? []
        let recipients = top["recipients"].map(self.recipients) ?? []
        return PointsProgramme(
            id: top["programme"].flatMap { reader.text($0, "programme") } ?? "",
            name: top["name"].flatMap { reader.bilingual($0, "name") } ?? Bilingual(""),
            people: people.label,
            activities: activities(top["activities"], Vocabulary(tags: kinds.map(\.tag))),
            roster: people.roster, rates: kinds.map(\.rate), yenPerPoint: defaults.yen,
            recipients: recipients, eligible: people.eligible,
            expected: top["participation"].flatMap(expected),
            sample: top["sample"].flatMap { sample($0, kinds: kinds.map(\.tag.key)) },
            warnings: reader.issues.filter { $0.severity == .warning })
    }

    // MARK: Columns

    private static let noRoster = RosterSpec(person: [], group: [], groupLabel: Bilingual(""))

    private func people(_ node: Node) -> (label: Bilingual, roster: RosterSpec, eligible: Int?) {
        guard
            let values = reader.mapping(
                node, "people", keys: ["label", "id", "group", "eligible"], required: ["label", "id"])
        else { return (Bilingual(""), PointsDecoding.noRoster, nil) }
        let group = values["group"].flatMap {
            reader.mapping($0, "group", keys: ["label", "column"], required: ["label", "column"])
        }
        let roster = RosterSpec(
            person: values["id"].flatMap { reader.texts($0, "id") } ?? [],
            group: group?["column"].flatMap { reader.texts($0, "column") } ?? [],
            groupLabel: group?["label"].flatMap { reader.bilingual($0, "label") } ?? Bilingual(""))
        HeaderSharing.report([("id", roster.person), ("group", roster.group)], at: node, to: reader)
        return (
            values["label"].flatMap { reader.bilingual($0, "label") } ?? Bilingual(""), roster,
            values["eligible"].flatMap { reader.integer($0, "eligible", in: 1...1_000_000_000) }
        )
    }

    private func activities(_ node: Node?, _ kinds: Vocabulary) -> ActivityTableSpec {
        let keys = ["id", "date", "event", "kind", "hours"]
        let values = node.flatMap { reader.mapping($0, "activities", keys: keys, required: keys) } ?? [:]
        func headers(_ key: String) -> [String] { values[key].flatMap { reader.texts($0, key) } ?? [] }
        HeaderSharing.report(keys.map { ($0, headers($0)) }, at: node, to: reader)
        return ActivityTableSpec(
            person: headers("id"), date: headers("date"), event: headers("event"), kind: headers("kind"),
            hours: headers("hours"), kinds: kinds)
    }

    // MARK: Points and money

    private func points(_ node: Node) -> (rate: PointRate, yen: Int) {
        let values = reader.mapping(node, "points", keys: ["per-event", "per-hour", "yen"]) ?? [:]
        let yen = values["yen"].flatMap { reader.integer($0, "yen", in: 1...1_000_000) }
        return (rate(values, usual: PointRate(perEvent: 0, perHour: 0)), yen ?? PointsDecoding.defaultYen)
    }

    private func rate(_ values: [String: Node], usual: PointRate) -> PointRate {
        func points(_ key: String) -> Int? {
            values[key].flatMap { reader.integer($0, key, in: 0...PointsDecoding.mostPoints) }
        }
        return PointRate(
            perEvent: points("per-event") ?? usual.perEvent, perHour: points("per-hour") ?? usual.perHour)
    }

    private func kinds(_ node: Node, usual: PointRate) -> [(tag: Records.Tag, rate: PointRate)] {
        let kinds = (reader.entries(node, "kinds") ?? []).compactMap {
            key, keyNode, node -> (tag: Records.Tag, rate: PointRate)? in
            guard
                let values = reader.mapping(
                    node, "kinds.\(key)", keys: ["ja", "en", "also", "per-event", "per-hour"],
                    required: ["ja", "en"]),
                let ja = values["ja"].flatMap({ reader.text($0, "ja") }),
                let en = values["en"].flatMap({ reader.text($0, "en") })
            else { return nil }
            let rate = rate(values, usual: usual)
            if rate.perEvent == 0, rate.perHour == 0 {
                reader.report(
                    Bilingual(
                        ja: "kinds: 「\(key)」の活動にはポイントが付きません",
                        en: "kinds: an activity of kind '\(key)' earns no points"),
                    at: keyNode, severity: .warning)
            }
            let aliases = values["also"].flatMap { reader.texts($0, "also") } ?? []
            return (Tag(key: key, label: Bilingual(ja: ja, en: en), aliases: aliases), rate)
        }
        FieldDecoding(reader: reader).reportSharedSpellings(of: kinds.map(\.tag), in: "kinds", at: node)
        return kinds
    }

    private func recipients(_ node: Node) -> [Recipient] {
        let recipients = (reader.entries(node, "recipients") ?? []).compactMap { id, _, node -> Recipient? in
            guard
                let values = reader.mapping(
                    node, "recipients.\(id)", keys: ["name", "share"], required: ["name", "share"]),
                let name = values["name"].flatMap({ reader.bilingual($0, "name") }),
                let share = values["share"].flatMap({
                    reader.quantity($0, "share", example: "40%", Quantity.share)
                })
            else { return nil }
            return Recipient(id: id, name: name, share: share)
        }
        let sum = recipients.reduce(0) { $0 + $1.share }
        if sum != Quota.whole, !reader.hasErrors {
            let percent = "\(sum / 100).\(sum % 100 < 10 ? "0" : "")\(sum % 100)%"
            reader.report(
                Bilingual(
                    ja: "recipients: 割合の合計が100%ではなく\(percent)です",
                    en: "recipients: the shares add up to \(percent) and not to 100%"), at: node)
        }
        return recipients
    }

    /// Reads `{expected: 50%-60%}`.
    private func expected(_ node: Node) -> ClosedRange<Int>? {
        guard
            let values = reader.mapping(node, "participation", keys: ["expected"], required: ["expected"]),
            let value = values["expected"], let text = reader.text(value, "expected")
        else { return nil }
        let ends = text.split(separator: "-", omittingEmptySubsequences: false)
            .map { Quantity.share(String($0)) }
        if ends.count == 2, let low = ends[0], let high = ends[1], low <= high, high <= Quota.whole {
            return low...high
        }
        reader.report(
            Bilingual(
                ja: "expected: 「\(text)」は使えません（例: 50%-60%）",
                en: "expected: '\(text)' is not a range such as 50%-60%"), at: value)
        return nil
    }

    // MARK: Sample

    /// How `simulate` makes up people and activities.
    private func sample(_ node: Node, kinds: [String]) -> ActivitySample? {
        let keys = ["people", "participation", "activities", "half-hours", "groups", "events"]
        guard let values = reader.mapping(node, "sample", keys: keys, required: keys) else { return nil }
        let decoding = SampleDecoding(reader: reader)
        func range(_ key: String) -> ClosedRange<Int> {
            values[key].flatMap { decoding.range($0, key) } ?? 1...1
        }
        let events = (values["events"].flatMap { reader.entries($0, "events") } ?? [])
            .compactMap { name, _, node in reader.choice(node, "kind", of: kinds).map { (name, $0) } }
        return ActivitySample(
            people: values["people"].flatMap { reader.integer($0, "people", in: 0...100_000) } ?? 0,
            participation: values["participation"].flatMap {
                reader.integer($0, "participation", in: 0...100)
            }
                ?? 0,
            activities: range("activities"), halfHours: range("half-hours"),
            groups: values["groups"].map { decoding.weights($0, "groups") } ?? [], events: events)
    }
}
