import Glibc

/// The beta distribution: the regularised incomplete beta function I_x(a, b) and its inverse.
///
/// It gives the tails of the binomial and of Student's t distribution. Computed by the continued fraction 8.17.22
/// of the NIST Digital Library of Mathematical Functions (https://dlmf.nist.gov/8.17.E22) with W. J. Lentz's
/// method (“Generating Bessel functions in Mie scattering calculations using continued fractions”, Applied Optics
/// 15 (1976) 668–671, https://doi.org/10.1364/AO.15.000668), on the side of the mean where it converges quickly.
package struct BetaDistribution: Hashable, Sendable {
    package let a: Double
    package let b: Double
    /// ln B(a, b).
    private let logBeta: Double

    /// The distribution, or `nil` unless both parameters are positive and finite.
    package init?(a: Double, b: Double) {
        guard a > 0, b > 0, a.isFinite, b.isFinite else { return nil }
        self.a = a
        self.b = b
        logBeta = Self.logGamma(a) + Self.logGamma(b) - Self.logGamma(a + b)
    }

    /// I_x(a, b), the share of the distribution below `x`.
    ///
    /// O(√(a + b)) terms.
    package func cumulative(_ x: Double) -> Double {
        if x <= 0 { return 0 }
        if x >= 1 { return 1 }
        let front = exp(a * log(x) + b * log1p(-x) - logBeta)
        // The fraction converges quickly below (a + 1) ÷ (a + b + 2); above, the mirrored one does.
        if x < (a + 1) / (a + b + 2) { return front * Self.fraction(a, b, x) / a }
        return 1 - front * Self.fraction(b, a, 1 - x) / b
    }

    /// The value below which the share `p` lies.
    ///
    /// Halves the range until its middle no longer differs from an end: 1,100 steps at most, near 0.
    package func quantile(_ p: Double) -> Double {
        if p <= 0 { return 0 }
        if p >= 1 { return 1 }
        var (low, high) = (0.0, 1.0)
        while true {
            let middle = low + (high - low) / 2
            if middle <= low || middle >= high { return middle }
            if cumulative(middle) < p { low = middle } else { high = middle }
        }
    }

    /// The continued fraction by Lentz's method, as modified by Thompson and Barnett.
    private static func fraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
        let tiny = 1e-300
        func kept(_ value: Double) -> Double { value.magnitude < tiny ? tiny : value }
        var c = 1.0
        var d = 1 / kept(1 - (a + b) * x / (a + 1))
        var result = d
        // The number of terms grows with the root of the parameters; the bound is far beyond that.
        for term in 1...100_000 {
            let m = Double(term)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d = 1 / kept(1 + even * d)
            c = kept(1 + even / c)
            result *= d * c
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 / kept(1 + odd * d)
            c = kept(1 + odd / c)
            let factor = d * c
            result *= factor
            if (factor - 1).magnitude < 1e-16 { break }
        }
        return result
    }

    /// ln Γ(x) without the C library's global sign.
    private static func logGamma(_ x: Double) -> Double {
        var sign: Int32 = 0
        return lgamma_r(x, &sign)
    }
}
