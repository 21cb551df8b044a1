import Compatibility
import Glibc
import Records
import Simulation
import Yams

/// Reads a programme file.
///
/// Every mistake is found in one pass; a file with a mistake is not used at all.
package enum ProgrammeReader {
    private static let largestFile = 4 << 20

    /// Reads the file at `path`, which must describe pairs.
    ///
    /// - Throws: `ProgrammeError`.
    package static func read(path: String) throws(ProgrammeError) -> Programme {
        try pairs(of: try file(path: path), path)
    }

    /// Reads the text of a file that must describe pairs; `path` is for messages and for the folder of the
    /// place tables.
    package static func read(text: String, path: String) throws(ProgrammeError) -> Programme {
        try pairs(of: try file(text: text, path: path), path)
    }

    /// Reads the file at `path`, which must describe sessions.
    ///
    /// - Throws: `ProgrammeError`.
    package static func sessions(path: String) throws(ProgrammeError) -> SessionProgramme {
        let file = try file(path: path)
        guard case .sessions(let programme) = file else { throw file.misuse(path: path) }
        return programme
    }

    /// Reads the file at `path`, which must describe points.
    ///
    /// - Throws: `ProgrammeError`.
    package static func points(path: String) throws(ProgrammeError) -> PointsProgramme {
        let file = try file(path: path)
        guard case .points(let programme) = file else { throw file.misuse(path: path) }
        return programme
    }

    private static func pairs(of file: ProgrammeFile, _ path: String) throws(ProgrammeError) -> Programme {
        guard case .pairs(let programme) = file else { throw file.misuse(path: path) }
        return programme
    }

    /// Reads the file at `path`, whatever it describes.
    ///
    /// - Throws: `ProgrammeError`.
    package static func file(path: String) throws(ProgrammeError) -> ProgrammeFile {
        guard let handle = fopen(path, "rb") else {
            throw .unreadable(path: path, reason: Bilingual(String(cString: strerror(errno))))
        }
        defer { fclose(handle) }
        var bytes = [UInt8](repeating: 0, count: largestFile + 1)
        let count = fread(&bytes, 1, bytes.count, handle)
        if ferror(handle) != 0 {
            throw .unreadable(path: path, reason: Bilingual(String(cString: strerror(errno))))
        }
        if count > largestFile {
            throw .unreadable(path: path, reason: Bilingual(ja: "4 MBを超えています", en: "larger than 4 MB"))
        }
        guard let text = String(validating: bytes[0..<count], as: UTF8.self) else {
            throw .unreadable(path: path, reason: Bilingual(ja: "文字コードがUTF-8ではありません", en: "not UTF-8 text"))
        }
        return try self.file(text: text, path: path)
    }

    /// Reads the text of a file; `path` is for messages and for the folder of the place tables.
    package static func file(text: String, path: String) throws(ProgrammeError) -> ProgrammeFile {
        let reader = ConfigReader(file: path)
        let root: Node?
        do {
            // Texts stay texts: every value is read by its own decoder, and no regular expression guesses at its type.
            root = try Yams.compose(yaml: text, .basic)
        } catch {
            throw .invalid([syntaxIssue(error, path)])
        }
        if let root, reader.isWithinBudget(root),
            let file = self.file(root, reader), !reader.hasErrors
        {
            return file
        }
        if root == nil { reader.report(Bilingual(ja: "ファイルが空です", en: "the file is empty"), at: nil) }
        let errors = reader.issues.sorted { ($0.line ?? 0, $0.column ?? 0) < ($1.line ?? 0, $1.column ?? 0) }
        throw .invalid(errors)
    }

    /// Reads a file by its kind; one without a kind, or with one that nobody knows, as pairs.
    private static func file(_ root: Node, _ reader: ConfigReader) -> ProgrammeFile? {
        switch root.mapping?["kind"]?.scalar?.string {
        case "sessions": SessionDecoding(reader: reader).programme(root).map(ProgrammeFile.sessions)
        case "together": TogetherDecoding(reader: reader).programme(root).map(ProgrammeFile.together)
        case "points": PointsDecoding(reader: reader).programme(root).map(ProgrammeFile.points)
        default: ProgrammeDecoding(reader: reader).programme(root).map(ProgrammeFile.pairs)
        }
    }

    private static func syntaxIssue(_ error: any Error, _ path: String) -> ConfigIssue {
        func issue(_ mark: Mark?, _ words: String) -> ConfigIssue {
            ConfigIssue(
                severity: .error, file: path, line: mark?.line, column: mark?.column,
                message: Bilingual(ja: "YAMLとして読めません: \(words)", en: "not readable as YAML: \(words)"))
        }
        switch error {
        case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _):
            return issue(mark, problem)
        case YamlError.duplicatedKeysInMapping(let duplicates, let context):
            return issue(context.mark, "duplicate key \(duplicates.joined(separator: ", "))")
        default:
            return issue(nil, "\(error)")
        }
    }
}

/// Reads the top level of a programme file.
private struct ProgrammeDecoding {
    let reader: ConfigReader

    func programme(_ root: Node) -> Programme? {
        let keys = [
            "programme", "kind", "name", "duration", "places", "people", "vocabularies", "fields", "rules",
            "criteria", "limits", "goals", "waiting-since", "lists", "report", "sample", "errand",
            "examples", "declines",
        ]
        guard
            let top = reader.mapping(
                root, "programme", keys: keys,
                required: ["programme", "kind", "name", "people", "fields", "criteria", "goals"])
        else { return nil }
        let kind = top["kind"].flatMap { reader.choice($0, "kind", of: ProgrammeFile.kinds) }
        let fieldDecoding = FieldDecoding(reader: reader)
        let people = top["people"].map(fieldDecoding.people) ?? [:]
        let vocabularies = top["vocabularies"].map(fieldDecoding.vocabularies) ?? [:]
        let fields = top["fields"].map { fieldDecoding.fields($0, vocabularies: vocabularies) } ?? []
        let references = FieldReferences(fields: fields, vocabularies: vocabularies, reader: reader)
        let ruleDecoding = RuleDecoding(reader: reader, references: references)
        let rules = top["rules"].map(ruleDecoding.rules) ?? RuleDecoding.Rules()
        let errand = errand(
            top, kind: kind, ErrandDecoding(reader: reader, references: references, rules: ruleDecoding),
            at: root)
        let criteria =
            top["criteria"].map(
                CriterionDecoding(
                    reader: reader, references: references, rules: ruleDecoding,
                    requester: errand?.programme.spec.requester
                ).criteria) ?? []
        let waitingSince = top["waiting-since"].flatMap {
            references.field($0, "waiting-since", [.date], on: [.resident])?.name
        }
        let groups = GroupDecoding(reader: reader, references: references)
        let goals =
            top["goals"].map(GoalDecoding(reader: reader, groups: groups, waitingSince: waitingSince).goals)
            ?? []
        let limits =
            top["limits"].map(
                LimitDecoding(
                    reader: reader, references: references, groups: groups, isErrands: errand != nil
                ).limits) ?? LimitDecoding.Limits()
        let places = top["places"].flatMap { reader.text($0, "places") }.map(reader.resolved)
        if places == nil, fields.contains(where: { $0.kind == .place }) {
            reader.report(
                Bilingual(
                    ja: "住まいの項目があるのに「places」（地名表のフォルダー）がありません",
                    en: "a field of kind place needs 'places', the folder of the place tables"), at: root)
        }
        checkHouseholds(people, references, at: top["people"])
        let duration = top["duration"].flatMap {
            reader.quantity($0, "duration", example: "6 months", Quantity.months)
        }
        var cautions = rules.cautions
        cautions.zonedFields = fields.filter { !$0.zones.isEmpty }.map(\.name)
        if let duration { cautions.months = duration }
        let settings = top["lists"].map { lists($0, references) } ?? ListSettings()
        let report =
            top["report"].map(ReportDecoding(reader: reader, references: references).settings)
            ?? ReportDecoding.Settings()
        let used = usedFields(top, fields, more: people.values.map(\.household) + [settings.refresh?.field])
        let ruleset = Ruleset(
            gates: (errand?.gates ?? []) + rules.gates,
            pairRules: (errand.map { [FreeForRule(spec: $0.programme.spec)] } ?? []) + rules.pairRules,
            criteria: criteria)
        return Programme(
            id: top["programme"].flatMap { reader.text($0, "programme") } ?? "",
            name: top["name"].flatMap { reader.bilingual($0, "name") } ?? Bilingual(""),
            durationMonths: duration,
            placesFolder: places, people: people, vocabularies: vocabularies,
            fields: fields.map { $0.requiringColumn(used.contains($0.name)) },
            ruleset: ruleset,
            errands: errand?.programme,
            cautions: cautions,
            capacities: limits.capacities, leastPartners: limits.leastPartners, orNone: limits.orNone,
            limits: limits.limits,
            goals: goals, waitingSince: waitingSince,
            lists: settings,
            breakdownFields: report.fields, judging: report.judging,
            parking: top["declines"].map(DeclineDecoding(reader: reader).parking) ?? [:],
            sample: top["sample"].map(SampleDecoding(reader: reader).sample) ?? SampleSpec(),
            examples: top["examples"].map(
                ExampleDecoding(reader: reader, fields: fields, ruleset: ruleset, rules: ruleDecoding)
                    .examples) ?? [],
            warnings: reader.issues.filter { $0.severity == .warning })
    }

    /// The errands of a programme of that kind; reports where kind and section do not go together.
    private func errand(
        _ top: [String: Node], kind: String?, _ decoding: ErrandDecoding, at root: Node
    ) -> (programme: ErrandProgramme, gates: [Gate])? {
        switch (kind, top["errand"]) {
        case ("errands"?, let node?): return decoding.errand(node)
        case ("errands"?, nil):
            reader.report(
                Bilingual(
                    ja: "kind: errands には「errand」（依頼の項目）が必要です", en: "kind: errands needs 'errand', its fields"
                ),
                at: root)
            return nil
        case (_, let node?):
            reader.report(
                Bilingual(ja: "「errand」は kind: errands だけで使えます", en: "'errand' is for kind: errands only"),
                at: node)
            return nil
        default: return nil
        }
    }

    /// Fields that rules, limits and goals depend on: their columns must be in the exports, because a missing
    /// column would silently rule everybody out or in.
    private func usedFields(_ top: [String: Node], _ fields: [FieldSpec], more: [String?]) -> Set<String> {
        var names: [String] = []
        func collect(_ node: Node) {
            switch node {
            case .scalar(let scalar): names.append(scalar.string)
            case .sequence(let sequence): sequence.forEach(collect)
            case .mapping(let mapping): mapping.forEach { collect($0.value) }
            default: break
            }
        }
        for key in ["rules", "limits", "goals", "waiting-since", "errand"] { top[key].map(collect) }
        let used = Set(names + more.compactMap { $0 })
        // Free time without its time zone is no answer at all.
        let zones = fields.filter { used.contains($0.name) }.flatMap { $0.zones.values }
        return zones.reduce(into: used) { used, zone in
            if case .field(let name) = zone { used.insert(name) }
        }
    }

    private func lists(_ node: Node, _ references: FieldReferences) -> ListSettings {
        guard let values = reader.mapping(node, "lists", keys: ["show", "alternatives", "refresh"]) else {
            return ListSettings()
        }
        let show = values["show"].flatMap { reader.list($0, "show") } ?? []
        let fields = show.compactMap { references.field($0, "show", [.text], on: [])?.name }
        let alternatives = values["alternatives"].flatMap { reader.integer($0, "alternatives", in: 0...50) }
        return ListSettings(
            show: fields, alternatives: alternatives ?? ListSettings().alternatives,
            refresh: values["refresh"].flatMap { refresh($0, references) })
    }

    /// `refresh: {field: updated_on, older-than: 12 months}`.
    private func refresh(_ node: Node, _ references: FieldReferences) -> ListSettings.Refresh? {
        let keys = ["field", "older-than"]
        guard let values = reader.mapping(node, "refresh", keys: keys, required: keys),
            let field = values["field"].flatMap({ references.field($0, "field", [.date], on: []) }),
            let age = values["older-than"].flatMap({ reader.age($0, "older-than") })
        else { return nil }
        return ListSettings.Refresh(field: field.name, olderThan: age)
    }

    /// `household` names a text or category field of its own side.
    private func checkHouseholds(_ people: [Side: PersonSpec], _ references: FieldReferences, at node: Node?)
    {
        for side in Side.allCases {
            guard let name = people[side]?.household,
                let household = node?.mapping?[Node(side.rawValue)]?.mapping?["household"]
            else { continue }
            if references.field(household, "household", [.text, .category], on: [side]) != nil,
                people[side]?.repeats == true
            {
                reader.report(
                    Bilingual(
                        ja: "household: 「\(name)」は repeats: yes と一緒には使えません",
                        en: "household: '\(name)' cannot be used together with repeats: yes"), at: household)
            }
        }
    }
}
