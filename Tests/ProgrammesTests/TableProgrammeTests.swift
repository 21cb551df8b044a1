import Programmes
import Records
import Testing

@Suite struct TableProgrammeTests {
    private static let sessions = """
        programme: hub
        kind: sessions
        name: {ja: 会, en: Hub}
        vocabularies:
          roles: {lab: {ja: ラボ, en: lab}}
        sessions: {number: [No.], when: [日時], title: [テーマ], participants: [参加者], unit: 人}
        classes:
          themed: {label: {ja: テーマ, en: themed}}
          regular: {label: {ja: 定例, en: regular}, titles: [定例情報交換会]}
        by:
          role: {column: [役割], vocabulary: roles}
        splits:
          area: {label: {ja: 地域, en: area}, parts: {inside: {column: [県内]}, outside: {column: [県外]}}}
        projects: {id: [番号], title: [名前], status: [状況], statuses: roles}
        totals: [{fiscal-year: 2020, participants: 319}]
        channels: [{label: Facebook, count: 350, about: yes, as-of: 2021-03-31}]
        """

    private static let points = """
        programme: alpha
        kind: points
        name: α
        people: {label: {ja: 社員, en: employee}, id: [社員番号], group: {label: 会社, column: [会社]}, eligible: 200}
        activities: {id: [社員番号], date: [日], event: [活動], kind: [種別], hours: [時間]}
        kinds: {cleanup: {ja: 清掃, en: clean-up, per-hour: 2}, class: {ja: 教室, en: class}}
        points: {per-event: 1, per-hour: 1}
        recipients: {a: {name: A, share: 40%}, b: {name: B, share: 60%}}
        participation: {expected: 50%-60%}
        """

    private func issues(_ text: String) -> [String] {
        do {
            _ = try ProgrammeReader.file(text: text, path: "p.yaml")
            return []
        } catch .invalid(let issues) {
            return issues.map { $0.text(in: .en) }
        } catch {
            return ["\(error)"]
        }
    }

    @Test("a programme of sessions is read as it is written")
    func readSessions() throws {
        guard case .sessions(let programme) = try ProgrammeReader.file(text: Self.sessions, path: "p.yaml")
        else {
            Issue.record("not of kind sessions")
            return
        }
        #expect(programme.table.when == ["日時"] && programme.table.time.isEmpty && programme.table.unit == "人")
        #expect(programme.classes.map(\.titles) == [[], ["定例情報交換会"]])
        #expect(programme.table.splits[0].parts.map(\.headers) == [["県内"], ["県外"]])
        #expect(programme.table.words[0].label.en == "role")
        #expect(programme.totals[0].participants == 319 && programme.totals[0].sessions == nil)
        #expect(programme.channels[0].isApproximate && programme.channels[0].asOf.description == "2021-03-31")
        #expect(programme.warnings.isEmpty)
    }

    @Test("a programme of points is read as it is written; a kind without own rates has the usual ones")
    func readPoints() throws {
        guard case .points(let programme) = try ProgrammeReader.file(text: Self.points, path: "p.yaml") else {
            Issue.record("not of kind points")
            return
        }
        #expect(programme.rates == [PointRate(perEvent: 1, perHour: 2), PointRate(perEvent: 1, perHour: 1)])
        #expect(programme.yenPerPoint == 100, "100 unless the file says otherwise")
        #expect(programme.recipients.map(\.share) == [4000, 6000])
        #expect(programme.expected == 5000...6000 && programme.eligible == 200)
        #expect(programme.roster.group == ["会社"])
    }

    @Test(
        "every mistake of a programme of sessions is found with its place",
        arguments: [
            (
                "participants: [参加者]", "participant: [参加者]",
                "6:53: unknown key 'participant'; did you mean 'participants'?"
            ),
            ("when: [日時], ", "", "sessions: 'when' is missing"),
            ("title: [テーマ]", "title: [日時]", "the header '日時' stands for both 'when' and 'title'"),
            (
                "vocabulary: roles}\nsplits", "vocabulary: role}\nsplits",
                "11:36: unknown vocabulary 'role'; did you mean 'roles'?"
            ),
            ("as-of: 2021-03-31", "as-of: 2021-02-31", "as-of: '2021-02-31' is not a day such as 2021-03-31"),
            ("participants: 319", "source: x", "totals: give sessions or participants"),
            ("fiscal-year: 2020", "fiscal-year: Reiwa 2", "fiscal-year: 'Reiwa 2' is not a whole number"),
            (", titles: [定例情報交換会]", "", "only one class may be without titles ('themed' takes the rest)"),
            (", statuses: roles", "", "projects: status needs a vocabulary (statuses)"),
            ("kind: sessions", "kind: session", "2:7: unknown kind 'session'; did you mean 'sessions'?"),
        ])
    func badSessions(old: String, new: String, expected: String) {
        let found = issues(Self.sessions.replacing(old, with: new))
        #expect(found.contains { $0.contains(expected) }, "\(found)")
    }

    @Test(
        "every mistake of a programme of points is found with its place",
        arguments: [
            ("share: 60%", "share: 50%", "8:13: recipients: the shares add up to 90.00% and not to 100%"),
            ("share: 60%", "share: 60", "share: '60' cannot be read; write it as 40%"),
            ("per-hour: 2", "per-hours: 2", "unknown key 'per-hours'; did you mean 'per-hour'?"),
            (
                "expected: 50%-60%", "expected: 60%-50%",
                "9:27: expected: '60%-50%' is not a range such as 50%-60%"
            ),
            ("eligible: 200", "eligible: 0", "eligible: '0' is not a whole number from 1"),
            (", hours: [時間]", "", "activities: 'hours' is missing"),
            ("date: [日]", "date: [社員番号]", "the header '社員番号' stands for both 'id' and 'date'"),
            ("en: class}", "en: clean-up}", "vocabulary 'kinds': 'clean-up' stands for both"),
        ])
    func badPoints(old: String, new: String, expected: String) {
        let found = issues(Self.points.replacing(old, with: new))
        #expect(found.contains { $0.contains(expected) }, "\(found)")
    }

    @Test("several mistakes are reported at once, in the order of the file")
    func several() {
        let text = Self.points.replacing("hours: [時間]", with: "hour: [時間]").replacing(
            "en: class", with: "em: class")
        #expect(issues(text).count >= 3)
        #expect(issues(text) == issues(text).sorted { line($0) < line($1) })
    }

    private func line(_ issue: String) -> Int { Int(issue.split(separator: ":")[1]) ?? 0 }

    @Test("a kind of activity that earns nothing is a warning, not a mistake")
    func worthless() throws {
        let text = Self.points.replacing("points: {per-event: 1, per-hour: 1}\n", with: "")
        let file = try ProgrammeReader.file(text: text, path: "p.yaml")
        #expect(file.warnings.map { $0.text(in: .en) }.contains { $0.contains("'class' earns no points") })
    }

    @Test("a programme with nothing to match says so where pairs are wanted")
    func misused() {
        do {
            _ = try ProgrammeReader.read(text: Self.sessions, path: "p.yaml")
            Issue.record("read as pairs")
        } catch .invalid(let issues) {
            #expect(issues.map { $0.text(in: .en) }[0].contains("use it with 'musubi sessions'"))
        } catch {
            Issue.record("\(error)")
        }
    }
}
