import Foundation
import Records
import Reporting

/// What a command leaves that reads tables and adds them up: the files of its folder, and its lines.
package struct TableResult: Sendable {
    package let files: [(name: String, bytes: [UInt8])]
    /// The figures for the terminal, in both languages' own words.
    package let lines: [String]
    /// The figures as one line of JSON.
    package let json: String
}

/// Reads tables, adds them up and puts a folder in place; what `sessions` and `points` share.
struct TableRun {
    let programmeID: String
    let kind: String
    let asOf: CivilDate
    let language: Language
    let version: String
    let isStrict: Bool

    /// A file that was read, for the manifest.
    struct Input {
        let role: String
        let path: String
        var rows: Int?
        var quarantined: Int?
    }

    /// What was made of the files, for audits; nothing that changes between two runs on the same input.
    private struct Manifest: Encodable {
        var schema = 1
        var kind: String
        var musubi: String
        var programme: String
        var asOf: String
        var language: String
        var inputs: [Pipeline.Manifest.Input]
        var outputs: [Pipeline.Manifest.Output]
    }

    /// Ends the run where a row is in quarantine and `--strict` was given.
    func refuse(_ issues: [DataIssue]) throws(PipelineError) {
        let errors = issues.filter { $0.severity == .error }
        if isStrict, !errors.isEmpty { throw .strict(issues: errors) }
    }

    /// The folder's files: the report's, and the manifest.
    func result(
        _ files: [ReportFile], lines: [String], inputs: [Input]
    ) throws(PipelineError) -> TableResult {
        do {
            var outputs = files.map { (name: $0.name, bytes: $0.bytes) }
            let manifest = Manifest(
                kind: kind, musubi: version, programme: programmeID, asOf: asOf.description,
                language: language.rawValue,
                inputs: try inputs.map { input in
                    Pipeline.Manifest.Input(
                        role: input.role, file: CohortReading.fileName(input.path),
                        sha256: try Digest.sha256(ofFile: input.path), rows: input.rows,
                        quarantined: input.quarantined)
                },
                outputs: files.map {
                    Pipeline.Manifest.Output(
                        file: $0.name, sha256: Digest.sha256($0.bytes), bytes: $0.bytes.count)
                })
            outputs.append((RunFolder.marker, try Pipeline.Manifest.json(manifest)))
            let report = files.first { $0.name == "report.json" }?.bytes ?? []
            return TableResult(files: outputs, lines: lines, json: try TableRun.onOneLine(report))
        } catch {
            throw .checkFailed(["\(error)"])
        }
    }

    /// The report's JSON without its line breaks, which no text of it can hold unescaped.
    private static func onOneLine(_ json: [UInt8]) throws -> String {
        let object = try JSONSerialization.jsonObject(with: Data(json))
        let data = try JSONSerialization.data(
            withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
        return String(decoding: data, as: UTF8.self)
    }
}
