package import Records

/// Neither of the two is above the other in the chain of managers, however many steps lie between.
///
/// The chains are those of the people in both tables: a manager who is in neither is the end of a chain. Colleagues with
/// the same manager pass; a department is a rule of its own. Circles (A reports to B and B to A) put each above the other.
package struct ReportingLineRule: PairRule {
    /// Text field with the number of a person's manager.
    package let manager: String
    /// Text field with a person's own number.
    package let number: String
    /// Category or text field within which numbers are unique: the company; `nil` where they are unique everywhere.
    package let within: String?

    package init(manager: String, number: String, within: String? = nil) {
        self.manager = manager
        self.number = number
        self.within = within
    }

    package var id: String { "reporting-line-\(manager)" }

    package func label(in cohort: Cohort) -> Bilingual {
        Bilingual(ja: "上司・部下の関係にない", en: "neither reports to the other")
    }

    package func test(in cohort: Cohort) -> @Sendable (Int, Int) -> Bool {
        let chains = chains(in: cohort)
        return { volunteer, resident in
            let (mine, theirs) = (chains.people[0][volunteer], chains.people[1][resident])
            return !chains.isAbove(mine, theirs) && !chains.isAbove(theirs, mine)
        }
    }

    package func refusal(volunteer: Int, resident: Int, in cohort: Cohort) -> Bilingual {
        let chains = chains(in: cohort)
        return chains.isAbove(chains.people[0][volunteer], chains.people[1][resident])
            ? Bilingual(
                ja: "ボランティアが住民の上司にあたる", en: "the volunteer is above the resident in the line of managers")
            : Bilingual(
                ja: "住民がボランティアの上司にあたる", en: "the resident is above the volunteer in the line of managers")
    }

    /// Who is above whom, by numbers given to every employee number.
    private struct Chains: Sendable {
        /// Of the volunteers and of the residents.
        var people: [[Person]] = []
        /// Everybody above an employee, by the employee's place.
        var above: [Set<Int>] = []

        struct Person: Sendable {
            /// The place of the person's own number.
            var own: Int?
            /// The place of the manager's number, which counts even where the own number is missing.
            var manager: Int?
        }

        func isAbove(_ high: Person, _ low: Person) -> Bool {
            guard let own = high.own, let manager = low.manager else { return false }
            return own == manager || above[manager].contains(own)
        }
    }

    private struct Key: Hashable {
        let group: Int?
        let number: PersonID
    }

    private func chains(in cohort: Cohort) -> Chains {
        let groups = within.map { AnswerKeys($0, in: cohort) }
        var places: [Key: Int] = [:]
        var managers: [[Int]] = []
        func place(_ text: String?, _ group: Int?) -> Int? {
            guard let text else { return nil }
            let key = Key(group: group, number: PersonID(text))
            if let known = places[key] { return known }
            places[key] = managers.count
            managers.append([])
            return managers.count - 1
        }
        var chains = Chains()
        for side in Side.allCases {
            let table = cohort[side]
            let group = side == .volunteer ? groups?.volunteers : groups?.residents
            chains.people.append(
                zip(table.texts(number), table.texts(manager)).enumerated().map { person, texts in
                    let company = group?[person]
                    let found = Chains.Person(own: place(texts.0, company), manager: place(texts.1, company))
                    if let own = found.own, let manager = found.manager { managers[own].append(manager) }
                    return found
                })
        }
        chains.above = managers.indices.map { ReportingLineRule.everybodyAbove($0, managers) }
        return chains
    }

    /// Everybody who is reached going up; whoever is reached twice, as in a circle, is left at the second time.
    private static func everybodyAbove(_ employee: Int, _ managers: [[Int]]) -> Set<Int> {
        var found: Set<Int> = []
        var pending = managers[employee]
        while let next = pending.popLast() {
            if found.insert(next).inserted { pending += managers[next] }
        }
        return found
    }
}
