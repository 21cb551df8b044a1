import Records

extension ReportPage {
    /// What every number means, how it was computed, and how to handle the page.
    var definitionSection: Markup {
        section("definitions", say("数字の定義", "What the numbers mean")) {
            Tag.table(.class("definitions")) {
                head([
                    say("割合", "Share"), say("定義", "Definition"), "#" + say("分子 / 分母", "Counts"),
                    "#" + say("値", "Value"), "#" + say("95%区間", "95% interval"),
                ])
                Tag.tbody {
                    figures.shares.map { figure in
                        Tag.tr {
                            Tag.th(.set(.scope, "row")) { say(figure.label) }
                            Tag.td { say(figure.definition) }
                            number(counts(figure))
                            if let percent = percent(figure), let bounds = bounds(figure) {
                                number(percent)
                                number(bounds)
                            } else {
                                Tag.td(.set(.colspan, 2), .class("obstacle")) {
                                    figure.obstacle.map(say) ?? ""
                                }
                            }
                        }
                    }
                }
            }
            Tag.dl(.class("terms")) {
                terms.map { term in
                    Tag.div {
                        Tag.dt { say(term.name) }
                        Tag.dd { say(term.meaning) }
                    }
                }
            }
            Tag.div(.class("privacy")) {
                Tag.p(.class("card-title")) { say("取扱注意", "Handle with care") }
                Tag.p {
                    say(
                        "この頁には個人の識別番号と、少人数の区分の数字が含まれます。担当者の間だけで使い、"
                            + "公表や外部への提供には使わないでください。公表する資料では少人数の数字を伏せてください。"
                            + "一覧（CSV）には氏名などが含まれるので、さらに慎重に扱ってください。",
                        "This page holds ids of people and figures of small groups. Keep it among the staff in "
                            + "charge; do not publish it or hand it on. What is published must hide small groups. "
                            + "The lists (CSV) also hold names and need more care still.")
                }
            }
        }
    }

    private var terms: [(name: Bilingual, meaning: Bilingual)] {
        [
            (
                Bilingual(ja: "基準日", en: "As-of date"),
                Bilingual(
                    ja: "すべての数字は \(NumberText.date(report.header.asOf, in: .ja)) 現在。",
                    en: "Every number is of \(NumberText.date(report.header.asOf, in: .en)).")
            ),
            (
                Bilingual(ja: "信頼区間", en: "Interval"),
                Bilingual(
                    ja: Figure.method.ja + "。分母が0のときは計算しない。",
                    en: Figure.method.en + "; none with nobody in the denominator.")
            ),
            (
                Bilingual(ja: "人数と行", en: "People and rows"),
                Bilingual(
                    ja: "申込データの1行を1人（1枠）として数える。同じ人が複数の行で申し込めば、その数だけ数える。",
                    en:
                        "A row of the export counts as one person (one place); a person on several rows counts once per row."
                )
            ),
            (
                Bilingual(ja: "候補ペア", en: "Candidate pair"),
                Bilingual(ja: "どの条件にも反しない組み合わせ。", en: "A pair that no rule forbids.")
            ),
            (
                Bilingual(ja: "適合度", en: "Fit"),
                Bilingual(
                    ja: "評価項目の点の合計（整数）。満点はすべての項目を完全に満たすときの点。",
                    en:
                        "The sum of the points of the criteria, a whole number; the most possible is every criterion in full."
                )
            ),
            (
                Bilingual(ja: "待機日数", en: "Days waited"),
                Bilingual(
                    ja: "申込日から基準日までの日数。申込日の分からない人は除き、その人数を示す。",
                    en:
                        "Days from application to the as-of date; people without a date are left out and counted."
                )
            ),
            (
                Bilingual(ja: "中央値・四分位", en: "Median, quartiles"),
                Bilingual(
                    ja: "順に並べた位置を直線補間した値（Excel の MEDIAN・QUARTILE.INC と同じ）。",
                    en: "Linear interpolation between ranks, as Excel's MEDIAN and QUARTILE.INC.")
            ),
            (
                Bilingual(ja: "外した数", en: "Removed"),
                Bilingual(
                    ja: "参加条件は人を、ペアの条件は（双方が参加条件を満たす）ペアを数える。「この条件だけ」はほかの条件には反しない数。",
                    en: "Gates count people, pair rules count pairs of people who passed the gates; "
                        + "“alone” are those that fail no other rule.")
            ),
            (
                Bilingual(ja: "なければ候補が見つかる人", en: "Would gain a candidate"),
                Bilingual(
                    ja: "候補者が1人もいない人のうち、その条件だけで外れた相手が1人以上いる人。",
                    en: "People without any candidate for whom this rule alone removed at least one partner.")
            ),
        ]
    }
}
