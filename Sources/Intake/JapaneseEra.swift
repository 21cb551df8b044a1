import Records

/// The eras of the Japanese calendar since the Gregorian calendar was adopted.
///
/// First and last days by the edicts: an era that began on the day on which the old one ended shares that day
/// (1912-07-30, 1926-12-25); Heisei and Reiwa began on the day after. 明治 is accepted from 1873-01-01, because
/// earlier dates were those of the lunisolar calendar.
struct JapaneseEra: Sendable {
    let names: [String]
    /// Year 1 of the era.
    let firstYear: Int
    let first: CivilDate
    let last: CivilDate?

    static let all: [JapaneseEra] = [
        era(["令和", "r"], firstYear: 2019, from: "2019-05-01", to: nil),
        era(["平成", "h"], firstYear: 1989, from: "1989-01-08", to: "2019-04-30"),
        era(["昭和", "s"], firstYear: 1926, from: "1926-12-25", to: "1989-01-07"),
        era(["大正", "t"], firstYear: 1912, from: "1912-07-30", to: "1926-12-25"),
        era(["明治", "m"], firstYear: 1868, from: "1873-01-01", to: "1912-07-30"),
    ].compactMap(\.self)

    func contains(_ day: CivilDate) -> Bool {
        guard day >= first else { return false }
        guard let last else { return true }
        return day <= last
    }

    private static func era(_ names: [String], firstYear: Int, from: String, to: String?) -> JapaneseEra? {
        guard let first = CivilDate(iso: from) else { return nil }
        return JapaneseEra(
            names: names, firstYear: firstYear, first: first, last: to.flatMap(CivilDate.init(iso:)))
    }
}
