/// Remembers a basis by vertex, edge, limit and goal, so that it survives from one core to the next.
struct BasisMemory {
    private var edges: [Basis.Status]
    private var left: [Basis.Status]
    private var right: [Basis.Status]
    private var limits: [Basis.Status]
    private var held: [Basis.Status]
    private var shortLimits: [Basis.Status]
    private var overLimits: [Basis.Status]
    private var shortLeft: [Basis.Status]
    private var shortRight: [Basis.Status]

    /// The basis of all slacks: what is new in a core has its row basic and its column at zero.
    init(_ prepared: PreparedProblem) {
        func all(_ status: Basis.Status, _ count: Int) -> [Basis.Status] {
            .init(repeating: status, count: count)
        }
        edges = all(.lower, prepared.graph.edgeCount)
        left = all(.basic, prepared.graph.leftCount)
        right = all(.basic, prepared.graph.rightCount)
        limits = all(.basic, prepared.limitRows.count)
        held = all(.basic, prepared.goalCount)
        shortLimits = all(.lower, prepared.limitRows.count)
        overLimits = shortLimits
        shortLeft = all(.lower, prepared.graph.leftCount)
        shortRight = all(.lower, prepared.graph.rightCount)
    }

    /// The same basis for a problem with more limits, the rows of which are in it.
    func padded(to prepared: PreparedProblem) -> BasisMemory {
        var memory = self
        let more = prepared.limitRows.count - limits.count
        memory.limits += .init(repeating: .basic, count: more)
        memory.shortLimits += .init(repeating: .lower, count: more)
        memory.overLimits += .init(repeating: .lower, count: more)
        return memory
    }

    /// The remembered basis of a core.
    func basis(of core: CoreProgram) -> Basis {
        var basis = Basis(
            rows: core.program.rows.map { _ in .basic }, columns: core.edges.map { edges[$0] })
        for (rows, statuses) in [
            (core.leftRows, left), (core.rightRows, right), (core.limitRows, limits), (core.heldRows, held),
        ] {
            for (index, row) in rows.enumerated() where row >= 0 { basis.rows[Int(row)] = statuses[index] }
        }
        for slack in core.slacks {
            switch slack {
            case .left(let vertex): basis.columns.append(shortLeft[vertex])
            case .right(let vertex): basis.columns.append(shortRight[vertex])
            case .limitShort(let limit): basis.columns.append(shortLimits[limit])
            case .limitOver(let limit): basis.columns.append(overLimits[limit])
            case .charge: basis.columns.append(.basic)
            }
        }
        return basis
    }

    /// Remembers a basis of a core.
    ///
    /// A charge column that is still in it gives its place to the slack of its limit, which is the same vector,
    /// unless the basis is one to start from with the charges.
    mutating func remember(_ basis: Basis, of core: CoreProgram, asStart: Bool = false) {
        func keep(_ rows: [Int32], _ statuses: inout [Basis.Status]) {
            for (index, row) in rows.enumerated() where row >= 0 { statuses[index] = basis.rows[Int(row)] }
        }
        keep(core.leftRows, &left)
        keep(core.rightRows, &right)
        keep(core.limitRows, &limits)
        keep(core.heldRows, &held)
        for (column, edge) in core.edges.enumerated() { edges[edge] = basis.columns[column] }
        for (slack, status) in zip(core.slacks, basis.columns[core.edges.count...]) {
            switch slack {
            case .left(let vertex): shortLeft[vertex] = status
            case .right(let vertex): shortRight[vertex] = status
            case .limitShort(let limit): shortLimits[limit] = status
            case .limitOver(let limit): overLimits[limit] = status
            case .charge(let limit): if status == .basic && !asStart { limits[limit] = .basic }
            }
        }
    }
}
