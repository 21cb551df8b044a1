package import Intake
package import Programmes
import Records

/// Which exports belong to which programme of a run of several.
package struct TogetherPlan: Sendable {
    package let programme: TogetherProgramme
    /// In the order of the programme's parts.
    package let files: [InputFiles]

    /// Reads a programme file and shares the exports out; `nil` for a programme of any other kind.
    ///
    /// - Parameters:
    ///   - path: The programme file.
    ///   - volunteers: `PART=FILE` for every part, or one file for all of them.
    ///   - residents: Likewise.
    ///   - places: Folder of place tables for every part, or `nil`.
    ///   - lists: Lists of pairs that were given: none of them says to which part it belongs.
    ///   - options: How the exports are to be read, where they do not say it themselves.
    /// - Returns: The files by part.
    /// - Throws: `PipelineError`.
    package static func read(
        programme path: String, volunteers: [String], residents: [String], places: String?, lists: [String?],
        options: TableOptions = TableOptions()
    ) throws(PipelineError) -> TogetherPlan? {
        let file: ProgrammeFile
        do { file = try ProgrammeReader.file(path: path) } catch { throw .programme(error) }
        guard case .together(let programme) = file else { return nil }
        guard lists.allSatisfy({ $0 == nil }) else {
            throw .partFiles(
                Bilingual(
                    ja: "--history、--lock、--forbid、--previous は、プログラムが1つのときだけ使えます",
                    en: "--history, --lock, --forbid and --previous are for one programme only"))
        }
        let names = programme.parts.map(\.name)
        let volunteers = try share(volunteers, among: names, "--volunteers")
        let residents = try share(residents, among: names, "--residents")
        return TogetherPlan(
            programme: programme,
            files: programme.parts.indices.map { index in
                InputFiles(
                    programme: programme.parts[index].path, volunteers: volunteers[index],
                    residents: residents[index],
                    places: places, options: options)
            })
    }

    private static func share(
        _ given: [String], among parts: [String], _ option: String
    ) throws(PipelineError) -> [String] {
        if given.count == 1, !given[0].contains("=") { return parts.map { _ in given[0] } }
        var paths: [String: String] = [:]
        for text in given {
            let name = String(text.prefix { $0 != "=" })
            guard text.contains("="), parts.contains(name), paths[name] == nil else {
                throw unclear(option, parts)
            }
            paths[name] = String(text.dropFirst(name.count + 1))
        }
        let found = parts.compactMap { paths[$0] }
        guard found.count == parts.count else { throw unclear(option, parts) }
        return found
    }

    private static func unclear(_ option: String, _ parts: [String]) -> PipelineError {
        let list = parts.map { "\(option) \($0)=FILE.csv" }.joined(separator: " ")
        return .partFiles(
            Bilingual(
                ja: "名簿をプログラムごとに1つずつ指定してください: \(list)", en: "give one export for each programme: \(list)"))
    }
}
