package import Records

/// A weighted bipartite graph as a file gives it; three arrays of one length describe the edges.
package struct EdgeList: Hashable, Sendable {
    /// Ids of the left vertices, ascending by UTF-8.
    package let leftIDs: [PersonID]
    /// Ids of the right vertices, ascending by UTF-8.
    package let rightIDs: [PersonID]
    /// Index into `leftIDs` of each edge; edges ascend by left and then by right index.
    package let left: [Int32]
    /// Index into `rightIDs` of each edge.
    package let right: [Int32]
    /// Weight of each edge.
    package let weight: [Int]

    package init(
        leftIDs: [PersonID], rightIDs: [PersonID], left: [Int32], right: [Int32], weight: [Int]
    ) {
        self.leftIDs = leftIDs
        self.rightIDs = rightIDs
        self.left = left
        self.right = right
        self.weight = weight
    }
}

/// Reads a graph: a CSV file with the columns `left`, `right` and `weight`.
///
/// Ids are text, left and right are told apart; weights are whole numbers, also negative. Made for millions
/// of rows: no cell becomes a string. The result does not depend on the order of the rows.
package struct EdgeListReader: Sendable {
    /// Defects that are listed before the reading gives up.
    package static let issueLimit = 100

    package init() {}

    /// Reads a file, or standard input for `-`.
    ///
    /// - Throws: what is wrong with the file; `defects` with up to `issueLimit` bad rows, an edge that stands
    ///   twice among them.
    /// - Complexity: O(*m* log *m*) for *m* rows.
    package func read(path: String, progress: ((Int) -> Void)? = nil) throws(IntakeError) -> EdgeList {
        let wanted = ["left", "right", "weight"].map {
            WantedColumn(label: Bilingual($0), headers: [$0], isRequired: true)
        }
        let table = try TableReader(CSVReader(path: path), wanted: wanted)
        var leftIDs = IDInterner()
        var rightIDs = IDInterner()
        var edges: [Edge] = []
        var issues: [DataIssue] = []
        while try table.next() {
            if edges.count % (1 << 16) == 0 { progress?(edges.count) }
            let left = table.cell(0)
            let right = table.cell(1)
            if left.isEmpty || right.isEmpty {
                issues.append(table.issue(.error, wanted: left.isEmpty ? 0 : 1, EdgeListReader.noID))
            } else if let weight = WholeNumber.parse(table.cell(2)) {
                edges.append(
                    Edge(
                        left: leftIDs.intern(left), right: rightIDs.intern(right), weight: weight,
                        row: table.row))
            } else {
                issues.append(table.issue(.error, wanted: 2, EdgeListReader.badWeight))
            }
            guard issues.count < EdgeListReader.issueLimit else { throw .defects(path: path, issues: issues) }
        }
        let (lefts, leftPlaces) = leftIDs.sorted()
        let (rights, rightPlaces) = rightIDs.sorted()
        for index in edges.indices {
            edges[index].left = leftPlaces[Int(edges[index].left)]
            edges[index].right = rightPlaces[Int(edges[index].right)]
        }
        if zip(edges, edges.dropFirst()).contains(where: { $1.key <= $0.key }) {
            edges.sort { $0.key == $1.key ? $0.row < $1.row : $0.key < $1.key }
        }
        let twice = zip(edges.dropFirst(), edges).lazy.filter { $0.key == $1.key }.map(\.0.row).sorted()
        issues += twice.prefix(EdgeListReader.issueLimit - issues.count).map { row in
            DataIssue(
                severity: .error, file: IntakeError.fileName(ofPath: path), row: row, column: nil, value: nil,
                problem: EdgeListReader.repeated.problem, cure: EdgeListReader.repeated.cure)
        }
        guard issues.isEmpty else { throw .defects(path: path, issues: issues) }
        return EdgeList(
            leftIDs: lefts, rightIDs: rights, left: edges.map(\.left), right: edges.map(\.right),
            weight: edges.map(\.weight))
    }

    private struct Edge {
        var left: Int32
        var right: Int32
        let weight: Int
        let row: Int

        /// Left and right in one number that sorts like the two.
        var key: UInt64 { UInt64(UInt32(bitPattern: left)) << 32 | UInt64(UInt32(bitPattern: right)) }
    }

    private static let noID = Defect(
        problem: Bilingual(ja: "IDがありません。", en: "An id is missing."),
        cure: Bilingual(ja: "left と right の両方を入れてください。", en: "Enter both left and right."))

    private static let badWeight = Defect(
        problem: Bilingual(ja: "重みが整数ではありません。", en: "The weight is not a whole number."),
        cure: Bilingual(ja: "12 や -3 のような整数を入れてください。", en: "Enter a whole number, as 12 or -3."))

    private static let repeated = Defect(
        problem: Bilingual(ja: "同じ辺が前の行にあります。", en: "The same edge stands in an earlier row."),
        cure: Bilingual(ja: "どちらかの行を消してください。", en: "Delete one of the rows."))
}
