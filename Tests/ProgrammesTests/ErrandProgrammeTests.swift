import Compatibility
import Programmes
import Records
import Testing

@Suite("Programmes of errands: what is read, and what is refused")
struct ErrandProgrammeTests {
    private static let text = """
        programme: e
        kind: errands
        name: e
        places: places
        people:
          volunteer: {label: v, id: [v]}
          resident: {label: r, id: [r]}
        fields:
          date: {kind: date, resident: [d], required: [resident]}
          window: {kind: window, resident: [w], required: [resident]}
          length: {kind: duration, resident: [l], required: [resident]}
          place: {kind: place, volunteer: [p], resident: [p]}
          free: {kind: weekly, volunteer: [f]}
          hours: {kind: number, volunteer: [h], required: [volunteer]}
        errand:
          date: date
          window: window
          duration: length
          place: place
          free-time: free
          days: [mon, sat]
          hours: 8:30-18:00
          travel: {kmh: 12}
        rules:
          - gate: length
            at-most: 3 hours
        criteria:
          near: {measure: distance, field: place, full-at: 1 km, zero-at: 9 km, weight: 1}
        limits:
          hours: {volunteer: hours, load: length, per: week}
        goals: [most-pairs]
        """

    @Test("the section becomes the errands, their gates in order, and the rule that the volunteer is free")
    func read() throws {
        let programme = try ProgrammeReader.read(text: Self.text, path: "p.yaml")
        let spec = try #require(programme.errands?.spec)
        #expect(spec.hours.description == "8:30–18:00")
        #expect(spec.days == [.monday, .saturday])
        #expect(spec.travel == Travel(metresPerHour: 12_000, buffer: 0))
        #expect(spec.mostPerDay == 2 && spec.notice == 0 && spec.from == nil)
        #expect(
            programme.ruleset.gates.map(\.id) == [
                "errand-days", "errand-hours", "errand-notice", "gate-length",
            ])
        #expect(programme.ruleset.pairRules.map(\.id) == ["free-free"])
        guard case .hours(let hours)? = programme.limits.first else {
            Issue.record("no hours")
            return
        }
        #expect(hours.load == .duration("length") && hours.period == .week)
    }

    @Test(
        "mistakes are named, each in its own words",
        arguments: [
            ("hours: 8:30-18:00", "hours: 18:00-8:30", "write it as 8:30-18:00"),
            ("days: [mon, sat]", "days: [mon, satt]", "did you mean 'sat'?"),
            ("travel: {kmh: 12}", "travel: {kmh: 0}", "kmh must be more than 0"),
            ("travel: {kmh: 12}", "travel: {kmh: 12}\n  a-day: 3", "from 1 to 2"),
            ("duration: length", "duration: hours", "of the wrong kind"),
            (
                "date: {kind: date, resident: [d], required: [resident]}",
                "date: {kind: date, resident: [d]}", "required"
            ),
            ("kind: errands", "kind: pairs", "'errand' is for kind: errands only"),
            ("at-most: 3 hours", "at-most: 180", "write it as 3 hours"),
            ("  free-time: free\n", "", "'free-time' is missing"),
            ("per: week", "per: year", "year"),
        ])
    func mistakes(part: String, instead: String, message: String) {
        do throws(ProgrammeError) {
            _ = try ProgrammeReader.read(text: Self.text.replacing(part, with: instead), path: "p.yaml")
            Issue.record("accepted")
        } catch {
            guard case .invalid(let issues) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(
                issues.contains { $0.text(in: .en).contains(message) }, "\(issues.map { $0.text(in: .en) })")
        }
    }

    @Test("'per' without errands, and kind errands without its section, are refused")
    func without() {
        let pairs = Self.text.replacing("kind: errands", with: "kind: pairs")
        let lines = pairs.split(separator: "\n", omittingEmptySubsequences: false)
        let start = lines.firstIndex { $0.hasPrefix("errand:") } ?? 0
        let end = lines.firstIndex { $0.hasPrefix("rules:") } ?? 0
        let rest = (lines[..<start] + lines[end...]).joined(separator: "\n")
        for (text, message) in [
            (rest, "'per' is for kind: errands only"),
            (rest.replacing("kind: pairs", with: "kind: errands"), "kind: errands needs 'errand'"),
        ] {
            do throws(ProgrammeError) {
                _ = try ProgrammeReader.read(text: text, path: "p.yaml")
                Issue.record("accepted")
            } catch {
                guard case .invalid(let issues) = error else { continue }
                #expect(issues.contains { $0.text(in: .en).contains(message) })
            }
        }
    }
}
