/// A weight for every edge, in as little memory as its values allow: nothing for equal weights, four bytes an edge
/// for weights of 32 bits, else eight.
package struct EdgeWeights: RandomAccessCollection, Sendable {
    private enum Storage: Sendable {
        case constant(Int, count: Int)
        case narrow([Int32])
        case wide([Int])
    }

    private let storage: Storage
    /// The least and the greatest weight, 0 without edges.
    let extremes: (least: Int, greatest: Int)

    /// Keeps the weights in the smallest form that holds them.
    ///
    /// - Complexity: O(|E|).
    package init(_ weights: [Int]) {
        extremes = Self.extremes(weights)
        let (least, greatest) = extremes
        if least == greatest {
            storage = .constant(least, count: weights.count)
        } else if least >= Int(Int32.min), greatest <= Int(Int32.max) {
            storage = .narrow(weights.map { Int32(truncatingIfNeeded: $0) })
        } else {
            storage = .wide(weights)
        }
    }

    /// Takes weights of 32 bits as they are, without a copy.
    ///
    /// - Complexity: O(|E|).
    package init(_ weights: [Int32]) {
        extremes = Self.extremes(weights)
        let (least, greatest) = extremes
        storage = least == greatest ? .constant(least, count: weights.count) : .narrow(weights)
    }

    private init(constant weight: Int, count: Int) {
        extremes = count == 0 ? (0, 0) : (weight, weight)
        storage = .constant(weight, count: count)
    }

    /// The same weight for every edge.
    package static func constant(_ weight: Int, count: Int) -> EdgeWeights {
        EdgeWeights(constant: weight, count: count)
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
    var largestMagnitude: UInt { Swift.max(extremes.least.magnitude, extremes.greatest.magnitude) }

    /// The greatest weight less the least, 0 without edges.
    var spread: Int128 { Int128(extremes.greatest) - Int128(extremes.least) }

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
