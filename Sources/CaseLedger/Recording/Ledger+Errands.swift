import GRDB
import Records

/// What is asked of the decision on an errand, which has one day and no term.
extension DecisionRecorder {
    /// A decision, or a start, after the day of the errand decides nothing any more.
    func requireBeforeErrand(_ proposal: Row, _ start: CivilDate) throws {
        guard let errand = proposal["errand"] as String?, max(entry.date, start).description > errand else {
            return
        }
        throw Refused(
            Bilingual(
                ja: "依頼の日（\(errand)）より後の日付です。", en: "The day lies after the errand (\(errand))."),
            cure: Bilingual(
                ja: "返事のあった日を「決定日」に入れてください。", en: "Enter the day of the answer as the day of the decision."))
    }

    /// As many volunteers for an errand as it has places, mostly one, and nobody in two places at once.
    func requireFree(_ proposal: Row, _ people: (volunteer: Int64, resident: Int64)) throws {
        let taken = """
            SELECT v.id AS volunteer, r.id AS request, visit.start, visit.finish FROM pair
            JOIN visit ON visit.proposal = pair.proposal
            LEFT JOIN person v ON v.number = pair.volunteer
            LEFT JOIN person r ON r.number = pair.resident
            LEFT JOIN outcome ON outcome.pair = pair.number
            WHERE ifnull(outcome.kind, '') <> 'ended-early' AND
            """
        let helpers = try Row.fetchAll(db, sql: taken + " pair.resident = ?", arguments: [people.resident])
            .map { ($0["volunteer"] as String?) ?? "–" }
        let places = try places(of: people.resident) ?? 1
        let mine = entry.pair.volunteer.text
        if helpers.contains(mine) || helpers.count >= places, let other = helpers.first {
            let names = helpers.contains(mine) ? mine : other
            throw Refused(
                Bilingual(
                    ja: "この依頼は、すでに \(names) が引き受けています。", en: "\(names) has taken this errand on already."),
                cure: Bilingual(
                    ja: "取りやめになったのなら、先に musubi record outcomes で「途中終了」と記録してください。",
                    en: "If that fell through, record it first as ended early (musubi record outcomes)."))
        }
        let busy = try Row.fetchOne(
            db,
            sql: taken + " pair.volunteer = ? AND visit.date = ? AND visit.start < ? AND visit.finish > ?",
            arguments: [
                people.volunteer, proposal["errand"] as String, proposal["ends"] as Int,
                proposal["begins"] as Int,
            ])
        guard let busy else { return }
        let other = (busy["request"] as String?) ?? "–"
        throw Refused(
            Bilingual(
                ja: "\(entry.pair.volunteer) は、同じ時間に依頼 \(other) を引き受けています。",
                en: "\(entry.pair.volunteer) has taken on \(other) at the same time."),
            cure: Bilingual(
                ja: "どちらかを辞退として記録してください。", en: "Record one of the two as declined."))
    }
}
