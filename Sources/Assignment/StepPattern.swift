import Glibc

/// Steps of which a goal's weights are made, apart from what a limit counts anyway.
///
///     ŵ_e = start + step · k_e + slope · c_{l,e} + a little,   k_e an integer
///
/// A fit is often such a sum: so many points for every language or interest in common, less something for the way, and a
/// budget for the ways of all. The sum of all k_e is then a whole number that no row of the program knows. The
/// relaxation takes a part of a step, and its bound is off by that part, which no kernel can close.
///
/// Nothing rests on the pattern being exact: any integers k_e may be counted (`StepSplit`), those of a good
/// pattern are only the ones that help.
package struct StepPattern {
    /// k_e, indexed by edge; the least is 0.
    package let counts: [Int]
    /// How much a step is worth.
    package let step: Double

    /// Edges that are looked at for a first guess.
    private static let sampleSize = 2_048
    /// Steps at most between the least weight and the greatest.
    private static let mostSteps = 64
    /// How much of a sample must fall on the steps: 1 where all do, hardly anything where weights are spread evenly.
    private static let leastClarity = 0.6
    /// How far weights may be from their steps, as a part of one; evenly spread they would be 0.29 away.
    private static let largestError = 0.12
    /// The least step, in units of the goal: what a smaller one could be off by, kernels close as well.
    private static let leastStep = 8.0

    /// Looks for steps in what a limit's coefficients, or nothing, leave of a goal's weights.
    ///
    /// - Complexity: O(|E| + limit terms) and some million operations for the sample.
    package init?(_ goal: Int, along limit: Int?, _ prepared: PreparedProblem) {
        guard Double(prepared.problem.goals[goal].weights.spread) >= Self.leastStep else { return nil }
        let edges = (0..<prepared.graph.edgeCount).filter { !prepared.isLocked[$0] }
        guard edges.count >= 2 else { return nil }
        let weights = edges.map { Double(prepared.weight(goal, $0)) }
        let lengths = edges.map { edge in
            let term = prepared.terms(of: edge).first { Int(prepared.termLimits[$0]) == limit }
            return term.map { Double(prepared.termCoefficients[$0]) } ?? 0
        }
        var fit = Fit(slope: Self.slope(weights, lengths))
        let stride = max(1, edges.count / Self.sampleSize)
        let sample = Swift.stride(from: 0, to: edges.count, by: stride).map {
            weights[$0] - fit.slope * lengths[$0]
        }
        guard let step = Self.step(sample) else { return nil }
        fit.step = step
        fit.start = sample.min() ?? 0
        // The first guess may be half a step off everywhere: the mean tells where steps begin.
        fit.start += Self.offset(sample, from: fit.start, step)
        for _ in 0..<4 { fit.improve(weights, lengths) }
        guard fit.step >= Self.leastStep, fit.error(weights, lengths) <= Self.largestError else { return nil }
        let numbers = zip(weights, lengths).map { fit.number($0, $1) }
        guard let least = numbers.min(), let most = numbers.max(), most > least,
            most - least <= Double(2 * Self.mostSteps)
        else { return nil }
        var counts = [Int](repeating: 0, count: prepared.graph.edgeCount)
        for (edge, number) in zip(edges, numbers) { counts[edge] = Int(number - least) }
        self.counts = counts
        self.step = fit.step
    }

    /// The pattern in hand: where steps begin, how large they are, and what a unit of the limit is worth.
    private struct Fit {
        var start = 0.0
        var step = 1.0
        var slope: Double

        /// The number of the step nearest to a weight.
        func number(_ weight: Double, _ length: Double) -> Double {
            ((weight - start - slope * length) / step).rounded()
        }

        /// The root of the mean square of the distances to the nearest steps, in steps.
        func error(_ weights: [Double], _ lengths: [Double]) -> Double {
            var total = 0.0
            for (weight, length) in zip(weights, lengths) {
                let exact = (weight - start - slope * length) / step
                total += (exact - exact.rounded()) * (exact - exact.rounded())
            }
            return (total / Double(weights.count)).squareRoot()
        }

        /// Least squares for the numbers that the weights have now.
        mutating func improve(_ weights: [Double], _ lengths: [Double]) {
            let count = Double(weights.count)
            let numbers = zip(weights, lengths).map { number($0, $1) }
            let (meanNumber, meanLength) = (numbers.reduce(0, +) / count, lengths.reduce(0, +) / count)
            let meanWeight = weights.reduce(0, +) / count
            var (nn, nl, ll, nw, lw) = (0.0, 0.0, 0.0, 0.0, 0.0)
            for index in weights.indices {
                let (n, l) = (numbers[index] - meanNumber, lengths[index] - meanLength)
                let w = weights[index] - meanWeight
                nn += n * n
                nl += n * l
                ll += l * l
                nw += n * w
                lw += l * w
            }
            let determinant = nn * ll - nl * nl
            if determinant > 1e-9 * nn * ll, determinant > 0 {
                step = (nw * ll - lw * nl) / determinant
                slope = (lw * nn - nw * nl) / determinant
            } else if nn > 0 {
                step = (nw - slope * nl) / nn
            }
            start = meanWeight - step * meanNumber - slope * meanLength
        }
    }

    /// What a unit more of the limit means for the weight, by least squares.
    private static func slope(_ weights: [Double], _ lengths: [Double]) -> Double {
        let count = Double(weights.count)
        let (meanWeight, meanLength) = (weights.reduce(0, +) / count, lengths.reduce(0, +) / count)
        var (both, square) = (0.0, 0.0)
        for (weight, length) in zip(weights, lengths) {
            both += (weight - meanWeight) * (length - meanLength)
            square += (length - meanLength) * (length - meanLength)
        }
        return square > 0 ? both / square : 0
    }

    /// The greatest step on whose multiples most of a sample falls, up to a constant: the first high peak of
    /// its periodogram.
    private static func step(_ sample: [Double]) -> Double? {
        guard let least = sample.min(), let most = sample.max(), most - least >= 1 else { return nil }
        let range = most - least
        let parts = 8
        let turns = sample.map { 2 * Double.pi * ($0 - least) / (range * Double(parts)) }
        let steps = turns.map { (cos($0), sin($0)) }
        var positions = steps
        var clarity = [Double](repeating: 0, count: parts * mostSteps + 1)
        for frequency in 1..<clarity.count {
            var (x, y) = (0.0, 0.0)
            for (index, position) in positions.enumerated() {
                x += position.0
                y += position.1
                let turn = steps[index]
                positions[index] = (
                    position.0 * turn.0 - position.1 * turn.1, position.0 * turn.1 + position.1 * turn.0
                )
            }
            clarity[frequency] = (x * x + y * y).squareRoot() / Double(sample.count)
        }
        // Where the circle is longer than what most weights differ by, they all fall on one side of it: that is no step.
        guard let valley = (1..<mostSteps * parts).first(where: { clarity[$0 + 1] > clarity[$0] }),
            let highest = clarity[valley...].max(), highest >= leastClarity,
            var peak = clarity[valley...].firstIndex(where: { $0 >= 0.9 * highest })
        else { return nil }
        while peak + 1 < clarity.count, clarity[peak + 1] > clarity[peak] { peak += 1 }
        return range * Double(parts) / Double(peak)
    }

    /// How far beyond a start the steps begin, in the mean around the circle of one step.
    private static func offset(_ sample: [Double], from start: Double, _ step: Double) -> Double {
        var (x, y) = (0.0, 0.0)
        for value in sample {
            let turn = 2 * Double.pi * (value - start) / step
            x += cos(turn)
            y += sin(turn)
        }
        return atan2(y, x) / (2 * Double.pi) * step
    }
}
