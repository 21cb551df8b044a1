import Assignment
import Records

extension BareInstance {
    /// A finding of the check in words, with the ids of the files instead of numbers.
    func text(of finding: VerificationFinding) -> Bilingual {
        switch finding {
        case .overCapacity(let side, let vertex, let used, let capacity):
            return Bilingual(
                ja: "\(name(side, vertex).ja)は容量\(capacity)ですが、\(used)組に入っています。",
                en: "\(name(side, vertex).en) is in \(used) pairs and has \(capacity) places")
        case .notFilled(let side, let vertex, let used, let capacity):
            return Bilingual(
                ja: "\(name(side, vertex).ja)は\(capacity)組に入るはずですが、\(used)組だけです。",
                en: "\(name(side, vertex).en) must be in \(capacity) pairs and is in \(used)")
        case .limitBroken(let limit, let sum):
            let limit = problem.limits[limit]
            let bounds =
                "\(limit.lower.map { "\($0) ≤ " } ?? "")\(sum)\(limit.upper.map { " ≤ \($0)" } ?? "")"
            return Bilingual(
                ja: "制限 \(limit.name) が守られていません: \(bounds) ではありません。",
                en: "limit \(limit.name) is broken: \(bounds) does not hold")
        case .valueDiffers(let goal, let stated, let recomputed):
            return Bilingual(
                ja: "\(problem.goals[goal].name) は \(stated) でなく \(recomputed) です。",
                en: "\(problem.goals[goal].name) is \(recomputed), not \(stated)")
        case .edgeOutOfRange, .edgesOutOfOrder, .edgeTotalDiffers, .lockMissing:
            return Bilingual(
                ja: "ペアの一覧が、証明書の作られたときのものと違います。",
                en: "the pairs are not those that the certificate was made for")
        default: return textOfProof(finding)
        }
    }

    /// A finding about the proof of a goal.
    private func textOfProof(_ finding: VerificationFinding) -> Bilingual {
        switch finding {
        case .wrongSign(let goal, let multiplier, let index):
            let owner = owner(multiplier, index)
            return about(
                goal, ja: "\(owner.ja)の乗数は、この符号では何も証明しません",
                en: "the multiplier of \(owner.en) has a sign that proves nothing")
        case .multiplierTotalDiffers(let goal):
            return about(
                goal, ja: "乗数の合計が multiplierTotal と違います",
                en: "the multipliers do not add up to multiplierTotal")
        case .dualValueDiffers(let goal, let stated, let recomputed):
            return about(
                goal, ja: "dualValue は \(stated) でなく \(recomputed) です",
                en: "dualValue is \(recomputed), not \(stated)")
        case .boundDiffers(let goal, let stated, let recomputed):
            return about(
                goal, ja: "乗数が示す上界は \(stated) でなく \(recomputed) です",
                en: "the multipliers prove the bound \(recomputed), not \(stated)")
        case .overflow(let goal):
            return about(goal, ja: "数が128ビットに収まりません", en: "the numbers leave 128 bits")
        case .methodUnsupported(let goal):
            return about(
                goal, ja: "方法か差が、値と上界に合いません", en: "the method or the gap does not fit value and bound")
        case .kernelDiffers(let goal, let stated, let recomputed):
            return about(
                goal, ja: "未定の辺は \(stated) でなく \(recomputed) です",
                en: "\(recomputed) edges are undecided, not \(stated)")
        case .malformedProof(let goal):
            return about(goal, ja: "乗数の数か尺度が正しくありません", en: "the multipliers or the scale are malformed")
        default:
            return Bilingual(ja: "目標の数が証明の数と違います。", en: "there is not one proof for every goal")
        }
    }

    private func about(_ goal: Int, ja: String, en: String) -> Bilingual {
        let name = problem.goals[goal].name
        return Bilingual(ja: "\(name) の証明: \(ja)。", en: "the proof of \(name): \(en)")
    }

    private func name(_ side: VertexSide, _ vertex: Int) -> Bilingual {
        let id = id(side, vertex)
        return side == .left
            ? Bilingual(ja: "左側の \(id) ", en: "left \(id)") : Bilingual(ja: "右側の \(id) ", en: "right \(id)")
    }

    private func owner(_ multiplier: String, _ index: Int) -> Bilingual {
        switch VertexSide(rawValue: multiplier) {
        case let side?: name(side, index)
        case nil:
            Bilingual(
                ja: "制限 \(problem.limits[index].name) ", en: "limit \(problem.limits[index].name)")
        }
    }
}
