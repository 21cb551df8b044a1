/// Student's t distribution, as far as 95% intervals need it.
package struct StudentT: Hashable, Sendable {
    package let degreesOfFreedom: Int

    /// The distribution, or `nil` without degrees of freedom.
    package init?(degreesOfFreedom: Int) {
        guard degreesOfFreedom > 0 else { return nil }
        self.degreesOfFreedom = degreesOfFreedom
    }

    /// The 97.5% quantile: with ν degrees of freedom, ν ÷ (ν + t²) has the distribution Beta(ν/2, 1/2), and its
    /// 5% quantile gives t.
    package var upperQuantile: Double? {
        let nu = Double(degreesOfFreedom)
        return BetaDistribution(a: nu / 2, b: 0.5).map { beta in
            let x = beta.quantile(0.05)
            return (nu * (1 - x) / x).squareRoot()
        }
    }
}
