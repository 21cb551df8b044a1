package import Records

extension ReportCertificate {
    /// Whether the solver proved that no better assignment exists: the status says so and every goal meets its
    /// bound.
    package var isProven: Bool {
        status == "optimal" && goals.allSatisfy { $0.value == $0.bound }
    }

    /// Name and version of the solver, without its further words: `GLPK 5.0`.
    package var solverName: String {
        let end = solver.firstIndex { ":;,(（—".contains($0) } ?? solver.endIndex
        let name = solver[..<end]
        return String(name.reversed().drop { $0 == " " }.reversed())
    }

    /// What is proved, without the numbers.
    package var statement: Bilingual {
        if edges == 0 {
            return Bilingual(
                ja: "条件に合うペアが1組もないため、証明することがありません",
                en: "No pair is possible under the rules, so there is nothing to prove")
        }
        if isProven {
            return Bilingual(
                ja: "\(solverName) により、これより良い組み合わせが存在しないことを証明済み",
                en: "\(solverName) has proved that no better set of pairs exists")
        }
        return wasInterrupted
            ? Bilingual(
                ja: "途中で中断されたため、それまでに見つかった最良の組み合わせを示します（\(solverName)。最適とは証明されていません）",
                en: "The search was interrupted (\(solverName)): these are the best pairs found until then, "
                    + "not proved to be the best possible")
            : Bilingual(
                ja: "制限時間になったため、それまでに見つかった最良の組み合わせを示します（\(solverName)。最適とは証明されていません）",
                en:
                    "The time limit ended the search (\(solverName)): these are the best pairs found until "
                    + "then, not proved to be the best possible")
    }

    /// What is proved, with the value and the bound of each goal, in one sentence.
    package var sentence: Bilingual {
        if edges == 0 || goals.isEmpty { return Bilingual(ja: statement.ja + "。", en: statement.en + ".") }
        let values = goals.map { goal in
            let (value, bound) = (NumberText.grouped(goal.value), NumberText.grouped(goal.bound))
            let rest =
                goal.opening
                ?? Bilingual(
                    ja: isProven ? "限界 \(bound)" : "証明済み", en: isProven ? "bound \(bound)" : "proved")
            return Bilingual(
                ja: "\(goal.label.ja) \(value)（\(rest.ja)）", en: "\(goal.label.en) \(value) (\(rest.en))")
        }
        let list = Bilingual.join(values)
        return Bilingual(ja: "\(statement.ja): \(list.ja)。", en: "\(statement.en): \(list.en).")
    }
}

extension ReportCertificate.Goal {
    /// How much better the goal could be, in the units that people count in, or `nil` where it is proved:
    /// `at most 3 more pairs could be possible`.
    package var opening: Bilingual? {
        guard value != bound else { return nil }
        let (gap, overflows) = bound.subtractingReportingOverflow(value)
        let amount = overflows ? "—" : NumberText.grouped(Int(clamping: gap.magnitude))
        let isOne = !overflows && gap.magnitude == 1
        let unit = unit
        return bound > value
            ? Bilingual(
                ja: "あと最大\(amount)\(unit.ja)増える可能性があります",
                en: "at most \(amount) more\(isOne ? unit.one : unit.en) could be possible")
            : Bilingual(
                ja: "あと最大\(amount)\(unit.ja)減る可能性があります",
                en: "at most \(amount) fewer\(isOne ? unit.one : unit.en) could be possible")
    }

    /// What the goal counts; nothing where its label says it all.
    private var unit: (ja: String, one: String, en: String) {
        switch name {
        case "most-pairs": ("組", " pair", " pairs")
        case "longest-waiting": ("日", " day", " days")
        case "best-fit": ("点", " point", " points")
        default: ("", "", "")
        }
    }
}
