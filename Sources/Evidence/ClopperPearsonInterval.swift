/// The Clopper–Pearson interval of a proportion at 95% confidence, called exact.
///
/// With x successes of n trials, the bounds are quantiles of beta distributions:
///
///     lower = 2.5% quantile of Beta(x, n − x + 1), 0 where x = 0
///     upper = 97.5% quantile of Beta(x + 1, n − x), 1 where x = n
///
/// It covers the true share at least as often as it claims, whatever that is, and is wider than Wilson's for it:
/// the conservative choice, for readers who ask for a guarantee.
///
/// C. J. Clopper and E. S. Pearson, “The use of confidence or fiducial limits illustrated in the case of the
/// binomial”, Biometrika 26 (1934) 404–413, https://doi.org/10.1093/biomet/26.4.404.
package struct ClopperPearsonInterval: Hashable, Sendable {
    package let bounds: ConfidenceInterval

    /// The interval, or `nil` with zero trials.
    package init?(of proportion: Proportion) {
        guard proportion.trials > 0 else { return nil }
        let successes = Double(proportion.successes)
        let failures = Double(proportion.trials - proportion.successes)
        let lower = BetaDistribution(a: successes, b: failures + 1)?.quantile(0.025)
        let upper = BetaDistribution(a: successes + 1, b: failures)?.quantile(0.975)
        // Without successes or failures there is no such distribution, and the bound is an end of the scale.
        bounds = ConfidenceInterval(lower: lower ?? 0, upper: upper ?? 1)
    }
}
