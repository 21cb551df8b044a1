import Records

/// The rows of a file while they are read.
final class SessionRows {
    private let table: TableReader
    private let spec: SessionTableSpec
    private let asOf: CivilDate
    private let firstExtra: Int
    private let counts: NumberDecoder
    private let words: [CategoryDecoder]
    private var years = YearCarrying()
    private var issues: [DataIssue] = []
    private var sessions: [Session] = []
    private(set) var totals: [PrintedTotal] = []
    private(set) var rowCount = 0
    private(set) var quarantined: Set<Int> = []
    private var isUsable = true

    init(table: TableReader, spec: SessionTableSpec, asOf: CivilDate, firstExtra: Int) {
        self.table = table
        self.spec = spec
        self.asOf = asOf
        self.firstExtra = firstExtra
        counts = NumberDecoder(suffix: spec.unit)
        words = spec.words.map { CategoryDecoder(index: VocabularyIndex($0.vocabulary)) }
    }

    var sorted: [Session] {
        sessions.sorted {
            ($0.date, $0.hours?.start ?? 0, $0.row) < ($1.date, $1.hours?.start ?? 0, $1.row)
        }
    }

    /// Issues by row; those of the whole file first.
    var sortedIssues: [DataIssue] {
        (table.issues + issues).byRow
    }

    func read() {
        isUsable = true
        if let defect = table.shapeDefect {
            rowCount += 1
            // Its cells cannot be told apart, so a year may stand in any of them.
            years.lose(table.text(SessionReader.Wanted.when.rawValue))
            fail(defect, nil)
            return
        }
        if isTotal {
            readTotal()
            return
        }
        rowCount += 1
        let meeting = self.meeting()
        let hours = self.hours(beside: meeting?.1)
        let title = table.text(SessionReader.Wanted.title.rawValue)
        if title.isEmpty { fail(SessionReader.noTitle, .title) }
        let participants = count(SessionReader.Wanted.participants.rawValue)
        if participants == nil, isEmpty(.participants) { fail(SessionReader.noParticipants, .participants) }
        let parts = self.parts(of: participants)
        let words = self.words.indices.map { word($0) }
        guard isUsable, let (date, written) = meeting, let participants else {
            quarantined.insert(table.row)
            return
        }
        let number = Normalisation.folded(table.text(SessionReader.Wanted.number.rawValue))
        sessions.append(
            Session(
                row: table.row, number: number.isEmpty ? nil : number, date: date,
                isWeekdayWritten: written.weekday != nil, hours: hours, title: title,
                participants: participants,
                projects: SessionReader.list(table.text(SessionReader.Wanted.projects.rawValue)),
                words: words, parts: parts))
    }

    private func isEmpty(_ wanted: SessionReader.Wanted) -> Bool { table.cell(wanted.rawValue).isEmpty }

    private func fail(_ defect: Defect, _ wanted: SessionReader.Wanted?) {
        fail(defect, column: wanted?.rawValue)
    }

    private func fail(_ defect: Defect, column: Int?) {
        issues.append(table.issue(.error, wanted: column, defect))
        isUsable = false
        quarantined.insert(table.row)
    }

    // MARK: Cells

    private func meeting() -> (CivilDate, WrittenMeeting)? {
        let cell = table.text(SessionReader.Wanted.when.rawValue)
        do throws(Defect) {
            guard let meeting = try MeetingTimeDecoder().decode(cell).value else {
                throw SessionReader.noDay
            }
            let date = try years.date(of: meeting)
            if date > asOf { throw SessionReader.inFuture(asOf) }
            return (date, meeting)
        } catch {
            years.lose(cell)
            fail(error, .when)
            return nil
        }
    }

    /// The time beside the day or in a column of its own.
    private func hours(beside meeting: WrittenMeeting?) -> ClockWindow? {
        do throws(Defect) {
            let own = try ClockRangeDecoder().decode(table.text(SessionReader.Wanted.time.rawValue)).value
            if own != nil, meeting?.hours != nil { throw SessionReader.twoTimes }
            return own ?? meeting?.hours
        } catch {
            fail(error, .time)
            return nil
        }
    }

    private func count(_ column: Int) -> Int? {
        do throws(Defect) {
            guard let value = try counts.decode(table.text(column)).value else { return nil }
            guard (0...SessionReader.mostParticipants).contains(value) else {
                throw SessionReader.impossibleCount
            }
            return value
        } catch {
            fail(error, column: column)
            return nil
        }
    }

    private func word(_ index: Int) -> Int? {
        do throws(Defect) {
            return try words[index].decode(table.text(firstExtra + index)).value
        } catch {
            fail(error, column: firstExtra + index)
            return nil
        }
    }

    /// The parts of every split; together they cannot be more than the participants.
    private func parts(of participants: Int?) -> [[Int?]] {
        var column = firstExtra + spec.words.count
        return spec.splits.map { split in
            let values = split.parts.indices.map { count(column + $0) }
            let sum = values.reduce(0) { $0 + ($1 ?? 0) }
            if let participants, sum > participants {
                fail(SessionReader.tooManyParts(split.label, sum, participants), column: column)
            }
            column += split.parts.count
            return values
        }
    }

    // MARK: Totals

    private var isTotal: Bool {
        [SessionReader.Wanted.number, .when, .title].contains {
            SessionReader.totalWords.contains(Normalisation.key(table.text($0.rawValue)))
        }
    }

    private func readTotal() {
        if let participants = count(SessionReader.Wanted.participants.rawValue) {
            totals.append(PrintedTotal(row: table.row, participants: participants))
        }
        quarantined.remove(table.row)
    }

    // MARK: Repetitions

    /// Rows with the same number: nobody can know which is right.
    func quarantineRepeatedNumbers() {
        let groups = Dictionary(grouping: sessions.filter { $0.number != nil }) { $0.number ?? "" }
        for group in groups.values.filter({ $0.count > 1 }).sorted(by: { $0[0].row < $1[0].row }) {
            let rows = group.prefix(10).map { String($0.row) }.joined(separator: ", ")
            for session in group {
                issues.append(issue(of: session, .error, SessionReader.sameNumber(rows), .number))
                quarantined.insert(session.row)
            }
        }
        sessions.removeAll { quarantined.contains($0.row) }
    }

    /// Two rows with the same day, time and title may be one session written twice.
    func warnOfRepeatedSessions() {
        var first: [String: Int] = [:]
        for session in sessions.sorted(by: { $0.row < $1.row }) {
            let key =
                "\(session.date) \(session.hours?.description ?? "") \(Normalisation.key(session.title))"
            if let row = first[key] {
                issues.append(issue(of: session, .warning, SessionReader.sameSession(row), .when))
            } else {
                first[key] = session.row
            }
        }
    }

    private func issue(
        of session: Session, _ severity: DataIssue.Severity, _ defect: Defect, _ wanted: SessionReader.Wanted
    ) -> DataIssue {
        DataIssue(
            severity: severity, file: IntakeError.fileName(ofPath: table.path), row: session.row,
            column: table.header.name(of: wanted.rawValue),
            value: wanted == .number ? session.number : session.date.description,
            problem: defect.problem, cure: defect.cure)
    }
}
