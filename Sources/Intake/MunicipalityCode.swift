/// 全国地方公共団体コード: two digits of the prefecture, three of the municipality, and perhaps a check digit.
///
/// The check digit is the last digit of 11 − ((6a + 5b + 4c + 3d + 2e) mod 11), by the rule of the Ministry of
/// Internal Affairs and Communications; it tells a code from one with a mistyped or exchanged digit.
enum MunicipalityCode {
    /// The check digit that belongs to five digits.
    static func checkDigit(_ digits: ArraySlice<UInt8>) -> UInt8 {
        var sum = 0
        for (weight, digit) in zip([6, 5, 4, 3, 2], digits) { sum += weight * Int(digit - 48) }
        return UInt8(48 + (11 - sum % 11) % 10)
    }

    /// Whether six digits end with their check digit.
    static func isValid(_ digits: ArraySlice<UInt8>) -> Bool {
        digits.count == 6 && digits.last == checkDigit(digits.prefix(5))
    }
}
