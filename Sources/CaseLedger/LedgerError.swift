import GRDB
package import Records

/// Why a ledger could not be used, or did not take what it was given; what it held before is still there.
package enum LedgerError: Error, Sendable {
    /// There is no such file, and the command does not make one.
    case missing(path: String)
    /// The file is something else: it was not touched.
    case foreign(path: String)
    /// A ledger whose structure is broken.
    case damaged(path: String, detail: String)
    /// Written by a later version of this program.
    case newer(path: String)
    /// Another command holds the ledger.
    case locked(path: String)
    /// The file, or one beside it, cannot be made or written.
    case cannotWrite(path: String, reason: String)
    /// The target of a copy stands there already.
    case exists(path: String)
    /// The system failed while reading or writing: a full disk, an input/output error.
    case failed(path: String, reason: String)
    /// Rows that contradict the ledger; nothing of the file was recorded.
    case refused([Refusal])
    /// A run of a day before the last one that is recorded.
    case earlierRun(asOf: CivilDate, last: String)
    /// Another run of a day of which something was decided.
    case decidedRun(asOf: CivilDate, id: String)
    /// A programme that the ledger does not know, or none named where it holds several.
    case programmeNeeded(known: [String])
    /// An id that the ledger does not know.
    case unknownPerson(PersonID)
    /// An id that stands for several people.
    case ambiguousPerson(PersonID)
    /// Somebody whose pair is running cannot be forgotten.
    case runningPair(PersonID)
    /// A fault of this program.
    case fault(String)

    /// A row that was refused.
    package struct Refusal: Hashable, Sendable {
        /// Row as the user's spreadsheet numbers it.
        package let row: Int
        package let problem: Bilingual
        package let cure: Bilingual

        package init(row: Int, problem: Bilingual, cure: Bilingual) {
            self.row = row
            self.problem = problem
            self.cure = cure
        }
    }

    /// What the process should return, by sysexits(3).
    package var exitCode: Int32 {
        switch self {
        case .missing: 66
        case .programmeNeeded: 64
        case .foreign, .damaged, .newer, .refused, .earlierRun, .decidedRun, .unknownPerson, .ambiguousPerson,
            .runningPair:
            65
        case .cannotWrite, .exists: 73
        case .failed: 74
        case .locked: 75
        case .fault: 70
        }
    }
}

extension LedgerError {
    /// What an error of the database means for the person at the desk.
    ///
    /// Never with a value of a row: SQLite's own words name tables and columns only.
    init(_ error: any Error, path: String) {
        switch error {
        case let error as LedgerError: self = error
        case let error as DatabaseError:
            let words = error.message ?? "SQLite \(error.resultCode.rawValue)"
            switch error.resultCode {
            case .SQLITE_NOTADB: self = .foreign(path: path)
            case .SQLITE_CORRUPT: self = .damaged(path: path, detail: words)
            case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path: path)
            case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
                self = .cannotWrite(path: path, reason: words)
            case .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_NOLFS, .SQLITE_NOMEM:
                self = .failed(path: path, reason: words)
            default: self = .fault("SQLite \(error.extendedResultCode.rawValue): \(words)")
            }
        default: self = .fault("\(error)")
        }
    }
}
