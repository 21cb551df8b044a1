import Records

/// What choosing an edge adds to a limit's sum.
package struct LimitTerm: Hashable, Sendable {
    /// Index of an edge of the graph.
    package let edge: Int
    /// Not zero.
    package let coefficient: Int

    package init(edge: Int, coefficient: Int) {
        self.edge = edge
        self.coefficient = coefficient
    }
}

/// Reads what limits count: a CSV file with the columns `limit`, `left`, `right` and `coefficient`.
///
/// An empty left or right means every edge of the other vertex. The coefficient is 1 where its cell is empty or
/// its column missing. Several terms that hit one edge add up.
package struct TermListReader: Sendable {
    private let edges: EdgeList
    private let limits: [LimitBounds]

    /// - Parameters:
    ///   - edges: The graph whose edges the terms name.
    ///   - limits: The limits that the terms belong to.
    package init(edges: EdgeList, limits: [LimitBounds]) {
        self.edges = edges
        self.limits = limits
    }

    /// Reads a file, or standard input for `-`: the terms of each limit, in the limits' order, by edge.
    ///
    /// - Throws: what is wrong with the file; `defects` with up to `EdgeListReader.issueLimit` rows that name
    ///   an unknown limit, no edge of the graph or no vertex, or whose coefficient is not a whole number.
    /// - Complexity: O(*h* log *h*) for *h* edges hit, plus the size of the graph.
    package func read(path: String) throws(IntakeError) -> [[LimitTerm]] {
        let wanted = ["limit", "left", "right", "coefficient"].map {
            WantedColumn(label: Bilingual($0), headers: [$0], isRequired: $0 != "coefficient")
        }
        let table = try TableReader(CSVReader(path: path), wanted: wanted)
        let index = EdgeIndex(edges)
        var names = ByteInterner(capacity: limits.count)
        for limit in limits { _ = names.intern(ArraySlice(limit.name.utf8)) }
        var hits: [[Hit]] = Array(repeating: [], count: limits.count)
        var issues: [DataIssue] = []
        while try table.next() {
            do throws(RowDefect) {
                let row = try TermListReader.row(of: table, names, index)
                hits[row.limit] += row.edges.map {
                    Hit(edge: $0, coefficient: row.coefficient, row: table.row)
                }
            } catch {
                issues.append(table.issue(.error, wanted: error.column, error.defect))
            }
            guard issues.count < EdgeListReader.issueLimit else { throw .defects(path: path, issues: issues) }
        }
        var terms: [[LimitTerm]] = []
        for hits in hits { terms.append(TermListReader.sums(of: hits, path: path, issues: &issues)) }
        guard issues.isEmpty else { throw .defects(path: path, issues: issues) }
        return terms
    }

    private struct Hit {
        let edge: Int
        let coefficient: Int
        let row: Int
    }

    private struct RowDefect: Error {
        let column: Int?
        let defect: Defect
    }

    private static func row(
        of table: TableReader, _ names: ByteInterner, _ index: EdgeIndex
    ) throws(RowDefect) -> (limit: Int, edges: [Int], coefficient: Int) {
        guard let limit = names.find(table.cell(0)) else {
            throw RowDefect(column: 0, defect: unknownLimit)
        }
        let (left, right) = (table.cell(1), table.cell(2))
        guard !left.isEmpty || !right.isEmpty else { throw RowDefect(column: nil, defect: noVertex) }
        let edges = index.edges(left: left, right: right)
        guard !edges.isEmpty else {
            let column: Int? = right.isEmpty ? 1 : left.isEmpty ? 2 : nil
            throw RowDefect(column: column, defect: column == nil ? unknownEdge : unknownVertex)
        }
        let cell = table.cell(3)
        guard let coefficient = cell.isEmpty ? 1 : WholeNumber.parse(cell) else {
            throw RowDefect(column: 3, defect: badCoefficient)
        }
        return (limit, edges, coefficient)
    }

    /// One term for every edge hit; sums of 0 are left out.
    private static func sums(of hits: [Hit], path: String, issues: inout [DataIssue]) -> [LimitTerm] {
        var terms: [LimitTerm] = []
        for hit in hits.sorted(by: { ($0.edge, $0.row) < ($1.edge, $1.row) }) {
            guard let last = terms.last, last.edge == hit.edge else {
                terms.append(LimitTerm(edge: hit.edge, coefficient: hit.coefficient))
                continue
            }
            let (sum, overflows) = last.coefficient.addingReportingOverflow(hit.coefficient)
            if overflows {
                issues.append(
                    DataIssue(
                        severity: .error, file: IntakeError.fileName(ofPath: path), row: hit.row,
                        column: nil, value: nil, problem: badCoefficient.problem, cure: tooLarge))
            } else {
                terms[terms.count - 1] = LimitTerm(edge: hit.edge, coefficient: sum)
            }
        }
        return terms.filter { $0.coefficient != 0 }
    }

    private static let unknownLimit = Defect(
        problem: Bilingual(ja: "この名前の制限は、制限のファイルにありません。", en: "No limit of this name is listed."),
        cure: Bilingual(ja: "名前を直すか、制限のファイルに加えてください。", en: "Correct the name, or add the limit."))

    private static let noVertex = Defect(
        problem: Bilingual(ja: "left も right も空です。", en: "Both left and right are empty."),
        cure: Bilingual(ja: "少なくとも一方のIDを入れてください。", en: "Enter at least one of the two ids."))

    private static let unknownEdge = Defect(
        problem: Bilingual(ja: "この辺はグラフにありません。", en: "The graph has no such edge."),
        cure: Bilingual(ja: "IDを直すか、行を消してください。", en: "Correct the ids or delete the row."))

    private static let unknownVertex = Defect(
        problem: Bilingual(ja: "このIDの辺はグラフにありません。", en: "No edge of the graph has this id on this side."),
        cure: Bilingual(ja: "IDを直すか、行を消してください。", en: "Correct the id or delete the row."))

    private static let badCoefficient = Defect(
        problem: Bilingual(ja: "係数が、扱える整数ではありません。", en: "The coefficient is not a usable whole number."),
        cure: Bilingual(
            ja: "2 や -3 のような整数を入れるか、空（1の意味）にしてください。",
            en: "Enter a whole number, as 2 or -3, or leave the cell empty for 1."))

    private static let tooLarge = Bilingual(
        ja: "同じ辺の係数の合計が大きすぎます。単位を大きくしてください。",
        en: "The coefficients of one edge add up to too much; use a larger unit.")
}
