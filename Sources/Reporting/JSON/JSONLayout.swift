import Records

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// How every `report.json` is written: sorted keys, two spaces, a line break at the end.
enum JSONLayout {
    static func bytes(of document: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return [UInt8](try encoder.encode(document)) + [0x0A]
    }
}

/// How often a problem was found, errors first; without any value of a cell.
struct IssueCount: Encodable {
    let severity: DataIssue.Severity
    let problem: JSONDocument.Text
    let count: Int

    static func counts(of issues: [DataIssue]) -> [IssueCount] {
        ReportFigures.issueGroups(issues).map {
            IssueCount(severity: $0.severity, problem: JSONDocument.Text($0.problem), count: $0.count)
        }
    }
}
