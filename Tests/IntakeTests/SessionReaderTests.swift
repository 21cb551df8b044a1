import Foundation
import Intake
import Records
import Testing

@Suite struct SessionReaderTests {
    private static let header = "番号,日時,テーマ,参加者\n"

    private static let split = SessionSplit(
        name: "area", label: Bilingual("area"),
        parts: [
            .init(name: "in", label: Bilingual("in"), headers: ["県内"]),
            .init(name: "out", label: Bilingual("out"), headers: ["県外"]),
        ])

    private func read(
        _ rows: String, header: String = Self.header, asOf: String = "2021-03-31"
    ) throws -> SessionReading {
        let folder = try TemporaryFolder()
        let path = try folder.file(header + rows, name: "s.csv")
        let spec = SessionTableSpec(
            number: ["番号"], when: ["日時"], time: ["時間"], title: ["テーマ"], participants: ["参加者"],
            projects: ["プロジェクト"], unit: "人", words: [], splits: [Self.split])
        return try SessionReader(spec: spec, asOf: try #require(CivilDate(iso: asOf))).read(path: path)
    }

    private func dates(_ reading: SessionReading) -> [String] { reading.sessions.map(\.date.description) }

    private func errors(_ reading: SessionReading) -> [Int] {
        reading.issues.filter { $0.severity == .error }.compactMap(\.row)
    }

    @Test("a year is carried forward to the rows below, until the next is written")
    func carried() throws {
        let reading = try read(
            """
            1,令和 2 年 12 月 3 日(木)19:00～20:00,定例,10 人
            2,12 月 17 日(木)19:00～20:00,定例,9 人
            3,令和 3 年 1 月 7 日(木)19:00～20:00,定例,9 人
            4,1 月 21 日(木)19:00～20:00,定例,13 人
            計,,,41 人
            """)
        #expect(dates(reading) == ["2020-12-03", "2020-12-17", "2021-01-07", "2021-01-21"])
        #expect(reading.totals == [PrintedTotal(row: 6, participants: 41)])
        #expect(reading.rowCount == 4 && reading.issues.isEmpty)
        #expect(reading.presentSplits == [false])
    }

    @Test("a forgotten year of a January is found by its weekday, and without one called ambiguous")
    func forgottenYear() throws {
        let reading = try read(
            """
            1,令和 2 年 12 月 3 日(木)19:00～20:00,定例,10
            2,1 月 7 日(木)19:00～20:00,定例,9
            3,1 月 21 日 19:00～20:00,定例,9
            """)
        // 7 January 2020 was a Tuesday; the third row has no weekday and lies before December.
        #expect(dates(reading) == ["2020-12-03"])
        #expect(errors(reading) == [3, 4])
        #expect(reading.issues[0].problem.en.contains("2020-01-07"))
        #expect(reading.issues[1].problem.en.contains("2020 or in 2021"))
    }

    @Test("no year at all, and a year that cannot be read, leave the rows below without one")
    func lostYear() throws {
        #expect(errors(try read("1,6 月 5 日(金),a,1\n2,2020-06-06,b,1\n")) == [2])
        let reading = try read(
            "1,令和 2 年 6 月 3 日(水),a,1\n2,令和 3 年 13 月 1 日,b,1\n3,6 月 5 日(金),c,1\n")
        #expect(errors(reading) == [3, 4], "the year of row 2 must not reach row 4 past an unreadable year")
        // A bad time says nothing about the year, which is carried on.
        let time = try read("1,令和 2 年 6 月 3 日(水),a,1\n2,6 月 4 日(木)25:00～26:00,b,1\n3,6 月 5 日(金),c,1\n")
        #expect(dates(time) == ["2020-06-03", "2020-06-05"])
    }

    @Test("a written weekday that contradicts the calendar quarantines the row with the true one")
    func weekday() throws {
        let reading = try read("1,2020-06-03(木),a,1\n2,2020-06-05(金),b,1\n")
        #expect(errors(reading) == [2])
        #expect(reading.issues[0].problem.ja.contains("水曜日"))
        #expect(reading.sessions.map(\.isWeekdayWritten) == [true])
    }

    @Test("rows without a title, with bad or missing numbers, or after the as-of date are not used")
    func bad() throws {
        let reading = try read(
            """
            1,2020-06-03,,5
            2,2020-06-04,b,
            3,2020-06-05,c,多数
            4,2020-06-06,d,-1
            5,2021-04-01,e,5
            6,2020-06-07,f
            7,2020-06-08,g,0
            """)
        #expect(errors(reading) == [2, 3, 4, 5, 6, 7])
        #expect(reading.sessions.map(\.participants) == [0])
        #expect(reading.rowCount == 7 && reading.quarantinedRows == [2, 3, 4, 5, 6, 7])
    }

    @Test("of rows with one number none is used; the same session under two numbers is a warning")
    func repeated() throws {
        let reading = try read(
            "1,2020-06-03,a,1\n1,2020-06-10,b,1\n2,2020-06-17,c,1\n3,2020-06-17,c,1\n")
        #expect(reading.sessions.compactMap(\.number) == ["2", "3"])
        #expect(errors(reading) == [2, 3])
        #expect(reading.issues.filter { $0.severity == .warning }.map(\.row) == [5])
    }

    @Test("a time in its own column is taken, but not beside one in the day's cell")
    func times() throws {
        let header = "日時,時間,テーマ,参加者\n"
        let reading = try read("2020-06-03,20:00～21:30,a,1\n2020-06-04,,b,1\n", header: header)
        #expect(reading.sessions.map { $0.hours?.minutes } == [90, nil])
        #expect(errors(try read("2020-06-03 19:00-20:00,20:00～21:30,a,1\n", header: header)) == [2])
    }

    @Test("parts of the participants are read, and more of them than participants quarantine the row")
    func parts() throws {
        let header = "日時,テーマ,参加者,県内,県外\n"
        let reading = try read(
            "2020-06-03,a,10,7,3\n2020-06-04,b,10,,\n2020-06-05,c,10,8,3\n", header: header)
        #expect(reading.presentSplits == [true])
        #expect(reading.sessions.map(\.parts) == [[[7, 3]], [[nil, nil]]])
        #expect(errors(reading) == [4])
    }

    @Test("a table without the columns that matter is refused")
    func columns() throws {
        #expect(throws: IntakeError.self) { try read("a,1\n", header: "テーマ,参加者\n") }
        #expect(throws: IntakeError.self) { try read("") }
    }
}

@Suite struct ProjectReaderTests {
    private func read(_ rows: String) throws -> ProjectReading {
        let folder = try TemporaryFolder()
        let path = try folder.file("番号,名前,状況,回,日時,人数\n" + rows, name: "p.csv")
        let spec = ProjectTableSpec(
            id: ["番号"], title: ["名前"], status: ["状況"],
            statuses: Vocabulary(tags: [Tag(key: "done", label: Bilingual(ja: "済み", en: "done"))]),
            outputs: [], sessions: ["回"], when: ["日時"], participants: ["人数"])
        return try ProjectReader(spec: spec).read(path: path)
    }

    @Test("a project with its status, sessions and event is read; bad cells quarantine the row")
    func rows() throws {
        let reading = try read(
            "①,甲,済み,1、3,令和3年2月13日(土)12:30～14:30,9人\n②,乙,,,,\n③,丙,未定,,,\n④,,,,,\n⑤,丁,,,2021-02-13(日),\n")
        #expect(reading.projects.map(\.title) == ["甲", "乙"])
        #expect(reading.projects[0].id == "①")
        #expect(reading.projects[0].status?.en == "done")
        #expect(reading.projects[0].sessions == ["1", "3"])
        #expect(reading.projects[0].hours?.minutes == 120 && reading.projects[0].participants == 9)
        #expect(reading.quarantinedRows == [4, 5, 6] && reading.rowCount == 5)
    }
}
