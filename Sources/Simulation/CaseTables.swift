package import Records

/// What people had done up to a day, as the files that `musubi record` reads.
package struct CaseTables: Sendable {
    /// Name of the file without its ending, and its table.
    package typealias Table = (name: String, table: SimulatedExport)

    /// Decisions, contacts, outcomes and surveys, in the order in which they can be recorded.
    package let tables: [Table]

    /// The tables of courses up to and including a day; everything from the beginning, since what a ledger knows is skipped.
    ///
    /// Proposals that were made on the day or earlier and are not answered yet stand in no table.
    package init(_ courses: [CaseCourse], upTo day: CivilDate) {
        let answered = courses.filter { $0.decided <= day }.sorted {
            ($0.proposed, $0.pair) < ($1.proposed, $1.pair)
        }
        func table(
            _ name: String, _ header: [String], _ rows: (CaseCourse, CaseCourse.PairLife?) -> [[String]]
        ) -> Table {
            let rows = answered.flatMap { course in
                rows(course, course.life).map {
                    [course.pair.volunteer.text, course.pair.resident.text] + $0
                }
            }
            return (
                name,
                SimulatedExport(header: ["volunteer_id", "resident_id"] + header, rows: rows, defects: [])
            )
        }
        let decisions = table(
            "decisions", ["decision", "decision_reason", "date", "start", "run", "mode", "cadence_days"]
        ) { course, life in
            [
                [
                    course.decision.label.en, course.reason?.label.en ?? "", course.decided.description,
                    life?.start.description ?? "", course.proposed.description, life?.mode ?? "",
                    life.map { String($0.cadenceDays) } ?? "",
                ]
            ]
        }
        let contacts = table("contacts", ["date", "kind", "made"]) { _, life in
            (life?.contacts ?? []).filter { $0.date <= day }.map {
                [$0.date.description, $0.kind, $0.isMade ? "○" : "×"]
            }
        }
        let outcomes = table("outcomes", ["date", "outcome", "end_reason", "excused", "continued"]) {
            _, life in
            guard let end = life?.end, end.date <= day else { return [] }
            return [
                [
                    end.date.description, end.reason == nil ? "completed" : "ended-early", end.reason ?? "",
                    end.reason == nil ? "" : end.isExcused ? "○" : "×",
                    end.continued.map { $0 ? "○" : "×" } ?? "",
                ]
            ]
        }
        let surveys = table("surveys", ["answered_by", "wave", "item", "score", "scale", "date"]) { _, life in
            (life?.answers ?? []).filter { $0.date <= day }.map {
                ["resident", $0.wave, $0.item, String($0.score), "5", $0.date.description]
            }
        }
        tables = [decisions, contacts, outcomes, surveys]
    }
}
