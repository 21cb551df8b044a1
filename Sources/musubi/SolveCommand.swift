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
              printf 'left,right,weight\\na,x,3\\na,y,5\\nb,y,4\\n' | musubi solve - --goal most-pairs,best-fit
            prints the pairs a,x and b,y: two pairs worth 7; a,y alone would be worth 5.

            GRAPH.csv has the columns left, right and weight: ids are text, weights are whole numbers, also
            negative. Capacity files have the columns id and capacity; who is not listed has one place.

            most-pairs,best-fit   as many pairs as possible, then the largest weight
            best-fit              the largest weight; anybody may stay free
            least-cost-perfect    the least weight with every left vertex filled; exit code 65 if impossible
            """)

    @Argument(help: ArgumentHelp("The graph; - reads standard input.", valueName: "GRAPH.csv"))
    var graph: String

    @Option(help: ArgumentHelp("Places of the left vertices.", valueName: "F.csv"))
    var leftCapacity: String?

    @Option(help: ArgumentHelp("Places of the right vertices.", valueName: "F.csv"))
    var rightCapacity: String?

    @Option(help: "What to optimise: most-pairs,best-fit, best-fit or least-cost-perfect.")
    var goal: BareProblem.Objective = .mostPairsBestFit

    @Option(help: ArgumentHelp("Write the chosen pairs here instead of printing them.", valueName: "F.csv"))
    var out: String?

    @Flag(help: "Replace the file given with --out.")
    var force = false

    @Flag(help: "Print the outcome as JSON instead of the pairs.")
    var json = false

    @OptionGroup var languageOptions: LanguageOptions

    func run() throws {
        let language = languageOptions.language
        let progress = ProgressLine(language: language)
        defer { progress.finish() }
        do {
            let result = try BareProblem(
                graph: graph, leftCapacities: leftCapacity, rightCapacities: rightCapacity, objective: goal,
                solver: CertifiedAssignmentSolver(programSolver: GLPKProgramSolver())
            ).solve(writingTo: out, replacing: force) { progress.update($0) }
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
            progress.finish()
            throw Terminal.fail(error.lines(in: language), code: error.exitCode)
        }
    }
}

extension BareProblem.Objective: ExpressibleByArgument {}
