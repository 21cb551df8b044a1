/// The left ends of arcs: as the graph has them or, where vertices have other numbers, found from where rows start, which
/// takes an eighth of a byte an arc instead of four.
struct ArcTails {
    /// By arc; empty where they are found.
    private let ends: [Int32]
    /// The row of the first arc of every block.
    private let rows: [Int32]
    private let starts: UnsafeMutablePointer<Int32>

    /// Arcs in a block, as a binary logarithm: about as many as a row has.
    private static var blockDigits: Int { 5 }

    /// The arcs are numbered like the edges of a graph.
    init(_ graph: BipartiteGraph, starts: UnsafeMutablePointer<Int32>) {
        ends = graph.leftOfEdge
        rows = []
        self.starts = starts
    }

    /// Left vertex i has the arcs `starts[i] ..< starts[i + 1]`; `starts` must outlive this.
    init(starts: UnsafeMutablePointer<Int32>, leftCount: Int) {
        ends = []
        var rows: [Int32] = []
        for row in 0..<leftCount {
            while rows.count << Self.blockDigits < starts[row + 1] { rows.append(Int32(row)) }
        }
        self.rows = rows
        self.starts = starts
    }

    /// The left end of an arc.
    @inline(__always)
    subscript(arc: Int) -> Int {
        guard ends.isEmpty else { return Int(ends[arc]) }
        var row = Int(rows[arc >> Self.blockDigits])
        while starts[row + 1] <= arc { row += 1 }
        return row
    }
}
