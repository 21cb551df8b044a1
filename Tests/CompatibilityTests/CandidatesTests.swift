import Compatibility
import Records
import Testing

@Suite struct CandidatesTests {
    /// Two volunteers, of whom V1 fails the gate; three residents, of whom R2 fails it.
    ///
    ///          R0      R1          R2
    ///     V0   free    number      gate
    ///     V1   gate    gate+number gate
    private var cohort: Cohort {
        var tiny = TinyCohort()
        tiny.volunteerCount = 2
        tiny.residentCount = 3
        tiny.field("ok", .flag, volunteer: .flag([.yes, .no]), resident: .flag([.yes, .yes, .no]))
        tiny.field("member", .text, volunteer: .text(["7", "7"]), resident: .text(["1", "7", "2"]))
        tiny.field("count", .number(suffix: nil), volunteer: .number([2, 2]), resident: .number([2, 2, 2]))
        return tiny.cohort
    }

    private func ruleset() throws -> Ruleset {
        let scale = try #require(LinearScale(zeroAt: 3, fullAt: 0))
        return Ruleset(
            gates: [Gate(id: "gate-ok", sides: [.volunteer, .resident], check: FlagCheck(field: "ok"))],
            pairRules: [DiffersRule(field: "member")],
            criteria: [
                Criterion(
                    name: "gap", label: Bilingual("gap"), maximumPoints: 100,
                    measure: GapMeasure(field: "count", scale: scale))
            ])
    }

    @Test("only pairs that pass everything are edges, and each rule is charged with what it alone removed")
    func tallies() throws {
        let candidates = try ruleset().candidates(in: cohort)
        #expect(candidates.edges.map { [$0.resident, $0.volunteer, $0.fit] } == [[0, 0, 100]])
        #expect(candidates.firstEdge == [0, 1, 1, 1])
        #expect(candidates.volunteerDegrees == [1, 0])
        #expect(candidates.tallies.map(\.id) == ["gate-ok", "gate-ok", "differs-member"])
        #expect(candidates.tallies.map(\.removed) == [1, 1, 1])
        #expect(candidates.tallies.map(\.removedAlone) == [1, 1, 1])
        let alone = candidates.removedAlone(ofResidents: [0, 1, 2])
        #expect(alone[0] == [1, 0, 0], "V1 would fit R0 but for the gate")
        #expect(alone[1] == [0, 0, 1], "V1 fails two things for R1")
        #expect(alone[2] == [0, 0, 0], "R2 takes no part")
    }

    @Test("the refusals of a pair name every rule that it breaks, gates first")
    func refusals() throws {
        let cohort = cohort
        let rules = try ruleset()
        #expect(rules.refusals(volunteer: 0, resident: 0, in: cohort).isEmpty)
        #expect(
            rules.refusals(volunteer: 1, resident: 1, in: cohort).map(\.en) == [
                "ok not done", "the same person (same member)",
            ])
    }
}
