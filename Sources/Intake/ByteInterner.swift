/// Numbers different byte strings 0, 1, 2 … in the order in which they first come.
///
/// Open addressing over one array of bytes: a look-up makes no string and no allocation. The hash begins with a
/// number of this process, so that nobody can prepare cells that collide; it decides only where an entry is
/// kept, never its number.
///
/// - Complexity: O(length) expected per look-up.
struct ByteInterner {
    /// Where an entry is found.
    ///
    /// The low half of its hash tells most others apart without a look at their bytes.
    private struct Place {
        /// Number of the entry, -1 where the place is free.
        var number: Int32 = -1
        var tag: UInt32 = 0
    }

    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    /// The length is a power of two.
    private var places: [Place]
    private static let seed = UInt64.random(in: 0...UInt64.max)

    init(capacity: Int = 64) {
        var size = 64
        while size < capacity * 2 { size *= 2 }
        places = Array(repeating: Place(), count: size)
    }

    /// Number of different byte strings.
    var count: Int { ends.count }

    /// The bytes of an entry.
    func entry(_ index: Int) -> ArraySlice<UInt8> {
        bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
    }

    /// The number of a byte string, or `nil` when it has not come yet.
    func find(_ key: ArraySlice<UInt8>) -> Int? { key.withUnsafeBufferPointer(find) }

    /// The same of a byte string that is only lent out.
    func find(_ key: UnsafeBufferPointer<UInt8>) -> Int? {
        let number = places[place(of: key, hash: ByteInterner.hash(key))].number
        return number < 0 ? nil : Int(number)
    }

    /// The number of a byte string, a new one when it has not come yet.
    mutating func intern(_ key: ArraySlice<UInt8>) -> Int {
        key.withUnsafeBufferPointer { intern($0) }
    }

    /// The same of a byte string that is only lent out.
    mutating func intern(_ key: UnsafeBufferPointer<UInt8>) -> Int {
        let hash = ByteInterner.hash(key)
        let place = place(of: key, hash: hash)
        if places[place].number >= 0 { return Int(places[place].number) }
        places[place] = Place(number: Int32(ends.count), tag: UInt32(truncatingIfNeeded: hash))
        bytes.append(contentsOf: key)
        ends.append(bytes.count)
        if ends.count * 2 > places.count { grow() }
        return ends.count - 1
    }

    private func place(of key: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int {
        let mask = places.count - 1
        let tag = UInt32(truncatingIfNeeded: hash)
        var place = Int(tag) & mask
        while places[place].number >= 0, places[place].tag != tag || !isEqual(places[place].number, key) {
            place = (place + 1) & mask
        }
        return place
    }

    private func isEqual(_ number: Int32, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = number == 0 ? 0 : ends[Int(number) - 1]
        let end = ends[Int(number)]
        return bytes.withUnsafeBufferPointer {
            ByteInterner.isEqual(UnsafeBufferPointer(rebasing: $0[start..<end]), key)
        }
    }

    private mutating func grow() {
        var larger = Array(repeating: Place(), count: places.count * 2)
        let mask = larger.count - 1
        for old in places where old.number >= 0 {
            var place = Int(old.tag) & mask
            while larger[place].number >= 0 { place = (place + 1) & mask }
            larger[place] = old
        }
        places = larger
    }
}

/// Short byte strings eight bytes at a time; what is left of them overlaps with the bytes before.
extension ByteInterner {
    /// Each word is mixed in by a multiplication whose halves are folded together, as in wyhash
    /// (https://github.com/wangyi-fudan/wyhash).
    static func hash(_ key: UnsafeBufferPointer<UInt8>) -> UInt64 {
        func mixed(_ state: UInt64, _ word: UInt64) -> UInt64 {
            let product = (state ^ word ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(
                by: 0xE703_7ED1_A0B4_28DB)
            return product.high ^ product.low
        }
        let bytes = UnsafeRawBufferPointer(key)
        var state = seed ^ UInt64(bytes.count)
        var offset = 0
        while offset + 8 < bytes.count {
            state = mixed(state, bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            offset += 8
        }
        return mixed(state, lastWord(bytes))
    }

    static func isEqual(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
        guard a.count == b.count else { return false }
        let (a, b) = (UnsafeRawBufferPointer(a), UnsafeRawBufferPointer(b))
        var offset = 0
        while offset + 8 < a.count {
            if a.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                != b.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            {
                return false
            }
            offset += 8
        }
        return lastWord(a) == lastWord(b)
    }

    /// The last eight bytes; of fewer all of them, in an order that their number decides.
    private static func lastWord(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        let count = bytes.count
        if count >= 8 { return bytes.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self) }
        if count >= 4 {
            let first = bytes.loadUnaligned(fromByteOffset: 0, as: UInt32.self)
            let last = bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
            return UInt64(first) << 32 | UInt64(last)
        }
        if count == 0 { return 0 }
        return UInt64(bytes[0]) << 16 | UInt64(bytes[count / 2]) << 8 | UInt64(bytes[count - 1])
    }
}
