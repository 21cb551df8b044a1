package import Evidence
package import Records

/// Numbers as the reports print them.
package enum NumberText {
    /// `1234567` → `1,234,567`.
    package static func grouped(_ value: Int) -> String {
        let digits = Array(String(value.magnitude))
        var text = value < 0 ? "−" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return text
    }

    /// A number with exactly so many decimals, rounded half away from zero: `2.25` → `2.3`.
    package static func decimal(_ value: Double, places: Int = 1) -> String {
        let scale = (0..<places).reduce(1) { scale, _ in scale * 10 }
        let scaled = (value * Double(scale)).rounded()
        guard scaled.magnitude < 1e15 else { return "\(value)" }
        let units = Int(scaled)
        let fraction = String(units.magnitude % UInt(scale))
        let padding = String(repeating: "0", count: places - (places == 0 ? 0 : fraction.utf8.count))
        let whole = grouped(Int(units.magnitude / UInt(scale)))
        return (units < 0 ? "−" : "") + whole + (places == 0 ? "" : "." + padding + fraction)
    }

    /// A quartile: without decimals where it is whole, with one otherwise.
    package static func quartile(_ value: Double) -> String {
        decimal(value, places: value == value.rounded() ? 0 : 1)
    }

    /// A share as `81.4%`; below 1 it never reads 100.0%, and above 0 it never reads 0.0%.
    package static func percent(_ share: Double) -> String {
        if share < 1, share >= 0.9995 { return ">99.9%" }
        if share > 0, share < 0.0005 { return "<0.1%" }
        return decimal(share * 100) + "%"
    }

    /// `78.1–84.3%`.
    package static func interval(_ interval: WilsonInterval) -> String {
        decimal(interval.lower * 100) + "–" + decimal(interval.upper * 100) + "%"
    }

    /// `2026年11月1日`, `1 November 2026`.
    package static func date(_ date: CivilDate, in language: Language) -> String {
        let (year, month, day) = date.components
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        switch language {
        case .ja: return "\(year)年\(month)月\(day)日"
        case .en: return "\(day) \(months[month - 1]) \(year)"
        }
    }

    /// The English plural of what a programme calls its people: `resident` → `residents`.
    package static func plural(_ noun: String) -> String {
        let irregular = [
            "alumnus": "alumni", "alumna": "alumnae", "person": "people", "child": "children",
        ]
        let words = noun.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard let last = words.last, !last.isEmpty else { return noun }
        let plural: String
        if let known = irregular[last] {
            plural = known
        } else if last.hasSuffix("s") {
            plural = last
        } else if last.hasSuffix("y"), let before = last.dropLast().last, !"aeiou".contains(before) {
            plural = last.dropLast() + "ies"
        } else {
            plural = last + "s"
        }
        return (words.dropLast() + [plural]).joined(separator: " ")
    }
}
