/// The next few bidders of an auction, in the order of their turns.
///
/// What a bid reads lies all over memory, and whom it evicts is known only once it is made: if that one were to bid
/// next, every bid would wait for memory anew. From the end of a short queue there is time to fetch what it will read.
struct BidderQueue: ~Copyable {
    /// How many bidders take turns; a power of two.
    ///
    /// While eight bids are made, what is fetched step by step has time to arrive.
    static var capacity: Int { 8 }

    private let ring: UnsafeMutablePointer<Int32>
    private var first = 0
    private(set) var count = 0

    init() {
        ring = .allocate(capacity: Self.capacity)
        ring.initialize(repeating: -1, count: Self.capacity)
    }

    deinit { ring.deallocate() }

    var isFull: Bool { count == Self.capacity }

    /// The bidder whose turn comes after so many others; less than `count`.
    @inline(__always)
    subscript(place: Int) -> Int { Int(ring[(first &+ place) & (Self.capacity &- 1)]) }

    /// Adds a bidder at the end; only while the queue is not full.
    @inline(__always)
    mutating func append(_ bidder: Int32) {
        ring[(first &+ count) & (Self.capacity &- 1)] = bidder
        count &+= 1
    }

    /// Takes the bidder whose turn it is; only while there is one.
    @inline(__always)
    mutating func removeFirst() -> Int {
        defer {
            first &+= 1
            count &-= 1
        }
        return self[0]
    }
}
