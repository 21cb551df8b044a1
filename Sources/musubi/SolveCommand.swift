import ArgumentParser
import Assignment
import GLPKSolver
import Pipeline
import Records

/// Arguments of `solve`.
struct SolveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "solve",
        abstract: "Solves a bare weighted bipartite problem, to hold the optimiser against other solvers.",
        discussion: """
            Example:
              printf 'left,right,weight\\na,x,3\\na,y,5\\nb,y,4\\n' |
                musubi solve - --goal most-pairs,best-fit
            prints the pairs a,x and b,y: two pairs worth 7; a,y alone would be
            worth 5.

            Example: serve everybody on the left, spending at most 100:
              musubi solve graph.csv --cover left --goal least-cost \\
                --limits limits.csv --terms terms.csv \\
                --out pairs.csv --certificate proof.json
            where limits.csv holds
              limit,at_least,at_most
              budget,,100
            and terms.csv, for 20 by every edge of a and 35 by one edge of b,
              limit,left,right,coefficient
              budget,a,,20
              budget,b,y,35

            Example: what would it cost to split up a pair or to force another, and
            what would one more place bring?
              musubi solve graph.csv --sensitivity edges.csv --places vertices.csv

            Example: some weights have changed since proof.json and pairs.csv:
              musubi solve graph.csv --start proof.json --start-pairs pairs.csv

            GRAPH is a CSV file with the columns left, right and weight (ids are
            text, weights whole numbers, also negative), a DIMACS assignment file
            (.asn), or a DIMACS minimum-cost-flow file (.min) of a transportation
            problem. In DIMACS files the weights are costs: choose --goal least-cost.
            Capacity files have the columns id and capacity; who is not listed has
            one place.

            most-pairs    as many pairs as possible
            best-fit      the largest weight
            least-cost    the least weight; not together with best-fit
            Goals count in their order: a later goal never costs an earlier one
            anything. least-cost-perfect is short for --cover left --goal least-cost.

            Ctrl-C ends the search with the best found so far, a second one at once.

            Exit codes: 0 done, also when the time limit or Ctrl-C left a gap; 65 bad
            data, or nothing does what is asked; 69 nothing was found in time.
            docs/solve.md describes every file.
            """)

    @OptionGroup var problem: BareProblemOptions

    @Option(help: "What to optimise, most important first: a comma list of goals.")
    var goal = "most-pairs,best-fit"

    @OptionGroup var time: TimeLimitOption

    @Option(
        help: ArgumentHelp(
            "Begin from the proof of an earlier answer to a similar problem.", valueName: "F.json"))
    var start: String?

    @Option(
        help: ArgumentHelp(
            "The pairs of that answer: GLPK then confirms only what is new.", valueName: "F.csv"))
    var startPairs: String?

    @Option(help: ArgumentHelp("Write the chosen pairs here instead of printing them.", valueName: "F.csv"))
    var out: String?

    @Option(help: ArgumentHelp("Write the proof here, for musubi verify.", valueName: "F.json"))
    var certificate: String?

    @Option(
        help: ArgumentHelp(
            "Write what forbidding or forcing each pair would cost here.", valueName: "F.csv"))
    var sensitivity: String?

    @Option(
        help: ArgumentHelp(
            "Write what one more place, or one more vertex alike, would bring here.", valueName: "F.csv"))
    var places: String?

    @Flag(help: "Replace the files that are written.")
    var force = false

    @Flag(help: "Print the outcome as JSON instead of the pairs.")
    var json = false

    @OptionGroup var languageOptions: LanguageOptions

    func validate() throws {
        if let problem = problem.files.usageProblem(beside: earlier?.paths ?? []) {
            throw ValidationError(problem)
        }
        if startPairs != nil && start == nil {
            throw ValidationError(
                "--start-pairs belongs to --start: give the proof of the same answer as well")
        }
        if Set(output.paths).count < output.paths.count {
            throw ValidationError(
                "two of --out, --certificate, --sensitivity and --places name the same file")
        }
        _ = try objective()
    }

    func run() throws {
        let language = languageOptions.language
        let objective = try objective()
        let outputs = output.paths
        let signals = StopSignals(language: language) { outputs.forEach(AtomicFile.abandon) }
        let progress = ProgressLine(language: language)
        defer { progress.finish() }
        do {
            let result = try BareProblem(
                files: problem.files, objective: objective, timeLimit: time.duration, start: earlier,
                interruption: signals.interruption,
                solver: CertifiedAssignmentSolver(programSolver: GLPKProgramSolver())
            ).solve(
                writingTo: output
            ) { progress.update($0) }
            signals.settle()
            progress.finish()
            if json {
                try Terminal.print([result.json()])
            } else if out == nil {
                try Terminal.print(result.csv)
                Terminal.note(result.summary[language])
            } else {
                try Terminal.print([result.summary[language]])
            }
        } catch let error as PipelineError {
            signals.settle()
            progress.finish()
            throw Terminal.fail(error.lines(in: language), code: error.exitCode)
        }
    }

    private var earlier: BareStart? { start.map { BareStart(certificate: $0, pairs: startPairs) } }

    private var output: BareProblem.Output {
        BareProblem.Output(
            pairs: out, certificate: certificate, sensitivity: sensitivity, places: places, replaces: force)
    }

    private func objective() throws -> BareObjective {
        do {
            return try BareObjective(goals: goal, cover: problem.cover)
        } catch {
            throw ValidationError("--goal: \(error)")
        }
    }
}
