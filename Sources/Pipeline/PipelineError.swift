package import Assignment
package import CaseLedger
package import Intake
package import Programmes
package import Records
package import Reporting
package import Simulation

/// Why a run ended without a result.
///
/// Nothing was written.
package enum PipelineError: Error, Sendable {
    case programme(ProgrammeError)
    case intake(IntakeError)
    /// The programme's `sample` section cannot be used.
    case sample(SimulationError, path: String)
    case runFolder(RunFolderError)
    /// `--strict` and something in quarantine.
    case strict(issues: [DataIssue])
    /// `--strict` and a printed total that contradicts the rows.
    case contradictedTotals([SessionReport.TotalCheck])
    /// Pairs to lock that are not possible, each with the reason.
    case refusedLocks([RefusedLock])
    /// The problem was refused before solving: weights too large, more locks than places.
    case problem(AssignmentProblemError)
    /// More pairs are locked for a person than they have places.
    case tooManyLocks(PersonID, locked: Int, places: Int)
    /// Vertices that must be filled and that no assignment fills, within the limits if there are any.
    case cannotFill([ShortSide], Infeasibility?)
    /// No assignment meets the locks and limits.
    case infeasible(Infeasibility?)
    /// The programme's limits cannot be kept together; at least one is named.
    case unmetLimits([LimitObstacle])
    /// Exports that do not go with the parts of a programme.
    case partFiles(Bilingual)
    /// The volunteers of a part have no number field with the hours of their week.
    case noHours(field: String, part: String)
    /// An id that is not in this month's exports.
    case unknownPerson(String)
    /// A number that a limit adds up is below 0.
    case negativeAmount(PersonID, field: Bilingual, value: Int)
    /// `simulate` without the number of residents, for a programme that has them.
    case residentsMissing
    /// `simulate` of years for a programme that has no pairs to decide on.
    case yearsUnfit
    /// A folder without a run of the programme.
    case noRuns(folder: String)
    /// The ledger cannot be used, or refused what `file` says.
    case ledger(LedgerError, file: String)
    /// A run folder is in place and the ledger did not take it.
    case notRecorded(LedgerError, folder: String)
    /// A rematch where nobody's pair has ended, or only of people for whom a proposal waits for its decision.
    case nobodyToRematch(waiting: Int)
    /// Rows of a file of cases that cannot be read; nothing was recorded.
    case badCases([DataIssue])
    /// The goal `fewest-changes` without `--previous`, or the other way round.
    case previousMissing
    case previousUnused
    /// The solver stopped without a proven answer.
    case solverStopped(Termination, words: [String])
    /// A file of a proof that is none, or of another problem; `reasons` say which.
    case unusableCertificate(path: String, reasons: [Bilingual])
    /// A result or its proof does not hold: what was found, one line each.
    case refuted([Bilingual])
    /// A computation that cannot fail did: a fault of this program. Nothing was written.
    case checkFailed([String])
    /// An answer failed its independent check: a fault of this program. No result was written.
    case answerRefused(FailedCheck)

    /// What the process should return, by sysexits(3).
    package var exitCode: Int32 {
        switch self {
        case .programme(.unreadable): 66
        case .programme(.invalid), .sample, .noHours: 78
        case .intake(let error):
            switch error.category {
            case .inputMissing: 66
            case .badData: 65
            case .readFailure: 74
            case .configuration: 78
            }
        case .ledger(let error, _), .notRecorded(let error, _): error.exitCode
        case .badCases: 65
        case .nobodyToRematch: 66
        case .runFolder(.exists), .runFolder(.foreign), .runFolder(.cannotCreate): 73
        case .runFolder(.writeFailed): 74
        case .strict, .contradictedTotals, .refusedLocks, .tooManyLocks, .problem, .cannotFill, .infeasible,
            .unmetLimits, .negativeAmount, .unknownPerson, .unusableCertificate, .refuted:
            65
        case .previousMissing, .previousUnused, .residentsMissing, .yearsUnfit, .partFiles: 64
        case .noRuns: 66
        case .solverStopped(.timeLimit, _), .solverStopped(.interrupted, _): 69
        case .solverStopped, .checkFailed, .answerRefused: 70
        }
    }

    /// What happened and what to do, one line each.
    package func lines(in language: Language) -> [String] {
        switch self {
        case .programme(.unreadable(let path, let reason)):
            [
                Bilingual(ja: "\(path) を読めません（\(reason.ja)）", en: "\(path) cannot be read (\(reason.en))")[
                    language]
            ]
        case .programme(.invalid(let issues)): issues.map { $0.text(in: language) }
        case .intake(let error): [error.message[language]]
        case .sample(let error, let path):
            error.problems.map {
                "\(path): sample: \($0.field): \($0.problem[language]) — \($0.cure[language])"
            }
        case .runFolder(let error): [error.message[language]]
        case .strict(let issues):
            [
                Bilingual(
                    ja: "使えない行があります（\(issues.count)件）。--strict のため中止しました。check --out で一覧を作れます。",
                    en:
                        "rows cannot be used (\(issues.count) defects); stopped because of --strict. check --out writes the list."
                )[language]
            ]
        case .contradictedTotals(let totals):
            totals.filter { !$0.holds }.map { $0.sentence[language] }
        case .refusedLocks(let locks): locks.map { $0.text[language] }
        case .tooManyLocks(let person, let locked, let places):
            [
                Bilingual(
                    ja: "\(person) は受け入れ枠が\(places)ですが、固定リストに\(locked)組あります。どれかを外してください。",
                    en:
                        "\(person) has \(places) places, but \(locked) pairs are locked. Take some off the list."
                )[language]
            ]
        case .problem(let error): [error.description]
        case .cannotFill(let sides, let reason):
            PipelineError.shortText(sides, reason).map { $0[language] }
        case .unusableCertificate(let path, let reasons): reasons.map { "\(path): \($0[language])" }
        case .refuted(let findings): PipelineError.refutedText(findings).map { $0[language] }
        case .infeasible(let reason): [PipelineError.infeasibilityText(reason)[language]]
        case .solverStopped(.timeLimit, _):
            [
                Bilingual(
                    ja: "制限時間内に組み合わせが1つも見つかりませんでした。--time-limit を長くして、もう一度実行してください。",
                    en: "no assignment was found within the time limit; give a longer --time-limit.")[
                        language]
            ]
        case .solverStopped(.interrupted, _):
            [
                Bilingual(
                    ja: "組み合わせが1つも見つからないうちに中断されました。何も書き出していません。",
                    en: "interrupted before any assignment was found; nothing was written.")[language]
            ]
        case .answerRefused(let check): check.lines.map { $0[language] }
        case .ledger, .notRecorded, .nobodyToRematch, .badCases: ledgerLines.map { $0[language] }
        case .unmetLimits(let obstacles): PipelineError.text(of: obstacles).map { $0[language] }
        case .noHours(let field, let part):
            [
                Bilingual(
                    ja: "hours: 「\(part)」のボランティアに数の項目「\(field)」がありません",
                    en: "hours: the volunteers of '\(part)' have no number field '\(field)'")[language]
            ]
        case .partFiles(let text): [text[language]]
        case .unknownPerson(let id):
            [
                Bilingual(
                    ja: "\(id) は名簿にありません（または使えない行です）", en: "\(id) is not in the exports, or in quarantine")[
                        language]
            ]
        case .negativeAmount(let person, let field, let value):
            [PipelineError.negativeText(person, field, value)[language]]
        case .residentsMissing:
            [
                Bilingual(
                    ja: "--residents（住民の人数）を指定してください。", en: "give --residents, the number of residents.")[
                        language]
            ]
        case .yearsUnfit, .noRuns: yearsLines.map { $0[language] }
        case .previousMissing: [PipelineError.previousMissingText[language]]
        case .previousUnused: [PipelineError.previousUnusedText[language]]
        case .solverStopped(let termination, let words):
            [
                Bilingual(
                    ja: "解が求まりませんでした（\(termination.rawValue)）。",
                    en: "no proven answer (\(termination.rawValue)).")[language]
            ] + words
        case .checkFailed(let findings):
            [
                Bilingual(
                    ja: "プログラムの不具合のため、何も書き出していません。開発者にお知らせください。",
                    en: "a fault of this program; nothing was written. Please tell the developers."
                )[language]
            ] + findings
        }
    }

    static func infeasibilityText(_ reason: Infeasibility?) -> Bilingual {
        let broken = (reason?.limits ?? []).map(brokenText)
        let list = Bilingual.join(broken, by: Bilingual(ja: "、", en: "; "))
        return Bilingual(
            ja: "条件（制限や固定）を同時に満たす組み合わせがありません" + (broken.isEmpty ? "" : "：" + list.ja),
            en: "no assignment meets all limits and locks together" + (broken.isEmpty ? "" : ": " + list.en))
    }

    /// What a limit asks, and what it can come to together with the others and alone.
    private static func brokenText(_ limit: Infeasibility.BrokenLimit) -> Bilingual {
        let isShort = limit.attained < limit.bound
        let together = Bilingual(
            ja: "\(limit.name)（\(limit.bound) \(isShort ? "以上" : "以下")のところ、ほかの制限とともには \(limit.attained)",
            en: "\(limit.name) (\(isShort ? "at least" : "at most") \(limit.bound) asked, "
                + "\(limit.attained) together with the others")
        guard let alone = limit.attainableAlone else {
            return Bilingual(ja: together.ja + "）", en: together.en + ")")
        }
        return Bilingual(
            ja: together.ja + "、単独では \(alone)）", en: together.en + ", \(alone) on its own)")
    }
}

/// A pair that the coordinator asked to lock and that cannot be.
package struct RefusedLock: Hashable, Sendable {
    /// Row in the list of locks.
    package let row: Int
    package let pair: PairKey
    package let reasons: [Bilingual]

    /// For example `row 3: V0014 with R0001 cannot be locked: 12 km apart (at most 8 km allowed)`.
    package var text: Bilingual {
        let reasons = Bilingual.join(reasons, by: Bilingual(ja: "、", en: "; "))
        return Bilingual(
            ja: "固定リスト\(row)行目: \(pair.volunteer) と \(pair.resident) は組めません（\(reasons.ja)）",
            en: "locks, row \(row): \(pair.volunteer) with \(pair.resident) cannot be locked: \(reasons.en)")
    }
}
