/// Whole numbers counted in bins of equal width.
package struct Histogram: Hashable, Sendable {
    package let bins: HistogramBins
    /// How many values fall into each bin.
    package let counts: [Int]
    /// Values that no bin covers; 0 where the bins were made for these values.
    package let outside: Int

    /// Counts the values in the given bins.
    ///
    /// O(n).
    package init(_ values: [Int], in bins: HistogramBins) {
        var counts = [Int](repeating: 0, count: bins.count)
        var outside = 0
        for value in values {
            if let index = bins.index(of: value) { counts[index] += 1 } else { outside += 1 }
        }
        self.bins = bins
        self.counts = counts
        self.outside = outside
    }
}

/// Bins of whole numbers: equal widths that people count in, starting at a multiple of the width.
///
/// Kept apart from the counts so that two groups can be counted in the same bins and compared.
package struct HistogramBins: Hashable, Sendable {
    /// The widths to choose from.
    package enum Widths: Hashable, Sendable {
        /// 1, 2, 5, 10, 20, 50, 100 …
        case decimal
        /// 1, 2, 5, 10, 15, 30, 60, 90, 180, 360, 720 …: days in weeks and months as people say them.
        case days
    }

    /// Smallest value of the first bin.
    package let origin: Int
    /// Whole numbers per bin.
    package let width: Int
    package let count: Int

    /// Bounds beyond which no bins are made, far from overflow.
    private static let limits = -1_000_000_000_000...1_000_000_000_000

    /// The narrowest bins that cover the range with at most `most` (at least 2) bins; `nil` for a range beyond
    /// ±10¹², which neither days nor points reach.
    package init?(covering range: ClosedRange<Int>, atMost most: Int, widths: Widths = .decimal) {
        guard most >= 2, Self.limits.contains(range.lowerBound), Self.limits.contains(range.upperBound) else {
            return nil
        }
        var step = 0
        while true {
            let width = Self.width(step, of: widths)
            let first = Self.floorDivide(range.lowerBound, width)
            let last = Self.floorDivide(range.upperBound, width)
            if last - first < most {
                self.origin = first * width
                self.width = width
                self.count = last - first + 1
                return
            }
            step += 1
        }
    }

    /// The whole numbers of the bin at this index.
    package func range(at index: Int) -> ClosedRange<Int> {
        let lower = origin + index * width
        return lower...(lower + width - 1)
    }

    /// The bin of a value, or `nil` where no bin covers it.
    package func index(of value: Int) -> Int? {
        guard value >= origin, value < origin + width * count else { return nil }
        return (value - origin) / width
    }

    private static func width(_ step: Int, of widths: Widths) -> Int {
        switch widths {
        case .decimal:
            let power = (0..<(step / 3)).reduce(1) { power, _ in power * 10 }
            return [1, 2, 5][step % 3] * power
        case .days:
            let named = [1, 2, 5, 10, 15, 30, 60, 90, 180, 360]
            if step < named.count { return named[step] }
            return (named.count...step).reduce(360) { width, _ in width * 2 }
        }
    }

    /// The largest integer not above `a` ÷ `b`, for `b` > 0.
    private static func floorDivide(_ a: Int, _ b: Int) -> Int {
        a >= 0 ? a / b : -((-a + b - 1) / b)
    }
}
