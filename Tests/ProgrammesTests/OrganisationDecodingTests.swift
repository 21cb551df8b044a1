import Compatibility
import Programmes
import Records
import Testing

/// Rules about two people of one organisation, soft rules, time zones, households and the measures of people.
@Suite struct OrganisationDecodingTests {
    private static let base = """
        programme: tiny
        kind: pairs
        name: {ja: 小, en: Tiny}
        duration: 6 months
        people:
          volunteer: {label: {ja: ボ, en: volunteer}, id: [volunteer_id]}
          resident: {label: {ja: 住, en: resident}, id: [resident_id], household: family}
        vocabularies:
          companies: open
          wishes: {inside: {ja: 内, en: inside}, outside: {ja: 外, en: outside}}
          ages: {young: {ja: 若, en: young}, old: {ja: 老, en: old}}
          zones: {Asia/Tokyo: {ja: 日本, en: Japan, also: [東京]}}
          tongues: {ja: {ja: 日本語, en: Japanese}}
        fields:
          family: {kind: text, resident: [family]}
          company: {kind: category, vocabulary: companies, volunteer: [company], resident: [company]}
          wish: {kind: category, vocabulary: wishes, volunteer: [wish], resident: [wish]}
          projects: {kind: tags, vocabulary: companies, volunteer: [projects], resident: [projects]}
          number: {kind: text, volunteer: [number], resident: [number]}
          manager: {kind: text, volunteer: [manager], resident: [manager]}
          age: {kind: number, volunteer: [age], resident: [age]}
          group: {kind: category, vocabulary: ages, volunteer: [group], resident: [group]}
          since: {kind: date, volunteer: [since], resident: [since]}
          speaks: {kind: levelled-tags, vocabulary: tongues, levels: cefr, volunteer: [speaks], resident: [speaks]}
          zone: {kind: time-zone, vocabulary: zones, resident: [zone]}
          free: {kind: weekly, zone: {volunteer: Asia/Tokyo, resident: zone}, volunteer: [free], resident: [free]}
        rules:
          - gate: since
            side: volunteer
            years-at-least: 10
          - gate: since
            side: resident
            years-under: 10
            warn: yes
          - gate: speaks
            one-of: [ja]
            level: B2
          - same: company
            unknown: passes
          - both: wish
            have: inside
            when: {same: company}
          - differs: group
            when: {same: company}
          - reporting-line: manager
            of: number
            inside: company
          - apart: projects
          - gap: age
            at-most: 15
            warn: yes
          - overlaps: free
            hours: 1
        criteria:
          group: {measure: table, volunteer: group, resident: group, weight: 1, points: {young: {young: 100%, old: 33.3%}}, else: 10%}
          waiting: {measure: waiting, field: since, side: resident, zero-at: 0 days, full-at: 90 days, weight: 1}
          fresh: {measure: freshness, field: since, zero-at: 24 months, full-at: 3 months, weight: 1}
          load: {measure: load, field: age, side: volunteer, zero-at: 3, full-at: 0, weight: 1}
          time: {measure: overlap, field: free, zero-at: 0 hours, full-at: 2 hours, weight: 1}
        limits: {capacity: {resident: 1}}
        goals: [most-pairs]
        lists: {refresh: {field: since, older-than: 12 months}}
        """

    private func programme(_ old: String = "", _ new: String = "") throws -> Programme {
        let text = old.isEmpty ? Self.base : Self.base.replacing(old, with: new)
        #expect(old.isEmpty || text != Self.base)
        return try ProgrammeReader.read(text: text, path: "p.yaml")
    }

    @Test("every rule and measure is read, soft ones apart from hard ones")
    func reads() throws {
        let programme = try programme()
        #expect(programme.ruleset.gates.map(\.id) == ["gate-since", "gate-speaks"])
        #expect(
            programme.ruleset.pairRules.map(\.id) == [
                "same-company", "both-wish-when-same-company", "differs-group-when-same-company",
                "reporting-line-manager", "apart-projects", "overlaps-free",
            ])
        #expect(programme.cautions.gates.map(\.id) == ["gate-since"])
        #expect(programme.cautions.pairRules.map(\.id) == ["gap-age"])
        #expect(programme.cautions.zonedFields == ["free"] && programme.cautions.months == 6)
        #expect(programme.ruleset.pairRules.last is ZonedOverlapsRule)
        let measures = programme.ruleset.criteria.map(\.measure)
        #expect(measures[0] is TableMeasure && measures[4] is ZonedOverlapMeasure)
        #expect((measures[0] as? TableMeasure)?.entries == ["young": ["young": 1000, "old": 333]])
        #expect((measures[2] as? AgeMeasure)?.sides == [.volunteer, .resident])
        #expect(programme.person(.resident).household == "family")
        #expect(programme.lists.refresh?.olderThan == AgeBound(12, .months))
        // A household that cannot be seen would be paired twice, and hours without a zone would fit nobody.
        for name in ["family", "zone", "since"] {
            #expect(try #require(programme.fields.first { $0.name == name }).isColumnRequired, "\(name)")
        }
        #expect(try #require(programme.fields.first { $0.name == "group" }).isColumnRequired)
    }

    @Test("a date that only the list of profiles to refresh reads must be in the exports too")
    func refreshColumn() throws {
        let text = Self.base.replacing(
            "  - gate: since\n    side: volunteer\n    years-at-least: 10\n", with: ""
        )
        .replacing("  - gate: since\n    side: resident\n    years-under: 10\n    warn: yes\n", with: "")
        let since = try ProgrammeReader.read(text: text, path: "p.yaml").fields.first { $0.name == "since" }
        #expect(since?.isColumnRequired == true)
        let without = text.replacing("lists: {refresh: {field: since, older-than: 12 months}}\n", with: "")
            .replacing("lists: {refresh: {field: since, older-than: 12 months}}", with: "")
        let other = try ProgrammeReader.read(text: without, path: "p.yaml").fields.first {
            $0.name == "since"
        }
        #expect(other?.isColumnRequired == false)
    }

    @Test("without a duration the clocks are looked at for a year")
    func noDuration() throws {
        #expect(try programme("duration: 6 months\n", "").cautions.months == 12)
    }

    @Test(
        "what makes no sense is refused in words",
        arguments: [
            ("when: {same: company}", "when: {like: company}", "unknown key 'like'"),
            ("when: {same: company}", "when: {same: company, differs: group}", "either 'same: FIELD' or"),
            ("when: {same: company}", "when: {same: projects}", "wrong kind"),
            ("have: inside", "have: insid", "did you mean 'inside'?"),
            ("have: inside", "have: []", "there is no word"),
            ("unknown: passes", "unknown: maybe", "unknown unknown 'maybe'"),
            ("warn: yes", "warn: perhaps", "'perhaps' is not yes or no"),
            ("of: number", "of: age", "wrong kind"),
            ("    at-most: 15\n", "", "'at-most' is missing"),
            ("- apart: projects", "- apart: age", "wrong kind"),
            ("- apart: projects", "- differs: number\n    unknown: passes", "for category fields only"),
            ("years-under: 10", "years-under: 10\n    years-at-least: 3", "not both"),
            ("years-under: 10", "years-under: 0", "'0' is not a whole number"),
            ("level: B2", "level: B9", "unknown level 'B9'"),
            ("33.3%", "130%", "a share from 0% to 100%"),
            ("33.3%", "much", "write it as 70%"),
            (", else: 10%", "", "the table has gaps (old × young)"),
            ("{young: {young", "{middle: {young", "unknown value of 'group' 'middle'"),
            ("full-at: 90 days", "full-at: 3 months", "the same unit"),
            ("full-at: 90 days", "full-at: 0 days", "must differ"),
            ("full-at: 90 days", "full-at: 90", "write it as 90 days or 12 months"),
            ("field: age, side: volunteer,", "field: age,", "needs 'side'"),
            ("zero-at: 3, full-at: 0", "zero-at: 0, full-at: 0", "must differ"),
            ("older-than: 12 months", "older-than: old", "write it as 90 days"),
            ("household: family", "household: age", "wrong kind"),
            ("household: family", "household: family, repeats: yes", "together with repeats"),
            ("resident: zone}", "resident: company}", "neither a time zone nor"),
            ("volunteer: Asia/Tokyo,", "", "says nothing of the volunteer side"),
            ("{Asia/Tokyo: {ja", "{Tokyo: {ja", "the vocabulary's key 'Tokyo' is not a time zone"),
            ("family: {kind: text,", "family: {kind: text, zone: {resident: UTC},", "takes no 'zone'"),
        ])
    func refused(old: String, new: String, words: String) {
        do {
            _ = try programme(old, new)
            Issue.record("\(new) was taken")
        } catch ProgrammeError.invalid(let issues) {
            let found = issues.map { $0.text(in: .en) }
            #expect(found.contains { $0.contains(words) }, "\(found)")
            #expect(found.allSatisfy { $0.hasPrefix("p.yaml:") })
        } catch {
            Issue.record("\(error)")
        }
    }

    @Test("the programmes of the folder are read without a warning")
    func configs() throws {
        let folder = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        for name in ["corporate", "student-exchange", "alumni-network", "family-friend"] {
            let programme = try ProgrammeReader.read(path: "/\(folder)/configs/\(name).yaml")
            #expect(programme.id == name && programme.warnings.isEmpty)
        }
    }
}
