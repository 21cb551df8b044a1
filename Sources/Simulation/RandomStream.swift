/// A stream of pseudo-random integers that is the same on every platform and in every release.
///
/// SplitMix64: G. L. Steele, D. Lea, C. H. Flood, “Fast Splittable Pseudorandom Number Generators”,
/// OOPSLA 2014, https://doi.org/10.1145/2660193.2660195. Integer arithmetic only. Every cell of a cohort has
/// a stream of its own, named by side, row and field, so that a further field or row changes nothing else.
struct RandomStream {
    private var state: UInt64

    /// The stream of a seed with a name, such as `["resident", "12", "languages"]`.
    ///
    /// The parts of the name are hashed with 64-bit FNV-1a, a unit separator after each.
    init(seed: UInt64, name: [String]) {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for part in name {
            for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            hash = (hash ^ 0x1F) &* 0x100_0000_01B3
        }
        state = RandomStream.mixed(seed &+ 0x9E37_79B9_7F4A_7C15) ^ hash
    }

    /// The next 64 bits.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return RandomStream.mixed(state)
    }

    /// A number from 0 to `bound - 1`, each equally often; `bound` is at least 1.
    ///
    /// D. Lemire, “Fast Random Integer Generation in an Interval”, ACM TOMACS 29 (2019),
    /// https://doi.org/10.1145/3230636.
    mutating func below(_ bound: Int) -> Int {
        precondition(bound >= 1)
        let width = UInt64(bound)
        var product = next().multipliedFullWidth(by: width)
        let threshold = (0 &- width) % width
        while product.low < threshold { product = next().multipliedFullWidth(by: width) }
        return Int(product.high)
    }

    /// A number of a closed range, each equally often.
    ///
    /// The range spans at most `Int.max` numbers.
    mutating func number(in range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.upperBound - range.lowerBound + 1)
    }

    /// True in `percent` of 100 draws.
    mutating func chance(percent: Int) -> Bool {
        below(100) < percent
    }

    /// One element of a list that is not empty.
    mutating func pick<Element>(_ list: [Element]) -> Element {
        list[below(list.count)]
    }

    private static func mixed(_ value: UInt64) -> UInt64 {
        var z = value
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
