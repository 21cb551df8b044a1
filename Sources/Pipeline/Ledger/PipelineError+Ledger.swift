import CaseLedger
package import Records

extension PipelineError {
    /// The messages about the ledger and the files that are recorded in it.
    var ledgerLines: [Bilingual] {
        switch self {
        case .ledger(let error, let file): error.lines(file: CohortReading.fileName(file))
        case .notRecorded(let error, let folder):
            error.lines(file: folder) + [
                Bilingual(
                    ja: "\(folder) はできましたが、台帳には記録していません。原因を除いてから、同じコマンドに --force を付けてもう一度実行してください。",
                    en:
                        "\(folder) is in place, but the ledger does not hold the run. Remove the cause and run "
                        + "the same command again with --force.")
            ]
        case .nobodyToRematch(let waiting):
            [
                waiting == 0
                    ? Bilingual(
                        ja:
                            "名簿の住民のうち、終わったペアがあって今は相手のいない人はいません。何も作っていません。先に musubi record outcomes で終了を記録してください。",
                        en:
                            "nobody in the export had a pair that ended and is now without one; nothing was made. "
                            + "Record the ends first: musubi record outcomes.")
                    : Bilingual(
                        ja:
                            "ペアが終わった住民\(waiting)人には、結果を待っている提案がすでにあります。何も作っていません。先に musubi record decisions で結果を記録してください。",
                        en:
                            "all \(waiting) residents whose pair has ended have a proposal that waits for its decision; "
                            + "nothing was made. Record the decisions first: musubi record decisions.")
            ]
        case .badCases(let issues):
            issues.map(\.line) + [
                Bilingual(
                    ja: "何も記録していません。直してから、もう一度記録してください。",
                    en: "nothing was recorded. Correct the rows and record the file again.")
            ]
        default: []
        }
    }
}

extension DataIssue {
    /// `contacts.csv: row 3, 'date': problem cure`; never the value.
    package var line: Bilingual {
        let column = column.map { Bilingual(ja: "「\($0)」", en: ", '\($0)'") } ?? Bilingual("")
        let row = row.map { Bilingual(ja: "\($0)行目\(column.ja): ", en: "row \($0)\(column.en): ") }
        return Bilingual(
            ja: "\(file): \(row?.ja ?? "")\(problem.ja)\(cure.ja)",
            en: "\(file): \(row?.en ?? "")\(problem.en) \(cure.en)")
    }
}
