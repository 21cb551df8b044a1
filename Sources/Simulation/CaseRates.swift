/// The true rates of made-up cases, in thousandths: what reports of them should find, within their intervals.
///
/// The rates are plausible, not measured, and say nothing about any real organisation.
package struct CaseRates: Hashable, Sendable, Encodable {
    /// Proposals that both accept.
    package var accepted = 930
    /// Residents and volunteers who leave in a month: they move away or leave the country, which excuses the end of a pair.
    package var residentsLeaving = 8
    package var volunteersLeaving = 3
    /// Pairs that end in a month for any other reason.
    package var ending = 6
    /// Pairs whose first meeting is planned within 14 days of the start.
    package var earlyFirstMeeting = 940
    /// Planned meetings that come about.
    package var meetingsMade = 920
    /// Follow-up contacts that were made, of those due.
    package var followUpsMade = 880
    /// Completed pairs that were asked whether they go on, and those of them who do.
    package var askedAfterwards = 900
    package var continued = 650
    /// Residents who answer a survey.
    package var answering = 850
    /// Residents of running pairs who give a low score in the early survey.
    package var lowEarlyScore = 60
    /// Residents whose score rises by one point from before to after, and those whose score falls by one.
    package var rising = 500
    package var falling = 150

    package init() {}

    /// Pairs that last their full time, in millionths.
    ///
    /// Three hazards work on a pair in each month: that of each of the two, and its own.
    package func completion(months: Int) -> Int {
        var share = 1_000_000_000
        for _ in 0..<max(0, months) {
            for hazard in [residentsLeaving, volunteersLeaving, ending] {
                share = share * (1000 - hazard) / 1000
            }
        }
        return share / 1000
    }

    /// How much the mean score rises from before to after, in thousandths of a point.
    package var meanChange: Int { rising - falling }
}

extension RandomStream {
    /// True in `perMille` of 1000 draws.
    mutating func chance(perMille: Int) -> Bool { below(1000) < perMille }
}
