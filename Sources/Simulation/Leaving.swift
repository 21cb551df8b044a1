import Records

/// When people move away or leave the country, months before or after they found a partner.
///
/// A chance of its own for each person and calendar month, and then a day of its first 28: whoever asks, and from
/// whichever day on, hears of the same days. So the exports and the ends of pairs agree although neither knows the other.
struct Leaving: Sendable {
    let seed: UInt64
    let rates: CaseRates

    /// The first day from `day` on, and before `limit`, on which somebody leaves.
    func day(of id: PersonID, on side: Side, from day: CivilDate, before limit: CivilDate) -> CivilDate? {
        let perMille = side == .resident ? rates.residentsLeaving : rates.volunteersLeaving
        var (year, month, _) = day.components
        while let first = CivilDate(year: year, month: month, day: 1), first < limit {
            var stream = RandomStream(
                seed: seed, name: [side.rawValue, id.text, "leaves", String(12 * year + month)])
            if stream.chance(perMille: perMille) {
                let leaves = CivilDate(dayNumber: first.dayNumber + stream.below(28))
                if leaves >= day, leaves < limit { return leaves }
            }
            (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
        }
        return nil
    }
}
