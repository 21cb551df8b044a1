/// A bound on many edges together: lower ≤ Σ coefficient_e · x_e ≤ upper.
///
/// Caseloads, quotas, budgets, hours and at-most-one cliques are all limits. An edge without a term has
/// coefficient 0. Capacities of single vertices belong to `AssignmentProblem`, not here.
package struct Limit: Sendable, Equatable {
    /// One edge and what choosing it adds to the sum.
    package struct Term: Sendable, Equatable {
        /// The edge.
        package let edge: Int
        /// What the edge adds; any sign.
        package let coefficient: Int

        package init(edge: Int, coefficient: Int = 1) {
            self.edge = edge
            self.coefficient = coefficient
        }
    }

    /// What reports call the limit.
    package let name: String
    /// The sum must reach this, or `nil`.
    package let lower: Int?
    /// The sum must not exceed this, or `nil`.
    package let upper: Int?
    /// The edges that count, each at most once.
    package let terms: [Term]

    /// A limit with a lower bound, an upper bound or both.
    package init(name: String, terms: [Term], atLeast lower: Int? = nil, atMost upper: Int? = nil) {
        self.name = name
        self.lower = lower
        self.upper = upper
        self.terms = terms
    }
}
