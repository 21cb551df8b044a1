import Compatibility
import Programmes
import Records
import Testing

@Suite struct ProgrammeReaderTests {
    private static let smallest = """
        programme: tiny
        kind: pairs
        name: {ja: 小, en: Tiny}
        people:
          volunteer: {label: {ja: ボ, en: volunteer}, id: [volunteer_id]}
          resident: {label: {ja: 住, en: resident}, id: [resident_id]}
        vocabularies:
          words: {a: {ja: あ, en: A}, b: {ja: い, en: B, also: [bee]}}
        fields:
          likes: {kind: tags, vocabulary: words, volunteer: [likes], resident: [likes]}
          count: {kind: number, volunteer: [count], resident: [count]}
          ok: {kind: flag, volunteer: [ok]}
          since: {kind: date, resident: [since]}
        rules:
          - gate: ok
          - shares: likes
        criteria:
          likes: {measure: shared, field: likes, full-at: 3, weight: 2.5}
        limits: {capacity: {volunteer: count, resident: 1}}
        goals: [most-pairs, longest-waiting, best-fit]
        waiting-since: since
        """

    private func issues(_ text: String) -> [ConfigIssue] {
        do {
            _ = try ProgrammeReader.read(text: text, path: "p.yaml")
            return []
        } catch {
            if case .invalid(let issues) = error { return issues }
            return []
        }
    }

    private func replaced(_ old: String, _ new: String) -> String {
        Self.smallest.replacing(old, with: new)
    }

    @Test("a small file becomes a programme with its rules, weights and capacities")
    func reads() throws {
        let programme = try ProgrammeReader.read(text: Self.smallest, path: "p.yaml")
        #expect(programme.id == "tiny")
        #expect(programme.goals == [.mostPairs, .longestWaiting, .bestFit])
        #expect(programme.capacities == [.volunteer: .field("count"), .resident: .fixed(1)])
        #expect(programme.ruleset.gates.map(\.id) == ["gate-ok"])
        #expect(programme.ruleset.gates[0].sides == [.volunteer], "only the side that has the field is asked")
        #expect(programme.ruleset.pairRules.map(\.id) == ["shares-likes"])
        #expect(programme.ruleset.criteria.map(\.maximumPoints) == [250])
        #expect(programme.warnings.isEmpty)
    }

    @Test("columns that rules, limits and waiting read must be in the exports; others need not")
    func requiredColumns() throws {
        let programme = try ProgrammeReader.read(text: replaced("- gate: ok", "- gate: ok"), path: "p.yaml")
        let required = programme.fields.filter(\.isColumnRequired).map(\.name)
        #expect(required == ["likes", "count", "ok", "since"])
        let lax = try ProgrammeReader.read(
            text: replaced(
                "limits: {capacity: {volunteer: count, resident: 1}}", "limits: {capacity: {resident: 1}}"),
            path: "p.yaml")
        #expect(lax.fields.filter(\.isColumnRequired).map(\.name) == ["likes", "ok", "since"])
    }

    @Test("an unknown key is reported with line, column and the nearest known key")
    func unknownKey() {
        let found = issues(replaced("weight: 2.5", "weigth: 2.5"))
        #expect(
            found.map { $0.text(in: .en) } == [
                "p.yaml:18:10: likes: 'weight' is missing",
                "p.yaml:18:54: unknown key 'weigth'; did you mean 'weight'?",
            ])
    }

    @Test("every mistake of a file is reported in one pass, in the order of the file")
    func allAtOnce() {
        let text = replaced("kind: pairs", "kind: couples").replacing(
            "measure: shared", with: "measure: sharde"
        )
        .replacing("- shares: likes", with: "- shares: count").replacing(
            "resident: 1", with: "resident: many")
        let lines = issues(text).compactMap(\.line)
        #expect(lines.count == 4)
        #expect(lines == lines.sorted())
    }

    @Test(
        "wrong types and impossible values are refused",
        arguments: [
            ("weight: 2.5", "weight: heavy", "'heavy' is not a number"),
            ("weight: 2.5", "weight: -1", "'-1' is not a number"),
            ("full-at: 3", "full-at: 0", "'0' is not a whole number"),
            ("full-at: 3", "full-at: 010x", "'010x' is not a whole number"),
            ("[most-pairs, longest-waiting, best-fit]", "[]", "no goal"),
            ("[most-pairs, longest-waiting, best-fit]", "[best-fit, best-fit]", "stands twice"),
            ("waiting-since: since", "waiting-since: likes", "wrong kind"),
            ("- shares: likes", "- within: home\n    km: 8", "unknown field 'home'"),
            ("- shares: likes", "- sharse: likes", "did you mean 'shares'?"),
            ("- gate: ok", "- gate: ok\n    at-least: 3", "takes no 'at-least'"),
            ("- gate: ok", "- gate: likes\n    one-of: [c]", "unknown value of 'likes' 'c'"),
            ("- gate: ok", "- gate: ok\n    side: resident", "does not exist on the resident side"),
            ("b: {ja: い, en: B, also: [bee]}", "b: {ja: い, en: a}", "stands for both"),
            ("kind: tags, vocabulary: words,", "kind: tags,", "'vocabulary' is missing"),
            ("programme: tiny", "programme: tiny\nprogramme: again", "duplicate key"),
            // A key is a word, with quotation marks or without.
            ("a: {ja: あ, en: A}", "1: {ja: あ, en: A}, '1': {ja: う, en: C}", "duplicate key"),
            (
                "ok: {kind: flag, volunteer: [ok]}", "ok: {kind: flag, volunteer: [OK, Count]}",
                "stands for both"
            ),
            ("goals:", "goals: [", "not readable as YAML"),
        ])
    func refused(old: String, new: String, words: String) {
        let found = issues(replaced(old, new)).map { $0.text(in: .en) }
        #expect(found.contains { $0.contains(words) }, "\(found)")
    }

    @Test("a weight of 0 is allowed and warned of")
    func zeroWeight() throws {
        let programme = try ProgrammeReader.read(text: replaced("weight: 2.5", "weight: 0"), path: "p.yaml")
        #expect(programme.warnings.count == 1)
        #expect(programme.warnings[0].text(in: .en).hasPrefix("p.yaml:18:62: warning: likes: a weight of 0"))
    }

    @Test("aliases that expand to billions of nodes are refused instead of walked")
    func aliasBomb() {
        var text = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n"
        for level in 1...9 {
            let alias = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ",")
            text += "a\(level): &a\(level) [\(alias)]\n"
        }
        #expect(
            issues(text).map { $0.text(in: .en) } == [
                "p.yaml: the file is too large (20,000 nodes at most, expanded aliases & * included)"
            ])
    }

    @Test("an empty file, a list and a missing file are refused with a message")
    func notAProgramme() {
        #expect(issues("").count == 1)
        #expect(issues("- a\n- b").count == 1)
        #expect(throws: ProgrammeError.self) { try ProgrammeReader.read(path: "does/not/exist.yaml") }
        #expect(throws: ProgrammeError.self) { try ProgrammeReader.read(path: "Sources") }
    }

    @Test("postal prefixes, words that look like truth values and quantities are read as written")
    func scalars() throws {
        let text = replaced(
            "count: {kind: number, volunteer: [count]", "count: {kind: number, suffix: no, volunteer: [0131]")
        let programme = try ProgrammeReader.read(text: text, path: "p.yaml")
        let count = try #require(programme.fields.first { $0.name == "count" })
        #expect(count.kind == .number(suffix: "no"))
        #expect(count.headers[.volunteer] == ["0131"])
    }

    @Test("a date field says from when serial numbers count, and a place field that codes are read")
    func conventions() throws {
        let text = Self.smallest.replacing(
            "since: {kind: date,", with: "since: {kind: date, excel-serial: 1904,"
        )
        .replacing("ok: {kind: flag,", with: "other: {kind: date, resident: [other]}\n  ok: {kind: flag,")
        let programme = try ProgrammeReader.read(text: text, path: "p.yaml")
        #expect(programme.fields.first { $0.name == "since" }?.excelSerial == .since1904)
        #expect(programme.fields.first { $0.name == "other" }?.excelSerial == nil)
        let places =
            "places: ../data/places\n"
            + Self.smallest.replacing(
                "  ok: {kind: flag,",
                with: "  home: {kind: place, municipality-codes: yes, resident: [home]}\n  ok: {kind: flag,")
        let home = try ProgrammeReader.read(text: places, path: "p.yaml").fields.first { $0.name == "home" }
        #expect(home?.readsMunicipalityCodes == true)
    }

    @Test("conventions of cells are refused where they mean nothing, or say what nobody knows")
    func badConventions() {
        func message(_ old: String, _ new: String) -> String {
            issues(Self.smallest.replacing(old, with: new)).map(\.message.en).joined()
        }
        #expect(message("{kind: date,", "{kind: date, excel-serial: 1900s,").contains("did you mean '1900'"))
        #expect(
            message("{kind: flag,", "{kind: flag, excel-serial: 1900,").contains("takes no 'excel-serial'"))
        #expect(
            message("{kind: date,", "{kind: date, municipality-codes: yes,").contains(
                "takes no 'municipality-codes'"))
    }

    @Test("the languages of ISO 639-1 are a vocabulary that no file has to list")
    func languages() throws {
        let text = Self.smallest.replacing("vocabularies:", with: "vocabularies:\n  tongues: iso-639-1")
            .replacing(
                "  ok: {kind: flag,",
                with:
                    "  speaks: {kind: levelled-tags, vocabulary: tongues, levels: cefr, resident: [speaks]}\n"
                    + "  ok: {kind: flag,"
            ).replacing("  - gate: ok", with: "  - gate: ok\n  - {gate: speaks, one-of: [ja, ne], level: B1}")
        let programme = try ProgrammeReader.read(text: text, path: "p.yaml")
        let tongues = try #require(programme.vocabularies["tongues"])
        #expect(tongues.tags.count == 183)
        #expect(tongues.index(ofKey: "ne").map { tongues.tags[$0].label.ja } == "ネパール語")
        let unknown = Self.smallest.replacing("vocabularies:", with: "vocabularies:\n  tongues: iso-639")
        #expect(issues(unknown).map(\.message.en).joined().contains("did you mean 'iso-639-1'"))
    }
}
