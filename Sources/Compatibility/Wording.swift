package import Records

/// Numbers and times as people write them, in both languages.
package enum Wording {
    /// `850 m`, `1.8 km`, `12 km`: metres below one kilometre, one decimal below ten.
    static func distance(metres: Int) -> Bilingual {
        if metres < 950 { return Bilingual("\((metres + 25) / 50 * 50) m") }
        if metres < 9_950 {
            let tenths = (metres + 50) / 100
            return Bilingual("\(tenths / 10).\(tenths % 10) km")
        }
        return Bilingual("\((metres + 500) / 1000) km")
    }

    /// A bound as the programme file states it: `8 km`, `1.5 km`, `800 m`.
    static func bound(metres: Int) -> Bilingual {
        if metres < 1000 { return Bilingual("\(metres) m") }
        let hundredths = metres % 1000 / 10
        if hundredths == 0 { return Bilingual("\(metres / 1000) km") }
        let decimals =
            hundredths % 10 == 0 ? "\(hundredths / 10)" : hundredths < 10 ? "0\(hundredths)" : "\(hundredths)"
        return Bilingual("\(metres / 1000).\(decimals) km")
    }

    /// `3時間30分` and `3 h 30 min`, from quarter hours.
    static func duration(quarters: Int) -> Bilingual { minutes(quarters * 15) }

    /// `3時間30分` and `3 h 30 min`, from minutes.
    package static func minutes(_ total: Int) -> Bilingual {
        let hours = total / 60
        let minutes = total % 60
        switch (hours, minutes) {
        case (_, 0): return Bilingual(ja: "\(hours)時間", en: "\(hours) h")
        case (0, _): return Bilingual(ja: "\(minutes)分", en: "\(minutes) min")
        default: return Bilingual(ja: "\(hours)時間\(minutes)分", en: "\(hours) h \(minutes) min")
        }
    }

    /// `土 9:00–12:00` and `Sat 9:00–12:00`.
    static func block(_ day: Weekday, _ quarters: Range<Int>) -> Bilingual {
        day.shortName.map { "\($0) \(clock(quarters.lowerBound))–\(clock(quarters.upperBound))" }
    }

    static func clock(_ quarter: Int) -> String {
        let minutes = quarter % 4 * 15
        return "\(quarter / 4):\(minutes < 10 ? "0" : "")\(minutes)"
    }
}
