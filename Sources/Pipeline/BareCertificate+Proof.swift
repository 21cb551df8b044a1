import Assignment
import Intake
import Records

extension BareCertificate {
    /// The proof of the goals, with a problem's own numbers for its vertices, limits and goals.
    ///
    /// - Throws: `unusableCertificate` when an id, a name or a number cannot be used; the mathematics is not
    ///   looked at here.
    func certificate(for instance: BareInstance, path: String) throws(PipelineError) -> Certificate {
        do throws(CertificateDefect) {
            let names = ProofNames(instance)
            var proofs: [GoalProof] = []
            for goal in goals { proofs.append(try goal.proof(names, earlier: proofs.count)) }
            guard let total = Int128(edgeTotal) else { throw CertificateDefect("edgeTotal") }
            return Certificate(goals: proofs, edgeTotal: total)
        } catch {
            throw .unusableCertificate(path: path, reasons: [error.text])
        }
    }
}

/// A part of a certificate that cannot be used.
private struct CertificateDefect: Error {
    let text: Bilingual

    init(_ place: String) {
        text = Bilingual(
            ja: "\(place) が使えません。ファイルが変更されていないか確かめ、もう一度 solve --certificate で作ってください。",
            en:
                "\(place) cannot be used; the file may have been changed: make it again with solve --certificate"
        )
    }
}

/// Where each id, limit and goal stands in a problem.
private struct ProofNames {
    let left: [PersonID: Int]
    let right: [PersonID: Int]
    let limits: [PersonID: Int]
    let goals: [PersonID: Int]

    init(_ instance: BareInstance) {
        func places(_ names: [PersonID]) -> [PersonID: Int] {
            Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
        }
        left = places(instance.edges.leftIDs)
        right = places(instance.edges.rightIDs)
        // Names are told apart by their bytes, as ids are.
        limits = places(instance.problem.limits.map { PersonID($0.name) })
        goals = places(instance.objective.goals.map { PersonID($0.rawValue) })
    }
}

extension BareCertificate.Goal {
    fileprivate func proof(_ names: ProofNames, earlier: Int) throws(CertificateDefect) -> GoalProof {
        guard let scale = Int128(scale), let dualValue = Int128(dualValue),
            let total = Int128(multiplierTotal)
        else { throw CertificateDefect("\(goal).scale/dualValue/multiplierTotal") }
        let left = try multipliers(left, names.left, "left", names.left.count)
        let right = try multipliers(right, names.right, "right", names.right.count)
        let limits = try multipliers(limits, names.limits, "limits", names.limits.count)
        let held = try multipliers(held, names.goals, "held", earlier)
        var sum = scale
        for multiplier in [left, right, limits, held].joined() {
            let (next, overflows) = sum.addingReportingOverflow(multiplier)
            guard !overflows else { throw CertificateDefect("\(goal).multiplierTotal") }
            sum = next
        }
        var proof = GoalProof(
            value: value, bound: bound, scale: scale, left: left, right: right, limits: limits, held: held,
            dualValue: dualValue, method: try proofMethod())
        proof.multiplierTotal = total
        return proof
    }

    private func proofMethod() throws(CertificateDefect) -> GoalProof.Method {
        switch (method, kernelEdges) {
        case ("duals", nil) where gap == 0: return .duals
        case ("open", nil): return .open(gap: gap)
        case ("branch-and-bound", let edges?): return .branchAndBound(kernelEdges: edges, gap: gap)
        default: throw CertificateDefect("\(goal).method")
        }
    }

    /// The multipliers by place; 0 for whoever is not listed.
    private func multipliers(
        _ pairs: [[String]], _ places: [PersonID: Int], _ part: String, _ count: Int
    ) throws(CertificateDefect) -> [Int128] {
        var values = [Int128](repeating: 0, count: count)
        for (position, pair) in pairs.enumerated() {
            guard pair.count == 2, let place = places[PersonID(pair[0])], place < count,
                let value = Int128(pair[1]), values[place] == 0, value != 0
            else { throw CertificateDefect("\(goal).\(part)[\(position)]") }
            values[place] = value
        }
        return values
    }
}
