import Records
import Yams

/// Reads a file of kind `together`; the programmes that it names are read by whoever runs them.
struct TogetherDecoding {
    let reader: ConfigReader

    private static let goals: [ProgrammeGoal] = [.mostPairs, .longestWaiting, .bestFit]

    func programme(_ root: Node) -> TogetherProgramme? {
        let keys = ["programme", "kind", "name", "programmes", "hours", "goals"]
        guard let top = reader.mapping(root, "programme", keys: keys, required: keys),
            let id = top["programme"].flatMap({ reader.text($0, "programme") }),
            let name = top["name"].flatMap({ reader.bilingual($0, "name") }),
            let parts = top["programmes"].flatMap(parts), let hoursNode = top["hours"],
            let goalsNode = top["goals"]
        else { return nil }
        let names = parts.map(\.name)
        guard let hours = hours(hoursNode, names) else { return nil }
        return TogetherProgramme(
            id: id, name: name, parts: parts, hours: hours, goals: goals(goalsNode, names),
            warnings: reader.issues.filter { $0.severity == .warning })
    }

    private func parts(_ node: Node) -> [TogetherProgramme.Part]? {
        guard let entries = reader.entries(node, "programmes") else { return nil }
        let parts = entries.compactMap { name, keyNode, node -> TogetherProgramme.Part? in
            guard isFolderName(name) else {
                reader.report(
                    Bilingual(
                        ja: "「\(name)」はフォルダー名に使えません（英小文字・数字・ハイフン）",
                        en: "'\(name)' cannot name a folder (small letters, digits, hyphens)"), at: keyNode)
                return nil
            }
            guard
                let values = reader.mapping(
                    node, name, keys: ["file", "hours"], required: ["file", "hours"]),
                let file = values["file"].flatMap({ reader.text($0, "file") }),
                let load = values["hours"].flatMap(load)
            else { return nil }
            return TogetherProgramme.Part(name: name, path: reader.resolved(file), load: load)
        }
        if entries.count < 2 {
            reader.report(
                Bilingual(ja: "プログラムは2つ以上必要です", en: "at least two programmes are needed"), at: node)
            return nil
        }
        return parts.count == entries.count ? parts : nil
    }

    private func isFolderName(_ name: String) -> Bool {
        !name.isEmpty
            && name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    }

    /// `2 hours`, or `duration`: the errand's own.
    private func load(_ node: Node) -> TogetherProgramme.Load? {
        if node.scalar?.string == "duration" { return .errand }
        return reader.quantity(node, "hours", example: "2 hours", Quantity.length).map {
            .everyWeek(minutes: $0)
        }
    }

    /// Reads `{of: spot-errands, field: weekly_hours}`.
    private func hours(_ node: Node, _ names: [String]) -> (part: Int, field: String)? {
        guard let values = reader.mapping(node, "hours", keys: ["of", "field"], required: ["of", "field"]),
            let part = values["of"].flatMap({ reader.choice($0, "of", of: names) }).flatMap({
                names.firstIndex(of: $0)
            }), let field = values["field"].flatMap({ reader.text($0, "field") })
        else { return nil }
        return (part, field)
    }

    private func goals(_ node: Node, _ names: [String]) -> [(part: Int, goal: ProgrammeGoal)] {
        let words = TogetherDecoding.goals.map(\.name)
        var goals: [(part: Int, goal: ProgrammeGoal)] = []
        for node in reader.list(node, "goals") ?? [] {
            for (name, keyNode, value) in reader.entries(node, "goals") ?? [] {
                guard let part = names.firstIndex(of: name) else {
                    reader.reportUnknown(
                        name, at: keyNode, known: names, noun: Bilingual(ja: "プログラム", en: "programme"))
                    continue
                }
                guard let word = reader.choice(value, "goal", of: words),
                    let goal = TogetherDecoding.goals.first(where: { $0.name == word })
                else { continue }
                if goals.contains(where: { $0.part == part && $0.goal == goal }) {
                    reader.report(Bilingual(ja: "同じ目標が2回あります", en: "a goal stands twice"), at: value)
                }
                goals.append((part, goal))
            }
        }
        for (part, name) in names.enumerated() where !goals.contains(where: { $0.part == part }) {
            reader.report(
                Bilingual(ja: "「\(name)」の目標がありません", en: "no goal for '\(name)'"), at: node)
        }
        return goals
    }
}
