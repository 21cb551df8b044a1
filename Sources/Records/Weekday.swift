/// A day of the week, Monday first as in ISO 8601.
package enum Weekday: Int, Hashable, Sendable, CaseIterable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday

    /// `月` and `Mon`.
    package var shortName: Bilingual {
        switch self {
        case .monday: Bilingual(ja: "月", en: "Mon")
        case .tuesday: Bilingual(ja: "火", en: "Tue")
        case .wednesday: Bilingual(ja: "水", en: "Wed")
        case .thursday: Bilingual(ja: "木", en: "Thu")
        case .friday: Bilingual(ja: "金", en: "Fri")
        case .saturday: Bilingual(ja: "土", en: "Sat")
        case .sunday: Bilingual(ja: "日", en: "Sun")
        }
    }
}
