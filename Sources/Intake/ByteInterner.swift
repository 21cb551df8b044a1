import Glibc

/// Numbers different byte strings 0, 1, 2 … in the order in which they first come.
///
/// Open addressing over one array of bytes: a look-up makes no string and no allocation. The hash begins with a
/// number of this process, so that nobody can prepare cells that collide; it decides only where an entry is
/// kept, never its number.
///
/// - Complexity: O(length) expected per look-up.
struct ByteInterner {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    /// Entry number + 1 at each place, 0 where free; the length is a power of two.
    private var places: [Int32]
    private static let seed = UInt64.random(in: 0...UInt64.max)

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
        var place = Int(truncatingIfNeeded: key.withUnsafeBytes(ByteInterner.hash)) & mask
        while places[place] != 0, !isEqual(Int(places[place]) - 1, key) { place = (place + 1) & mask }
        return place
    }

    /// Eight bytes at a time, each mixed in by a multiplication whose halves are folded together, as in wyhash
    /// (https://github.com/wangyi-fudan/wyhash).
    private static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        func mixed(_ state: UInt64, _ word: UInt64) -> UInt64 {
            let product = (state ^ word ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(
                by: 0xE703_7ED1_A0B4_28DB)
            return product.high ^ product.low
        }
        var state = seed ^ UInt64(bytes.count)
        var offset = 0
        while offset + 8 <= bytes.count {
            state = mixed(state, bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            offset += 8
        }
        var rest: UInt64 = 0
        while offset < bytes.count {
            rest = rest << 8 | UInt64(bytes[offset])
            offset += 1
        }
        return mixed(state, rest)
    }

    private func isEqual(_ index: Int, _ key: ArraySlice<UInt8>) -> Bool {
        let start = index == 0 ? 0 : ends[index - 1]
        guard ends[index] - start == key.count else { return false }
        return key.withUnsafeBufferPointer { other in
            bytes.withUnsafeBufferPointer { own in
                guard let first = own.baseAddress, let second = other.baseAddress else { return key.isEmpty }
                return memcmp(first + start, second, other.count) == 0
            }
        }
    }

    private mutating func grow() {
        places = Array(repeating: 0, count: places.count * 2)
        for index in ends.indices { places[place(of: entry(index))] = Int32(index + 1) }
    }
}
