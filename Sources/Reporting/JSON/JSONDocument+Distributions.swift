import Evidence

extension JSONDocument {
    /// The quartiles of a set of whole numbers.
    struct Summary: Encodable {
        let count: Int
        let minimum: Int
        let lowerQuartile: Double
        let median: Double
        let upperQuartile: Double
        let maximum: Int

        init(_ distribution: Distribution) {
            count = distribution.count
            minimum = distribution.minimum
            lowerQuartile = distribution.lowerQuartile
            median = distribution.median
            upperQuartile = distribution.upperQuartile
            maximum = distribution.maximum
        }
    }

    /// A histogram as the list of its bins.
    struct Bin: Encodable {
        let lower: Int
        let upper: Int
        let count: Int

        static func all(_ histogram: Histogram) -> [Bin] {
            histogram.counts.enumerated().map { index, count in
                let range = histogram.bins.range(at: index)
                return Bin(lower: range.lowerBound, upper: range.upperBound, count: count)
            }
        }
    }

    struct Fits: Encodable {
        let possible: Int
        @Nullable var distribution: Summary?
        let histogram: [Bin]

        init(_ fits: ReportFigures.Fits) {
            possible = fits.possible
            distribution = fits.distribution.map(Summary.init)
            histogram = fits.histogram.map(Bin.all) ?? []
        }
    }

    struct Criterion: Encodable {
        let name: String
        let label: Text
        let maximumPoints: Int
        @Nullable var distribution: Summary?
        /// Mean number of points, to two decimals.
        @Nullable var mean: Double?

        init(_ points: ReportFigures.CriterionPoints) {
            name = points.criterion.name
            label = Text(points.criterion.label)
            maximumPoints = points.criterion.maximumPoints
            distribution = points.distribution.map(Summary.init)
            mean = points.distribution.map { ($0.mean * 100).rounded() / 100 }
        }
    }

    struct Waiting: Encodable {
        struct Group: Encodable {
            @Nullable var distribution: Summary?
            let histogram: [Bin]

            init(_ waiting: ReportFigures.Waiting) {
                distribution = waiting.distribution.map(Summary.init)
                histogram = waiting.histogram.map(Bin.all) ?? []
            }
        }

        let matched: Group
        let unmatched: Group
        /// `null` where the programme has no date of application.
        @Nullable var unknown: Int?

        init(_ figures: ReportFigures) {
            matched = Group(figures.waitingMatched)
            unmatched = Group(figures.waitingUnmatched)
            unknown = figures.waitingUnknown
        }
    }
}
