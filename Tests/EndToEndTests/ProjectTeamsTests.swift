import Foundation
import TestSupport
import Testing

@Suite struct ProjectTeamsTests {
    private static let programme = "\(Command.root)/configs/social-hub-teams.yaml"
    private static let folder = "\(Command.root)/data/social-hub-teams"

    private func match(_ out: String, volunteers: String, residents: String) throws -> Command.Outcome {
        try Command.musubi([
            "match", "--programme", Self.programme, "--volunteers", volunteers, "--residents", residents,
            "--as-of", "2026-11-01", "--out", out, "--lang", "en",
        ])
    }

    @Test("every team of the sample has from its smallest to its largest size, nobody is in two")
    func sizes() throws {
        let folder = try TemporaryFolder()
        let residents = "\(Self.folder)/residents.csv"
        let outcome = try match(
            folder.path("out"), volunteers: "\(Self.folder)/volunteers.csv", residents: residents)
        #expect(outcome.code == 0, "\(outcome.errors)")
        try Golden.check(try folder.bytes(of: "out/matches.csv"), against: "social-hub-teams/matches.csv")
        let pairs = Command.rows(of: try folder.text(of: "out/matches.csv"))
        let members = pairs.compactMap { $0["volunteer_id"] }
        #expect(members.count == Set(members).count)
        let sizes = Dictionary(grouping: pairs.compactMap { $0["resident_id"] }) { $0 }.mapValues(\.count)
        let text = String(decoding: try Data(contentsOf: URL(filePath: residents)), as: UTF8.self)
        for project in Command.rows(of: text.replacing("\r\n", with: "\n")) {
            let size = sizes[project["プロジェクトID"] ?? ""] ?? 0
            let least = try #require(number(project["最少人数"]))
            let most = try #require(number(project["最多人数"]))
            #expect(size == 0 || (least...most).contains(size), "\(project)")
        }
    }

    /// A number of the sample, which has full-width digits and a suffix.
    private func number(_ cell: String?) -> Int? {
        cell.flatMap { Int($0.precomposedStringWithCompatibilityMapping.filter(\.isNumber)) }
    }

    private static let header = "プロジェクトID,プロジェクト名,テーマ,必要な力,関わり方,集まる曜日・時間,最少人数,最多人数\n"
    private static let people = "参加者ID,氏名,関心のあるテーマ,できること,関わり方,集まれる曜日・時間\n"

    @Test(
        "a project with too few possible people gets nobody, is listed with the reason, and the run goes on")
    func tooFew() throws {
        let folder = try TemporaryFolder()
        let residents = try folder.write(
            Self.header + "P1,,アートと地域,調査,半日,土曜午後,2,3\nP2,,食の支援,調査,半日,土曜午後,3,3\n", to: "r.csv")
        let volunteers = try folder.write(
            Self.people
                + (1...4).map { "V\($0),,\($0 <= 2 ? "アートと地域" : "食の支援"),調査,半日,土曜午後\n" }.joined(),
            to: "v.csv")
        let outcome = try match(folder.path("out"), volunteers: volunteers, residents: residents)
        #expect(outcome.code == 0, "\(outcome.errors)")
        let pairs = Command.rows(of: try folder.text(of: "out/matches.csv"))
        #expect(pairs.compactMap { $0["resident_id"] } == ["P1", "P1"])
        let unmatched = Command.rows(of: try folder.text(of: "out/unmatched.csv"))
        #expect(unmatched.compactMap { $0["resident_id"] } == ["P2"])
        #expect(unmatched[0]["reason"]?.isEmpty == false)
    }

    @Test("of two projects that compete for five people one is left out with the reason, and the run goes on")
    func competing() throws {
        let folder = try TemporaryFolder()
        let residents = try folder.write(
            Self.header + "P1,,アートと地域,調査,半日,土曜午後,3,3\nP2,,アートと地域,調査,半日,土曜午後,3,4\n", to: "r.csv")
        let volunteers = try folder.write(
            Self.people + (1...5).map { "V\($0),,アートと地域,調査,半日,土曜午後\n" }.joined(), to: "v.csv")
        let outcome = try match(folder.path("out"), volunteers: volunteers, residents: residents)
        #expect(outcome.code == 0, "\(outcome.errors)")
        // P2 takes four people where P1 would take three: most pairs decides between the two.
        let pairs = Command.rows(of: try folder.text(of: "out/matches.csv"))
        #expect(pairs.compactMap { $0["resident_id"] } == ["P2", "P2", "P2", "P2"])
        let unmatched = Command.rows(of: try folder.text(of: "out/unmatched.csv"))
        #expect(unmatched.compactMap { $0["resident_id"] } == ["P1"])
        #expect(unmatched[0]["reason"]?.contains("as few as possible are left out") == true)
        // Without or-none the same tables end the run and name who falls short.
        let text = String(decoding: try Data(contentsOf: URL(filePath: Self.programme)), as: UTF8.self)
        let must = try folder.write(text.replacing(", or-none: yes", with: ""), to: "must.yaml")
        let strict = try Command.musubi([
            "match", "--programme", must, "--volunteers", volunteers, "--residents", residents, "--as-of",
            "2026-11-01", "--out", folder.path("must"), "--lang", "en",
        ])
        #expect(strict.code == 65 && strict.errors.contains("P1"))
    }

    @Test("of three teams, one locked to a person, only the fewest are left out; a person is never in two")
    func fewest() throws {
        let folder = try TemporaryFolder()
        // Four people for teams of 4, 2 and 2: leaving out the large one leaves out the fewest.
        let residents = try folder.write(
            Self.header
                + "P1,,アートと地域,調査,半日,土曜午後,4,4\nP2,,アートと地域,調査,半日,土曜午後,2,2\n"
                + "P3,,アートと地域,調査,半日,土曜午後,2,2\n", to: "r.csv")
        let volunteers = try folder.write(
            Self.people + (1...4).map { "V\($0),,アートと地域,調査,半日,土曜午後\n" }.joined(), to: "v.csv")
        #expect(try match(folder.path("a"), volunteers: volunteers, residents: residents).code == 0)
        let pairs = Command.rows(of: try folder.text(of: "a/matches.csv"))
        #expect(pairs.compactMap { $0["resident_id"] } == ["P2", "P2", "P3", "P3"])
        // A lock keeps the large team open, at the cost of the two small ones.
        let lock = try folder.write("volunteer_id,resident_id\nV1,P1\n", to: "lock.csv")
        let locked = try Command.musubi([
            "match", "--programme", Self.programme, "--volunteers", volunteers, "--residents", residents,
            "--as-of", "2026-11-01", "--out", folder.path("b"), "--lock", lock,
        ])
        #expect(locked.code == 0, "\(locked.errors)")
        let kept = Command.rows(of: try folder.text(of: "b/matches.csv"))
        #expect(kept.compactMap { $0["resident_id"] } == ["P1", "P1", "P1", "P1"])
    }
}
