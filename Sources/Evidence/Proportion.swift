/// A number of successes out of a number of trials, such as 93 of 100.
///
/// The counts are kept, never only their quotient: a share without its numerator and denominator cannot be
/// judged.
package struct Proportion: Hashable, Sendable {
    package let successes: Int
    package let trials: Int

    /// The proportion, or `nil` where the counts contradict each other: a negative count, more successes than
    /// trials.
    ///
    /// Zero trials are allowed: that proportion exists, but its share does not.
    package init?(successes: Int, trials: Int) {
        guard successes >= 0, successes <= trials else { return nil }
        self.successes = successes
        self.trials = trials
    }

    /// Successes ÷ trials, 0 to 1; `nil` with zero trials, where it cannot be computed.
    package var share: Double? {
        trials == 0 ? nil : Double(successes) / Double(trials)
    }

    /// The Wilson 95% score interval; `nil` with zero trials.
    package var interval: WilsonInterval? {
        WilsonInterval(of: self)
    }
}
