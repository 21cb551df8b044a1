import CaseLedger
package import Records

/// What is done to a ledger as a whole: removing a person, making a copy.
package enum LedgerUpkeep {
    /// Removes a person and says what stays.
    ///
    /// - Throws: `PipelineError`; nothing was removed then.
    package static func forget(
        _ id: PersonID, ledger path: String, programme: String?, side: Side?
    ) throws(PipelineError) -> [Bilingual] {
        let forgetting: Forgetting
        do {
            let ledger = try Ledger(writing: path, creating: false)
            if let programme { _ = try ledger.programme(named: programme) }
            forgetting = try ledger.forget(id, programme: programme, side: side)
        } catch {
            throw .ledger(error, file: path)
        }
        let programmes = forgetting.programmes.joined(separator: ", ")
        return [
            Bilingual(
                ja: "\(id) を台帳から消しました（\(programmes)）。匿名の件数と、名前のないペア\(forgetting.pairs)組は残ります。",
                en: "\(id) was removed from the ledger (\(programmes)). Anonymous counts stay, and "
                    + (forgetting.pairs == 1 ? "1 pair" : "\(forgetting.pairs) pairs")
                    + " without the person."),
            Bilingual(
                ja: "前に作った控え（musubi backup）、実行のフォルダー、元の名簿には、このIDが残っています。不要なものは消し、"
                    + "新しい控えを作ってください。次の名簿にこの方がいれば、新しい人として記録されます。",
                en:
                    "Earlier copies (musubi backup), run folders and the exports still hold the id: delete those that "
                    + "are not needed and make a new copy. If the person stands in the next export, they are "
                    + "recorded as somebody new."),
        ]
    }

    /// Makes a copy.
    ///
    /// - Throws: `PipelineError`; there is no copy then.
    package static func backup(ledger path: String, to target: String) throws(PipelineError) -> [Bilingual] {
        do {
            try Ledger(reading: path).backup(to: target)
        } catch {
            throw .ledger(error, file: target)
        }
        return [
            Bilingual(
                ja: "控え: \(target)（確かめ済み）。戻すときは、この名前のまま --ledger に指定するか、台帳と置き換えてください。",
                en:
                    "Copy: \(target) (checked). To restore it, name it in --ledger or put it in the ledger's place."
            )
        ]
    }
}
