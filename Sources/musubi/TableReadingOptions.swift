import ArgumentParser
import Intake

/// How the tables that people exported are to be read, where the files do not say it themselves.
struct TableReadingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Encoding of the exports: utf-8, utf-16 or cp932 (default: found out for each file).",
            valueName: "name"))
    var encoding: TextEncoding?

    @Option(
        help: ArgumentHelp(
            "Between two cells of the exports: comma, tab or semicolon (default: found out by the header).",
            valueName: "name"))
    var delimiter: Delimiter?

    var options: TableOptions { TableOptions(encoding: encoding, delimiter: delimiter) }
}

extension TextEncoding: ExpressibleByArgument {}

extension Delimiter: ExpressibleByArgument {
    package init?(argument: String) {
        self.init(argument)
    }
}
