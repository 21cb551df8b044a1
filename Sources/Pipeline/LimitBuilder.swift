import Assignment
import CaseLedger
import Compatibility
import Programmes
import Records

/// Turns what the programme says of limits into rows over the candidate pairs.
struct LimitBuilder {
    let cohort: Cohort
    let programme: Programme
    let candidates: Candidates
    /// The most partners of every person.
    let places: [Side: [Int]]
    /// What the ledger remembers, where there is one.
    var memory: LedgerMemory?
    /// People who get no partner so that others have their fewest.
    var closed: [Side: Set<Int>] = [:]

    private var edges: Candidates.EdgeList { candidates.edges }

    /// Every row, in the order of the programme, then the fewest partners by person.
    ///
    /// - Throws: `PipelineError.negativeAmount` where a cell would make a sum smaller.
    func rows() throws(PipelineError) -> [LimitRow] {
        var rows: [LimitRow] = []
        var seen: [String: Int] = [:]
        func id(_ kind: String) -> String {
            seen[kind, default: 0] += 1
            return "\(kind)-\(seen[kind, default: 0])"
        }
        for (index, limit) in programme.limits.enumerated() {
            switch limit {
            case .caseload(let caseload): rows += self.rows(caseload, id: id("caseload"))
            case .quota(let quota): rows.append(row(quota, id: id("quota")))
            case .budget(let budget): rows.append(try row(budget, id: id("budget")))
            case .hours(let hours): rows += try self.rows(hours, index, id: id("hours"))
            case .count(let count): rows += try self.rows(count, index, id: id("count"))
            }
        }
        return rows + Side.allCases.flatMap(fewestPartners)
    }

    /// The person of an edge on one side.
    private static func person(_ edge: Candidates.Edge, _ side: Side) -> Int {
        side == .resident ? edge.resident : edge.volunteer
    }

    /// The edges of each person of a side, or of some of them only.
    func edgesByPerson(_ side: Side, where isWanted: (Int) -> Bool = { _ in true }) -> [[Int]] {
        let wanted = cohort[side].ids.indices.map(isWanted)
        switch side {
        case .resident:
            return wanted.indices.map { wanted[$0] ? Array(candidates.edges(ofResident: $0).indices) : [] }
        case .volunteer:
            var lists = wanted.indices.map { person in
                var list: [Int] = []
                if wanted[person] { list.reserveCapacity(candidates.volunteerDegrees[person]) }
                return list
            }
            guard wanted.contains(true) else { return lists }
            for (number, volunteer) in edges.volunteers.enumerated() where wanted[Int(volunteer)] {
                lists[Int(volunteer)].append(number)
            }
            return lists
        }
    }

    // MARK: Caseload

    private func rows(_ caseload: Caseload, id: String) -> [LimitRow] {
        let table = cohort[caseload.side]
        let lists = edgesByPerson(caseload.side)
        return caseload.groups(in: cohort).map { people in
            let terms = people.flatMap { lists[$0] }.sorted().map { Limit.Term(edge: $0) }
            let (group, isPublic) = label(of: people, caseload, table)
            return LimitRow(
                id: id, label: caseload.label, group: group, isGroupPublic: isPublic,
                asks: LimitText.caseload(caseload.atMost, running: running(caseload, people)), scale: .pairs,
                limit: Limit(
                    name: id, terms: terms, atMost: max(0, caseload.atMost - running(caseload, people))))
        }
    }

    /// Running pairs are in somebody's care as much as new ones.
    private func running(_ caseload: Caseload, _ people: [Int]) -> Int {
        guard let memory, programme.errands == nil else { return 0 }
        return caseload.running(people, in: cohort, memory.history)
    }

    /// A word of a vocabulary is shown; a text may be anybody's name, so the first person's id stands for it.
    private func label(of people: [Int], _ caseload: Caseload, _ table: PersonTable) -> (Bilingual, Bool) {
        let tags = cohort.vocabulary(ofField: caseload.field).tags
        if case .category? = cohort.fields[caseload.field]?.kind,
            let tag = table.categories(caseload.field)[people[0]]
        {
            return (tags[tag].label, true)
        }
        let id = table.ids[people[0]].text
        if people.count == 1 { return (Bilingual(id), false) }
        return (Bilingual(ja: "\(id) ほか\(people.count - 1)", en: "\(id) and \(people.count - 1) more"), false)
    }

    // MARK: Quota

    private func row(_ quota: Quota, id: String) -> LimitRow {
        let members = quota.group.members(in: cohort)
        let isMember = edges.map { members[Self.person($0, quota.group.side)] }
        let isLower = quota.sense == .atLeast
        func row(_ asks: Bilingual, _ scale: LimitRow.Scale, _ limit: Limit) -> LimitRow {
            LimitRow(
                id: id, label: quota.label,
                asks: memory?.history.running.isEmpty ?? true ? asks : LimitText.ofThisRun(asks),
                scale: scale, limit: limit,
                isRelaxable: quota.isRelaxed)
        }
        func count(_ needs: Int, _ asks: Bilingual) -> LimitRow {
            let terms = edges.indices.filter { isMember[$0] }.map { Limit.Term(edge: $0) }
            return row(asks, .pairs, Self.limit(id, terms, isLower: isLower, needs))
        }
        switch quota.amount {
        case .pairs(let number):
            return count(number, LimitText.bound(number, .pairs, isLower: isLower))
        case .shareOfEligible(let share):
            let side = quota.group.side
            let sizes = places[side] ?? []
            let total = members.indices.filter { members[$0] && candidates.isEligible(side, $0) }
                .reduce(0) { $0 + sizes[$1] }
            // At least rounds up and at most down, so that the share itself is always kept.
            let needs = (total * share + (isLower ? Quota.whole - 1 : 0)) / Quota.whole
            return count(needs, LimitText.bound(quota, share: share, of: total, needs: needs))
        case .shareOfPairs(let share):
            let terms = edges.indices.map { edge in
                Limit.Term(edge: edge, coefficient: isMember[edge] ? Quota.whole - share : -share)
            }
            return row(
                LimitText.bound(quota, shareOfPairs: share), .share(member: Quota.whole - share),
                Self.limit(id, terms, isLower: isLower, 0))
        }
    }

    private static func limit(_ name: String, _ terms: [Limit.Term], isLower: Bool, _ bound: Int) -> Limit {
        isLower
            ? Limit(name: name, terms: terms, atLeast: bound) : Limit(name: name, terms: terms, atMost: bound)
    }

    // MARK: Budget and hours

    private func row(_ budget: Budget, id: String) throws(PipelineError) -> LimitRow {
        let amounts: [Int]
        let scale: LimitRow.Scale
        switch budget.quantity {
        case .distance(let field):
            let places = [cohort.residents, cohort.volunteers].map { $0.places(field).map { $0?.coordinate } }
            amounts = edges.map { edge in
                guard let a = places[0][edge.resident], let b = places[1][edge.volunteer] else { return 0 }
                return (a.metres(to: b) + 99) / 100
            }
            scale = .distance
        case .number(let field, let side):
            let numbers = try amountsOf(field, side)
            amounts = edges.map { numbers[Self.person($0, side)] }
            scale = .number
        }
        let terms = edges.indices.filter { amounts[$0] > 0 }
            .map { Limit.Term(edge: $0, coefficient: amounts[$0]) }
        return LimitRow(
            id: id, label: budget.label, asks: LimitText.bound(budget.atMost, scale, isLower: false),
            scale: scale, limit: Limit(name: id, terms: terms, atMost: budget.atMost))
    }

    /// One row for each volunteer (and period) with candidates; those whose hours suffice for any choice are only
    /// reported.
    private func rows(_ hours: Hours, _ index: Int, id: String) throws(PipelineError) -> [LimitRow] {
        var available = try amountsOf(hours.field, .volunteer)
        let loads: [Int]
        var scale = LimitRow.Scale.number
        switch hours.load {
        case .fixed(let load): loads = Array(repeating: load, count: cohort.residents.count)
        case .field(let field): loads = try amountsOf(field, .resident)
        case .duration(let field):
            loads = try amountsOf(field, .resident)
            available = available.map { $0 * 60 }
            scale = .minutes
        }
        return edgesByVolunteer(per: hours.period).compactMap { volunteer, start, list in
            let left = memory?.reduced.left(ofLimit: index, volunteer: volunteer, start: start)
            let own = left ?? available[volunteer]
            let terms = list.filter { loads[edges[$0].resident] > 0 }
                .map { Limit.Term(edge: $0, coefficient: loads[edges[$0].resident]) }
            guard !terms.isEmpty else { return nil }
            let most = terms.map(\.coefficient).sorted(by: >).prefix((places[.volunteer] ?? [])[volunteer])
            return LimitRow(
                id: id, label: hours.label, group: Bilingual(cohort.volunteers.ids[volunteer].text),
                isGroupPublic: false, asks: LimitText.bound(own, scale, isLower: false),
                scale: scale, limit: Limit(name: id, terms: terms, atMost: own),
                isPersonal: true, isRedundant: most.reduce(0, +) <= own, period: hours.period,
                isReduced: left != nil)
        }
    }

    /// The numbers of a field that every usable row has.
    private func amountsOf(_ field: String, _ side: Side) throws(PipelineError) -> [Int] {
        let table = cohort[side]
        let numbers = table.numbers(field).map { $0 ?? 0 }
        if let person = numbers.firstIndex(where: { $0 < 0 }) {
            throw .negativeAmount(
                table.ids[person], field: cohort.label(ofField: field), value: numbers[person])
        }
        return numbers
    }

    // MARK: Fewest partners

    /// The fewest partners that each person asks for: 0 where nothing is asked.
    static func leastPartners(_ side: Side, _ cohort: Cohort, _ programme: Programme) -> [Int] {
        let table = cohort[side]
        switch programme.leastPartners[side] {
        case .fixed(let number)?: return Array(repeating: number, count: table.count)
        case .field(let field)?: return table.numbers(field).map { max(0, $0 ?? 0) }
        case nil: return Array(repeating: 0, count: table.count)
        }
    }

    private func fewestPartners(_ side: Side) -> [LimitRow] {
        let least = Self.leastPartners(side, cohort, programme)
        let person = programme.person(side).label
        // Who has fewer candidates than that has no places: nobody is better than too few.
        return edgesByPerson(side) { least[$0] > 0 }.enumerated().compactMap { index, list in
            guard least[index] > 0, closed[side]?.contains(index) != true,
                min((places[side] ?? [])[index], list.count) >= least[index]
            else {
                return nil
            }
            return LimitRow(
                id: "capacity-\(side.rawValue)",
                label: Bilingual(ja: "\(person.ja)1人あたりの最少件数", en: "fewest partners of a \(person.en)"),
                group: Bilingual(cohort[side].ids[index].text), isGroupPublic: false,
                asks: LimitText.bound(least[index], .pairs, isLower: true), scale: .pairs,
                limit: Limit(
                    name: "capacity-\(side.rawValue)", terms: list.map { Limit.Term(edge: $0) },
                    atLeast: least[index]),
                isPersonal: true)
        }
    }
}
