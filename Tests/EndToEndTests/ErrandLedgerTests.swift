import TestSupport
import Testing

/// One volunteer of errands over several runs with a ledger, worked out by hand: free on Monday and Friday mornings, two
/// hours a week, three errands a month.
@Suite("errands with a ledger") struct ErrandLedgerTests {
    private let folder: TemporaryFolder
    private var ledger: String { folder.path("musubi.sqlite") }

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(
            """
            ボランティアID,氏名,郵便番号,できる方法,できる用事,話せる言語,性別,相手の性別の希望,本人確認,オリエンテーション受講,活動できる曜日・時間,週の活動時間,月の回数
            V1,見本,153-0061,オンライン,区役所手続き同行,日本語（母語）,女性,問わない,○,はい,"月曜 9:00-12:00、金曜 9:00-12:00",2,3

            """, to: "v.csv")
    }

    /// A request: its number, whose it is, day, window and minutes.
    private typealias Request = (id: String, requester: String, day: String, window: String, minutes: Int)

    private func match(
        _ asOf: String, _ requests: [Request], _ more: [String] = []
    ) throws -> Command.Outcome {
        let header =
            "依頼番号,依頼者ID,依頼受付日,希望日,希望時間帯,所要時間,場所,方法,分野,用事,話せる言語,性別,前回と同じ人を希望,本人確認,内容の詳細確認,専門の相談,申込経路,相手の性別の希望\n"
        let rows = requests.map {
            "\($0.id),\($0.requester),2026-10-20,\($0.day),\($0.window),\($0.minutes)分,153-0061,オンライン,医療,"
                + "区役所手続き同行,日本語 B2,女性,,済,済,,一般,問わない\n"
        }
        try folder.write(header + rows.joined(), to: "r.csv")
        return try Command.musubi(
            [
                "match", "--programme", "\(Command.root)/configs/spot-errands.yaml", "--volunteers",
                folder.path("v.csv"), "--residents", folder.path("r.csv"), "--as-of", asOf, "--out",
                folder.path(asOf), "--ledger", ledger, "--lang", "en",
            ] + more)
    }

    private func record(_ kind: String, _ text: String) throws -> Command.Outcome {
        try folder.write(text, to: "\(kind).csv")
        return try Command.musubi([
            "record", kind, folder.path("\(kind).csv"), "--ledger", ledger, "--lang", "en",
        ])
    }

    private func rows(_ name: String) throws -> [[String: String]] {
        Command.rows(of: try folder.text(of: name))
    }

    @Test(
        "what was taken on takes its time, its hours and its place in the month; hours on record count once")
    func cycle() throws {
        let first: Request = ("N1", "A", "2026-11-09", "9:00-11:00", 60)
        #expect(try match("2026-11-01", [first]).code == 0)
        let visit = try #require(try rows("2026-11-01/matches.csv").first)
        #expect([visit["resident_id"], visit["start"], visit["end"]] == ["N1", "9:00", "10:00"])
        let accepted = try record(
            "decisions", "volunteer_id,resident_id,decision,date\nV1,N1,accepted,2026-11-02\n")
        #expect(accepted.output == "decisions.csv: 1 new, 0 known, 0 pending\n", "\(accepted.errors)")

        // Of November two are left, and one of that Monday; M1 is at the time of N1.
        let requests: [Request] = [
            first, ("M1", "A", "2026-11-09", "9:00-10:00", 60), ("M2", "B", "2026-11-09", "10:00-12:00", 60),
            ("M3", "C", "2026-11-09", "10:00-12:00", 60), ("M4", "D", "2026-11-16", "9:00-12:00", 60),
            ("M5", "E", "2026-11-30", "9:00-12:00", 60), ("M6", "F", "2026-12-07", "9:00-12:00", 60),
        ]
        let second = try match("2026-11-03", requests)
        #expect(second.code == 0, "\(second.errors)")
        #expect(second.output.contains("already has a partner 1"), "\(second.output)")
        let matches = try rows("2026-11-03/matches.csv")
        #expect(matches.count == 3)
        #expect(matches.count { $0["date"]?.hasPrefix("2026-11") == true } == 2, "three a month, N1 is one")
        #expect(matches.count { $0["date"] == "2026-11-09" } <= 1, "two a day, N1 is one")
        #expect(matches.filter { $0["date"] == "2026-11-09" }.allSatisfy { $0["start"] == "10:00" })
        let left = try rows("2026-11-03/unmatched.csv")
        func row(_ id: String) -> [String: String]? { left.first { $0["resident_id"] == id } }
        #expect(row("N1")?["reason"] == "somebody has taken it on")
        #expect(
            row("M1")?["reason"] == "no candidate (fails only “time beside errands taken on before”: 1)")

        // 90 minutes are on record for the Monday of N1, which took 60: of two hours 30 minutes are left.
        #expect(try record("hours", "volunteer_id,date,event,length\nV1,2026-11-09,N1,90分\n").code == 0)
        let friday: [Request] = [
            first, ("P1", "G", "2026-11-13", "9:00-12:00", 60), ("P2", "H", "2026-11-13", "9:00-12:00", 30),
        ]
        #expect(try match("2026-11-10", friday).code == 0)
        #expect(try rows("2026-11-10/matches.csv").map { $0["resident_id"] } == ["P2"])

        // Another hour: more than the week has. Nobody gets anything, and the run goes on.
        #expect(try record("hours", "volunteer_id,date,event,length\nV1,2026-11-10,会議,60分\n").code == 0)
        let last = try match("2026-11-11", friday)
        #expect(last.code == 0, "\(last.errors)")
        #expect(try rows("2026-11-11/matches.csv").isEmpty)
        #expect(last.output.contains("1 person has used up"), "\(last.output)")
        #expect(
            try rows("2026-11-11/unused.csv").map { $0["reason"] } == [
                "hours a week: used up by what the ledger holds (week from 2026-11-09)"
            ])
    }

    @Test("who gives an errand up is not asked for it again; the request has waited since it was made")
    func givenUp() throws {
        let request: Request = ("N1", "A", "2026-11-16", "9:00-12:00", 60)
        #expect(try match("2026-11-01", [request]).code == 0)
        _ = try record("decisions", "volunteer_id,resident_id,decision,date\nV1,N1,accepted,2026-11-02\n")
        let outcome = try record(
            "outcomes",
            "volunteer_id,resident_id,date,outcome,end_reason\nV1,N1,2026-11-05,ended early,health\n")
        #expect(outcome.code == 0, "\(outcome.errors)")
        let again = try match("2026-11-06", [request])
        #expect(again.code == 0, "\(again.errors)")
        let left = try #require(try rows("2026-11-06/unmatched.csv").first)
        #expect(left["waiting_days"] == "17", "since 20 October")
        #expect(left["reason"]?.contains("not proposed and declined before") == true, "\(left)")
    }

    @Test(
        "the lists of a run are taken as they are: the errand's own day and time are not those of the decision"
    )
    func lists() throws {
        #expect(try match("2026-11-01", [("N1", "A", "2026-11-16", "9:00-12:00", 60)]).code == 0)
        func record(_ file: String) throws -> Command.Outcome {
            try Command.musubi([
                "record", "decisions", folder.path(file), "--ledger", ledger, "--as-of", "2026-11-02",
                "--lang", "en",
            ])
        }
        let workbook = try record("2026-11-01/matches.xlsx")
        #expect(workbook.output == "matches.xlsx: 0 new, 0 known, 1 pending\n", "\(workbook.errors)")
        let lines = try folder.text(of: "2026-11-01/matches.csv").split(whereSeparator: \.isNewline)
        try folder.write("\(lines[0]),decision\n\(lines[1]),accepted\n", to: "filled.csv")
        // Taken for the decision's, 16 November would be after the day of the recording.
        let filled = try record("filled.csv")
        #expect(filled.output == "filled.csv: 1 new, 0 known, 0 pending\n", "\(filled.errors)")
    }

    @Test("no annual report counts requests as people")
    func report() throws {
        #expect(try match("2026-11-01", [("N1", "A", "2026-11-16", "9:00-12:00", 60)]).code == 0)
        let outcome = try Command.musubi([
            "report", "--ledger", ledger, "--fiscal-year", "2026", "--as-of", "2027-03-31", "--out",
            folder.path("report"),
        ])
        #expect(outcome.code == 64 && outcome.errors.contains("requests as if they were people"))
        #expect(try !folder.entries().contains("report"))
    }
}
