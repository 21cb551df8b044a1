/// Numbers different byte strings 0, 1, 2 … in the order in which they first come.
///
/// Open addressing over one array of bytes: a look-up makes no string and no allocation. Swift's seeded hash
/// decides only where an entry is kept, never its number.
///
/// - Complexity: O(length) expected per look-up.
struct ByteInterner {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    /// Entry number + 1 at each place, 0 where free; the length is a power of two.
    private var places: [Int32]

    init(capacity: Int = 64) {
        var size = 64
        while size < capacity * 2 { size *= 2 }
        places = Array(repeating: 0, count: size)
    }

    /// Number of different byte strings.
    var count: Int { ends.count }

    /// The bytes of an entry.
    func entry(_ index: Int) -> ArraySlice<UInt8> {
        bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
    }

    /// The number of a byte string, or `nil` when it has not come yet.
    func find(_ key: ArraySlice<UInt8>) -> Int? {
        let place = place(of: key)
        return places[place] == 0 ? nil : Int(places[place]) - 1
    }

    /// The number of a byte string, a new one when it has not come yet.
    mutating func intern(_ key: ArraySlice<UInt8>) -> Int {
        let place = place(of: key)
        if places[place] != 0 { return Int(places[place]) - 1 }
        bytes.append(contentsOf: key)
        ends.append(bytes.count)
        places[place] = Int32(ends.count)
        if ends.count * 2 > places.count { grow() }
        return ends.count - 1
    }

    private func place(of key: ArraySlice<UInt8>) -> Int {
        let mask = places.count - 1
        var place =
            key.withUnsafeBytes { buffer in
                var hasher = Hasher()
                hasher.combine(bytes: buffer)
                return hasher.finalize()
            } & mask
        while places[place] != 0, !isEqual(Int(places[place]) - 1, key) { place = (place + 1) & mask }
        return place
    }

    private func isEqual(_ index: Int, _ key: ArraySlice<UInt8>) -> Bool {
        let start = index == 0 ? 0 : ends[index - 1]
        guard ends[index] - start == key.count else { return false }
        return key.withUnsafeBufferPointer { other in
            bytes.withUnsafeBufferPointer { own in
                for offset in 0..<other.count where own[start + offset] != other[offset] { return false }
                return true
            }
        }
    }

    private mutating func grow() {
        places = Array(repeating: 0, count: places.count * 2)
        for index in ends.indices { places[place(of: entry(index))] = Int32(index + 1) }
    }
}
