package import CaseLedger
import Foundation
package import Records
import Reporting

/// One execution of `follow-up`: who needs a call, as lines, as a list or as JSON.
package struct FollowUpRun {
    package let ledger: String
    package let asOf: CivilDate
    /// The only programme to look at, `nil` for all.
    package let programme: String?
    package let rules: FollowUpRules
    package let language: Language

    package init(
        ledger: String, asOf: CivilDate, programme: String?, rules: FollowUpRules, language: Language
    ) {
        self.ledger = ledger
        self.asOf = asOf
        self.programme = programme
        self.rules = rules
        self.language = language
    }

    /// Reads the ledger and orders its running pairs.
    ///
    /// - Throws: `PipelineError`.
    package func list() throws(PipelineError) -> FollowUpList {
        do {
            let ledger = try Ledger(reading: ledger)
            if let programme { _ = try ledger.programme(named: programme) }
            return FollowUpList(try ledger.snapshot(), asOf: asOf, programme: programme, rules: rules)
        } catch {
            throw .ledger(error, file: ledger)
        }
    }

    /// Writes the list as CSV, whole or not at all.
    ///
    /// - Throws: `PipelineError`.
    package func write(_ list: FollowUpList, to path: String, replacing: Bool) throws(PipelineError) {
        do {
            try AtomicFile.write(CSVWriter.bytes(of: rows(list)), to: path, replacing: replacing)
        } catch {
            throw .runFolder(error)
        }
    }

    /// A header and a row for each pair.
    func rows(_ list: FollowUpList) -> [[String]] {
        func say(_ ja: String, _ en: String) -> String { language == .ja ? ja : en }
        let header = [
            say("順番", "rank"), say("危険度", "risk"), say("プログラム", "programme"), say("住民ID", "resident_id"),
            say("ボランティアID", "volunteer_id"), say("開始日", "start"), say("予定の終わり", "planned_end"),
            say("最後の活動", "last_activity"), say("最後の連絡", "last_contact"), say("理由", "reason"),
        ]
        return [header]
            + list.items.enumerated().map { index, item in
                [
                    String(index + 1), String(item.risk), item.programme, item.resident?.text ?? "",
                    item.volunteer?.text ?? "", item.start.description, item.plannedEnd?.description ?? "",
                    item.lastActivity?.description ?? "", item.lastContact?.description ?? "",
                    reason(item)[language],
                ]
            }
    }

    private func reason(_ item: FollowUpItem) -> Bilingual {
        Bilingual.join(item.reasons.map(\.text), by: Bilingual(ja: "、", en: "; "))
    }

    /// What the terminal says.
    package func lines(_ list: FollowUpList) -> [String] {
        let head = Bilingual(
            ja: "\(asOf) 現在、活動中 \(list.running)組のうち、連絡の要るペア \(list.items.count)組",
            en: "As of \(asOf): \(list.items.count) of \(list.running) running pairs need a call")
        let items = list.items.enumerated().map { index, item in
            let who = "\(item.resident?.text ?? "–") × \(item.volunteer?.text ?? "–")"
            return "\(index + 1). \(who) [\(item.risk)] \(reason(item)[language])"
        }
        return [head[language]] + items + [share(list)[language]]
    }

    /// The share of due contacts that were made, with its numerator and denominator.
    private func share(_ list: FollowUpList) -> Bilingual {
        let year = FiscalYear(containing: asOf).name
        guard list.due > 0 else {
            return Bilingual(
                ja: "定期連絡: \(year.ja)に期限の来たものはまだありません。",
                en: "Follow-up contacts: none was due yet in \(year.en).")
        }
        // Tenths of a percent, rounded half up.
        let tenths = (list.made * 2000 + list.due) / (2 * list.due)
        let percent = "\(tenths / 10).\(tenths % 10)%"
        return Bilingual(
            ja: "定期連絡（ペアごとに月1回、\(year.ja)）: \(list.due)回のうち\(list.made)回を実施（\(percent)）",
            en:
                "Follow-up contacts (one a month for each pair, \(year.en)): \(list.made) of \(list.due) made "
                + "(\(percent))")
    }

    private struct Document: Encodable {
        struct Item: Encodable {
            var programme: String
            var resident: String?
            var volunteer: String?
            var start: String
            var plannedEnd: String?
            var lastActivity: String?
            var lastContact: String?
            var risk: Int
            var reasons: [String]
        }

        struct Share: Encodable {
            var numerator: Int
            var denominator: Int
        }

        var schema = 1
        var asOf: String
        var running: Int
        var items: [Item]
        var dueContactsMade: Share
    }

    /// The list as one line of JSON.
    ///
    /// - Throws: `PipelineError`.
    package func json(_ list: FollowUpList) throws(PipelineError) -> String {
        let document = Document(
            asOf: asOf.description, running: list.running,
            items: list.items.map { item in
                Document.Item(
                    programme: item.programme, resident: item.resident?.text, volunteer: item.volunteer?.text,
                    start: item.start.description, plannedEnd: item.plannedEnd?.description,
                    lastActivity: item.lastActivity?.description, lastContact: item.lastContact?.description,
                    risk: item.risk, reasons: item.reasons.map { $0.text[language] })
            }, dueContactsMade: Document.Share(numerator: list.made, denominator: list.due))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do { return String(decoding: try encoder.encode(document), as: UTF8.self) } catch {
            throw .checkFailed(["\(error)"])
        }
    }
}
