import Assignment
import Intake
import Records

extension BareCertificate {
    /// The prices of an earlier answer by the ids of a problem; whoever is new has none.
    ///
    /// - Throws: `unusableCertificate` when it is about other goals, or its prices are not of this kind.
    func prices(for instance: BareInstance, path: String) throws(PipelineError) -> [[Int128]] {
        let names = instance.objective.goals.map(\.rawValue)
        guard let last = goals.last, goals.map(\.goal) == names else {
            throw .unusableCertificate(path: path, reasons: [BareCertificate.otherGoals(goals.map(\.goal))])
        }
        let right = BareCertificate.numbers(last.right)
        let held = BareCertificate.numbers(last.held)
        let proof = GoalProof(
            value: last.value, bound: last.bound, scale: Int128(last.scale) ?? 0, left: [],
            right: instance.edges.rightIDs.map { right[$0] ?? 0 }, limits: last.limits.map { _ in 1 },
            held: names.dropLast().map { held[PersonID($0)] ?? 0 }, dualValue: 0, method: .duals)
        guard let prices = StartingPoint.prices(of: proof) else {
            throw .unusableCertificate(path: path, reasons: [BareCertificate.noPrices])
        }
        return prices
    }

    /// Pairs of a name and a number; what is neither is passed over, since nothing is proven by it here.
    private static func numbers(_ pairs: [[String]]) -> [PersonID: Int128] {
        let numbers = pairs.compactMap { pair -> (PersonID, Int128)? in
            guard pair.count == 2, let number = Int128(pair[1]) else { return nil }
            // Sums of prices are taken: leave room for them.
            return number.magnitude < 1 << 100 ? (PersonID(pair[0]), number) : nil
        }
        return Dictionary(numbers, uniquingKeysWith: { first, _ in first })
    }

    private static func otherGoals(_ goals: [String]) -> Bilingual {
        let list = goals.joined(separator: ",")
        return Bilingual(
            ja: "この証明書は別の目標（\(list)）に対するものです。同じ --goal で解くか、--start を外してください。",
            en:
                "the certificate is about other goals (\(list)): solve with the same --goal, or leave out --start"
        )
    }

    private static let noPrices = Bilingual(
        ja: "この証明書の価格は使えません（解いたときに制限が効いていました）。--start を外してください。",
        en: "its prices cannot be used (limits were binding when it was solved); leave out --start")
}
