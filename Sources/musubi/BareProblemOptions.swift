import ArgumentParser
import Pipeline

/// The files and options that state a bare problem, for `solve` and `verify`.
struct BareProblemOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("The graph; - reads a CSV file from standard input.", valueName: "GRAPH"))
    var graph: String

    @Option(help: ArgumentHelp("Places of the left vertices.", valueName: "F.csv"))
    var leftCapacity: String?

    @Option(help: ArgumentHelp("Places of the right vertices.", valueName: "F.csv"))
    var rightCapacity: String?

    @Option(help: ArgumentHelp("Limits: limit, at_least, at_most.", valueName: "F.csv"))
    var limits: String?

    @Option(help: ArgumentHelp("What the limits count: limit, left, right, coefficient.", valueName: "F.csv"))
    var terms: String?

    @Option(help: "Fill every vertex of a side to its capacity: left, right or both.")
    var cover: BareCover?

    var files: BareFiles {
        BareFiles(
            graph: graph, leftCapacities: leftCapacity, rightCapacities: rightCapacity, limits: limits,
            terms: terms)
    }
}

extension BareCover: ExpressibleByArgument {}
