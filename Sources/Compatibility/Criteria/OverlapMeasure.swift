package import Records

/// How much free time the two have in common in a typical week.
package struct OverlapMeasure: Measure {
    package let field: String
    /// In quarter hours.
    package let scale: LinearScale
    /// Only common blocks at least this long count, in quarter hours.
    package let block: Int

    package init(field: String, scale: LinearScale, block: Int = 1) {
        self.field = field
        self.scale = scale
        self.block = block
    }

    package func values(in cohort: Cohort) -> @Sendable (Int, Int) -> Int? {
        let volunteers = cohort.volunteers.weeklies(field)
        let residents = cohort.residents.weeklies(field)
        let scale = scale
        let block = block
        return { volunteer, resident in
            guard let mine = volunteers[volunteer], let theirs = residents[resident] else { return nil }
            let shared =
                block <= 1
                ? mine.sharedQuarterCount(with: theirs)
                : mine.intersection(theirs).blocks(ofAtLeast: block).quarterCount
            return scale.thousandths(shared)
        }
    }

    package func rows(in cohort: Cohort) -> any MeasureRows {
        let volunteers = cohort.volunteers.weeklies(field)
        let residents = cohort.residents.weeklies(field)
        return Rows(
            time: SharedTime(volunteers: volunteers, residents: residents, block: block),
            isVolunteerMissing: BitRow(volunteers.map { $0 == nil }),
            isResidentMissing: residents.map { $0 == nil },
            table: scale.table(through: Weekday.allCases.count * WeeklyAvailability.quartersPerDay))
    }

    private struct Rows: MeasureRows {
        let time: SharedTime
        let isVolunteerMissing: BitRow
        let isResidentMissing: [Bool]
        /// Thousandths by quarter hours.
        let table: [Int32]

        func measure(_ resident: Int, with volunteers: [Int32], into values: inout [Int32]) {
            if isResidentMissing[resident] {
                for index in volunteers.indices { values[index] = MissingValue.mark }
                return
            }
            // Many volunteers have the same blocks, each of which is then compared once.
            let ofBlocks = volunteers.count < time.blockCount / 4 ? nil : time.quartersOfBlocks(resident)
            for (index, volunteer) in volunteers.enumerated() {
                let volunteer = Int(volunteer)
                if isVolunteerMissing.contains(volunteer) {
                    values[index] = MissingValue.mark
                } else if let ofBlocks {
                    values[index] = table[Int(time.quarters(ofWeek: time.week(of: volunteer), ofBlocks))]
                } else {
                    values[index] = table[Int(time.quarters(volunteer, resident))]
                }
            }
        }
    }

    package func reasons(in cohort: Cohort) -> @Sendable (Int, Int) -> Bilingual? {
        let volunteers = cohort.volunteers.weeklies(field)
        let residents = cohort.residents.weeklies(field)
        let block = block
        return { volunteer, resident in
            guard let mine = volunteers[volunteer],
                let theirs = residents[resident]
            else { return nil }
            let common = mine.intersection(theirs).blocks(ofAtLeast: block)
            if common.isEmpty { return nil }
            let total = Wording.duration(quarters: common.quarterCount)
            // The two longest, in the order of the week, are what a coordinator writes in an introduction.
            let longest = common.blocks.enumerated()
                .sorted { ($1.element.quarters.count, $0.offset) < ($0.element.quarters.count, $1.offset) }
                .prefix(2).sorted { $0.offset < $1.offset }
                .map { Wording.block($0.element.day, $0.element.quarters) }
            let blocks = Bilingual.join(longest)
            let more = common.blocks.count > longest.count
            return Bilingual(
                ja: "共通の空き時間 週\(total.ja)（\(blocks.ja)\(more ? "ほか" : "")）",
                en: "\(total.en) a week in common (\(blocks.en)\(more ? ", …" : ""))")
        }
    }
}
