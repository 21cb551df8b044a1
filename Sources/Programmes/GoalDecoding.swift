import Records
import Yams

/// Reads `goals`: a list of words, and of one-key maps for those that need to be told more.
struct GoalDecoding {
    let reader: ConfigReader
    let groups: GroupDecoding
    let waitingSince: String?

    private static let plain: [ProgrammeGoal] = [
        .mostPairs, .longestWaiting, .bestFit, .raiseLowest, .fewestChanges,
    ]

    func goals(_ node: Node) -> [ProgrammeGoal] {
        let nodes = reader.list(node, "goals") ?? []
        var goals: [ProgrammeGoal] = []
        for node in nodes {
            guard let goal = goal(node) else { continue }
            check(goal, after: goals, at: node)
            goals.append(goal)
        }
        if nodes.isEmpty {
            reader.report(Bilingual(ja: "目標が一つもありません", en: "no goal at all"), at: node)
        }
        return goals
    }

    private func goal(_ node: Node) -> ProgrammeGoal? {
        let names = GoalDecoding.plain.map(\.name)
        guard case .mapping = node else {
            if node.scalar?.string == "cover" {
                reader.report(
                    Bilingual(
                        ja: "cover には対象が必要です（例: cover: {field: situation, is: refugee}）",
                        en: "cover needs its group, such as cover: {field: situation, is: refugee}"), at: node
                )
                return nil
            }
            guard let word = reader.choice(node, "goal", of: names + ["cover"]) else { return nil }
            return GoalDecoding.plain.first { $0.name == word }
        }
        guard let entries = reader.entries(node, "goals") else { return nil }
        for (key, keyNode, _) in entries where names.contains(key) {
            reader.report(
                Bilingual(ja: "目標「\(key)」には値を付けません", en: "the goal '\(key)' takes no value"), at: keyNode)
            return nil
        }
        guard let group = reader.mapping(node, "goals", keys: ["cover"], required: ["cover"])?["cover"]
        else { return nil }
        return groups.group(group, "cover").map { .cover($0) }
    }

    private func check(_ goal: ProgrammeGoal, after earlier: [ProgrammeGoal], at node: Node) {
        if earlier.contains(goal) {
            reader.report(Bilingual(ja: "同じ目標が2回あります", en: "a goal stands twice"), at: node)
        }
        if goal == .longestWaiting, waitingSince == nil {
            reader.report(
                Bilingual(
                    ja: "longest-waiting には「waiting-since」（申込日の項目）が必要です",
                    en: "longest-waiting needs 'waiting-since', the field with the date of application"),
                at: node)
        }
        // Without a number of pairs to keep, the lowest fit is highest where nobody is paired.
        if goal == .raiseLowest, !earlier.contains(.mostPairs) {
            reader.report(
                Bilingual(
                    ja: "raise-lowest は most-pairs より後に置いてください（先に置くと、誰も組まないのが最良になります）",
                    en: "raise-lowest must stand after most-pairs; before it, pairing nobody would be best"),
                at: node)
        }
    }
}
