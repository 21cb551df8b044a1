import Foundation
import Testing

/// Every proposed pair of made-up cohorts of `student-exchange`, checked from the tables alone.
@Suite struct StudentExchangeTests {
    private struct Person {
        let week: Set<Int>
        let zone: TimeZone
        let modes: Set<String>
        let isEligible: Bool
    }

    @Test(
        "consent, Japanese, modes, hours across time zones, ages and the number of pairs, recomputed",
        arguments: SampleRun.seeds)
    func pairs(seed: Int) throws {
        let run = try SampleRun("student-exchange", residents: 50, volunteers: 18, seed: seed)
        try run.checkLists()
        let employees = try people(run.volunteers, .employee)
        let students = try people(run.residents, .student)
        var used = (volunteers: Set<Int>(), residents: Set<Int>())
        for pair in try run.pairs() {
            #expect(
                used.volunteers.insert(pair.volunteer).inserted
                    && used.residents.insert(pair.resident).inserted)
            let (employee, student) = (employees[pair.volunteer], students[pair.resident])
            #expect(isAllowed(employee, student), "\(pair.match)")
            try checkPoints(run, pair)
            try checkWarning(run, pair, employee, student)
        }
        // One to one, and as many as any assignment could have.
        let spoilt = (run.quarantined("volunteers.csv"), run.quarantined("residents.csv"))
        let edges = students.enumerated().map { resident, student in
            employees.indices.filter {
                !spoilt.0.contains($0) && !spoilt.1.contains(resident) && isAllowed(employees[$0], student)
            }
        }
        let most = SampleRun.mostPairs(
            edges, places: edges.map { _ in 1 }, volunteerPlaces: employees.map { _ in 1 })
        #expect(run.matches.count == most)
    }

    private enum Kind { case employee, student }

    private func people(_ table: SampleTables, _ kind: Kind) throws -> [Person] {
        try table.rows.map { row in
            let column = kind == .employee ? "話せる曜日・時間（日本時間）" : "話せる曜日・時間（現地時間）"
            let name =
                kind == .employee ? "Asia/Tokyo" : table.word(row["今いる地域（時間帯）"], of: "zones") ?? "GMT"
            let zone = try #require(TimeZone(identifier: name))
            var isEligible = SampleTables.isYes(row["参加同意"])
            if kind == .student {
                isEligible = isEligible && SampleTables.isYes(row["在籍確認"])
                isEligible = isEligible && table.languages(row["話せる言語"])["ja"] ?? -1 >= 1
            } else {
                isEligible = isEligible && [1, 2].contains(SampleTables.number(row["交流の間隔（週）"]))
            }
            return Person(
                week: utc(SampleTables.week(row[column]) ?? [], zone), zone: zone,
                modes: table.words(row["交流方法"], of: "modes") ?? [], isEligible: isEligible)
        }
    }

    /// The same hours in UTC, as the clock stands on 1 November 2026.
    private func utc(_ week: Set<Int>, _ zone: TimeZone) -> Set<Int> {
        guard let noon = SampleTables.calendarDay(SampleRun.asOf) else { return [] }
        let shift = zone.secondsFromGMT(for: noon) / 900
        return Set(week.map { (($0 - shift) % 672 + 672) % 672 })
    }

    private func isAllowed(_ employee: Person, _ student: Person) -> Bool {
        employee.isEligible && student.isEligible && !employee.modes.isDisjoint(with: student.modes)
            && SampleTables.common(employee.week, student.week, block: 4, isCircle: true) >= 4
    }

    private func checkPoints(
        _ run: SampleRun, _ pair: (volunteer: Int, resident: Int, match: [String: String])
    ) throws {
        let (employee, student) = (run.volunteers.rows[pair.volunteer], run.residents.rows[pair.resident])
        func points(_ name: String) -> Int? { Int(pair.match["points: \(name)"] ?? "") }
        if let mine = run.volunteers.words(employee["話したいテーマ"], of: "themes"),
            let theirs = run.residents.words(student["話したいテーマ"], of: "themes")
        {
            #expect(
                points("themes") == SampleRun.points(mine.intersection(theirs).count, of: 3, weight: 3))
        } else {
            #expect(points("themes") == 150)
        }
        let weeks = [employee, student].map { SampleTables.number($0["交流の間隔（週）"]) }
        if let mine = weeks[0], let theirs = weeks[1] {
            #expect(
                points("weeks between meetings") == SampleRun.points(2 - abs(mine - theirs), of: 2, weight: 2)
            )
        } else {
            #expect(points("weeks between meetings") == 100)
        }
        let wish = run.residents.word(student["相手の年代の希望"], of: "age-wishes")
        let group = run.volunteers.word(employee["年代"], of: "ages")
        let table = [
            "sibling": ["twenties": 200, "thirties": 140, "forties": 40, "fifties": 0],
            "parent": ["twenties": 0, "thirties": 40, "forties": 180, "fifties": 200],
        ]
        let expected = wish.flatMap { wish in group.flatMap { table[wish]?[$0] } } ?? 100
        #expect(points("wish for the age group") == expected)
    }

    /// A warning stands where the ages are more than 35 years apart or the time difference changes, and only there.
    private func checkWarning(
        _ run: SampleRun, _ pair: (volunteer: Int, resident: Int, match: [String: String]),
        _ employee: Person, _ student: Person
    ) throws {
        let warnings = pair.match["warnings"] ?? "?"
        let ages = [run.volunteers.rows[pair.volunteer], run.residents.rows[pair.resident]].map {
            SampleTables.number($0["年齢"])
        }
        let isFar = ages[0].flatMap { mine in ages[1].map { abs(mine - $0) > 35 } } ?? false
        #expect(warnings.contains("apart") == isFar)
        let first = try #require(SampleTables.calendarDay(SampleRun.asOf))
        let last = try #require(SampleTables.calendarDay([2027, 4, 30]))
        func difference(_ day: Date) -> Int {
            employee.zone.secondsFromGMT(for: day) - student.zone.secondsFromGMT(for: day)
        }
        let days = Int(last.timeIntervalSince(first) / 86_400)
        let changes = (0...days).contains {
            difference(first.addingTimeInterval(Double($0) * 86_400)) != difference(first)
        }
        #expect(warnings.contains("summer time") == changes)
        if !isFar, !changes { #expect(warnings.isEmpty) }
    }
}
