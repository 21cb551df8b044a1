/// The chosen edges, what they are worth, and the proof.
package struct MatchSolution: Sendable, Equatable {
    /// The chosen edges, ascending.
    package var edges: [Int]
    /// Σ w^k_e over the chosen edges, one for every goal.
    package var goalValues: [Int]
    /// Why no other choice is better.
    package var certificate: Certificate

    package init(edges: [Int], goalValues: [Int], certificate: Certificate) {
        self.edges = edges
        self.goalValues = goalValues
        self.certificate = certificate
    }
}
