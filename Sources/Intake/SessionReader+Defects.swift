import Records

extension SessionReader {
    /// How a row says that it adds up the others.
    static let totalWords: Set<String> = ["計", "合計", "総計", "総合計", "total", "totals", "sum"]

    /// The entries of a cell with several: `1、3`, `1;3`, `①, ②`.
    static func list(_ cell: String) -> [String] {
        Normalisation.folded(cell)
            .split { ["、", ",", ";", "・", "/"].contains($0) }
            .map { Normalisation.folded(String($0)) }.filter { !$0.isEmpty }
    }

    static let noTitle = Defect(
        problem: Bilingual(ja: "テーマがありません。", en: "The session has no title."),
        cure: Bilingual(ja: "テーマか会の名前を入れてください。", en: "Enter its theme or name."))

    static let noParticipants = Defect(
        problem: Bilingual(ja: "参加者の数がありません。", en: "The number of participants is missing."),
        cure: Bilingual(
            ja: "人数を入れてください。誰も来なかった回は 0 と書いてください。",
            en: "Enter the number; write 0 where nobody came."))

    static let noDay = Defect(
        problem: Bilingual(ja: "日時がありません。", en: "The day is missing."),
        cure: Bilingual(ja: "開催した日と時刻を入れてください。", en: "Enter the day and the time."))

    static let impossibleCount = Defect(
        problem: Bilingual(ja: "人数としてありえない数です。", en: "This cannot be a number of people."),
        cure: Bilingual(
            ja: "0 から \(mostParticipants) までの整数を入れてください。",
            en: "Enter a whole number from 0 to \(mostParticipants)."))

    static let twoTimes = Defect(
        problem: Bilingual(
            ja: "時刻が日時の欄と時間の欄の両方にあります。", en: "The time stands both beside the day and in its own column."),
        cure: Bilingual(ja: "どちらか一つにしてください。", en: "Keep one of the two."))

    static func inFuture(_ asOf: CivilDate) -> Defect {
        Defect(
            problem: Bilingual(
                ja: "基準日（\(asOf)）より後の日付です。", en: "The day is after the as-of date (\(asOf))."),
            cure: Bilingual(
                ja: "日付か --as-of を確かめてください。まだ開かれていない回は数えません。",
                en: "Check the day or --as-of; a session that has not been yet is not counted."))
    }

    static func tooManyParts(_ label: Bilingual, _ sum: Int, _ participants: Int) -> Defect {
        Defect(
            problem: Bilingual(
                ja: "「\(label.ja)」の合計が\(sum)人で、参加者\(participants)人より多くなっています。",
                en: "'\(label.en)' adds up to \(sum), more than the \(participants) participants."),
            cure: Bilingual(ja: "人数を確かめてください。", en: "Check the numbers."))
    }

    static func sameNumber(_ rows: String) -> Defect {
        Defect(
            problem: Bilingual(
                ja: "同じ番号の行があります（\(rows)行目）。", en: "Several rows have this number (rows \(rows))."),
            cure: Bilingual(
                ja: "どの行が正しいか決められないため、どれも使いませんでした。正しい行だけを残してください。",
                en: "None was used, because nobody can know which is right. Keep only the right one."))
    }

    static func sameSession(_ row: Int) -> Defect {
        Defect(
            problem: Bilingual(
                ja: "\(row)行目と日時もテーマも同じです。", en: "Day, time and title are those of row \(row)."),
            cure: Bilingual(
                ja: "同じ回なら片方を消してください。どちらも数えました。",
                en: "Delete one of them if it is the same session; both were counted."))
    }
}
