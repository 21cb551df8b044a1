import Records

/// A recipe after it was checked against its field: what is drawn, with keys turned into indices.
enum AnswerSource: Sendable {
    case words(WeightedChoice<String>)
    case name(languageField: String?, genderField: String?)
    case memberNumber
    /// The ids of so many people, as a resident's export would number them.
    case personID(ClosedRange<Int>)
    case staffNumber
    /// The number of one of these volunteers, counted from 1, who stands before the person.
    case managerNumber(ClosedRange<Int>)
    case household(WeightedChoice<Int>)
    case flag(WeightedChoice<Flag>)
    case numbers(WeightedChoice<Int>)
    case numberRange(ClosedRange<Int>)
    case daysBefore(ClosedRange<Int>)
    case daysAfter(ClosedRange<Int>)
    case windows(WeightedChoice<ClockWindow>)
    /// Minutes.
    case durations(WeightedChoice<Int>)
    case category(WeightedChoice<Int>)
    case tags(WeightedChoice<Int>, count: ClosedRange<Int>)
    case levelledTags(LevelledSource)
    case rangedTags(WeightedChoice<Int>, count: ClosedRange<Int>, within: ClosedRange<Int>)
    case freeTime(WeightedChoice<FreeTimePattern>, count: ClosedRange<Int>)
    case place(WeightedChoice<String>)
}

/// How levelled tags are drawn: the tags that everybody has, a native one, then others without repetition.
struct LevelledSource: Sendable {
    /// Who is native in what; without it the first of the others is native, unless a tag of everybody's is.
    let natives: WeightedChoice<Int>?
    let others: WeightedChoice<Int>?
    /// How many others.
    let count: ClosedRange<Int>
    let always: [(tag: Int, ranks: ClosedRange<Int>)]
    let ranks: ClosedRange<Int>
    /// The rank of `native`, or the highest rank of a scale without it.
    let native: Int

    /// The tags by falling level, as people list their languages; equal levels in the order of the draw.
    func draw(from stream: inout RandomStream) -> [LevelledTag] {
        var drawn = always.map { LevelledTag(tag: $0.tag, level: stream.number(in: $0.ranks)) }
        if let tag = natives?.draw(from: &stream) { drawn.append(LevelledTag(tag: tag, level: native)) }
        let number = stream.number(in: count)
        // One more than wanted, for the draw that repeats the native tag.
        let more = (others?.draw(number + 1, from: &stream) ?? []).filter { tag in
            !drawn.contains { $0.tag == tag }
        }
        for tag in more.prefix(number) {
            let nativeIsKnown = drawn.contains { $0.level == native }
            drawn.append(LevelledTag(tag: tag, level: nativeIsKnown ? stream.number(in: ranks) : native))
        }
        return drawn.enumerated()
            .sorted { ($1.element.level ?? 0, $0.offset) < ($0.element.level ?? 0, $1.offset) }
            .map(\.element)
    }
}
