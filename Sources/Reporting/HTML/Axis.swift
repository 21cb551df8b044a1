/// Round numbers for the ticks of an axis that starts at 0.
enum Axis {
    /// 0, step, 2·step … up to the first tick that reaches `maximum`; at most `most` steps of 1, 2 or 5 times a
    /// power of ten, so that counts stay whole.
    static func ticks(upTo maximum: Int, atMost most: Int = 4) -> [Int] {
        var power = 1
        while power < Int.max / 100 {
            for factor in [1, 2, 5] {
                let step = factor * power
                let steps = max(1, (max(0, maximum) + step - 1) / step)
                if steps <= most { return (0...steps).map { $0 * step } }
            }
            power *= 10
        }
        return [0, max(1, maximum)]
    }
}
