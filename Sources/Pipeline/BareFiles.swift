import Intake

/// The files that state a bare problem.
package struct BareFiles: Sendable {
    package let graph: String
    package let leftCapacities: String?
    package let rightCapacities: String?
    package let limits: String?
    package let terms: String?

    package init(
        graph: String, leftCapacities: String? = nil, rightCapacities: String? = nil, limits: String? = nil,
        terms: String? = nil
    ) {
        self.graph = graph
        self.leftCapacities = leftCapacities
        self.rightCapacities = rightCapacities
        self.limits = limits
        self.terms = terms
    }

    /// Why these files cannot be used together, if they cannot; `others` are read beside them.
    package func usageProblem(beside others: [String] = []) -> String? {
        if (limits == nil) != (terms == nil) {
            return "--limits and --terms belong together: give both or neither"
        }
        if DIMACSReader.Format(path: graph) == .flow, leftCapacities != nil || rightCapacities != nil {
            return "a .min file states the capacities itself: leave out --left-capacity and --right-capacity"
        }
        let paths = [graph, leftCapacities, rightCapacities, limits, terms].compactMap { $0 } + others
        guard paths.count(where: { $0 == ByteSource.standardInput }) <= 1 else {
            return "only one file can come from standard input (-)"
        }
        return nil
    }
}
