import Records

/// Collects ids as bytes and numbers them in the end by their UTF-8 order.
struct IDInterner {
    private var interner = ByteInterner()

    mutating func intern(_ cell: ArraySlice<UInt8>) -> Int32 { Int32(interner.intern(cell)) }

    /// The ids in ascending order, and the place of each interned number among them.
    ///
    /// - Complexity: O(*n* log *n*) comparisons.
    func sorted() -> (ids: [PersonID], places: [Int32]) {
        let order = (0..<interner.count).sorted {
            interner.entry($0).lexicographicallyPrecedes(interner.entry($1))
        }
        var places = [Int32](repeating: 0, count: order.count)
        for (place, number) in order.enumerated() { places[number] = Int32(place) }
        return (order.map { PersonID(String(decoding: interner.entry($0), as: UTF8.self)) }, places)
    }
}
