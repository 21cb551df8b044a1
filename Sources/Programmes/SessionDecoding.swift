import Records
import Yams

/// Reads a programme file of kind `sessions`.
struct SessionDecoding {
    let reader: ConfigReader

    func programme(_ root: Node) -> SessionProgramme? {
        let keys = [
            "programme", "kind", "name", "vocabularies", "sessions", "classes", "by", "splits", "projects",
            "totals", "channels",
        ]
        guard
            let top = reader.mapping(
                root, "programme", keys: keys, required: ["programme", "kind", "name", "sessions"])
        else { return nil }
        let vocabularies = top["vocabularies"].map(FieldDecoding(reader: reader).vocabularies) ?? [:]
        var table = top["sessions"].map(self.table) ?? SessionDecoding.noColumns
        table.words = top["by"].map { words($0, vocabularies) } ?? []
        table.splits = top["splits"].map(splits) ?? []
        reportSharedHeaders(of: table, at: top["sessions"])
        return SessionProgramme(
            id: top["programme"].flatMap { reader.text($0, "programme") } ?? "",
            name: top["name"].flatMap { reader.bilingual($0, "name") } ?? Bilingual(""), table: table,
            classes: top["classes"].map(classes) ?? [],
            projects: top["projects"].flatMap { projects($0, vocabularies) },
            totals: top["totals"].map(totals) ?? [], channels: top["channels"].map(channels) ?? [],
            warnings: reader.issues.filter { $0.severity == .warning })
    }

    private static let noColumns = SessionTableSpec(
        number: [], when: [], time: [], title: [], participants: [], projects: [], unit: nil, words: [],
        splits: [])

    // MARK: Columns

    private func table(_ node: Node) -> SessionTableSpec {
        let keys = ["number", "when", "time", "title", "participants", "projects", "unit"]
        guard
            let values = reader.mapping(
                node, "sessions", keys: keys, required: ["when", "title", "participants"])
        else { return SessionDecoding.noColumns }
        func headers(_ key: String) -> [String] { values[key].flatMap { reader.texts($0, key) } ?? [] }
        return SessionTableSpec(
            number: headers("number"), when: headers("when"), time: headers("time"), title: headers("title"),
            participants: headers("participants"), projects: headers("projects"),
            unit: values["unit"].flatMap { reader.text($0, "unit") }, words: [], splits: [])
    }

    private func words(_ node: Node, _ vocabularies: [String: Vocabulary]) -> [SessionWordColumn] {
        (reader.entries(node, "by") ?? []).compactMap { name, _, node in
            guard
                let values = reader.mapping(
                    node, "by.\(name)", keys: ["label", "column", "vocabulary"],
                    required: ["column", "vocabulary"]),
                let headers = values["column"].flatMap({ reader.texts($0, "column") }),
                let vocabulary = values["vocabulary"].flatMap({ self.vocabulary($0, vocabularies) })
            else { return nil }
            let label = values["label"].flatMap { reader.bilingual($0, "label") } ?? Bilingual(name)
            return SessionWordColumn(name: name, label: label, headers: headers, vocabulary: vocabulary)
        }
    }

    private func vocabulary(_ node: Node, _ vocabularies: [String: Vocabulary]) -> Vocabulary? {
        reader.choice(node, "vocabulary", of: vocabularies.keys.sorted()).flatMap { vocabularies[$0] }
    }

    private func splits(_ node: Node) -> [SessionSplit] {
        (reader.entries(node, "splits") ?? []).compactMap { name, _, node in
            guard
                let values = reader.mapping(
                    node, "splits.\(name)", keys: ["label", "parts"], required: ["parts"]),
                let entries = values["parts"].flatMap({ reader.entries($0, "parts") })
            else { return nil }
            let parts = entries.compactMap { part, _, node -> SessionSplit.Part? in
                guard
                    let values = reader.mapping(
                        node, "parts.\(part)", keys: ["label", "column"], required: ["column"]),
                    let headers = values["column"].flatMap({ reader.texts($0, "column") })
                else { return nil }
                let label = values["label"].flatMap { reader.bilingual($0, "label") } ?? Bilingual(part)
                return SessionSplit.Part(name: part, label: label, headers: headers)
            }
            let label = values["label"].flatMap { reader.bilingual($0, "label") } ?? Bilingual(name)
            return SessionSplit(name: name, label: label, parts: parts)
        }
    }

    /// A header may stand for one column only.
    private func reportSharedHeaders(of table: SessionTableSpec, at node: Node?) {
        let columns =
            [
                ("number", table.number), ("when", table.when), ("time", table.time), ("title", table.title),
                ("participants", table.participants), ("projects", table.projects),
            ] + table.words.map { ($0.name, $0.headers) }
            + table.splits.flatMap(\.parts).map { ($0.name, $0.headers) }
        HeaderSharing.report(columns, at: node, to: reader)
    }

    // MARK: Classes, projects, totals, channels

    private func classes(_ node: Node) -> [SessionClass] {
        var rest: String?
        var owners: [String: String] = [:]
        return (reader.entries(node, "classes") ?? []).compactMap { key, keyNode, node in
            guard let values = reader.mapping(node, "classes.\(key)", keys: ["label", "titles"]) else {
                return nil
            }
            let titles = values["titles"].flatMap { reader.texts($0, "titles") } ?? []
            if titles.isEmpty, let first = rest {
                reader.report(
                    Bilingual(
                        ja: "classes: titles のない分類は1つまでです（「\(first)」が残りを受けます）",
                        en: "classes: only one class may be without titles ('\(first)' takes the rest)"),
                    at: keyNode)
            }
            for title in titles {
                if let owner = owners[title] {
                    reader.report(
                        Bilingual(
                            ja: "classes: 「\(title)」が「\(owner)」と「\(key)」の両方にあります",
                            en: "classes: '\(title)' stands in both '\(owner)' and '\(key)'"), at: keyNode)
                }
                owners[title] = key
            }
            if titles.isEmpty { rest = rest ?? key }
            let label = values["label"].flatMap { reader.bilingual($0, "label") } ?? Bilingual(key)
            return SessionClass(key: key, label: label, titles: titles)
        }
    }

    private func projects(_ node: Node, _ vocabularies: [String: Vocabulary]) -> ProjectTableSpec? {
        let keys = ["id", "title", "status", "statuses", "outputs", "sessions", "when", "participants"]
        guard let values = reader.mapping(node, "projects", keys: keys, required: ["id", "title"]) else {
            return nil
        }
        func headers(_ key: String) -> [String] { values[key].flatMap { reader.texts($0, key) } ?? [] }
        let statuses = values["statuses"].flatMap { vocabulary($0, vocabularies) }
        if values["status"] != nil, values["statuses"] == nil {
            reader.report(
                Bilingual(
                    ja: "projects: status には語彙（statuses）が必要です",
                    en: "projects: status needs a vocabulary (statuses)"), at: node)
        }
        let spec = ProjectTableSpec(
            id: headers("id"), title: headers("title"), status: headers("status"),
            statuses: statuses ?? Vocabulary(tags: []), outputs: headers("outputs"),
            sessions: headers("sessions"), when: headers("when"), participants: headers("participants"))
        HeaderSharing.report(
            [
                ("id", spec.id), ("title", spec.title), ("status", spec.status), ("outputs", spec.outputs),
                ("sessions", spec.sessions), ("when", spec.when), ("participants", spec.participants),
            ], at: node, to: reader)
        return spec
    }

    private func totals(_ node: Node) -> [PublishedTotal] {
        (reader.list(node, "totals") ?? []).compactMap { node in
            guard
                let values = reader.mapping(
                    node, "totals", keys: ["fiscal-year", "sessions", "participants", "source"],
                    required: ["fiscal-year"]),
                let year = values["fiscal-year"].flatMap({ reader.integer($0, "fiscal-year", in: 1...9998) }),
                let fiscalYear = FiscalYear(year)
            else { return nil }
            func count(_ key: String) -> Int? {
                values[key].flatMap { reader.integer($0, key, in: 0...1_000_000_000) }
            }
            if values["sessions"] == nil, values["participants"] == nil {
                reader.report(
                    Bilingual(
                        ja: "totals: sessions か participants を書いてください",
                        en: "totals: give sessions or participants"), at: node)
            }
            return PublishedTotal(
                fiscalYear: fiscalYear, sessions: count("sessions"), participants: count("participants"),
                source: values["source"].flatMap { reader.bilingual($0, "source") })
        }
    }

    private func channels(_ node: Node) -> [Channel] {
        (reader.list(node, "channels") ?? []).compactMap { node in
            guard
                let values = reader.mapping(
                    node, "channels", keys: ["label", "count", "about", "as-of"],
                    required: ["label", "count", "as-of"]),
                let label = values["label"].flatMap({ reader.bilingual($0, "label") }),
                let count = values["count"].flatMap({ reader.integer($0, "count", in: 0...1_000_000_000) }),
                let asOf = values["as-of"].flatMap({ reader.date($0, "as-of") })
            else { return nil }
            let isApproximate = values["about"].flatMap { reader.yesOrNo($0, "about") } ?? false
            return Channel(label: label, count: count, isApproximate: isApproximate, asOf: asOf)
        }
    }
}
