package import Records

extension LedgerSnapshot {
    /// The cases of one programme as an annual report reads them, as they were known on a day.
    ///
    /// What was decided or ended after that day has not happened yet.
    package func caseHistory(of programme: String, asOf day: CivilDate) -> CaseHistory {
        var history = CaseHistory()
        let members = people.filter { $0.programme == programme }
        let numbers = Set(members.map(\.number))
        history.people = members.map {
            CasePerson(number: $0.number, side: Side($0.role), groups: $0.groups)
        }
        history.entries = entries(of: numbers, asOf: day)
        history.proposals = cases(of: programme, asOf: day)
        history.pairs = casePairs(of: programme, asOf: day)
        let ownPairs = Set(history.pairs.map(\.number))
        history.contacts = contacts.filter {
            ownPairs.contains($0.pair) && $0.kind.isFollowUp && $0.date <= day
        }
        .map { CaseContact(pair: $0.pair, date: $0.date, isMade: $0.isMade) }
        history.answers = answers(of: numbers, asOf: day)
        history.sessions = caseSessions(of: programme, asOf: day)
        history.activities = activities.filter { numbers.contains($0.person) && $0.date <= day }.map {
            CaseActivity(person: $0.person, date: $0.date, minutes: $0.minutes, points: $0.points ?? 0)
        }
        history.donations = donations.filter { $0.programme == programme && $0.date <= day }.map {
            CaseDonation(date: $0.date, yen: $0.yen, donors: $0.donors)
        }
        history.forgotten = forgotten.filter { $0.programme == programme }.compactMap { row in
            guard let side = Side(row.role), let year = row.fiscalYear else { return nil }
            return CaseForgotten(side: side, year: year, people: row.counts.people)
        }
        history.dimensions = dimensions(of: programme, members)
        history.words = words(of: programme)
        return history
    }

    private func entries(of numbers: Set<Int>, asOf day: CivilDate) -> [CaseEntry] {
        let known = Dictionary(uniqueKeysWithValues: runs.map { ($0.number, $0.asOf) })
        var states: [Int: Set<Appearance.State>] = [:]
        for appearance in appearances where numbers.contains(appearance.person) {
            guard let date = known[appearance.run], date <= day else { continue }
            states[appearance.person, default: []].insert(appearance.state)
        }
        return stays.filter { numbers.contains($0.person) && $0.entered <= day }.map { stay in
            let left = stay.reason == .paired ? nil : stay.left
            return CaseEntry(
                person: stay.person, entered: stay.entered, withdrew: left,
                isEligible: states[stay.person].map { $0 != [.refused] })
        }
    }

    private func cases(of programme: String, asOf day: CivilDate) -> [CaseProposal] {
        let own = Dictionary(
            uniqueKeysWithValues: runs.filter {
                $0.programme == programme && !$0.isSuperseded && $0.asOf <= day
            }.map { ($0.number, $0.asOf) })
        let decided = Dictionary(uniqueKeysWithValues: decisions.map { ($0.proposal, $0) })
        return proposals.compactMap { proposal in
            guard let date = own[proposal.run] else { return nil }
            var decision: CaseProposal.Decision?
            if let known = decided[proposal.number], known.date <= day {
                decision =
                    known.declined.map { .declined(by: $0.by.rawValue, reason: $0.reason.rawValue) }
                    ?? .accepted
            }
            return CaseProposal(
                volunteer: proposal.volunteer, resident: proposal.resident, date: date, decision: decision)
        }
    }

    private func casePairs(of programme: String, asOf day: CivilDate) -> [CasePair] {
        let ends = Dictionary(uniqueKeysWithValues: outcomes.map { ($0.pair, $0) })
        var meetings: [Int: CivilDate] = [:]
        for contact in contacts where contact.kind.isMeeting && contact.isMade && contact.date <= day {
            meetings[contact.pair] = min(meetings[contact.pair] ?? contact.date, contact.date)
        }
        return pairs.filter { $0.programme == programme && $0.start <= day }.map { pair in
            let end = ends[pair.number].flatMap { $0.date <= day ? $0 : nil }
            return CasePair(
                number: pair.number, volunteer: pair.volunteer, resident: pair.resident, start: pair.start,
                mode: pair.mode, firstMeeting: meetings[pair.number],
                end: end.map {
                    CasePair.End(
                        date: $0.date, reason: $0.ended?.reason.rawValue,
                        isExcused: $0.ended?.isExcused ?? false,
                        continued: $0.continued)
                })
        }
    }

    /// Answers before and after; a question on two scales is two questions.
    private func answers(of numbers: Set<Int>, asOf day: CivilDate) -> [CaseAnswer] {
        let scales = Dictionary(grouping: surveys, by: \.item).mapValues { Set($0.map(\.scale)).count }
        return surveys.compactMap { survey in
            guard let person = survey.person, numbers.contains(person), survey.date <= day,
                survey.wave != .early
            else { return nil }
            let item = scales[survey.item] == 1 ? survey.item : "\(survey.item)-\(survey.scale)"
            return CaseAnswer(
                person: person, item: item, isBefore: survey.wave == .before, score: survey.score,
                date: survey.date)
        }
    }

    private func caseSessions(of programme: String, asOf day: CivilDate) -> [CaseSession] {
        let attended = Dictionary(grouping: attendances, by: \.session).mapValues {
            $0.map(\.person).sorted()
        }
        return sessions.filter { $0.programme == programme && $0.date <= day }.map { session in
            let people = attended[session.number] ?? []
            return CaseSession(
                date: session.date, minutes: session.minutes, kind: session.kind,
                participants: session.participants,
                // A list that is shorter than the count does not say who came.
                attendees: people.count == session.participants ? people : nil)
        }
    }

    private func dimensions(of programme: String, _ members: [Person]) -> [CaseDimension] {
        let own = labels.filter { $0.programme == programme }
        return own.filter(\.value.isEmpty).map { column in
            CaseDimension(
                key: column.key, label: column.text,
                values: own.filter { $0.key == column.key && !$0.value.isEmpty }.map {
                    CaseDimension.Value(key: $0.value, label: $0.text)
                },
                isExclusive: members.allSatisfy { ($0.groups[column.key]?.count ?? 0) <= 1 })
        }.filter { !$0.values.isEmpty }
    }

    private func words(of programme: String) -> [String: Bilingual] {
        var words: [String: Bilingual] = [:]
        for label in labels where label.programme == programme && !label.value.isEmpty {
            words[label.value] = words[label.value] ?? label.text
        }
        for tag in ContactKind.vocabulary.tags + EndReason.vocabulary.tags + DecisionReason.vocabulary.tags {
            words[tag.key] = tag.label
        }
        // How the two meet is a word of the file of decisions, not of a vocabulary; these two are the usual ones.
        words["in-person"] = words["in-person"] ?? Bilingual(ja: "対面", en: "in person")
        words["online"] = Bilingual(ja: "オンライン", en: "online")
        words[Decider.volunteer.rawValue] = Bilingual(ja: "ボランティア", en: "volunteer")
        words[Decider.resident.rawValue] = Bilingual(ja: "住民", en: "resident")
        words[Decider.coordinator.rawValue] = Bilingual(ja: "担当者", en: "coordinator")
        return words
    }
}

extension Side {
    /// The side of somebody who is on one.
    fileprivate init?(_ role: LedgerSnapshot.Role) {
        switch role {
        case .volunteer: self = .volunteer
        case .resident: self = .resident
        case .participant: return nil
        }
    }
}
