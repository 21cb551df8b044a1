import Assignment
import Intake
package import Records

/// One execution of `verify`: an answer of `solve` checked again from its files alone.
///
/// Uses the readers, the building of the problem and the independent check; no solver.
package struct BareVerification {
    package let files: BareFiles
    package let cover: BareCover?
    /// The chosen pairs, as `solve` writes them.
    package let result: String
    /// The proof, as `solve --certificate` writes it.
    package let certificate: String

    package init(files: BareFiles, cover: BareCover?, result: String, certificate: String) {
        self.files = files
        self.cover = cover
        self.result = result
        self.certificate = certificate
    }

    /// Checks, and says in a sentence for each goal what is proven.
    ///
    /// - Throws: `PipelineError`; `unusableCertificate` when the proof is of another problem, `refuted` with
    ///   everything that does not hold.
    package func run() throws(PipelineError) -> [Bilingual] {
        let statement = try BareStatement(files)
        let bytes: [UInt8]
        let chosen: EdgeList
        do throws(IntakeError) {
            bytes = try FileBytes.read(path: certificate)
            chosen = try EdgeListReader().read(path: result)
        } catch { throw .intake(error) }
        let document = try BareCertificate(bytes, path: certificate)
        let instance = try BareInstance(statement, try objective(of: document))
        let reasons = document.problem.differences(from: ProblemControl(instance))
        guard reasons.isEmpty else { throw .unusableCertificate(path: certificate, reasons: reasons) }
        let proof = try document.certificate(for: instance, path: certificate)
        let (edges, strangers) = BareVerification.edges(chosen, in: instance)
        guard strangers.isEmpty else { throw .refuted(strangers) }
        let solution = MatchSolution(
            edges: edges, goalValues: document.goals.map(\.value), certificate: proof)
        let findings = verify(solution, instance.problem)
        guard findings.isEmpty else { throw .refuted(findings.map { instance.text(of: $0) }) }
        return BareVerification.sentences(solution, instance)
    }

    /// What the certificate is about; the cover must be the one that was asked for.
    private func objective(of document: BareCertificate) throws(PipelineError) -> BareObjective {
        let text = document.goals.map(\.goal).joined(separator: ",")
        let objective: BareObjective
        do throws(BareObjectiveError) {
            objective = try BareObjective(goals: text, cover: cover)
        } catch {
            let reason = Bilingual(ja: "目標の一覧が使えません（\(error)）。", en: "its goals cannot be used: \(error)")
            throw .unusableCertificate(path: certificate, reasons: [reason])
        }
        guard document.cover == cover?.rawValue else {
            let stated = document.cover.map { "--cover \($0)" }
            let reason = Bilingual(
                ja: stated.map { "この証明書は \($0) で解いたものです。同じ指定を付けてください。" }
                    ?? "この証明書は --cover なしで解いたものです。--cover を外してください。",
                en: stated.map { "the certificate was made with \($0); give the same here" }
                    ?? "the certificate was made without --cover; leave it out here")
            throw .unusableCertificate(path: certificate, reasons: [reason])
        }
        return objective
    }

    /// The chosen edges by number, and what is wrong with those that the graph does not have.
    private static func edges(
        _ chosen: EdgeList, in instance: BareInstance
    ) -> (edges: [Int], strangers: [Bilingual]) {
        let index = EdgeIndex(instance.edges)
        var edges: [Int] = []
        var strangers: [Bilingual] = []
        for (position, weight) in chosen.weight.enumerated() {
            let left = chosen.leftIDs[Int(chosen.left[position])]
            let right = chosen.rightIDs[Int(chosen.right[position])]
            guard let edge = index.edge(left, right) else {
                strangers.append(
                    Bilingual(
                        ja: "\(left) と \(right) の辺はグラフにありません。", en: "the graph has no edge \(left), \(right)")
                )
                continue
            }
            edges.append(edge)
            let actual = instance.edges.weight[edge]
            if actual != weight {
                strangers.append(
                    Bilingual(
                        ja: "\(left) と \(right) の重みは \(weight) でなく \(actual) です。",
                        en: "the weight of \(left), \(right) is \(actual), not \(weight)"))
            }
        }
        return (edges.sorted(), strangers)
    }

    /// What is proven, a line for the answer and one for each goal.
    private static func sentences(_ solution: MatchSolution, _ instance: BareInstance) -> [Bilingual] {
        let count = solution.edges.count
        let first = Bilingual(
            ja: "検算に合格しました: \(count)組は、容量と制限をすべて守っています。",
            en: "the result passes the check: \(count) pairs within all capacities and limits.")
        let goals = zip(instance.objective.goals, solution.certificate.goals).map { goal, proof in
            let claim = "\(goal.rawValue) \(proof.value)"
            return switch proof.method {
            case .duals:
                Bilingual(
                    ja: "\(claim): これより良いものがないことを、全\(instance.edges.weight.count)辺で確かめました。",
                    en: "\(claim): proven best over all \(instance.edges.weight.count) edges.")
            case .branchAndBound(let edges, _):
                Bilingual(
                    ja: "\(claim): 上界は \(proof.bound)。より良いものがあるとすれば未定の\(edges)辺の中だけで、"
                        + "そこにないことはソルバーの探索によります（ここでは検算していません）。",
                    en:
                        "\(claim): bound \(proof.bound). Anything better lies within \(edges) undecided edges; "
                        + "that nothing better is there is the solver's word, not checked here.")
            case .open(let gap):
                Bilingual(
                    ja: "\(claim): 最適とは証明されていません。あと最大 \(gap) 良くなる可能性があります（上界 \(proof.bound)）。",
                    en: "\(claim): not proven best; it may be up to \(gap) better (bound \(proof.bound)).")
            }
        }
        return [first] + goals
    }
}
