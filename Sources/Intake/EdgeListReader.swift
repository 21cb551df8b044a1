package import Records

/// A weighted bipartite graph as a file gives it; three arrays of one length describe the edges, in 12 bytes each unless
/// weights need more than 32 bits.
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
    package let weight: WeightColumn

    package init(
        leftIDs: [PersonID], rightIDs: [PersonID], left: [Int32], right: [Int32], weight: WeightColumn
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
        var edges = Edges()
        var issues: [DataIssue] = []
        while try table.next() {
            if edges.count % (1 << 16) == 0 { progress?(edges.count) }
            let left = table.cell(0)
            let right = table.cell(1)
            if left.isEmpty || right.isEmpty {
                issues.append(table.issue(.error, wanted: left.isEmpty ? 0 : 1, EdgeListReader.noID))
            } else if let weight = WholeNumber.parse(table.cell(2)) {
                edges.append(leftIDs.intern(left), rightIDs.intern(right), weight, row: table.row)
            } else {
                issues.append(table.issue(.error, wanted: 2, EdgeListReader.badWeight))
            }
            guard issues.count < EdgeListReader.issueLimit else { throw .defects(path: path, issues: issues) }
        }
        let (lefts, leftPlaces) = leftIDs.sorted()
        let (rights, rightPlaces) = rightIDs.sorted()
        let twice = edges.sort(leftPlaces, rightPlaces)
        issues += twice.prefix(EdgeListReader.issueLimit - issues.count).map { row in
            DataIssue(
                severity: .error, file: IntakeError.fileName(ofPath: path), row: row, column: nil, value: nil,
                problem: EdgeListReader.repeated.problem, cure: EdgeListReader.repeated.cure)
        }
        guard issues.isEmpty else { throw .defects(path: path, issues: issues) }
        return EdgeList(
            leftIDs: lefts, rightIDs: rights, left: edges.left, right: edges.right, weight: edges.weight)
    }

    /// The rows read, column by column: a row of numbers together would take half as much again.
    private struct Edges {
        var left: [Int32] = []
        var right: [Int32] = []
        var weight = WeightColumn()
        private var rows: [UInt32] = []

        var count: Int { rows.count }

        mutating func append(_ left: Int32, _ right: Int32, _ weight: Int, row: Int) {
            self.left.append(left)
            self.right.append(right)
            self.weight.append(weight)
            rows.append(UInt32(clamping: row))
        }

        /// Renumbers the ends, and puts the edges in the order of (left, right).
        ///
        /// - Returns: the rows that repeat an edge of an earlier row, ascending.
        mutating func sort(_ leftPlaces: [Int32], _ rightPlaces: [Int32]) -> [Int] {
            for index in left.indices { left[index] = leftPlaces[Int(left[index])] }
            for index in right.indices { right[index] = rightPlaces[Int(right[index])] }
            var repeated: [Int] = []
            if (1..<max(1, count)).allSatisfy({ key($0 - 1) < key($0) }) { return repeated }
            let order = (0..<Int32(count)).sorted { (key(Int($0)), $0) < (key(Int($1)), $1) }
            for (one, next) in zip(order, order.dropFirst()) where key(Int(one)) == key(Int(next)) {
                repeated.append(Int(rows[Int(next)]))
            }
            left = order.map { left[Int($0)] }
            right = order.map { right[Int($0)] }
            weight = weight.gathered(order)
            return repeated.sorted()
        }

        /// Left and right in one number that sorts like the two.
        private func key(_ index: Int) -> UInt64 {
            UInt64(UInt32(bitPattern: left[index])) << 32 | UInt64(UInt32(bitPattern: right[index]))
        }
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
