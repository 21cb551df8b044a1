import Assignment
import Records

/// A problem whose answer failed its independent check, as files with which the fault can be found elsewhere.
///
/// They are those that `solve` and `verify` read. Vertices and limits have numbers for names: nothing in them
/// is personal.
package struct FailedCheck: Sendable {
    /// What became of the files.
    private enum Place {
        case notWritten
        case folder(String)
        case impossible(Bilingual)
    }

    /// What the check found, for the person at the desk; it may hold ids and goes into no file.
    package let findings: [String]
    private let files: [(name: String, bytes: [UInt8])]
    private let options: [FailedCheckOption]
    private let goals: String
    private var place = Place.notWritten

    /// The problem of a run.
    ///
    /// `solve` knows one weight for each edge, so that of the goal in question is written; the values of the
    /// goals before it become limits, as do locked pairs and people who must be placed.
    init(_ solution: MatchSolution, of problem: AssignmentProblem, in findings: [String]) {
        let goal = verify(solution, problem).lazy.compactMap(\.goal).first ?? problem.goals.count - 1
        self.init(BareTranslation(problem, solution, goal: goal).numbered, findings)
    }

    /// The problem of a `solve`.
    init(_ solution: MatchSolution, of instance: BareInstance, in findings: [String]) {
        self.init(NumberedInstance(instance, solution), findings)
    }

    private init(_ numbered: NumberedInstance?, _ findings: [String]) {
        self.findings = findings
        guard let numbered else {
            (files, options, goals) = ([], [], "")
            return
        }
        let objective = numbered.instance.objective
        goals = objective.goals.map(\.rawValue).joined(separator: ",")
        let hasLimits = !numbered.instance.problem.limits.isEmpty
        options =
            [.file("--left-capacity", "left.csv"), .file("--right-capacity", "right.csv")]
            + (hasLimits ? [.file("--limits", "limits.csv"), .file("--terms", "terms.csv")] : [])
            + (objective.cover.map { [.word("--cover", $0.rawValue)] } ?? [])
        files =
            numbered.files + [
                ("README.txt", Array(FailedCheck.readme(FailedCheck.commands(goals, options, in: nil)).utf8))
            ]
    }

    /// Writes the files into a folder beside an output: `OUT.failed-check`, with a number where that exists.
    func written(beside path: String) -> FailedCheck {
        var copy = self
        guard !files.isEmpty else { return copy }
        let base = RunFolder(path: path).path + ".failed-check"
        let name = FailedCheck.firstFree(base)
        do throws(RunFolderError) {
            try RunFolder(path: name).write(files, replacing: false)
            copy.place = .folder(name)
        } catch {
            copy.place = .impossible(error.message)
        }
        return copy
    }

    /// What happened, where the files are and how to reproduce it, a line each.
    var lines: [Bilingual] {
        let first = Bilingual(
            ja: "結果の検算に失敗したため、結果は書き出していません（このプログラムの不具合です）。",
            en: "the answer failed its independent check: a fault of this program. No result was written.")
        let rest: [Bilingual] =
            switch place {
            case .notWritten: []
            case .impossible(let reason): [reason]
            case .folder(let folder):
                [
                    Bilingual(
                        ja: "\(folder) に、氏名やIDを含まない問題の写しを保存しました。開発者にお送りください。再現するには:",
                        en:
                            "\(folder) holds the problem without names or ids; please send it to the "
                            + "developers. To reproduce:")
                ] + FailedCheck.commands(goals, options, in: folder).map { Bilingual("  " + $0) }
            }
        return [first] + rest + findings.map { Bilingual($0) }
    }

    private static func firstFree(_ base: String) -> String {
        var name = base
        var number = 1
        while AtomicFile.exists(name) {
            number += 1
            name = "\(base)-\(number)"
        }
        return name
    }

    private static func commands(
        _ goals: String, _ options: [FailedCheckOption], in folder: String?
    ) -> [String] {
        func path(_ name: String) -> String { folder.map { "'\($0)/\(name)'" } ?? name }
        let words = options.map { option in
            switch option {
            case .file(let name, let file): "\(name) \(path(file))"
            case .word(let name, let word): "\(name) \(word)"
            }
        }.joined(separator: " ")
        return [
            "musubi solve \(path("graph.csv")) --goal \(goals) \(words)",
            "musubi verify \(path("graph.csv")) \(path("result.csv")) \(path("certificate.json")) \(words)",
        ]
    }

    private static func readme(_ commands: [String]) -> String {
        """
        An answer of musubi failed the independent check of musubi itself. This folder holds the problem, \
        the refused answer (result.csv) and its proof (certificate.json), and nothing personal: people and \
        limits have numbers for names. The first command below solves the problem again, the second repeats \
        the check. Goals that came before the one in question stand as limits (held…), locked pairs as \
        limits too (lock…).

        musubi の答えが musubi 自身の検算に合格しませんでした。このフォルダーには、問題と、不合格になった答え（result.csv）、\
        その証明（certificate.json）だけが入っています。人や制限の名前は番号に置き換えてあり、個人情報は含まれません。\
        下の1行目でもう一度解き、2行目で検算を繰り返せます。問題の目標より前の目標（held…）と固定した組（lock…）は制限として\
        書いてあります。

          \(commands.joined(separator: "\n  "))

        """
    }
}

/// An option of the two commands.
private enum FailedCheckOption: Sendable {
    case file(String, String)
    case word(String, String)
}

extension PipelineError {
    /// The same error; of an answer that failed its check the problem is written beside an output first.
    func withProblemWritten(beside path: String) -> PipelineError {
        guard case .answerRefused(let check) = self else { return self }
        return .answerRefused(check.written(beside: path))
    }
}
