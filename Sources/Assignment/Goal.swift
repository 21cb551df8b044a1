/// One level of the objective: a weight w_e for every edge and a direction.
///
/// Goals are settled in order, and a later goal never costs an earlier one anything.
package struct Goal: Sendable, Equatable {
    /// Which way the sum of the chosen weights should go.
    package enum Sense: Sendable, Equatable {
        /// As large as possible.
        case maximise
        /// As small as possible.
        case minimise
    }

    /// What reports call the goal.
    package let name: String
    /// w_e, indexed by edge; any sign.
    package let weights: EdgeWeights
    /// The direction.
    package let sense: Sense

    package init(name: String, weights: [Int], sense: Sense = .maximise) {
        self.init(name: name, weights: EdgeWeights(weights), sense: sense)
    }

    package init(name: String, weights: EdgeWeights, sense: Sense = .maximise) {
        self.name = name
        self.weights = weights
        self.sense = sense
    }

    /// 1 when maximising and −1 when minimising: `sign · w_e` is always to be maximised.
    var sign: Int { sense == .maximise ? 1 : -1 }
}
