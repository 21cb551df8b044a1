package import Records

extension LedgerError {
    /// What happened and what to do, one line each; a refused row's line begins with `file`.
    package func lines(file: String) -> [Bilingual] {
        switch self {
        case .refused(let refusals):
            refusals.map { refusal in
                Bilingual(
                    ja: "\(file): \(refusal.row)行目: \(refusal.problem.ja)\(refusal.cure.ja)",
                    en: "\(file): row \(refusal.row): \(refusal.problem.en) \(refusal.cure.en)")
            }
                + [
                    Bilingual(
                        ja: "\(file): 何も記録していません。直してから、もう一度記録してください。",
                        en: "\(file): nothing was recorded. Correct the rows and record the file again.")
                ]
        default: [message]
        }
    }

    private var message: Bilingual {
        switch self {
        case .missing(let path):
            Bilingual(
                ja: "\(path): 台帳がありません。名前とフォルダーを確かめてください（最初の match --ledger か record で作られます）。",
                en: "\(path): there is no ledger. Check its name and folder "
                    + "(the first match --ledger or record makes it).")
        case .foreign(let path):
            Bilingual(
                ja: "\(path): 結びの台帳ではないため、何も変えていません。台帳には別の名前を指定してください。",
                en: "\(path): this is not a ledger of Musubi; it was not touched. Name another file.")
        case .damaged(let path, let detail):
            Bilingual(
                ja: "\(path): 台帳が壊れています（\(detail)）。何も変えていません。"
                    + "musubi backup で作った最新の控えを、この名前で置き直してください。",
                en: "\(path): the ledger is damaged (\(detail)); it was not touched. "
                    + "Put the latest copy made by musubi backup in its place.")
        case .newer(let path):
            Bilingual(
                ja: "\(path): 新しい版の musubi が書いた台帳です。何も変えていません。musubi を新しい版にしてください。",
                en: "\(path): a later version of musubi has written this ledger; it was not touched. "
                    + "Update musubi.")
        case .locked(let path):
            Bilingual(
                ja: "\(path): 別の musubi がこの台帳を使っています。終わるのを待って、もう一度実行してください。",
                en: "\(path): another musubi is using this ledger. Wait until it has finished and run again.")
        case .cannotWrite(let path, let reason):
            Bilingual(
                ja: "\(path): 書き込めません（\(reason)）。書き込めるフォルダーに置き、アクセス権を確かめてください。",
                en: "\(path) cannot be written (\(reason)). "
                    + "Keep it in a folder that you can write to, and check its permissions.")
        case .exists(let path):
            Bilingual(
                ja: "\(path) はすでにあります。控えには新しい名前を指定してください。",
                en: "\(path) already exists. Give the copy a new name.")
        case .failed(let path, let reason):
            Bilingual(
                ja: "\(path): 読み書きに失敗しました（\(reason)）。空き容量とディスクを確かめて、もう一度実行してください。"
                    + "前に記録したものはそのまま残っています。",
                en:
                    "\(path): reading or writing failed (\(reason)). Check the free space and the disk and run "
                    + "again; what was recorded before is still there.")
        case .earlierRun(let asOf, let last):
            Bilingual(
                ja: "台帳には \(last) の実行があるため、それより前の \(asOf) では実行できません。"
                    + "--as-of を \(last) 以後の日にしてください（--force を付けても同じです。何も変えていません）。",
                en: "the ledger holds a run as of \(last), so none can follow as of \(asOf). Give a later "
                    + "--as-of (--force does not change that; nothing was touched).")
        case .decidedRun(let asOf, let id):
            Bilingual(
                ja: "\(asOf) の実行（\(id)）には、もう結果が記録されているため、同じ日の実行で置き換えられません。"
                    + "もう一度組むときは、--as-of を翌日以後にしてください"
                    + "（--force を付けても同じです。何も変えていません）。",
                en:
                    "decisions of the run as of \(asOf) (\(id)) are on record, so no other run of that day can take "
                    + "its place. To match again, give a later --as-of (--force does not change that; nothing was "
                    + "touched).")
        case .programmeNeeded(let known):
            Bilingual(
                ja: "どのプログラムの記録か分かりません。--programme を付けてください"
                    + (known.isEmpty ? "（台帳はまだ空です）。" : "（台帳にあるもの: \(known.joined(separator: "、"))）。"),
                en: "it is not clear which programme this belongs to. Add --programme "
                    + (known.isEmpty
                        ? "(the ledger is still empty)."
                        : "(in the ledger: \(known.joined(separator: ", "))).")
            )
        case .unknownPerson(let id):
            Bilingual(
                ja: "\(id) は台帳にありません。IDを確かめてください。", en: "\(id) is not in the ledger. Check the id.")
        case .ambiguousPerson(let id):
            Bilingual(
                ja: "\(id) は、ボランティアと住民の両方にあります。--side volunteer か --side resident を付けてください。",
                en: "\(id) stands on both sides. Add --side volunteer or --side resident.")
        case .runningPair(let id):
            Bilingual(
                ja: "\(id) には活動中のペアがあります。先に musubi record outcomes で終了を記録してください。何も消していません。",
                en: "\(id) has a running pair. Record its end with musubi record outcomes first; "
                    + "nothing was removed.")
        case .fault(let words):
            Bilingual(
                ja: "プログラムの不具合のため、台帳には何も書いていません。開発者にお知らせください（\(words)）。",
                en: "a fault of this program; nothing was written to the ledger. "
                    + "Please tell the developers (\(words)).")
        case .refused: Bilingual("")
        }
    }
}
