import Records

/// A DIMACS network while its lines come in.
struct DIMACSNetwork {
    private struct Arc {
        var tail: Int32
        var head: Int32
        let cost: Int
        let line: Int

        /// Both ends in one number that sorts like the two.
        var key: UInt64 { UInt64(UInt32(bitPattern: tail)) << 32 | UInt64(UInt32(bitPattern: head)) }
    }

    private let format: DIMACSReader.Format
    /// Supply (above 0) or demand (below 0), indexed by node number − 1; `nil` before the problem line.
    private var flows: [Int32]?
    private var arcCount = 0
    private var arcs: [Arc] = []

    init(_ format: DIMACSReader.Format) { self.format = format }

    /// Takes a line.
    mutating func take(_ line: ArraySlice<UInt8>, number: Int) throws(DIMACSDefect) {
        let words = line.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
        // Some generators leave out the space after c.
        guard let kind = words.first, kind.first != UInt8(ascii: "c") else { return }
        if kind == [UInt8(ascii: "p")] {
            try takeProblem(words.dropFirst(), number)
            return
        }
        let numbers = words.dropFirst().compactMap { WholeNumber.parse($0) }
        guard numbers.count == words.count - 1 else { throw DIMACSDefect(line: number, DIMACSDefect.shape) }
        switch kind {
        case [UInt8(ascii: "n")]: try takeNode(numbers, number)
        case [UInt8(ascii: "a")]: try takeArc(numbers, number)
        default: throw DIMACSDefect(line: number, DIMACSDefect.shape)
        }
    }

    private mutating func takeProblem(
        _ words: ArraySlice<ArraySlice<UInt8>>, _ line: Int
    ) throws(DIMACSDefect) {
        guard flows == nil, let name = words.first, name.elementsEqual(format.rawValue.utf8) else {
            throw DIMACSDefect(line: line, DIMACSDefect.noProblem)
        }
        let numbers = words.dropFirst().compactMap { WholeNumber.parse($0) }
        guard words.count == 3, numbers.count == 2 else {
            throw DIMACSDefect(line: line, DIMACSDefect.shape)
        }
        guard (0...DIMACSReader.nodeLimit).contains(numbers[0]), (0..<Int(Int32.max)).contains(numbers[1])
        else { throw DIMACSDefect(line: line, DIMACSDefect.tooManyNodes) }
        // In an assignment file every node without an n line belongs to the right side.
        flows = Array(repeating: format == .assignment ? -1 : 0, count: numbers[0])
        arcCount = numbers[1]
    }

    private mutating func takeNode(_ numbers: [Int], _ line: Int) throws(DIMACSDefect) {
        guard let known = flows else { throw DIMACSDefect(line: line, DIMACSDefect.noProblem) }
        guard numbers.count == (format == .assignment ? 1 : 2) else {
            throw DIMACSDefect(line: line, DIMACSDefect.shape)
        }
        guard arcs.isEmpty else { throw DIMACSDefect(line: line, DIMACSDefect.lateNode) }
        guard numbers[0] >= 1, numbers[0] <= known.count else {
            throw DIMACSDefect(line: line, DIMACSDefect.unknownNode)
        }
        let node = numbers[0] - 1
        guard known[node] == (format == .assignment ? -1 : 0) else {
            throw DIMACSDefect(line: line, DIMACSDefect.repeatedNode)
        }
        let flow = format == .assignment ? 1 : numbers[1]
        guard let small = Int32(exactly: flow), small > Int32.min else {
            throw DIMACSDefect(line: line, DIMACSDefect.badFlow)
        }
        flows?[node] = small
    }

    private mutating func takeArc(_ numbers: [Int], _ line: Int) throws(DIMACSDefect) {
        guard let flows else { throw DIMACSDefect(line: line, DIMACSDefect.noProblem) }
        guard numbers.count == (format == .assignment ? 3 : 5) else {
            throw DIMACSDefect(line: line, DIMACSDefect.shape)
        }
        for node in numbers.prefix(2) where node < 1 || node > flows.count {
            throw DIMACSDefect(line: line, DIMACSDefect.unknownNode)
        }
        let (tail, head) = (numbers[0] - 1, numbers[1] - 1)
        guard flows[tail] > 0, flows[head] < 0 else {
            throw DIMACSDefect(line: line, DIMACSDefect.wrongSides)
        }
        if format == .flow {
            let units = min(numbers[3], Int(flows[tail]), -Int(flows[head]))
            guard numbers[2] == 0, units == 1 else { throw DIMACSDefect(line: line, DIMACSDefect.badBounds) }
        }
        guard arcs.count < arcCount, let cost = numbers.last else {
            throw DIMACSDefect(line: line, DIMACSDefect.arcCount)
        }
        arcs.append(Arc(tail: Int32(tail), head: Int32(head), cost: cost, line: line))
    }

    /// The graph of all lines taken.
    mutating func graph(lastLine: Int) throws(DIMACSDefect) -> CapacitatedGraph {
        guard let flows else { throw DIMACSDefect(line: max(1, lastLine), DIMACSDefect.noProblem) }
        guard arcs.count == arcCount else { throw DIMACSDefect(line: lastLine, DIMACSDefect.arcCount) }
        var places = [Int32](repeating: 0, count: flows.count)
        let left = DIMACSNetwork.side(flows, { $0 > 0 }, &places)
        let right = DIMACSNetwork.side(flows, { $0 < 0 }, &places)
        // In place, and in many files nothing is left to do: arcs may be tens of millions.
        for index in arcs.indices {
            arcs[index].tail = places[Int(arcs[index].tail)]
            arcs[index].head = places[Int(arcs[index].head)]
        }
        if zip(arcs, arcs.dropFirst()).contains(where: { $1.key <= $0.key }) {
            arcs.sort { $0.key == $1.key ? $0.line < $1.line : $0.key < $1.key }
        }
        let twins = zip(arcs, arcs.dropFirst()).lazy.filter { $0.key == $1.key }
        if let line = twins.map(\.1.line).min() {
            throw DIMACSDefect(line: line, DIMACSDefect.repeatedArc)
        }
        let edges = EdgeList(
            leftIDs: left.ids, rightIDs: right.ids, left: arcs.map(\.tail),
            right: arcs.map(\.head), weight: WeightColumn(arcs.lazy.map(\.cost)))
        return CapacitatedGraph(
            edges: edges, leftCapacities: left.capacities, rightCapacities: right.capacities)
    }

    /// The nodes of a side by the UTF-8 order of their numbers; notes where each stands.
    private static func side(
        _ flows: [Int32], _ belongs: (Int32) -> Bool, _ places: inout [Int32]
    ) -> (ids: [PersonID], capacities: [Int]) {
        let nodes = flows.indices.filter { belongs(flows[$0]) }
            .map { (id: PersonID(String($0 + 1)), node: $0) }
            .sorted { $0.id < $1.id }
        for (place, entry) in nodes.enumerated() { places[entry.node] = Int32(place) }
        return (nodes.map(\.id), nodes.map { Int(flows[$0.node].magnitude) })
    }
}
