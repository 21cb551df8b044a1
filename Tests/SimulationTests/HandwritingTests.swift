import Records
import Simulation
import Testing

/// The forms of a cell that `data/README.md` documents, as regular expressions over whole cells.
@Suite struct HandwritingTests {
    @Test("every cell has one of the documented forms, and every form occurs", arguments: Side.allCases)
    func forms(side: Side) throws {
        let export = try SampleProgramme.simulator().export(of: side, count: 3000)
        let damaged = Set(export.defects.map(\.row))
        for (header, forms) in try documentedForms() {
            guard let column = export.header.firstIndex(of: header) else { continue }
            var seen: Set<Int> = []
            for (index, row) in export.rows.enumerated() where !damaged.contains(index + 2) {
                let cell = row[column]
                let form = try forms.firstIndex { try $0.wholeMatch(in: cell) != nil }
                #expect(form != nil, "\(header): \(cell)")
                if let form { seen.insert(form) }
            }
            #expect(
                seen.count == forms.count, "\(header): form \(Set(forms.indices).subtracting(seen).sorted())")
        }
    }

    private func documentedForms() throws -> [(header: String, forms: [Regex<AnyRegexOutput>])] {
        let day = "(平日|土日|[月火水木金土日]曜日?|[月火水木金](・?[月火水木金]){1,2})"
        let time = "(午前|午後|夜|終日|(18|19|20)時以降| [0-9]{1,2}:[03]0[-〜][0-9]{1,2}:[03]0)"
        let englishDay = "(Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
        let englishTime = "(morning|afternoon|evening|all day|[0-9]{1,2}:[03]0-[0-9]{1,2}:[03]0)"
        let englishEntry = "(\(englishDay) \(englishTime)|(weekday|weekend) (morning|afternoon|evening)s)"
        let language = "(日本語|英語|ネパール語|ベトナム語)"
        let level =
            "([ABC][12]|N[1-5]|（([ABC][12]|N[1-5]|母語|入門|初級|中級|日常会話|中上級|上級|ビジネス|最上級|ネイティブ|母国語|第一言語)）)"
        let englishLanguage = "(Japanese|English|Nepali|Vietnamese) (\\(?([ABC][12]|N[1-5]|native)\\)?)"
        let interest = "(料理|散歩|ウォーキング|茶道|映画)"
        let englishInterest = "(cooking|walks|tea ceremony|films)"
        let patterns: [(String, [String])] = [
            ("会員番号", ["M[0-9]{5}"]),
            (
                "申込日",
                [
                    "20[0-9]{2}-[01][0-9]-[0-3][0-9]", "20[0-9]{2}/[1-9][0-9]?/[1-9][0-9]?",
                    "令和[1-9]年[1-9][0-9]?月[1-9][0-9]?日", "R[1-9]\\.[1-9][0-9]?\\.[1-9][0-9]?",
                ]
            ),
            ("郵便番号", ["[0-9]{3}-[0-9]{4}", "[0-9]{7}", "〒[0-9]{3}-[0-9]{4}", "[０-９]{3}－[０-９]{4}"]),
            ("本人確認", ["○", "済", "はい", "未", "×", "△"]),
            ("性別", ["女性|男性", "woman|man"]),
            ("希望回数", ["", "[1-4]", "[1-4]回", "[１-４]"]),
            (
                "趣味",
                [
                    interest, englishInterest, "\(interest)(、\(interest))+", "\(interest)(;\(interest))+",
                    "\(interest)(, \(interest))+", "\(englishInterest)(, \(englishInterest))+",
                    "\(englishInterest)(;\(englishInterest))+",
                ]
            ),
            (
                "言語",
                [
                    "\(language)\(level)((、|;|, )\(language)\(level))*",
                    "\(englishLanguage)((;|, )\(englishLanguage))*",
                ]
            ),
            ("曜日・時間", ["\(day)\(time)(、\(day)\(time))*", "\(englishEntry)(; \(englishEntry))*"]),
            (
                "科目",
                [
                    "(数学|音楽|maths|music):[0-9]{1,2}(-[0-9]{1,2})?(; (数学|音楽|maths|music):[0-9]{1,2}(-[0-9]{1,2})?)?"
                ]
            ),
            ("備考", [""]),
        ]
        return try patterns.map { header, forms in (header, try forms.map { try Regex($0) }) }
    }

    @Test("days of another era are written with its name, and the first year of an era as 元年")
    func eras() throws {
        var sample = SampleProgramme.sample
        // 2026-11-01 less 2,740 days is 2019-05-02, less 2,750 is 2019-04-22.
        sample.shared["applied"] = FieldSample([SampleRecipe(daysAgo: 2740...2750)])
        let export = try SampleProgramme.simulator(sample: sample).export(of: .volunteer, count: 1000)
        let dates = Set(export.rows.map { $0[3] })
        #expect(dates.isSuperset(of: ["令和元年5月1日", "平成31年4月30日", "R1.5.2", "H31.4.22", "2019-05-01"]))
    }
}
