import Assignment
import Foundation
import Intake
import Records

/// The proof of a bare problem's answer as a JSON file; docs/solve.md sets out the format.
///
/// Multipliers stand beside the ids they belong to, not as keys: JSON readers merge keys that Unicode calls
/// equivalent, and ids are told apart by their bytes. Multipliers of 0 are left out.
struct BareCertificate: Codable, Equatable {
    /// The proof of one goal; see `GoalProof`.
    struct Goal: Codable, Equatable {
        var goal: String
        var value: Int
        var bound: Int
        /// `duals`, `branch-and-bound` or `open`.
        var method: String
        var gap: Int
        /// Of `branch-and-bound`.
        var kernelEdges: Int?
        var scale: String
        /// Pairs of an id and its multiplier, by id.
        var left: [[String]]
        var right: [[String]]
        /// Pairs of a limit's name and its multiplier.
        var limits: [[String]]
        /// Pairs of an earlier goal and its multiplier.
        var held: [[String]]
        var dualValue: String
        var multiplierTotal: String
    }

    /// The version of the format.
    static let schema = 1

    var schema: Int
    /// `left`, `right` or `both`; missing where no side must be filled.
    var cover: String?
    var goals: [Goal]
    var edgeTotal: String
    var problem: ProblemControl

    init(_ solution: MatchSolution, _ instance: BareInstance) {
        schema = BareCertificate.schema
        cover = instance.objective.cover?.rawValue
        edgeTotal = String(solution.certificate.edgeTotal)
        problem = ProblemControl(instance)
        let names = instance.objective.goals.map(\.rawValue)
        goals = zip(names, solution.certificate.goals).map { Goal($0, $1, instance, earlier: names) }
    }

    /// One line with sorted keys, the same for the same proof.
    func bytes() throws(PipelineError) -> [UInt8] {
        do {
            return Array(try JSONText.line(self).utf8) + [0x0A]
        } catch {
            throw .checkFailed(["\(error)"])
        }
    }

    /// Reads a file's bytes.
    ///
    /// - Throws: `unusableCertificate` when they are no certificate of this version.
    init(_ bytes: [UInt8], path: String) throws(PipelineError) {
        struct Version: Decodable {
            var schema: Int
        }
        let decoder = JSONDecoder()
        let data = Data(bytes)
        do {
            let version = try decoder.decode(Version.self, from: data).schema
            guard version == BareCertificate.schema else {
                throw PipelineError.unusableCertificate(
                    path: path, reasons: [BareCertificate.otherVersion(version)])
            }
            self = try decoder.decode(BareCertificate.self, from: data)
        } catch let error as PipelineError {
            throw error
        } catch {
            throw .unusableCertificate(path: path, reasons: [BareCertificate.noCertificate(error)])
        }
    }

    private static func otherVersion(_ version: Int) -> Bilingual {
        Bilingual(
            ja: "形式の版（schema）\(version) は読めません。このプログラムが書いた証明書を指定してください。",
            en: "schema \(version) is not known; give a certificate that this version of musubi wrote")
    }

    private static func noCertificate(_ error: any Error) -> Bilingual {
        let place =
            switch error {
            case DecodingError.keyNotFound(let key, let context):
                (context.codingPath + [key]).map(\.stringValue).joined(separator: ".")
            case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
                DecodingError.dataCorrupted(let context):
                context.codingPath.map(\.stringValue).joined(separator: ".")
            default: ""
            }
        return Bilingual(
            ja: "証明書として読めません" + (place.isEmpty ? "" : "（\(place)）")
                + "。solve --certificate が書いたファイルを指定してください。",
            en: "not a certificate" + (place.isEmpty ? "" : " (at \(place))")
                + "; give a file that solve --certificate wrote")
    }
}

extension BareCertificate.Goal {
    fileprivate init(_ name: String, _ proof: GoalProof, _ instance: BareInstance, earlier: [String]) {
        goal = name
        value = proof.value
        bound = proof.bound
        switch proof.method {
        case .duals: (method, gap) = ("duals", 0)
        case .branchAndBound(let edges, let distance):
            (method, gap) = ("branch-and-bound", distance)
            kernelEdges = edges
        case .open(let distance): (method, gap) = ("open", distance)
        }
        scale = String(proof.scale)
        left = Self.pairs(instance.edges.leftIDs.map(\.text), proof.left)
        right = Self.pairs(instance.edges.rightIDs.map(\.text), proof.right)
        limits = Self.pairs(instance.problem.limits.map(\.name), proof.limits)
        held = Self.pairs(earlier, proof.held)
        dualValue = String(proof.dualValue)
        multiplierTotal = String(proof.multiplierTotal)
    }

    private static func pairs(_ names: [String], _ multipliers: [Int128]) -> [[String]] {
        zip(names, multipliers).filter { $0.1 != 0 }.map { [$0, String($1)] }
    }
}
