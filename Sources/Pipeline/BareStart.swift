import Assignment
import Intake
import Records

/// An earlier answer to begin from, in the files that `solve` wrote.
package struct BareStart: Sendable {
    /// The proof.
    package let certificate: String
    /// The chosen pairs; without them the prices have to find them again, and all are confirmed again.
    package let pairs: String?

    package init(certificate: String, pairs: String? = nil) {
        self.certificate = certificate
        self.pairs = pairs
    }

    /// The files, in the order in which they are read.
    package var paths: [String] { [certificate] + [pairs].compactMap { $0 } }

    /// Prices and pairs by the ids of a problem; whoever is new has none.
    ///
    /// - Throws: `PipelineError`, `unusableCertificate` among them.
    func startingPoint(for instance: BareInstance) throws(PipelineError) -> StartingPoint {
        let bytes: [UInt8]
        var chosen: EdgeList?
        do throws(IntakeError) {
            bytes = try FileBytes.read(path: certificate)
            if let pairs { chosen = try EdgeListReader().read(path: pairs) }
        } catch { throw .intake(error) }
        let prices = try BareCertificate(bytes, path: certificate).prices(for: instance, path: certificate)
        return StartingPoint(pairs: chosen.map { BareStart.pairs($0, in: instance) } ?? [], prices: prices)
    }

    /// The vertices of the pairs that the graph still has, with the weight that they had.
    private static func pairs(_ chosen: EdgeList, in instance: BareInstance) -> [(left: Int, right: Int)] {
        let index = EdgeIndex(instance.edges)
        let graph = instance.problem.graph
        return chosen.weight.enumerated().compactMap { position, weight in
            let left = chosen.leftIDs[Int(chosen.left[position])]
            let right = chosen.rightIDs[Int(chosen.right[position])]
            guard let edge = index.edge(left, right), instance.edges.weight[edge] == weight else {
                return nil
            }
            return (graph.left(of: edge), graph.right(of: edge))
        }
    }
}
