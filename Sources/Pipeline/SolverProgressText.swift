import Assignment
import Records
import Reporting

/// What the terminal says of a solver at work: the goal in hand, what is being done, the best found so far
/// and what cannot be surpassed.
struct SolverProgressText: Sendable {
    /// A goal as the user knows it.
    struct Goal: Sendable {
        let label: Bilingual
        let isMinimised: Bool
    }

    /// Most important first.
    let goals: [Goal]

    /// For example `searching, goal 2 of 3 (total days waited): found 812 of at most 840, gap 28`.
    func text(_ progress: SolverProgress) -> Bilingual {
        let phase = SolverProgressText.phase(progress.phase)
        guard let index = progress.goal, goals.indices.contains(index) else { return phase }
        let place =
            goals.count == 1
            ? Bilingual("")
            : Bilingual(ja: "目標\(index + 1)/\(goals.count)", en: ", goal \(index + 1) of \(goals.count)")
        let label = goals[index].label
        let figures = SolverProgressText.figures(progress, isMinimised: goals[index].isMinimised)
        return Bilingual(
            ja: "\(phase.ja)・\(place.ja)「\(label.ja)」\(figures.ja)",
            en: "\(phase.en)\(place.en) (\(label.en))\(figures.en)")
    }

    private static func phase(_ phase: SolverProgress.Phase) -> Bilingual {
        switch phase {
        case .start: Bilingual(ja: "最適な組み合わせを求めています", en: "solving")
        case .confirmation: Bilingual(ja: "確認中", en: "confirming")
        case .relaxation: Bilingual(ja: "限界を計算中", en: "bounding")
        case .integerProgram: Bilingual(ja: "探索中", en: "searching")
        case .diagnosis:
            Bilingual(ja: "両立しない制限を調べています", en: "finding the limits that cannot hold together")
        case .verification: Bilingual(ja: "証明を検算しています", en: "checking the proof")
        }
    }

    private static func figures(_ progress: SolverProgress, isMinimised: Bool) -> Bilingual {
        let bound = progress.bound.map(NumberText.grouped)
        guard let value = progress.value else {
            guard let bound else { return Bilingual("") }
            return isMinimised
                ? Bilingual(ja: " 下限 \(bound)", en: ": at least \(bound)")
                : Bilingual(ja: " 上限 \(bound)", en: ": at most \(bound)")
        }
        let found = NumberText.grouped(value)
        guard let bound, let limit = progress.bound else {
            return Bilingual(ja: " これまでの最良 \(found)", en: ": found \(found)")
        }
        let gap = NumberText.grouped(abs(limit - value))
        return isMinimised
            ? Bilingual(
                ja: " これまでの最良 \(found)（下限 \(bound)、差 \(gap)）",
                en: ": found \(found), at least \(bound), gap \(gap)")
            : Bilingual(
                ja: " これまでの最良 \(found)（上限 \(bound)、差 \(gap)）",
                en: ": found \(found) of at most \(bound), gap \(gap)")
    }
}
