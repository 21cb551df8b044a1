import Assignment
import Records

extension PipelineError {
    /// Ids that a message names at most.
    private static let namedIDs = 10

    /// Which vertices stay short, a line for each side, and the limits that are in the way.
    static func shortText(_ sides: [ShortSide], _ reason: Infeasibility?) -> [Bilingual] {
        let isByLimits = !(reason?.limits ?? []).isEmpty
        let lines = sides.map { side in
            let names = side.unfilled.prefix(namedIDs).map(\.text).joined(separator: ", ")
            let list = names + (side.unfilled.count > namedIDs ? ", …" : "")
            let (ja, en) = side.side == .left ? ("左", "left") : ("右", "right")
            let short = side.unfilled.count
            return Bilingual(
                ja: "\(ja)側の\(side.count)件すべてを満たす割り当てはありません。"
                    + (isByLimits ? "最も近い割り当てでも" : "少なくとも") + "\(short)件が足りません（例: \(list)）",
                en: "no assignment fills all \(side.count) \(en) vertices: "
                    + (isByLimits
                        ? "in the one that comes nearest \(short) stay short"
                        : "at least \(short) stay short")
                    + " (such as \(list))")
        }
        return isByLimits ? [infeasibilityText(reason)] + lines : lines
    }

    /// What was found wrong with a result, under a heading.
    static func refutedText(_ findings: [Bilingual]) -> [Bilingual] {
        let shown = 100
        let more = Bilingual(
            ja: "ほかに\(findings.count - shown)件あります。", en: "and \(findings.count - shown) more findings.")
        let heading = Bilingual(ja: "この結果は検算に合格しませんでした。", en: "the result does not pass the check:")
        return [heading] + findings.prefix(shown) + (findings.count > shown ? [more] : [])
    }
}
