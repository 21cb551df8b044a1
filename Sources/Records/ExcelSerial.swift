/// How a spreadsheet counts days where it writes a day as a number.
///
/// Excel for Windows counts from 1 = 1900-01-01 and has a 29 February 1900 that never was; files of early Macs
/// count from 0 = 1904-01-01. The same number is a day four years later in the second system, so nobody can
/// tell from the number which one is meant: the programme file says so.
package enum ExcelSerial: String, Hashable, Sendable, CaseIterable {
    case since1900 = "1900"
    case since1904 = "1904"

    /// The day of a serial number of five digits; other numbers are years, counts or typing errors.
    ///
    /// 10000…99999 are 1927-05-18…2173-10-13 in the first system and 1931-05-19…2177-10-14 in the second.
    package func day(_ serial: Int) -> CivilDate? {
        guard (10_000...99_999).contains(serial) else { return nil }
        // Serial 0 as a day number. From March 1900 on the false leap day makes it 1899-12-30.
        let zero = self == .since1900 ? -25_569 : -24_107
        return CivilDate(dayNumber: zero + serial)
    }
}
