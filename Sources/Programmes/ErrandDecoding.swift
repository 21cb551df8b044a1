import Compatibility
import Records
import Yams

/// Reads `errand`: which fields describe an errand, and when errands take place.
struct ErrandDecoding {
    let reader: ConfigReader
    let references: FieldReferences
    let rules: RuleDecoding

    private static let keys = [
        "date", "window", "duration", "place", "requester", "online", "free-time", "days", "hours", "closed",
        "from",
        "notice", "travel", "a-day", "expenses", "refer",
    ]
    private static let required = [
        "date", "window", "duration", "place", "free-time", "days", "hours", "travel",
    ]
    private static let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    /// The errands with the gates that follow from them.
    func errand(_ node: Node) -> (programme: ErrandProgramme, gates: [Gate])? {
        guard
            let values = reader.mapping(
                node, "errand", keys: ErrandDecoding.keys, required: ErrandDecoding.required),
            let date = field(values, "date", .date), let window = field(values, "window", .window),
            let duration = field(values, "duration", .duration), let place = self.place(values["place"]),
            let freeTime = values["free-time"].flatMap({
                references.field($0, "free-time", [.weekly], on: [.volunteer])
            }), let days = values["days"].flatMap({ self.days($0) }),
            let hours = values["hours"].flatMap({ self.hours($0) }),
            let travel = values["travel"].flatMap({ self.travel($0) })
        else { return nil }
        let spec = ErrandSpec(
            date: date, window: window, duration: duration, place: place,
            requester: values["requester"].flatMap {
                references.field($0, "requester", [.text], on: [.resident])?.name
            },
            online: values["online"].flatMap { rules.condition($0, on: [.resident], "online") },
            freeTime: freeTime.name, days: days, hours: hours,
            from: values["from"].flatMap { rules.day($0, "from") },
            notice: values["notice"].flatMap {
                reader.quantity($0, "notice", example: "3 days", Quantity.days)
            } ?? 0,
            travel: travel,
            // With two a day it is enough to look at each two errands; three could fit in pairs and not together.
            mostPerDay: values["a-day"].flatMap { reader.integer($0, "a-day", in: 1...2) } ?? 2)
        let programme = ErrandProgramme(
            spec: spec, calendar: values["closed"].flatMap { reader.text($0, "closed") }.map(reader.resolved),
            expenses: values["expenses"].flatMap(expenses))
        return (programme, gates(spec, hasCalendar: programme.calendar != nil, refer: values["refer"]))
    }

    private func gates(_ spec: ErrandSpec, hasCalendar: Bool, refer: Node?) -> [Gate] {
        let routes =
            refer.flatMap { reader.mapping($0, "refer", keys: ["days", "closed", "hours", "notice"]) } ?? [:]
        func gate(_ name: String, _ check: any PersonCheck) -> Gate {
            Gate(
                id: "errand-\(name)", sides: [.resident], check: check,
                route: routes[name].flatMap { reader.bilingual($0, name) })
        }
        return [gate("days", ErrandDayCheck(spec: spec))]
            + (hasCalendar ? [gate("closed", ClosedDayCheck(spec: spec))] : [])
            + [gate("hours", ErrandHoursCheck(spec: spec)), gate("notice", ErrandNoticeCheck(spec: spec))]
    }

    /// A field of the residents in which no cell may be empty: without it an errand cannot be planned.
    private func field(_ values: [String: Node], _ key: String, _ family: FieldReferences.Family) -> String? {
        guard let node = values[key], let field = references.field(node, key, [family], on: [.resident])
        else {
            return nil
        }
        if !field.required.contains(.resident) {
            reader.report(
                Bilingual(
                    ja: "errand: 項目「\(field.name)」に required: [resident] を付けてください",
                    en: "errand: give field '\(field.name)' required: [resident]"), at: node)
        }
        return field.name
    }

    private func place(_ node: Node?) -> String? {
        guard let node else { return nil }
        return references.field(node, "place", [.place], on: [.volunteer, .resident])?.name
    }

    private func days(_ node: Node) -> Set<Weekday>? {
        let days = (reader.list(node, "days") ?? []).compactMap { node in
            reader.choice(node, "days", of: ErrandDecoding.days).flatMap {
                ErrandDecoding.days.firstIndex(of: $0)
            }
        }
        return days.isEmpty ? nil : Set(days.compactMap(Weekday.init(rawValue:)))
    }

    /// `8:30-18:00`.
    private func hours(_ node: Node) -> ClockWindow? {
        guard let text = reader.text(node, "hours") else { return nil }
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map {
            Quantity.clock(String($0))
        }
        if ends.count == 2, let start = ends[0], let end = ends[1],
            let window = ClockWindow(start: start, end: end)
        {
            return window
        }
        reader.report(
            Bilingual(
                ja: "hours: 「\(text)」は使えません（例: 8:30-18:00）",
                en: "hours: '\(text)' cannot be read; write it as 8:30-18:00"), at: node)
        return nil
    }

    private func travel(_ node: Node) -> Travel? {
        guard let values = reader.mapping(node, "travel", keys: ["kmh", "buffer"], required: ["kmh"]),
            let speed = values["kmh"].flatMap({ reader.hundredths($0, "kmh", atMost: 200) })
        else { return nil }
        guard speed > 0 else {
            if let node = values["kmh"] {
                reader.report(Bilingual(ja: "kmh は0より大きい数です", en: "kmh must be more than 0"), at: node)
            }
            return nil
        }
        let buffer = values["buffer"].flatMap {
            reader.quantity($0, "buffer", example: "15 minutes", Quantity.minutes)
        }
        return Travel(metresPerHour: speed * 10, buffer: buffer ?? 0)
    }

    private func expenses(_ node: Node) -> Expenses? {
        let keys = ["base", "per-km"]
        guard let values = reader.mapping(node, "expenses", keys: keys, required: keys) else { return nil }
        let yen = keys.compactMap { key in values[key].flatMap { reader.integer($0, key, in: 0...100_000) } }
        return yen.count == 2 ? Expenses(base: yen[0], perKilometre: yen[1]) : nil
    }
}
