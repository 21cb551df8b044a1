/// Values with whole-number weights, of which one or several are drawn.
struct WeightedChoice<Value: Sendable>: Sendable {
    /// The largest weight that a value may have.
    static var largestWeight: Int { 1_000_000 }

    let values: [Value]
    private let weights: [Int]
    private let total: Int

    /// `nil` where nothing can be drawn: no value, a weight outside 0…1,000,000, or all weights 0.
    init?(_ entries: [(value: Value, weight: Int)]) {
        guard entries.allSatisfy({ (0...Self.largestWeight).contains($0.weight) }) else { return nil }
        values = entries.map(\.value)
        weights = entries.map(\.weight)
        total = weights.reduce(0, +)
        guard total > 0 else { return nil }
    }

    /// Values of which each is drawn equally often; `nil` for none.
    init?(equally values: [Value]) {
        self.init(values.map { ($0, 1) })
    }

    /// One value, in time linear in the number of values.
    func draw(from stream: inout RandomStream) -> Value {
        values[position(of: stream.below(total), in: weights)]
    }

    /// `count` different entries in the order in which they were drawn; fewer where fewer have a weight.
    ///
    /// O(values × count).
    func draw(_ count: Int, from stream: inout RandomStream) -> [Value] {
        var rest = weights
        var restTotal = total
        var drawn: [Value] = []
        while drawn.count < count, restTotal > 0 {
            let index = position(of: stream.below(restTotal), in: rest)
            drawn.append(values[index])
            restTotal -= rest[index]
            rest[index] = 0
        }
        return drawn
    }

    /// The entry whose share of the total holds the point.
    private func position(of point: Int, in weights: [Int]) -> Int {
        var rest = point
        for (index, weight) in weights.enumerated() {
            if rest < weight { return index }
            rest -= weight
        }
        return weights.count - 1
    }
}
