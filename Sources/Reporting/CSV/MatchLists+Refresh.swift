import Records

extension MatchLists {
    /// One row per person whose profile should be brought up to date: the longest ago first, those without a date at
    /// the head, because nothing is known of them.
    package var refresh: [[String]] {
        guard let list = report.refresh else { return [] }
        let header =
            [say("種別", "side"), "ID", say("行", "row"), say("名前など", "details")]
            + [list.label[language], say("経過日数", "days_ago"), say("今回の提案", "proposed")]
        let rows = list.profiles.map { profile -> [String] in
            let side = profile.side == .volunteer ? report.header.volunteerLabel : report.header.residentLabel
            let details = profile.details.filter { !$0.isEmpty }.joined(separator: " / ")
            let date = profile.date?.description ?? ""
            let days = profile.days.map(String.init) ?? ""
            let proposed = profile.isProposed ? say("はい", "yes") : say("いいえ", "no")
            return [
                side[language], profile.person.text, String(profile.row), details, date, days, proposed,
            ]
        }
        return [header] + rows
    }
}
