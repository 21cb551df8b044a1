/// Which limits cannot hold together, found by asking for the smallest total violation.
package struct Infeasibility: Sendable, Equatable {
    /// A limit that the least violating choice breaks.
    package struct BrokenLimit: Sendable, Equatable {
        /// Position in `AssignmentProblem.limits`.
        package let index: Int
        /// Its name.
        package let name: String
        /// The bound that is broken.
        package let bound: Int
        /// What the sum reaches instead, all limits together.
        package let attained: Int
        /// The best that the sum could come to if no other limit counted, or `nil` where that is not known.
        package let attainableAlone: Int?

        package init(index: Int, name: String, bound: Int, attained: Int, attainableAlone: Int? = nil) {
            self.index = index
            self.name = name
            self.bound = bound
            self.attained = attained
            self.attainableAlone = attainableAlone
        }
    }

    /// A vertex that the least violating choice leaves short.
    package struct ShortVertex: Sendable, Equatable {
        /// Its side.
        package let side: VertexSide
        /// Its index.
        package let vertex: Int
        /// Its capacity, which must be filled.
        package let capacity: Int
        /// How many of its places are filled instead.
        package let filled: Int

        package init(side: VertexSide, vertex: Int, capacity: Int, filled: Int) {
            self.side = side
            self.vertex = vertex
            self.capacity = capacity
            self.filled = filled
        }
    }

    /// The broken limits, in their order; empty when capacities and locks alone leave a vertex short.
    package let limits: [BrokenLimit]
    /// The vertices left short, left side first.
    package let vertices: [ShortVertex]
    /// Whether the total violation is known to be the smallest possible.
    package let isLeast: Bool

    package init(limits: [BrokenLimit], vertices: [ShortVertex], isLeast: Bool) {
        self.limits = limits
        self.vertices = vertices
        self.isLeast = isLeast
    }
}
