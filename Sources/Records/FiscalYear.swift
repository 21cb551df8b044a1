/// A Japanese fiscal year (年度): 1 April to 31 March, named by the year in which it begins.
package struct FiscalYear: Hashable, Comparable, Sendable {
    /// 2020 for 1 April 2020 to 31 March 2021.
    package let firstYear: Int

    /// The fiscal year of that name, or `nil` outside of the years 1…9998.
    package init?(_ firstYear: Int) {
        guard (1...9998).contains(firstYear) else { return nil }
        self.firstYear = firstYear
    }

    /// The fiscal year in which a day lies: 31 March 2021 is in 2020, 1 April 2021 in 2021.
    package init(containing day: CivilDate) {
        let (year, month, _) = day.components
        firstYear = month >= 4 ? year : year - 1
    }

    package func contains(_ day: CivilDate) -> Bool { FiscalYear(containing: day) == self }

    /// 31 March, on which the books are closed.
    package var lastDay: CivilDate {
        // Exists for every fiscal year that can be named.
        CivilDate(year: firstYear + 1, month: 3, day: 31) ?? CivilDate(dayNumber: 0)
    }

    /// `2020年度` and `fiscal year 2020`.
    package var name: Bilingual {
        Bilingual(ja: "\(firstYear)年度", en: "fiscal year \(firstYear)")
    }

    package static func < (a: FiscalYear, b: FiscalYear) -> Bool { a.firstYear < b.firstYear }
}
