import Records
import Simulation
import Testing

@Suite("Made-up courses of pairs") struct CaseSimulatorTests {
    private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

    private func pair(_ number: Int) -> PairKey {
        PairKey(volunteer: PersonID("V\(number)"), resident: PersonID("R\(number)"))
    }

    private func courses(_ numbers: some Sequence<Int>, seed: UInt64 = 1) throws -> [CaseCourse] {
        let simulator = CaseSimulator(seed: seed, months: 6)
        let first = try day("2025-04-01")
        return numbers.map { simulator.course(of: pair($0), proposed: first.adding(months: $0 % 12)) }
    }

    @Test("the same seed gives the same files, and another seed others")
    func seeds() throws {
        let last = try day("2026-03-31")
        func bytes(seed: UInt64) throws -> [[UInt8]] {
            CaseTables(try courses(0..<60, seed: seed), upTo: last).tables.map { $0.table.csv() }
        }
        #expect(try bytes(seed: 1) == bytes(seed: 1))
        #expect(try zip(bytes(seed: 1), bytes(seed: 2)).allSatisfy { $0 != $1 })
    }

    @Test("a pair's course depends on nobody else's, and not on the order")
    func alone() throws {
        let all = try courses(0..<60)
        #expect(try courses((0..<60).reversed()) == all.reversed())
        let last = try day("2026-03-31")
        let few = try courses(stride(from: 0, to: 60, by: 7))
        let ids = Set(few.map(\.pair.resident.text))
        for (whole, part) in zip(CaseTables(all, upTo: last).tables, CaseTables(few, upTo: last).tables) {
            #expect(whole.table.rows.filter { ids.contains($0[1]) } == part.table.rows, "\(whole.name)")
            #expect(!part.table.rows.isEmpty, "\(part.name)")
        }
    }

    @Test("what was told by a day is told again on later days, and nothing is told before its day")
    func cumulative() throws {
        let all = try courses(0..<80)
        var earlier: [Set<[String]>] = Array(repeating: [], count: 4)
        for month in 1...14 {
            let day = try day("2025-04-01").adding(months: month)
            let tables = CaseTables(all, upTo: day).tables
            #expect(tables.map(\.name) == ["decisions", "contacts", "outcomes", "surveys"])
            for (index, (name, table)) in tables.enumerated() {
                let rows = Set(table.rows)
                #expect(rows.count == table.rows.count, "\(name)")
                #expect(rows.isSuperset(of: earlier[index]), "\(name)")
                earlier[index] = rows
                let column = try #require(table.header.firstIndex(of: "date"))
                #expect(table.rows.allSatisfy { $0[column] <= day.description }, "\(name)")
            }
        }
    }

    @Test("every course can be recorded: answered, started, met and ended in this order, before the next run")
    func recordable() throws {
        for course in try courses(0..<600, seed: 5) {
            let nextRun = course.proposed.adding(months: 1)
            #expect(course.proposed < course.decided && course.decided < nextRun)
            #expect((course.life == nil) == (course.reason != nil))
            guard let life = course.life else { continue }
            let planned = life.start.adding(months: 6)
            #expect(course.decided <= life.start && life.start < nextRun)
            #expect(life.end.reason == nil ? life.end.date == planned : life.end.date < planned)
            #expect(life.end.date >= life.start)
            #expect(
                life.end.isExcused
                    == (life.end.reason.map { ["moved", "left-country"].contains($0) } ?? false))
            #expect(life.contacts.allSatisfy { life.start <= $0.date && $0.date < life.end.date })
            #expect(Set(life.contacts.map { "\($0.date) \($0.kind)" }).count == life.contacts.count)
            #expect(life.answers.allSatisfy { (1...5).contains($0.score) && $0.date >= course.decided })
        }
    }

    @Test("the true share of completed pairs is the product of three hazards over the months")
    func truth() {
        var rates = CaseRates()
        (rates.residentsLeaving, rates.volunteersLeaving, rates.ending) = (100, 0, 500)
        #expect(rates.completion(months: 0) == 1_000_000)
        #expect(rates.completion(months: 1) == 450_000)
        #expect(rates.completion(months: 2) == 202_500)
        #expect(CaseRates().completion(months: 6) == 902_732)
        #expect(CaseRates().meanChange == 350)
    }
}
