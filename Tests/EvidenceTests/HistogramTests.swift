import Evidence
import Testing

@Suite("Histogram")
struct HistogramTests {
    @Test("bins start at a multiple of a nice width and cover the range")
    func niceWidths() throws {
        let bins = try #require(HistogramBins(covering: 3...47, atMost: 10))
        #expect(bins.origin == 0 && bins.width == 5 && bins.count == 10)
        #expect(bins.range(at: 0) == 0...4 && bins.range(at: 9) == 45...49)
    }

    @Test("days are counted in months where weeks are too many")
    func dayWidths() throws {
        let bins = try #require(HistogramBins(covering: 3...240, atMost: 12, widths: .days))
        #expect(bins.width == 30 && bins.count == 9)
        let years = try #require(HistogramBins(covering: 0...5000, atMost: 10, widths: .days))
        #expect(years.width == 720 && years.count == 7)
    }

    @Test("negative values get their own bins")
    func negative() throws {
        let bins = try #require(HistogramBins(covering: -3...4, atMost: 4))
        #expect(bins.origin == -5 && bins.width == 5 && bins.count == 2)
        #expect(bins.index(of: -1) == 0 && bins.index(of: 0) == 1)
    }

    @Test("every value is counted once, at the edges too")
    func counts() throws {
        let bins = try #require(HistogramBins(covering: 0...9, atMost: 2))
        let histogram = Histogram([0, 4, 5, 9, 9], in: bins)
        #expect(histogram.counts == [2, 3] && histogram.outside == 0)
    }

    @Test("values that no bin covers are counted as outside, not dropped")
    func outside() throws {
        let bins = try #require(HistogramBins(covering: 0...9, atMost: 2))
        let histogram = Histogram([-1, 10, 3, .max, .min], in: bins)
        #expect(histogram.counts == [1, 0] && histogram.outside == 4)
    }

    @Test("a range too wide for days or points makes no bins")
    func beyondLimits() {
        #expect(HistogramBins(covering: 0...Int.max, atMost: 10) == nil)
        #expect(HistogramBins(covering: Int.min...0, atMost: 10) == nil)
        #expect(HistogramBins(covering: 0...5, atMost: 1) == nil)
    }

    @Test("bins cover the range in at most as many bins as asked, over many ranges and both scales")
    func covering() throws {
        for widths in [HistogramBins.Widths.decimal, .days] {
            for lower in stride(from: -1000, through: 1000, by: 37) {
                for length in [0, 1, 7, 99, 12_345, 987_654_321] {
                    let range = lower...(lower + length)
                    let bins = try #require(HistogramBins(covering: range, atMost: 12, widths: widths))
                    #expect((1...12).contains(bins.count))
                    #expect(bins.index(of: range.lowerBound) == 0)
                    #expect(bins.index(of: range.upperBound) == bins.count - 1)
                    #expect(bins.origin % bins.width == 0)
                }
            }
        }
    }
}
