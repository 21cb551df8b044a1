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

    @Option(
        help: ArgumentHelp(
            "Sheet of a workbook (.xlsx) that is not the first; of one table only: residents=NAME.",
            valueName: "name"))
    var sheet: [String] = []

    /// - Throws: `ValidationError` where two sheets are named for one table, or one for a table that is not given.
    func options(given tables: [TableOptions.Table]) throws -> TableOptions {
        var options = TableOptions(encoding: encoding, delimiter: delimiter)
        for name in sheet {
            let parts = name.split(separator: "=", maxSplits: 1).map(String.init)
            if parts.count == 2, let table = TableOptions.Table(rawValue: parts[0]) {
                guard tables.contains(table) else {
                    throw ValidationError("'--sheet \(name)' is for a table that is not given")
                }
                guard options.sheets.updateValue(parts[1], forKey: table) == nil else {
                    throw ValidationError("'--sheet' names two sheets for '\(table.rawValue)'")
                }
            } else if options.sheet == nil {
                options.sheet = name
            } else {
                throw ValidationError("'--sheet' names two sheets; say for which table: residents=NAME")
            }
        }
        return options
    }
}

extension TextEncoding: ExpressibleByArgument {}

extension Delimiter: ExpressibleByArgument {
    package init?(argument: String) {
        self.init(argument)
    }
}
