package import Records

/// How much free time the two have in common in a typical week, compared in UTC and said in each one's local time.
package struct ZonedOverlapMeasure: Measure {
    package let field: String
    /// In quarter hours.
    package let scale: LinearScale
    /// Only common blocks at least this long count, in quarter hours; a block may run over midnight.
    package let block: Int

    package init(field: String, scale: LinearScale, block: Int = 1) {
        self.field = field
        self.scale = scale
        self.block = block
    }

    package func values(in cohort: Cohort) -> @Sendable (Int, Int) -> Int? {
        let weeks = ZonedWeeks(field, in: cohort)
        let scale = scale
        let block = block
        return { volunteer, resident in
            weeks.common(volunteer, resident, block: block).map { scale.thousandths($0.quarterCount) }
        }
    }

    package func reasons(in cohort: Cohort) -> @Sendable (Int, Int) -> Bilingual? {
        let weeks = ZonedWeeks(field, in: cohort)
        let block = block
        return { volunteer, resident in
            guard let common = weeks.common(volunteer, resident, block: block), !common.isEmpty,
                let mine = weeks.volunteerOffsets[volunteer], let theirs = weeks.residentOffsets[resident]
            else { return nil }
            let total = Wording.duration(quarters: common.quarterCount)
            let blocks = common.circularBlocks
            // The longest is what a coordinator writes in an introduction; the earliest in the week among equals.
            guard let longest = blocks.max(by: { ($0.count, $1.lowerBound) < ($1.count, $0.lowerBound) })
            else {
                return nil
            }
            let more = blocks.count > 1
            let volunteerTime = Wording.block(longest, offset: mine)
            let residentTime = Wording.block(longest, offset: theirs)
            if mine == theirs {
                return Bilingual(
                    ja: "共通の空き時間 週\(total.ja)（\(volunteerTime.ja)\(more ? "ほか" : "")）",
                    en: "\(total.en) a week in common (\(volunteerTime.en)\(more ? ", …" : ""))")
            }
            return Bilingual(
                ja:
                    "共通の空き時間 週\(total.ja)（現地時間: ボランティア \(volunteerTime.ja)／住民 \(residentTime.ja)\(more ? "ほか" : "")）",
                en:
                    "\(total.en) a week in common (local times: volunteer \(volunteerTime.en), resident \(residentTime.en)\(more ? ", …" : ""))"
            )
        }
    }
}

extension Wording {
    /// `土 23:00–日 1:00` and `Sat 23:00–Sun 1:00` in the local time of somebody so many quarter hours east of UTC;
    /// the second day only where it is another.
    static func block(_ quarters: Range<Int>, offset: Int) -> Bilingual {
        let week = WeeklyAvailability.quartersPerWeek
        let perDay = WeeklyAvailability.quartersPerDay
        let start = ((quarters.lowerBound + offset) % week + week) % week
        let end = start + quarters.count
        func day(_ quarter: Int) -> Bilingual { Weekday.allCases[quarter / perDay % 7].shortName }
        // Midnight at the end belongs to the day that it ends.
        if (end - 1) / perDay == start / perDay {
            return block(Weekday.allCases[start / perDay], start % perDay..<(end - 1) % perDay + 1)
        }
        return Bilingual(
            ja: "\(day(start).ja) \(clock(start % perDay))–\(day(end).ja) \(clock(end % perDay))",
            en: "\(day(start).en) \(clock(start % perDay))–\(day(end).en) \(clock(end % perDay))")
    }
}
