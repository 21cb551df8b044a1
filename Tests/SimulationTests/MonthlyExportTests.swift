import Records
import Simulation
import Testing

@Suite("Exports of every month") struct MonthlyExportTests {
    private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

    private func plan(_ counts: [Side: Int]) throws -> MonthlyPlan {
        MonthlyPlan(years: 2, upTo: try day("2027-03-31"), counts: counts, applied: "applied")
    }

    @Test("two years up to March are the first days of 24 months")
    func days() throws {
        let days = try plan([:]).days
        #expect(days.count == 24)
        #expect(try days.first == day("2025-04-01"))
        #expect(try days.last == day("2027-03-01"))
        #expect(days.allSatisfy { $0.components.day == 1 })
    }

    @Test("everybody applies once, keeps their row, and stands in a run of months without a gap")
    func rows() throws {
        let plan = try plan([.resident: 200, .volunteer: 90])
        for side in Side.allCases {
            let exports = try SampleProgramme.simulator().exports(of: side, plan: plan)
            var rows: [String: [String]] = [:]
            var months: [String: [Int]] = [:]
            for (month, export) in exports.enumerated() {
                #expect(Set(export.rows.map { $0[0] }).count == export.rows.count)
                for row in export.rows {
                    #expect(rows[row[0], default: row] == row)
                    rows[row[0]] = row
                    months[row[0], default: []].append(month)
                }
                for defect in export.defects { #expect(defect.row <= export.rows.count + 1) }
            }
            // Who applies and leaves between two exports, or on the day of the last one, is in none.
            let count = try #require(plan.counts[side])
            #expect(months.count > count * 95 / 100 && months.count <= count)
            for listed in months.values {
                #expect(listed == Array((listed.first ?? 0)...(listed.last ?? 0)))
                if side == .resident { #expect(listed.count <= 6) }
            }
            // Evenly: neither half of the time has more than two thirds of the beginnings.
            let early = months.values.count { ($0.first ?? 0) < 12 }
            #expect(early > count / 3 && early < count * 2 / 3)
        }
    }

    @Test("whoever leaves the country or moves away is in no export from then on")
    func leaving() throws {
        let plan = try plan([.resident: 200, .volunteer: 200])
        let simulator = try SampleProgramme.simulator(seed: 3)
        let volunteers = simulator.exports(of: .volunteer, plan: plan)
        let residents = simulator.exports(of: .resident, plan: plan)
        let cases = CaseSimulator(seed: 3, months: 6)
        var left = 0
        for (month, day) in plan.days.enumerated() {
            for (volunteer, resident) in zip(volunteers[month].rows, residents[month].rows) {
                let pair = PairKey(volunteer: PersonID(volunteer[0]), resident: PersonID(resident[0]))
                guard let end = cases.course(of: pair, proposed: day).life?.end, end.isExcused else {
                    continue
                }
                left += 1
                let later = plan.days.indices.filter { plan.days[$0] >= end.date }
                #expect(
                    later.allSatisfy { month in !volunteers[month].rows.contains { $0[0] == volunteer[0] } }
                        || later.allSatisfy { month in
                            !residents[month].rows.contains { $0[0] == resident[0] }
                        })
            }
        }
        #expect(left > 20)
    }

    @Test("the same seed gives the same exports, and the first people of more are those of fewer")
    func seeds() throws {
        let few = try plan([.resident: 40])
        let many = try plan([.resident: 60])
        let exports = try SampleProgramme.simulator().exports(of: .resident, plan: few)
        #expect(try SampleProgramme.simulator().exports(of: .resident, plan: few) == exports)
        let larger = try SampleProgramme.simulator().exports(of: .resident, plan: many)
        for (small, large) in zip(exports, larger) {
            #expect(Array(large.rows.prefix(small.rows.count)) == small.rows)
        }
        #expect(try SampleProgramme.simulator(seed: 9).exports(of: .resident, plan: few) != exports)
    }
}
