import Records

/// A graph with the places of its vertices.
package struct CapacitatedGraph: Hashable, Sendable {
    /// The edges; vertices without an edge may be there too.
    package let edges: EdgeList
    /// Indexed as `edges.leftIDs`.
    package let leftCapacities: [Int]
    /// Indexed as `edges.rightIDs`.
    package let rightCapacities: [Int]

    package init(edges: EdgeList, leftCapacities: [Int], rightCapacities: [Int]) {
        self.edges = edges
        self.leftCapacities = leftCapacities
        self.rightCapacities = rightCapacities
    }
}

/// Reads DIMACS assignment (`p asn`) and minimum-cost-flow (`p min`) files, the latter restricted to
/// transportation problems: supplies on the left, demands on the right, arcs from left to right that carry at
/// most one unit.
///
/// Formats: The First DIMACS International Algorithm Implementation Challenge, *Network flows and matching*,
/// 1991. Lines beginning with `c` are comments.
package struct DIMACSReader: Sendable {
    /// The two formats, named as their file extensions.
    package enum Format: String, Hashable, Sendable {
        case assignment = "asn"
        case flow = "min"

        /// The format that a file's extension means, or `nil`.
        package init?(path: String) {
            let name = IntakeError.fileName(ofPath: path)
            guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
            self.init(rawValue: String(name[dot...].dropFirst()).lowercased())
        }
    }

    /// The largest number of nodes that a file may announce.
    package static let nodeLimit = 10_000_000

    private let format: Format

    package init(_ format: Format) { self.format = format }

    /// Reads a file: node numbers become ids, costs weights.
    ///
    /// - Throws: what is wrong with the file; `defects` with the first line that cannot be used.
    /// - Complexity: O(*m* log *m*) for *m* arcs and as many nodes.
    package func read(path: String) throws(IntakeError) -> CapacitatedGraph {
        var lines = try LineReader(path: path)
        var network = DIMACSNetwork(format)
        do throws(DIMACSDefect) {
            while true {
                let line: ArraySlice<UInt8>?
                do { line = try lines.next() } catch { throw DIMACSDefect(reading: error) }
                guard let line else { break }
                try network.take(line, number: lines.number)
            }
            return try network.graph(lastLine: lines.number)
        } catch {
            if let reading = error.reading { throw reading }
            let issue = DataIssue(
                severity: .error, file: IntakeError.fileName(ofPath: path), row: error.line, column: nil,
                value: nil, problem: error.defect.problem, cure: error.defect.cure)
            throw .defects(path: path, issues: [issue])
        }
    }
}

/// What is wrong with a line of a DIMACS file, or with reading it.
struct DIMACSDefect: Error {
    let line: Int
    let defect: Defect
    let reading: IntakeError?

    init(line: Int, _ defect: Defect) {
        self.line = line
        self.defect = defect
        reading = nil
    }

    init(reading: IntakeError) {
        line = 0
        defect = DIMACSDefect.arcCount
        self.reading = reading
    }

    static let shape = Defect(
        problem: Bilingual(ja: "行の形が正しくありません。", en: "The line does not have the form of its kind."),
        cure: Bilingual(
            ja: "p・n・a・c のどれかで始め、決められた数の整数を空白で区切ってください。",
            en: "Begin it with p, n, a or c and give the right number of whole numbers after it."))

    static let noProblem = Defect(
        problem: Bilingual(ja: "問題の行（p）が最初にありません。", en: "The problem line does not come first."),
        cure: Bilingual(
            ja: "p asn 節点数 辺数（.min では p min）を一度だけ、最初に置いてください。",
            en: "Put one line p asn NODES ARCS (in .min files p min) before the others."))

    static let tooManyNodes = Defect(
        problem: Bilingual(ja: "節点数か辺数が扱える範囲にありません。", en: "The number of nodes or arcs is out of range."),
        cure: Bilingual(
            ja: "節点は\(DIMACSReader.nodeLimit)個までです。", en: "Use at most \(DIMACSReader.nodeLimit) nodes."))

    static let unknownNode = Defect(
        problem: Bilingual(ja: "節点の番号が範囲にありません。", en: "The number of a node is out of range."),
        cure: Bilingual(
            ja: "1から、p の行にある節点数までの番号を使ってください。",
            en: "Use the numbers from 1 to the number of nodes in the problem line."))

    static let repeatedNode = Defect(
        problem: Bilingual(ja: "この節点の行がもうあります。", en: "An earlier line names this node."),
        cure: Bilingual(ja: "どちらかの行を消してください。", en: "Delete one of the lines."))

    static let lateNode = Defect(
        problem: Bilingual(ja: "節点の行（n）が辺の行（a）の後にあります。", en: "A node line stands after an arc line."),
        cure: Bilingual(ja: "n の行をすべて a の行より前に置いてください。", en: "Put all n lines before the a lines."))

    static let badFlow = Defect(
        problem: Bilingual(ja: "供給・需要の量が扱える範囲にありません。", en: "The supply or demand is out of range."),
        cure: Bilingual(
            ja: "供給は正、需要は負の、絶対値が2147483647以下の整数にしてください。",
            en: "Give a whole number up to 2147483647: supplies above 0, demands below 0."))

    static let wrongSides = Defect(
        problem: Bilingual(
            ja: "辺が左側（n の行の節点、供給）から右側（ほかの節点、需要）へ向いていません。",
            en: "The arc does not lead from a left node (a supply) to a right node (a demand)."),
        cure: Bilingual(
            ja: "この命令が解くのは割り当てと輸送の問題だけで、中継の節点は使えません。",
            en: "Only assignment and transportation problems can be solved; no node may pass flow on."))

    static let badBounds = Defect(
        problem: Bilingual(
            ja: "辺の流量が0か1では表せません。", en: "The flow of the arc is not a choice between 0 and 1."),
        cure: Bilingual(
            ja: "下限を0、上限を1にしてください（供給か需要が1なら、上限はもっと大きくても構いません）。",
            en: "Use 0 and 1 as its bounds; more than 1 is fine where the supply or the demand is 1."))

    static let repeatedArc = Defect(
        problem: Bilingual(ja: "同じ辺が前の行にあります。", en: "The same arc stands in an earlier line."),
        cure: Bilingual(ja: "どちらかの行を消してください。", en: "Delete one of the lines."))

    static let arcCount = Defect(
        problem: Bilingual(
            ja: "ここまでの辺の数が、p の行にある辺数と違います。",
            en: "The number of arcs up to here is not the one in the problem line."),
        cure: Bilingual(
            ja: "ファイルが途中で切れていないか確かめてください。", en: "Check whether the file was cut off."))
}
