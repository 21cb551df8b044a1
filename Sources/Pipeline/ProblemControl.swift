import Assignment
import Intake
import Records

/// SHA-256 of what a bare problem is made of, so that a proof of another problem is recognised.
///
/// Each hash is that of a CSV text without a header, its rows ending in a line feed; docs/solve.md shows them.
struct ProblemControl: Codable, Equatable {
    /// Of `LEFT,RIGHT,WEIGHT` for every edge, by left and then by right id.
    var graph: String
    /// Of `left,ID,CAPACITY` for every left vertex and `right,ID,CAPACITY` for every right vertex, by id.
    var capacities: String
    /// Of `limit,NAME,AT_LEAST,AT_MOST` and, after it, `term,LEFT,RIGHT,COEFFICIENT` by edge, for every limit.
    var limits: String

    init(_ instance: BareInstance) {
        graph = ProblemControl.graph(instance)
        capacities = ProblemControl.capacities(instance)
        limits = ProblemControl.limits(instance)
    }

    /// What differs from the problem in hand, in words.
    func differences(from actual: ProblemControl) -> [Bilingual] {
        let parts = [
            (graph == actual.graph, Bilingual(ja: "グラフ", en: "graph")),
            (capacities == actual.capacities, Bilingual(ja: "容量", en: "set of capacities")),
            (limits == actual.limits, Bilingual(ja: "制限", en: "set of limits")),
        ]
        return parts.filter { !$0.0 }.map { _, name in
            Bilingual(
                ja: "この証明書は別の\(name.ja)に対するものです。解いたときと同じファイルを指定してください。",
                en: "the certificate is of another \(name.en); give the files that were solved")
        }
    }

    private static func graph(_ instance: BareInstance) -> String {
        let edges = instance.edges
        var text = HashedRows()
        for (edge, weight) in edges.weight.enumerated() {
            text.add([
                edges.leftIDs[Int(edges.left[edge])].text, edges.rightIDs[Int(edges.right[edge])].text,
                String(weight),
            ])
        }
        return text.hash
    }

    private static func capacities(_ instance: BareInstance) -> String {
        var text = HashedRows()
        for (id, capacity) in zip(instance.edges.leftIDs, instance.problem.leftCapacities) {
            text.add(["left", id.text, String(capacity)])
        }
        for (id, capacity) in zip(instance.edges.rightIDs, instance.problem.rightCapacities) {
            text.add(["right", id.text, String(capacity)])
        }
        return text.hash
    }

    private static func limits(_ instance: BareInstance) -> String {
        let edges = instance.edges
        var text = HashedRows()
        for limit in instance.problem.limits {
            text.add(["limit", limit.name] + [limit.lower, limit.upper].map { $0.map(String.init) ?? "" })
            for term in limit.terms {
                text.add([
                    "term", edges.leftIDs[Int(edges.left[term.edge])].text,
                    edges.rightIDs[Int(edges.right[term.edge])].text, String(term.coefficient),
                ])
            }
        }
        return text.hash
    }
}

/// Rows of a CSV text that are hashed and not kept.
private struct HashedRows {
    private var digest = Digest.Running()
    private var bytes: [UInt8] = []

    mutating func add(_ row: [String]) {
        CSVQuoting.append(row: row, lineEnd: [0x0A], to: &bytes)
        guard bytes.count >= 1 << 16 else { return }
        digest.add(bytes)
        bytes.removeAll(keepingCapacity: true)
    }

    var hash: String {
        var rest = digest
        rest.add(bytes)
        return rest.text
    }
}
