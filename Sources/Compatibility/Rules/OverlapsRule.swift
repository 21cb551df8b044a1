package import Records

/// The two have at least so much free time in common in a typical week; the bound itself is enough.
package struct OverlapsRule: PairRule {
    package let field: String
    /// Smallest common time in quarter hours, inclusive.
    package let quarters: Int
    /// Only common blocks at least this long count, in quarter hours.
    package let block: Int

    package init(field: String, quarters: Int, block: Int = 1) {
        self.field = field
        self.quarters = quarters
        self.block = block
    }

    package var id: String { "overlaps-\(field)" }

    package func label(in cohort: Cohort) -> Bilingual {
        let bound = Wording.duration(quarters: quarters)
        return Bilingual(
            ja: "共通の空き時間が週\(bound.ja)以上", en: "at least \(bound.en) a week of free time in common")
    }

    package func test(in cohort: Cohort) -> @Sendable (Int, Int) -> Bool {
        let volunteers = cohort.volunteers.weeklies(field).map { $0 ?? WeeklyAvailability() }
        let residents = cohort.residents.weeklies(field).map { $0 ?? WeeklyAvailability() }
        let quarters = quarters
        let block = block
        return { volunteer, resident in
            let mine = volunteers[volunteer]
            let theirs = residents[resident]
            // Short blocks only ever lower the count, so the cheap count decides most pairs.
            if mine.sharedQuarterCount(with: theirs) < quarters { return false }
            if block <= 1 { return true }
            return mine.intersection(theirs).blocks(ofAtLeast: block).quarterCount >= quarters
        }
    }

    package func rows(in cohort: Cohort) -> any RuleRows {
        Rows(
            time: SharedTime(
                volunteers: cohort.volunteers.weeklies(field), residents: cohort.residents.weeklies(field),
                block: block), quarters: Int32(quarters))
    }

    private struct Rows: RuleRows {
        let time: SharedTime
        let quarters: Int32

        var effort: RowEffort { .volunteers }

        func markFailures(of resident: Int, _ scope: RowScope, in row: inout BitRow) {
            if scope.laneCount < time.weekCount {
                for stretch in scope.stretches {
                    for word in stretch {
                        var (asked, failed) = (scope.asked.words[word], UInt64(0))
                        while asked != 0 {
                            let bit = asked.trailingZeroBitCount
                            if time.quarters(word << 6 | bit, resident) < quarters {
                                failed |= 1 << UInt64(bit)
                            }
                            asked &= asked - 1
                        }
                        row.setWord(word, failed)
                    }
                }
                return
            }
            let failing = time.quartersOfWeeks(resident).map { $0 < quarters ? 1 as UInt64 : 0 }
            for stretch in scope.stretches {
                for word in stretch {
                    let first = word << 6
                    var failed: UInt64 = 0
                    for bit in 0..<min(64, time.volunteerCount - first) {
                        failed |= failing[time.week(of: first | bit)] << UInt64(bit)
                    }
                    row.setWord(word, failed)
                }
            }
        }
    }

    package func refusal(volunteer: Int, resident: Int, in cohort: Cohort) -> Bilingual {
        let mine = cohort.volunteers.weeklies(field)[volunteer] ?? WeeklyAvailability()
        let theirs = cohort.residents.weeklies(field)[resident] ?? WeeklyAvailability()
        let shared = mine.intersection(theirs).blocks(ofAtLeast: block).quarterCount
        let found = Wording.duration(quarters: shared)
        let bound = Wording.duration(quarters: quarters)
        return Bilingual(
            ja: "共通の空き時間が週\(found.ja)（\(bound.ja)以上が条件）",
            en: "\(found.en) a week of free time in common (at least \(bound.en) required)")
    }
}
