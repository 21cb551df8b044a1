package import Records

/// Postal codes and the places that they stand for.
///
/// A code may be a prefix of three to seven digits; the longest prefix of a person's code wins.
package struct PlaceTable: Sendable {
    /// Postal codes that were left out because their municipality is not in the table, as warnings.
    package let issues: [DataIssue]
    /// Number of postal codes and prefixes.
    package var count: Int { placeByPrefix.count }

    let places: [Place]
    /// Municipalities by the names that people write for them.
    let municipalities: MunicipalityNames
    /// Index into `places` by `PlaceTable.key`.
    let placeByPrefix: [UInt32: Int32]
    /// Lengths of prefix that occur, the longest first.
    private let lengths: [Int]

    init(
        places: [Place], placeByPrefix: [UInt32: Int32],
        municipalities: MunicipalityNames = MunicipalityNames(),
        issues: [DataIssue]
    ) {
        self.places = places
        self.municipalities = municipalities
        self.placeByPrefix = placeByPrefix
        self.issues = issues
        lengths = Set(placeByPrefix.keys.map { Int($0 >> 24) }).sorted(by: >)
    }

    /// The place of a postal code of seven ASCII digits; `nil` where no prefix of it is known.
    ///
    /// - Complexity: at most five look-ups.
    package func place(postalCode: ArraySlice<UInt8>) -> Place? {
        guard postalCode.count == 7 else { return nil }
        for length in lengths {
            if let key = PlaceTable.key(postalCode.prefix(length)), let index = placeByPrefix[key] {
                return places[Int(index)]
            }
        }
        return nil
    }

    /// The municipality with a code; `nil` where the table does not have it.
    package func place(municipality code: String) -> Place? { municipality(code: Array(code.utf8)[...]) }

    /// The municipality with a code of five ASCII digits.
    func municipality(code: ArraySlice<UInt8>) -> Place? { municipalities.place(code: code) }

    /// The digits of a prefix as a number, with their count in the highest byte; `nil` where they are not
    /// three to seven digits.
    static func key(_ prefix: ArraySlice<UInt8>) -> UInt32? {
        guard (3...7).contains(prefix.count) else { return nil }
        var value: UInt32 = 0
        for byte in prefix {
            guard (48...57).contains(byte) else { return nil }
            value = value * 10 + UInt32(byte - 48)
        }
        return UInt32(prefix.count) << 24 | value
    }
}
