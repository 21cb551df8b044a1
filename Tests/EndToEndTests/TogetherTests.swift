import Foundation
import TestSupport
import Testing

/// Several programmes with the same volunteers in one run, small enough to be solved by hand.
@Suite struct TogetherTests {
    private static let neighbours = """
        programme: neighbours
        kind: pairs
        name: {ja: 近隣, en: Neighbours}
        people:
          volunteer: {label: {ja: ボランティア, en: volunteer}, id: [volunteer_id]}
          resident: {label: {ja: 住民, en: resident}, id: [resident_id]}
        fields:
          level: {kind: number, volunteer: [level], resident: [level]}
        criteria:
          level: {measure: gap, field: level, full-at: 0, zero-at: 4, weight: 1}
        goals: [most-pairs]
        """

    private static let errands = """
        programme: errands
        kind: errands
        name: {ja: 用事, en: Errands}
        places: PLACES
        people:
          volunteer: {label: {ja: ボランティア, en: volunteer}, id: [volunteer_id]}
          resident: {label: {ja: 依頼, en: request}, id: [resident_id]}
        fields:
          date: {kind: date, resident: [date], required: [resident]}
          window: {kind: window, resident: [window], required: [resident]}
          duration: {kind: duration, resident: [duration], required: [resident]}
          place: {kind: place, volunteer: [place], resident: [place], required: [volunteer, resident]}
          free: {kind: weekly, volunteer: [free], required: [volunteer]}
          hours: {kind: number, volunteer: [hours], required: [volunteer]}
        errand:
          date: date
          window: window
          duration: duration
          place: place
          free-time: free
          days: [mon, tue, wed, thu, fri, sat]
          hours: 8:30-18:00
          travel: {kmh: 12, buffer: 15 minutes}
        rules:
          - within: place
            km: 20
        criteria:
          near: {measure: distance, field: place, full-at: 1 km, zero-at: 20 km, weight: 1}
        limits:
          capacity: {volunteer: 9, resident: 1}
        goals: [most-pairs]
        """

    /// One volunteer with three hours a week; a neighbour takes two of every week; errands of two hours and of one on
    /// different days of one week, and one of two hours a week later.
    private func run(goals: String, hours: Int = 3, _ more: [String] = []) throws -> (
        code: Int32, errors: String, neighbours: [String], errands: [String]
    ) {
        try run(TemporaryFolder(), "2026-11-01", goals: goals, hours: hours, more)
    }

    /// The same in a folder that is kept, which may hold a ledger.
    private func run(
        _ folder: TemporaryFolder, _ asOf: String, goals: String, hours: Int, _ more: [String] = []
    ) throws -> (code: Int32, errors: String, neighbours: [String], errands: [String]) {
        try folder.write(Self.neighbours, to: "neighbours.yaml")
        try folder.write(
            Self.errands.replacing("PLACES", with: "\(Command.root)/data/places"), to: "errands.yaml")
        try folder.write(
            """
            programme: both
            kind: together
            name: {ja: 両方, en: Both}
            programmes:
              neighbours: {file: neighbours.yaml, hours: 2 hours}
              errands: {file: errands.yaml, hours: duration}
            hours: {of: errands, field: hours}
            goals: \(goals)
            """, to: "both.yaml")
        let volunteers = try folder.write(
            "volunteer_id,level,place,free,hours\nV1,1,新宿区,平日9:00-18:00,\(hours)\n", to: "v.csv")
        let residents = try folder.write("resident_id,level\nR1,1\n", to: "r.csv")
        let requests = try folder.write(
            """
            resident_id,date,window,duration,place
            E1,2026-11-10,9:00-12:00,2時間,新宿区
            E2,2026-11-12,9:00-12:00,1時間,新宿区
            E3,2026-11-18,9:00-12:00,2時間,新宿区
            """, to: "e.csv")
        let out = "run-\(asOf)"
        let outcome = try Command.musubi(
            [
                "match", "--programme", folder.path("both.yaml"), "--volunteers", volunteers, "--residents",
                "neighbours=\(residents)", "--residents", "errands=\(requests)", "--as-of", asOf, "--out",
                folder.path(out), "--lang", "en",
            ] + more)
        guard outcome.code == 0 else { return (outcome.code, outcome.errors, [], []) }
        func chosen(_ part: String) throws -> [String] {
            Command.rows(of: try folder.text(of: "\(out)/\(part)/matches.csv")).compactMap {
                $0["resident_id"]
            }
        }
        #expect(try folder.entries(of: out) == ["errands", "manifest.json", "neighbours"])
        return (0, outcome.output, try chosen("neighbours"), try chosen("errands"))
    }

    /// What a run of 3 November proposes when some of what one of 1 November proposed was accepted.
    private func second(
        hours: Int, accepted: [(part: String, resident: String)], goals: String, then: String? = nil
    ) throws -> (neighbours: [String], errands: [String]) {
        let folder = try TemporaryFolder()
        let ledger = folder.path("l.sqlite")
        let first = try run(folder, "2026-11-01", goals: goals, hours: hours, ["--ledger", ledger])
        #expect(first.code == 0, "\(first.errors)")
        for part in ["neighbours", "errands"] {
            #expect(first.errors.contains("Recorded in the ledger: \(part)-2026-11-01-"), "\(first.errors)")
            let rows = accepted.filter { $0.part == part }.map { "V1,\($0.resident),accepted,2026-11-02\n" }
            try folder.write("volunteer_id,resident_id,decision,date\n" + rows.joined(), to: "d.csv")
            if rows.isEmpty { continue }
            let recorded = try Command.musubi([
                "record", "decisions", folder.path("d.csv"), "--ledger", ledger, "--programme", part,
                "--lang", "en",
            ])
            #expect(recorded.output == "d.csv: \(rows.count) new, 0 known, 0 pending\n", "\(recorded.errors)")
        }
        let next = try run(folder, "2026-11-03", goals: then ?? goals, hours: hours, ["--ledger", ledger])
        #expect(next.code == 0, "\(next.errors)")
        if !accepted.isEmpty {
            let again = try run(
                folder, "2026-11-01", goals: goals, hours: hours, ["--ledger", ledger, "--force"])
            #expect(again.code == 65 && again.errors.contains("the ledger holds a run as of 2026-11-03"))
        }
        return (next.neighbours, next.errands)
    }

    @Test("with a ledger, what one programme has taken of a week is gone for the other")
    func ledger() throws {
        let neighboursFirst = "[neighbours: most-pairs, errands: most-pairs]"
        // Nothing was accepted: the next run is like the first.
        let open = try second(hours: 5, accepted: [], goals: neighboursFirst)
        #expect(open.neighbours == ["R1"] && open.errands == ["E1", "E2", "E3"])
        // The neighbour's two hours of every week and two of E1 in its own: of five one is left for E2.
        let pairs = [("neighbours", "R1"), ("errands", "E1")]
        let five = try second(hours: 5, accepted: pairs, goals: neighboursFirst)
        #expect(five.neighbours.isEmpty && five.errands == ["E2", "E3"])
        // E1 leaves one of three hours of its week: too little for the neighbour, who needs two of every week.
        let errandsFirst = "[errands: most-pairs, neighbours: most-pairs]"
        let three = try second(
            hours: 3, accepted: [("errands", "E1")], goals: errandsFirst, then: neighboursFirst)
        #expect(three.neighbours.isEmpty, "one hour of the week of E1 is left")
        #expect(three.errands == ["E2", "E3"])
        let neighbour = try second(hours: 3, accepted: [("neighbours", "R1")], goals: neighboursFirst)
        #expect(neighbour.neighbours.isEmpty && neighbour.errands == ["E2"], "one hour of each week is left")
    }

    @Test("nobody is above the hours of a week, and the order of the goals says which programme gives way")
    func hours() throws {
        // Three hours: all errands, or the neighbour and the errand of one hour.
        let errandsFirst = try run(goals: "[errands: most-pairs, neighbours: most-pairs]")
        #expect(errandsFirst.errands == ["E1", "E2", "E3"] && errandsFirst.neighbours.isEmpty)
        let neighboursFirst = try run(goals: "[neighbours: most-pairs, errands: most-pairs]")
        #expect(neighboursFirst.neighbours == ["R1"] && neighboursFirst.errands == ["E2"])
        // Four hours: the neighbour leaves two of each week, so that each week has one errand of two hours at most.
        let four = try run(
            goals: "[neighbours: most-pairs, errands: most-pairs, errands: best-fit]", hours: 4)
        #expect(four.neighbours == ["R1"] && four.errands.count == 2 && four.errands.contains("E3"))
        let five = try run(goals: "[neighbours: most-pairs, errands: most-pairs]", hours: 5)
        #expect(five.neighbours == ["R1"] && five.errands == ["E1", "E2", "E3"])
    }

    @Test("the sample of neighbours and errands is proven to the last goal of both")
    func sample() throws {
        let folder = try TemporaryFolder()
        let data = "\(Command.root)/data"
        let outcome = try Command.musubi([
            "match", "--programme", "\(Command.root)/configs/neighbours-and-errands.yaml",
            "--volunteers", "neighbours=\(data)/family-friend/volunteers.csv",
            "--volunteers", "errands=\(data)/spot-errands/volunteers.csv",
            "--residents", "neighbours=\(data)/family-friend/residents.csv",
            "--residents", "errands=\(data)/spot-errands/residents.csv",
            "--as-of", "2026-11-01", "--out", folder.path("run"), "--lang", "en", "--time-limit", "600",
        ])
        #expect(outcome.code == 0, "\(outcome.errors)")
        let proofs = outcome.output.split(separator: "\n").filter {
            $0.contains("has proved that no better set")
        }
        #expect(proofs.count == 2, "\(outcome.output)")
        #expect(proofs.first?.contains("pairs 149 ") ?? false)
        #expect(proofs.last?.contains("total days waited 1,478 ") ?? false)
    }

    @Test(
        "a file with a goal of nobody, or a run with lists that belong to no part, is refused with its reason"
    )
    func refused() throws {
        let goal = try run(goals: "[errands: most-pairs, neighbors: most-pairs]")
        #expect(goal.code == 78)
        #expect(goal.errors.contains("unknown programme 'neighbors'; did you mean 'neighbours'?"))
        let list = try run(
            goals: "[errands: most-pairs, neighbours: most-pairs]", ["--lock", "\(Command.root)/README.md"])
        #expect(list.code == 64 && list.errors.contains("--lock"))
        let missing = try Command.musubi([
            "match", "--programme", "\(Command.root)/configs/neighbours-and-errands.yaml", "--volunteers",
            "neighbours=a.csv", "--residents", "b.csv", "--as-of", "2026-11-01", "--out", "/nonexistent/run",
        ])
        #expect(missing.code != 0 && missing.code != 70)
    }
}
