import ArgumentParser

/// How long `match` and `solve` try.
struct TimeLimitOption: ParsableArguments {
    @Option(help: ArgumentHelp("After this the best found is given, with its bound.", valueName: "seconds"))
    var timeLimit = 60.0

    func validate() throws {
        guard (0...1e9).contains(timeLimit) else {
            throw ValidationError("--time-limit takes a number of seconds from 0 up")
        }
    }

    var duration: Duration { .seconds(timeLimit) }
}
