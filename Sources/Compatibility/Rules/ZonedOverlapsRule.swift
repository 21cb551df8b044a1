package import Records

/// At least so much free time in common, compared in UTC; the bound itself is enough.
package struct ZonedOverlapsRule: PairRule {
    package let field: String
    /// Smallest common time in quarter hours, inclusive.
    package let quarters: Int
    /// Only common blocks at least this long count, in quarter hours; a block may run over midnight.
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
            ja: "共通の空き時間が週\(bound.ja)以上（時差を考慮）",
            en: "at least \(bound.en) a week of free time in common, across time zones")
    }

    package func test(in cohort: Cohort) -> @Sendable (Int, Int) -> Bool {
        let weeks = ZonedWeeks(field, in: cohort)
        let quarters = quarters
        let block = block
        return { volunteer, resident in
            guard let mine = weeks.volunteers[volunteer], let theirs = weeks.residents[resident] else {
                return false
            }
            // Short blocks only ever lower the count, so the cheap count decides most pairs.
            if mine.sharedQuarterCount(with: theirs) < quarters { return false }
            if block <= 1 { return true }
            return mine.intersection(theirs).circularBlocks(ofAtLeast: block).quarterCount >= quarters
        }
    }

    package func refusal(volunteer: Int, resident: Int, in cohort: Cohort) -> Bilingual {
        let weeks = ZonedWeeks(field, in: cohort)
        guard weeks.volunteerOffsets[volunteer] != nil, weeks.residentOffsets[resident] != nil else {
            return Bilingual(ja: "タイムゾーンがわからない", en: "time zone not known")
        }
        let shared = weeks.common(volunteer, resident, block: block)?.quarterCount ?? 0
        let found = Wording.duration(quarters: shared)
        let bound = Wording.duration(quarters: quarters)
        return Bilingual(
            ja: "時差を考えると共通の空き時間が週\(found.ja)（\(bound.ja)以上が条件）",
            en: "across time zones \(found.en) a week of free time in common (at least \(bound.en) required)")
    }
}
