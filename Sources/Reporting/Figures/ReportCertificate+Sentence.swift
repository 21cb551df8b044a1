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
        return Bilingual(
            ja: "最適であることは証明されていません（\(solverName)）。よりよい組み合わせが残っている可能性があります",
            en: "Not proved to be optimal (\(solverName)); a better set of pairs may exist")
    }

    /// What is proved, with the value and the bound of each goal, in one sentence.
    package var sentence: Bilingual {
        if edges == 0 || goals.isEmpty { return Bilingual(ja: statement.ja + "。", en: statement.en + ".") }
        let values = goals.map { goal in
            let (value, bound) = (NumberText.grouped(goal.value), NumberText.grouped(goal.bound))
            return Bilingual(
                ja: "\(goal.label.ja) \(value)（限界 \(bound)）", en: "\(goal.label.en) \(value) (bound \(bound))"
            )
        }
        let list = Bilingual.join(values)
        return Bilingual(ja: "\(statement.ja): \(list.ja)。", en: "\(statement.en): \(list.en).")
    }
}
