import Compatibility
import Programmes
import Records
import Testing

@Suite struct LimitAndGoalTests {
    private static let smallest = """
        programme: tiny
        kind: pairs
        name: {ja: 小, en: Tiny}
        places: .
        people:
          volunteer: {label: {ja: ボ, en: volunteer}, id: [volunteer_id]}
          resident: {label: {ja: 住, en: resident}, id: [resident_id]}
        vocabularies:
          words: {a: {ja: あ, en: A}, b: {ja: い, en: B}}
        fields:
          likes: {kind: tags, vocabulary: words, label: {ja: 趣味, en: interests}, volunteer: [likes], resident: [likes]}
          kind: {kind: category, vocabulary: words, label: {ja: 区分, en: situation}, resident: [kind]}
          boss: {kind: text, label: {ja: 担当者, en: coordinator}, volunteer: [boss]}
          hours: {kind: number, label: {ja: 時間, en: hours}, volunteer: [hours], required: [volunteer]}
          load: {kind: number, label: {ja: 負担, en: load}, resident: [load], required: [resident]}
          count: {kind: number, volunteer: [count], resident: [count]}
          home: {kind: place, volunteer: [home], resident: [home], required: [volunteer, resident]}
          ok: {kind: flag, label: {ja: 確認, en: checked}, resident: [ok]}
        criteria:
          likes: {measure: shared, field: likes, full-at: 3, weight: 1}
        limits: {capacity: {volunteer: 1}}
        goals: [most-pairs, best-fit]
        """

    private static let limits = "limits: {capacity: {volunteer: 1}}"
    private static let goals = "goals: [most-pairs, best-fit]"

    private func programme(_ old: String, _ new: String) throws -> Programme {
        try ProgrammeReader.read(text: Self.smallest.replacing(old, with: new), path: "p.yaml")
    }

    private func issues(_ old: String, _ new: String, _ language: Language = .en) -> [String] {
        do {
            _ = try programme(old, new)
            return []
        } catch ProgrammeError.invalid(let issues) {
            return issues.map { $0.text(in: language) }
        } catch {
            return ["\(error)"]
        }
    }

    private func limits(_ text: String) throws -> [ProgrammeLimit] {
        try programme(Self.limits, "limits: {\(text)}").limits
    }

    @Test("a caseload is one or a list, of the volunteers unless told otherwise")
    func caseloads() throws {
        guard case .caseload(let first)? = try limits("caseload: {by: boss, at-most: 25}").first else {
            Issue.record("no caseload")
            return
        }
        #expect(first.side == .volunteer && first.field == "boss" && first.atMost == 25)
        #expect(first.label == Bilingual(ja: "担当者ごとの件数", en: "caseload by coordinator"))
        let list = try limits(
            "caseload: [{by: boss, at-most: 2}, {by: kind, side: resident, at-most: 3, name: {ja: 件, en: cases}}]"
        )
        guard list.count == 2, case .caseload(let second) = list[1] else {
            Issue.record("not two caseloads")
            return
        }
        #expect(second.side == .resident && second.label.en == "cases")
    }

    @Test(
        "a quota asks for a number or a share of the eligible or of all pairs",
        arguments: [
            ("at-least: 12", Quota.Amount.pairs(12)), ("at-least: 90%", .shareOfEligible(9000)),
            ("at-least: 33.3 %", .shareOfEligible(3330)), ("at-least: 100％", .shareOfEligible(10_000)),
            ("at-least: 40%, of: pairs", .shareOfPairs(4000)), ("at-most: 0", .pairs(0)),
        ])
    func quotas(text: String, amount: Quota.Amount) throws {
        guard case .quota(let quota)? = try limits("quota: {group: {field: kind, is: [a, b]}, \(text)}").first
        else {
            Issue.record("no quota")
            return
        }
        #expect(quota.amount == amount)
        #expect(quota.sense == (text.hasPrefix("at-least") ? .atLeast : .atMost))
        #expect(quota.group.side == .resident && quota.group.label == Bilingual(ja: "あ、い", en: "A, B"))
        #expect(!quota.isRelaxed && quota.label.en == "quota for “A, B”")
    }

    @Test("budgets and hours name fields that are always answered")
    func amounts() throws {
        let budgets = try limits("budget: [{distance: home, at-most: 300 km}, {number: load, at-most: 40}]")
        guard budgets.count == 2, case .budget(let distance) = budgets[0],
            case .budget(let number) = budgets[1]
        else {
            Issue.record("not two budgets")
            return
        }
        #expect(distance.quantity == .distance(field: "home") && distance.atMost == 3000)
        #expect(number.quantity == .number(field: "load", side: .resident) && number.atMost == 40)
        let hours = try limits("hours: [{volunteer: hours, load: 2}, {volunteer: hours, load: load}]")
        guard hours.count == 2, case .hours(let fixed) = hours[0], case .hours(let field) = hours[1] else {
            Issue.record("not two hours")
            return
        }
        #expect(fixed.load == .fixed(2) && field.load == .field("load"))
    }

    @Test("a capacity has a least number beside the most, as numbers or as fields")
    func leastPartners() throws {
        let programme = try programme(
            Self.limits,
            "limits: {capacity: {volunteer: {at-most: 3}, resident: {at-least: 2, at-most: count}}}")
        #expect(programme.capacities == [.volunteer: .fixed(3), .resident: .field("count")])
        #expect(programme.leastPartners == [.resident: .fixed(2)])
    }

    @Test("goals are words, or a map for the one that needs a group")
    func goals() throws {
        let goals = try programme(
            Self.goals,
            "goals: [cover: {field: ok, is: yes}, most-pairs, raise-lowest, fewest-changes, cover: {field: likes, is: a, side: volunteer}]"
        ).goals
        #expect(
            goals.map(\.name) == ["cover-ok", "most-pairs", "raise-lowest", "fewest-changes", "cover-likes"])
        #expect(goals[0].label == Bilingual(ja: "「確認」のペアの数", en: "pairs for “checked”"))
        guard case .cover(let group) = goals[4] else {
            Issue.record("no cover")
            return
        }
        #expect(group.side == .volunteer)
    }

    @Test("fields of limits and goals must be columns of the exports")
    func columns() throws {
        let required = try programme(
            Self.limits + "\n" + Self.goals,
            "limits: {caseload: {by: boss, at-most: 1}}\ngoals: [cover: {field: kind, is: a}, most-pairs]"
        ).fields.filter(\.isColumnRequired).map(\.name)
        #expect(required == ["kind", "boss"])
    }

    @Test(
        "bad limits are refused with place and cure",
        arguments: [
            (
                "caselaod: {by: boss, at-most: 1}",
                "p.yaml:21:10: unknown key 'caselaod'; did you mean 'caseload'?"
            ),
            ("caseload: {by: boss}", "caseload: 'at-most' is missing"),
            ("caseload: {by: bos, at-most: 1}", "unknown field 'bos'; did you mean 'boss'?"),
            (
                "caseload: {by: likes, at-most: 1}",
                "by: field 'likes' is of the wrong kind (needs category / text)"
            ),
            ("caseload: {by: kind, at-most: 1}", "field 'kind' does not exist on the volunteer side"),
            ("caseload: {by: boss, at-most: many}", "'many' is not a whole number"),
            ("quota: {group: {field: kind, is: c}, at-least: 1}", "unknown value of 'kind' 'c'"),
            ("quota: {group: {field: kind, is: []}, at-least: 1}", "is: no value at all"),
            (
                "quota: {group: {field: kind, is: a, side: volunteer}, at-least: 1}",
                "does not exist on the volunteer side"
            ),
            ("quota: {group: {field: kind, is: a}}", "give either at-least or at-most"),
            ("quota: {group: {field: kind, is: a}, at-least: 1, at-most: 2}", "write two quotas"),
            ("quota: {group: {field: kind, is: a}, at-least: 101%}", "nor a share up to 100% such as 90%"),
            ("quota: {group: {field: kind, is: a}, at-least: 0}", "'0' is not a whole number from 1"),
            ("quota: {group: {field: kind, is: a}, at-least: 3, of: pairs}", "of goes with a share"),
            ("quota: {group: {field: kind, is: a}, at-least: 3%, of: people}", "unknown of 'people'"),
            (
                "quota: {group: {field: kind, is: a}, at-least: 3%, of: pairs, relax: yes}",
                "relax does not go with"
            ),
            ("budget: {at-most: 3}", "give either distance or number"),
            ("budget: {distance: home, at-most: 300}", "write it as 300 km"),
            ("budget: {distance: home, side: resident, at-most: 3 km}", "side goes with number only"),
            ("budget: {number: count, at-most: 3}", "give field 'count' required: [resident]"),
            ("hours: {volunteer: count, load: 2}", "give field 'count' required: [volunteer]"),
            ("hours: {volunteer: hours, load: 0}", "'0' is not a whole number from 1"),
            ("hours: {volunteer: hours}", "hours: 'load' is missing"),
            ("capacity: {resident: {at-least: 3, at-most: 2}}", "at-least (3) is more than at-most (2)"),
            ("capacity: {resident: {at-least: 2}}", "at-least (2) is more than at-most (1)"),
        ])
    func refusedLimits(text: String, words: String) {
        let found = issues(Self.limits, "limits: {\(text)}")
        #expect(found.contains { $0.contains(words) }, "\(found)")
        #expect(!issues(Self.limits, "limits: {\(text)}", .ja).isEmpty)
    }

    @Test(
        "bad goals are refused with place and cure",
        arguments: [
            ("[cover]", "p.yaml:22:9: cover needs its group"),
            ("[covr: {field: kind, is: a}]", "unknown key 'covr'; did you mean 'cover'?"),
            ("[cover: {field: kind}]", "cover: 'is' is missing"),
            ("[most-pairs: 3]", "the goal 'most-pairs' takes no value"),
            ("[raise-lowest, most-pairs]", "raise-lowest must stand after most-pairs"),
            ("[most-pairs, raise-lowst]", "did you mean 'raise-lowest'?"),
            ("[most-pairs, most-pairs]", "stands twice"),
            ("[cover: {field: kind, is: a}, cover: {field: kind, is: a}]", "stands twice"),
            ("[longest-waiting]", "longest-waiting needs 'waiting-since'"),
            ("[]", "no goal at all"),
        ])
    func refusedGoals(text: String, words: String) {
        let found = issues(Self.goals, "goals: \(text)")
        #expect(found.contains { $0.contains(words) }, "\(found)")
    }
}
