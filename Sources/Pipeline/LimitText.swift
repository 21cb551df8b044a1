import Compatibility
import Programmes
import Records
import Reporting

/// What limits ask and reach, in words.
enum LimitText {
    /// `18 pairs`, `12.3 km`, `40`.
    static func amount(_ value: Int, _ scale: LimitRow.Scale) -> Bilingual {
        let number = NumberText.grouped(value)
        switch scale {
        case .pairs: return Bilingual(ja: "\(number)組", en: value == 1 ? "1 pair" : "\(number) pairs")
        case .distance: return Bilingual(kilometres(value))
        case .minutes: return Wording.minutes(value)
        case .number, .share: return Bilingual(number)
        }
    }

    /// `at least 18 pairs`, `at most 300 km`.
    static func bound(_ value: Int, _ scale: LimitRow.Scale, isLower: Bool) -> Bilingual {
        let amount = amount(value, scale)
        return isLower
            ? Bilingual(ja: "\(amount.ja)以上", en: "at least \(amount.en)")
            : Bilingual(ja: "\(amount.ja)以下", en: "at most \(amount.en)")
    }

    /// `at most 25 pairs, 7 of them running`.
    static func caseload(_ most: Int, running: Int) -> Bilingual {
        let bound = bound(most, .pairs, isLower: false)
        guard running > 0 else { return bound }
        let amount = amount(running, .pairs)
        return Bilingual(
            ja: "\(bound.ja)（うち活動中\(amount.ja)）",
            en: "\(bound.en), of which \(NumberText.grouped(running)) \(running == 1 ? "is" : "are") running")
    }

    /// A quota with a ledger: what it counts, and what not.
    static func ofThisRun(_ asks: Bilingual) -> Bilingual {
        Bilingual(ja: "\(asks.ja)（今回の提案だけを数える）", en: "\(asks.en) (of this run's proposals only)")
    }

    /// `at least 90% of 20 places, that is 18 pairs`.
    static func bound(_ quota: Quota, share: Int, of places: Int, needs: Int) -> Bilingual {
        let isLower = quota.sense == .atLeast
        let percent = percent(share)
        let needed = amount(needs, .pairs)
        let (people, count) = (NumberText.grouped(places), bound(needs, .pairs, isLower: isLower))
        return Bilingual(
            ja: "参加条件を満たす\(people)枠の\(percent)\(isLower ? "以上" : "以下")（\(count.ja)）",
            en:
                "\(isLower ? "at least" : "at most") \(percent) of \(people) eligible places, "
                + "that is \(needed.en)"
        )
    }

    /// `at least 40% of all pairs`.
    static func bound(_ quota: Quota, shareOfPairs share: Int) -> Bilingual {
        let percent = percent(share)
        return quota.sense == .atLeast
            ? Bilingual(ja: "全ペアの\(percent)以上", en: "at least \(percent) of all pairs")
            : Bilingual(ja: "全ペアの\(percent)以下", en: "at most \(percent) of all pairs")
    }

    /// `12 of 30 pairs (40.0%)`.
    static func share(_ count: Int, of all: Int) -> Bilingual {
        let (part, whole) = (NumberText.grouped(count), NumberText.grouped(all))
        guard all > 0 else { return Bilingual(ja: "0組中0組", en: "0 of 0 pairs") }
        let percent = NumberText.percent(Double(count) / Double(all))
        return Bilingual(ja: "\(whole)組中\(part)組（\(percent)）", en: "\(part) of \(whole) pairs (\(percent))")
    }

    /// `9050` hundredths of a percent → `90.5%`.
    static func percent(_ share: Int) -> String {
        let (whole, rest) = (share / 100, share % 100)
        if rest == 0 { return "\(whole)%" }
        return rest % 10 == 0 ? "\(whole).\(rest / 10)%" : "\(whole).\(rest < 10 ? "0" : "")\(rest)%"
    }

    /// `123` times 100 m → `12.3 km`.
    private static func kilometres(_ hundredMetres: Int) -> String {
        let whole = NumberText.grouped(hundredMetres / 10)
        return hundredMetres % 10 == 0 ? "\(whole) km" : "\(whole).\(hundredMetres % 10) km"
    }
}
