import Records

extension PlaceTable {
    /// The postal codes of seven digits that stand for a town, ascending.
    package var townCodes: [String] {
        placeByPrefix.filter { $0.key >> 24 == 7 && places[Int($0.value)].isKnownToTown }.keys.sorted().map {
            key in
            let digits = String(key & 0xFF_FFFF)
            return String(repeating: "0", count: 7 - digits.utf8.count) + digits
        }
    }
}
