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
        case .narrow(let weights): weights.reduce(0) { Swift.max($0, UInt($1.magnitude)) }
        case .wide(let weights): weights.reduce(0) { Swift.max($0, $1.magnitude) }
        }
    }

    /// The greatest weight less the least, 0 without edges.
    ///
    /// - Complexity: O(|E|), O(1) where all weights are known to be equal.
    var spread: Int128 {
        switch storage {
        case .constant: 0
        case .narrow(let weights): Int128(weights.max() ?? 0) - Int128(weights.min() ?? 0)
        case .wide(let weights): Int128(weights.max() ?? 0) - Int128(weights.min() ?? 0)
        }
    }
}

extension EdgeWeights: Equatable {
    /// Whether the weights are the same, however they are kept.
    package static func == (one: EdgeWeights, other: EdgeWeights) -> Bool { one.elementsEqual(other) }
}
