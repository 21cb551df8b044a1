import Evidence
import Records

extension AnnualBuilder {
    /// Somebody or something that counts in groups.
    private struct Member {
        let groups: [String]
        let isSuccess: Bool
    }

    /// A breakdown of one rate.
    private struct Breakdown {
        let rate: String
        let part: String
        let whole: String
        let name: Bilingual
    }

    /// Success and completion by group, and how far each group is from the others.
    mutating func addGroups() {
        let success = Breakdown(
            rate: "success.person", part: "residents.matched", whole: "residents.judged",
            name: Bilingual(ja: "成立率（人）", en: "matching success"))
        let completion = Breakdown(
            rate: "completion.mature", part: "pairs.completed", whole: "pairs.mature",
            name: Bilingual(ja: "達成率", en: "completion"))
        var blocks: [AnnualSection.Block] = []
        var gaps: [AnnualSection.Block] = []
        for dimension in cases.history.dimensions {
            func groups(of person: Int?) -> [String] {
                person.flatMap { cases.people[$0]?.groups[dimension.key] } ?? []
            }
            let people = judged.map { Member(groups: groups(of: $0.person), isSuccess: isSuccess($0)) }
            let pairs = mature.map { Member(groups: groups(of: $0.resident), isSuccess: isCompleted($0)) }
            for (breakdown, members) in [(success, people), (completion, pairs)] {
                add(breakdown, by: dimension, members, &blocks, &gaps)
            }
        }
        let modes = Set(mature.compactMap(\.mode)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        if !modes.isEmpty {
            let dimension = CaseDimension(
                key: "pair-mode", label: Bilingual(ja: "活動方法", en: "mode"),
                values: modes.map { CaseDimension.Value(key: $0, label: cases.history.word($0)) },
                isExclusive: true)
            let members = mature.map {
                Member(groups: $0.mode.map { [$0] } ?? [], isSuccess: isCompleted($0))
            }
            add(completion, by: dimension, members, &blocks, &gaps)
        }
        guard !blocks.isEmpty else { return }
        sections.append(
            AnnualSection(id: "groups", title: Bilingual(ja: "内訳", en: "By group"), blocks: blocks))
        guard !gaps.isEmpty else { return }
        gaps.append(
            .note(
                Prose(
                    ja: "差は、その区分とほかの全員との差です。区間が零を含む差は、差があるとは言えません。比べる区分が多いほど、偶然の差も出やすくなります。",
                    en:
                        "Each gap is between a group and everybody else. Where the interval contains zero, no gap can be claimed; the more groups are compared, the more of them differ by chance."
                )))
        sections.append(
            AnnualSection(id: "fairness", title: Bilingual(ja: "公平さ", en: "Fairness gaps"), blocks: gaps))
    }

    private mutating func add(
        _ breakdown: Breakdown, by dimension: CaseDimension, _ members: [Member],
        _ blocks: inout [AnnualSection.Block], _ gaps: inout [AnnualSection.Block]
    ) {
        let lines = lines(of: dimension, members)
        guard !lines.isEmpty else { return }
        let prefix = "\(breakdown.rate)/\(dimension.key)"
        for line in lines {
            let key = "\(prefix)=\(line.key)"
            let inside = members.filter { line.holds($0.groups) }
            book.count(key + ".all", inside.count)
            book.split(key + ".all", into: key, inside.count { $0.isSuccess })
            if !dimension.isExclusive { addOthers(of: key, breakdown) }
            book.number(
                key + ".size", line.label,
                Bilingual(
                    ja: "「\(dimension.label.ja)」が「\(line.label.ja)」の件数（\(breakdown.name.ja)の分母）。",
                    en:
                        "Those where \(dimension.label.en) is “\(line.label.en)”: the denominator of \(breakdown.name.en)."
                ),
                key + ".all")
            book.share(
                key, line.label,
                Bilingual(
                    ja: "「\(dimension.label.ja)」が「\(line.label.ja)」の人について、同じ定義の\(breakdown.name.ja)。",
                    en: "The same \(breakdown.name.en) where \(dimension.label.en) is “\(line.label.en)”."),
                part: key, whole: key + ".all")
        }
        let keys = lines.map { "\(prefix)=\($0.key)" }
        if dimension.isExclusive {
            book.sum(breakdown.whole, keys.map { $0 + ".all" })
            book.sum(breakdown.part, keys)
            book.sum(breakdown.part + ".rest", keys.map { $0 + ".rest" })
        }
        let caption = Bilingual(
            ja: "\(dimension.label.ja)別の\(breakdown.name.ja)",
            en: "\(breakdown.name.en) by \(dimension.label.en)")
        blocks.append(groupTable(caption, lines, keys))
        if dimension.isExclusive, lines.count > 1 {
            gaps.append(addGaps(caption, lines.map { ($0.key, $0.label) }, prefix, breakdown))
        }
    }

    /// The groups with their sizes, which may be shown where their shares are not.
    private func groupTable(_ caption: Bilingual, _ lines: [Line], _ keys: [String]) -> AnnualSection.Block {
        .table(
            AnnualTable(
                caption: caption,
                columns: [
                    Bilingual(ja: "区分", en: "Group"), Bilingual(ja: "人数・組数", en: "Size"),
                    Bilingual(ja: "件数", en: "Counts"), Bilingual(ja: "割合", en: "Share"),
                    Bilingual(ja: "信頼区間", en: "Interval"), Bilingual(ja: "図", en: "Chart"),
                ],
                rows: zip(lines, keys).map { line, key in
                    [
                        .name(line.label), .figure(key + ".size", .value), .figure(key, .counts),
                        .figure(key, .value), .figure(key, .interval), .bar(key),
                    ]
                }))
    }

    /// A line of a breakdown: a group, several small ones together, or those who did not say.
    private struct Line {
        let key: String
        let label: Bilingual
        let holds: ([String]) -> Bool
    }

    private func lines(of dimension: CaseDimension, _ members: [Member]) -> [Line] {
        var lines: [Line] = []
        var small: Set<String> = []
        for value in dimension.values {
            let size = members.count { $0.groups.contains(value.key) }
            if size == 0 { continue }
            if dimension.isExclusive, let threshold, size < threshold {
                small.insert(value.key)
            } else {
                lines.append(Line(key: value.key, label: value.label) { $0.contains(value.key) })
            }
        }
        if !small.isEmpty {
            let label = Bilingual(ja: "その他（少人数の区分の合計）", en: "other (small groups together)")
            lines.append(Line(key: "other-groups", label: label) { !small.isDisjoint(with: $0) })
        }
        let known = Set(dimension.values.map(\.key))
        if members.contains(where: { known.isDisjoint(with: $0.groups) }) {
            let label = Bilingual(ja: "回答なし", en: "not stated")
            lines.append(Line(key: "not-stated", label: label) { known.isDisjoint(with: $0) })
        }
        return lines
    }

    /// Groups that overlap do not add up, but each and everybody outside of it does.
    private mutating func addOthers(of key: String, _ breakdown: Breakdown) {
        for (suffix, whole) in [
            (".all", breakdown.whole), ("", breakdown.part), (".rest", breakdown.part + ".rest"),
        ] {
            guard let all = book.value(whole), let inside = book.value(key + suffix) else { continue }
            book.count(key + suffix + ".outside", all - inside)
            book.sum(whole, [key + suffix, key + suffix + ".outside"])
        }
    }

    /// Each group against everybody else.
    private mutating func addGaps(
        _ caption: Bilingual, _ lines: [(key: String, label: Bilingual)], _ prefix: String,
        _ breakdown: Breakdown
    ) -> AnnualSection.Block {
        for line in lines {
            let key = "\(prefix)=\(line.key)"
            let label = Bilingual(ja: line.label.ja + "とほかの差", en: line.label.en + " against the others")
            let definition = Bilingual(
                ja: "「\(line.label.ja)」の\(breakdown.name.ja) − ほかの全員の\(breakdown.name.ja)。",
                en: "\(breakdown.name.en) of “\(line.label.en)” minus that of everybody else.")
            let counts = [key, key + ".all", breakdown.part, breakdown.whole].map { book.value($0) ?? 0 }
            let inside = Proportion(successes: counts[0], trials: counts[1])
            let outside = Proportion(successes: counts[2] - counts[0], trials: counts[3] - counts[1])
            guard let inside, let outside, let gap = ProportionDifference(inside, minus: outside) else {
                book.add(
                    book.absent("gap/" + key, label, definition, .points, .newcombe, FigureBook.nobody),
                    of: [])
                continue
            }
            book.add(
                AnnualFigure(
                    id: "gap/" + key, label: label, definition: definition, unit: .points, method: .newcombe,
                    asOf: asOf, state: .published, value: gap.value, interval: gap.interval),
                of: [
                    key, key + ".rest", key + ".all", breakdown.part, breakdown.part + ".rest",
                    breakdown.whole,
                ])
        }
        return .table(
            AnnualTable(
                caption: Bilingual(ja: caption.ja + "の差", en: "gaps in " + caption.en),
                columns: [
                    Bilingual(ja: "区分", en: "Group"), Bilingual(ja: "ほかとの差", en: "Against the others"),
                    Bilingual(ja: "差の信頼区間", en: "Interval of the gap"),
                ],
                rows: lines.map { line in
                    let id = "gap/\(prefix)=\(line.key)"
                    return [.name(line.label), .figure(id, .value), .figure(id, .interval)]
                }))
    }
}
