import Foundation
import TestSupport
import Testing

/// A made-up cohort of a programme and what `match` writes of it, with checks that hold for every programme of pairs.
struct SampleRun {
    static let asOf = [2026, 11, 1]

    /// Seeds of the cohorts that are checked: 200, or as many as `SAMPLE_SEEDS` says.
    static let seeds = 1...max(1, Int(ProcessInfo.processInfo.environment["SAMPLE_SEEDS"] ?? "") ?? 200)

    let volunteers: SampleTables
    let residents: SampleTables
    let matches: [[String: String]]
    let unmatched: [[String: String]]
    /// Rows that are not used, counted from 0, by file.
    private let spoilt: [String: Set<Int>]
    private let folder: TemporaryFolder

    /// Makes a cohort and matches it.
    init(_ programme: String, residents: Int, volunteers: Int, seed: Int) throws {
        folder = try TemporaryFolder()
        let file = "\(Command.root)/configs/\(programme).yaml"
        let made = try Command.musubi([
            "simulate", "--programme", file, "--residents", "\(residents)", "--volunteers", "\(volunteers)",
            "--seed", "\(seed)", "--as-of", "2026-11-01", "--out", folder.path,
        ])
        #expect(made.code == 0, "\(made.errors)")
        let outcome = try Command.match(
            out: folder.path("run"), volunteers: folder.path("volunteers.csv"),
            residents: folder.path("residents.csv"), programme: file, ["--lang", "en"])
        #expect(outcome.code == 0, "seed \(seed): \(outcome.errors)")
        self.volunteers = try SampleTables(path: folder.path("volunteers.csv"), programme: file)
        self.residents = try SampleTables(path: folder.path("residents.csv"), programme: file)
        matches = Command.rows(of: try folder.text(of: "run/matches.csv"))
        unmatched = Command.rows(of: try folder.text(of: "run/unmatched.csv"))
        spoilt = Command.rows(of: try folder.text(of: "run/quarantine.csv")).reduce(into: [:]) {
            spoilt, row in
            guard row["severity"] == "not used", let file = row["file"], let number = Int(row["row"] ?? "")
            else { return }
            spoilt[file, default: []].insert(number - 2)
        }
    }

    func list(_ name: String) throws -> [[String: String]] {
        Command.rows(of: try folder.text(of: "run/\(name)"))
    }

    /// Rows, counted from 0, that are not used.
    func quarantined(_ file: String) -> Set<Int> { spoilt[file] ?? [] }

    /// The volunteer and the resident of each proposed pair, as rows counted from 0.
    func pairs() throws -> [(volunteer: Int, resident: Int, match: [String: String])] {
        try matches.map { match in
            let volunteer = try #require(Int(match["volunteer_row"] ?? "")) - 2
            let resident = try #require(Int(match["resident_row"] ?? "")) - 2
            // The id is the first column, whatever it is called.
            #expect(volunteers.rows[volunteer].values.contains(match["volunteer_id"] ?? "?"))
            #expect(residents.rows[resident].values.contains(match["resident_id"] ?? "?"))
            return (volunteer, resident, match)
        }
    }

    /// Nobody is paired twice or in quarantine, nobody is forgotten, and every fit is the sum of its points.
    func checkLists() throws {
        var seen: Set<[Int]> = []
        let spoilt = (quarantined("volunteers.csv"), quarantined("residents.csv"))
        for pair in try pairs() {
            #expect(seen.insert([pair.volunteer, pair.resident]).inserted, "paired twice")
            #expect(!spoilt.0.contains(pair.volunteer) && !spoilt.1.contains(pair.resident))
            let points = pair.match.filter { $0.key.hasPrefix("points: ") }.compactMap { Int($0.value) }
            #expect(Int(pair.match["fit"] ?? "") == points.reduce(0, +))
        }
        let named = Set(try pairs().map(\.resident))
            .union(unmatched.compactMap { $0["resident_row"].flatMap { Int($0) } }.map { $0 - 2 })
        #expect(named.union(spoilt.1) == Set(residents.rows.indices), "nobody may be forgotten")
        #expect(named.isDisjoint(with: spoilt.1))
    }

    /// Points of a criterion whose measure is `part` of `whole`, rounded as the fit is.
    static func points(_ part: Int, of whole: Int, weight: Int) -> Int {
        (weight * 100 * min(1000, max(0, part * 1000 / whole)) + 500) / 1000
    }

    /// The most pairs that any assignment could have.
    static func mostPairs(_ edges: [[Int]], places: [Int], volunteerPlaces: [Int]) -> Int {
        filled(edges, places: places, volunteerPlaces: volunteerPlaces).reduce(0, +)
    }

    /// Each resident's pairs in an assignment of the most pairs: augmenting paths over places, after Berge.
    ///
    /// A path never takes a place away, so those who come first are served first: in the order of their worth this is
    /// the greedy choice, which is the best one.
    static func filled(_ edges: [[Int]], places: [Int], volunteerPlaces: [Int]) -> [Int] {
        var partners = [[Int]](repeating: [], count: volunteerPlaces.count)
        var counts = edges.map { _ in 0 }
        func place(_ resident: Int, _ seen: inout Set<Int>) -> Bool {
            // Whom the resident has already stays open to others on the way.
            for volunteer in edges[resident]
            where !partners[volunteer].contains(resident) && seen.insert(volunteer).inserted {
                if partners[volunteer].count < volunteerPlaces[volunteer] {
                    partners[volunteer].append(resident)
                    return true
                }
                for (index, other) in partners[volunteer].enumerated() where place(other, &seen) {
                    partners[volunteer][index] = resident
                    return true
                }
            }
            return false
        }
        for resident in edges.indices {
            for _ in 0..<places[resident] {
                var seen: Set<Int> = []
                if !place(resident, &seen) { break }
                counts[resident] += 1
            }
        }
        return counts
    }
}
