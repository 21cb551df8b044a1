/// A weight for every edge, in as little memory as its values allow: nothing for equal weights, four bytes an edge
/// for weights of 32 bits, else eight.
package struct EdgeWeights: RandomAccessCollection, Sendable {
    private enum Storage: Sendable {
        case constant(Int, count: Int)
        case narrow([Int32])
        case wide([Int])
    }

    private let storage: Storage

    /// Keeps the weights in the smallest form that holds them.
    ///
    /// - Complexity: O(|E|).
    package init(_ weights: [Int]) {
        let (least, greatest) = (weights.min() ?? 0, weights.max() ?? 0)
        if least == greatest {
            storage = .constant(least, count: weights.count)
        } else if least >= Int(Int32.min), greatest <= Int(Int32.max) {
            storage = .narrow(weights.map { Int32(truncatingIfNeeded: $0) })
        } else {
            storage = .wide(weights)
        }
    }

    /// Takes weights of 32 bits as they are.
    package init(_ weights: [Int32]) { storage = .narrow(weights) }

    private init(_ storage: Storage) { self.storage = storage }

    /// The same weight for every edge.
    package static func constant(_ weight: Int, count: Int) -> EdgeWeights {
        EdgeWeights(.constant(weight, count: count))
    }

    package var startIndex: Int { 0 }

    package var endIndex: Int {
        switch storage {
        case .constant(_, let count): count
        case .narrow(let weights): weights.count
        case .wide(let weights): weights.count
        }
    }

    package subscript(edge: Int) -> Int {
        switch storage {
        case .constant(let weight, _): weight
        case .narrow(let weights): Int(weights[edge])
        case .wide(let weights): weights[edge]
        }
    }

    /// The weights themselves, where they are kept in 32 bits.
    var narrow: [Int32]? {
        if case .narrow(let weights) = storage { weights } else { nil }
    }

    /// The weight of every edge, where all are known to be equal.
    var constant: Int? {
        if case .constant(let weight, _) = storage { weight } else { nil }
    }

    /// The greatest |w_e|, 0 without edges.
    ///
    /// - Complexity: O(|E|), O(1) where all weights are known to be equal.
    var largestMagnitude: UInt {
        switch storage {
        case .constant(let weight, let count): count == 0 ? 0 : weight.magnitude
        case .narrow, .wide: Swift.max(extremes.least.magnitude, extremes.greatest.magnitude)
        }
    }

    /// The greatest weight less the least, 0 without edges.
    ///
    /// - Complexity: O(|E|), O(1) where all weights are known to be equal.
    var spread: Int128 {
        let (least, greatest) = extremes
        return Int128(greatest) - Int128(least)
    }

    /// The least and the greatest weight, 0 without edges.
    ///
    /// - Complexity: O(|E|), O(1) where all weights are known to be equal.
    var extremes: (least: Int, greatest: Int) {
        switch storage {
        case .constant(let weight, let count): count == 0 ? (0, 0) : (weight, weight)
        case .narrow(let weights): Self.extremes(weights)
        case .wide(let weights): Self.extremes(weights)
        }
    }

    private static func extremes<Weight: FixedWidthInteger>(_ weights: [Weight]) -> (Int, Int) {
        guard let first = weights.first else { return (0, 0) }
        var (least, greatest) = (first, first)
        // Not min(_:_:) of a tuple in one closure: two plain comparisons become vector instructions.
        for weight in weights {
            least = weight < least ? weight : least
            greatest = weight > greatest ? weight : greatest
        }
        return (Int(least), Int(greatest))
    }

    /// Adds a multiple of some weights to numbers, in an arithmetic that wraps around.
    @inline(__always)
    func add<Number: FixedWidthInteger>(
        times factor: Number, _ edges: Range<Int>, to numbers: UnsafeMutablePointer<Number>
    ) {
        switch storage {
        case .constant(let weight, _):
            let product = factor &* Number(truncatingIfNeeded: weight)
            for index in 0..<edges.count { numbers[index] &+= product }
        case .narrow(let weights):
            weights.withUnsafeBufferPointer { weights in
                let weights = weights.baseAddress.map { $0 + edges.lowerBound }
                guard let weights else { return }
                // A goal's factor is 1 or −1 more often than not.
                switch factor {
                case 1:
                    for index in 0..<edges.count {
                        numbers[index] &+= Number(truncatingIfNeeded: weights[index])
                    }
                case 0 &- 1:
                    for index in 0..<edges.count {
                        numbers[index] &-= Number(truncatingIfNeeded: weights[index])
                    }
                default:
                    for index in 0..<edges.count {
                        numbers[index] &+= factor &* Number(truncatingIfNeeded: weights[index])
                    }
                }
            }
        case .wide(let weights):
            for (index, edge) in edges.enumerated() {
                numbers[index] &+= factor &* Number(truncatingIfNeeded: weights[edge])
            }
        }
    }
}

extension EdgeWeights: Equatable {
    /// Whether the weights are the same, however they are kept.
    package static func == (one: EdgeWeights, other: EdgeWeights) -> Bool { one.elementsEqual(other) }
}
