import Records
import Yams

/// Finds headers that two columns of one table claim.
enum HeaderSharing {
    static func report(
        _ columns: [(name: String, headers: [String])], at node: Node?, to reader: ConfigReader
    ) {
        var owners: [String: String] = [:]
        for (name, headers) in columns {
            for header in Set(headers.map { $0.lowercased() }).sorted() {
                if let owner = owners[header] {
                    reader.report(
                        Bilingual(
                            ja: "列名「\(header)」が「\(owner)」と「\(name)」の両方にあります",
                            en: "the header '\(header)' stands for both '\(owner)' and '\(name)'"),
                        at: node)
                }
                owners[header] = name
            }
        }
    }
}

extension ConfigReader {
    /// A day: `2021-03-31`.
    func date(_ node: Node, _ what: String) -> CivilDate? {
        guard let text = text(node, what) else { return nil }
        guard let date = CivilDate(iso: text) else {
            report(
                Bilingual(
                    ja: "\(what): 「\(text)」は使えません（例: 2021-03-31）",
                    en: "\(what): '\(text)' is not a day such as 2021-03-31"), at: node)
            return nil
        }
        return date
    }
}
