/// The Lagrangian relaxation of a generalised assignment: every job has a price, and every agent packs what is
/// worth more than its price, for itself.
///
///     L(u) = Σ_j u_j + Σ_a max { Σ_o (S worth_o − u_j(o)) x_o : the loads fit }  ≥  S · worth of any choice
///
/// In integers throughout. Options can be excluded, jobs given away for good, and both taken back; agents whose
/// packing did not change are not packed again.
///
/// Reference: Fisher, Jaikumar, Van Wassenhove, Management Science 32 (1986), for the relaxation; Posta, Ferland,
/// Michelon, Computational Optimization and Applications 52 (2012), for what it costs to force or forbid an option.
package struct JobRelaxation {
    package let problem: JobAssignment
    /// S.
    package let scale: Int
    /// u_j.
    package private(set) var prices: [Int]
    /// Whether an option can still be chosen.
    package private(set) var isOpen: [Bool]
    /// The option a job was given to, or −1.
    package private(set) var given: [Int]
    /// Whether the agent of an option packs it.
    package private(set) var isTaken: [Bool]
    /// How many agents pack a job.
    package private(set) var takers: [Int]
    /// How many options of a job are open.
    package private(set) var openCounts: [Int]

    private var rooms: [Int]
    private var givenWorth = 0
    private var priceTotal = 0
    private var agentValues: [Int]
    private var valueTotal = 0
    private var isDirty: [Bool]
    private var areLossesOld: [Bool]
    /// What it costs to do without a taken option, or to have another one.
    private var losses: [Int]
    private var trail: [Change] = []
    private var table = KnapsackTable()
    private var items: [Int] = []
    private var values: [Int] = []
    private var weights: [Int] = []

    private enum Change {
        case excluded(Int)
        case given(job: Int)
    }

    package init(_ problem: JobAssignment, scale: Int, prices: [Int]) {
        self.problem = problem
        self.scale = scale
        self.prices = prices
        priceTotal = prices.reduce(0, +)
        isOpen = .init(repeating: true, count: problem.optionCount)
        given = .init(repeating: -1, count: problem.jobCount)
        isTaken = .init(repeating: false, count: problem.optionCount)
        takers = .init(repeating: 0, count: problem.jobCount)
        openCounts = (0..<problem.jobCount).map { problem.options(of: $0).count }
        rooms = problem.rooms
        agentValues = .init(repeating: 0, count: problem.rooms.count)
        isDirty = .init(repeating: true, count: problem.rooms.count)
        areLossesOld = .init(repeating: true, count: problem.rooms.count)
        losses = .init(repeating: 0, count: problem.optionCount)
    }

    /// S · worth − u of an option.
    @inline(__always)
    package func profit(_ option: Int) -> Int {
        scale &* problem.worths[option] &- prices[problem.jobs[option]]
    }

    /// L(u), after `pack`.
    package var bound: Int { priceTotal + valueTotal + givenWorth }

    /// A point to come back to.
    package var mark: Int { trail.count }

    package mutating func setPrice(of job: Int, _ price: Int) {
        let old = prices[job]
        guard price != old else { return }
        prices[job] = price
        guard given[job] < 0 else { return }
        priceTotal += price - old
        for option in problem.options(of: job) where isOpen[option] {
            let agent = problem.agents[option]
            areLossesOld[agent] = true
            let worth = scale &* problem.worths[option]
            if worth > old || worth > price { isDirty[agent] = true }
        }
    }

    package mutating func setPrices(_ prices: [Int]) {
        for (job, price) in prices.enumerated() { setPrice(of: job, price) }
    }

    /// Takes an option out.
    package mutating func exclude(_ option: Int) {
        close(option)
        trail.append(.excluded(option))
    }

    private mutating func close(_ option: Int) {
        isOpen[option] = false
        openCounts[problem.jobs[option]] -= 1
        if isTaken[option] { isDirty[problem.agents[option]] = true }
    }

    /// Gives a job to the agent of an open option for good.
    package mutating func give(_ option: Int) {
        let (job, agent) = (problem.jobs[option], problem.agents[option])
        for other in problem.options(of: job) where other != option && isOpen[other] { exclude(other) }
        given[job] = option
        givenWorth += scale * problem.worths[option]
        priceTotal -= prices[job]
        rooms[agent] -= problem.loads[option]
        isDirty[agent] = true
        trail.append(.given(job: job))
    }

    /// Takes back everything done since a mark.
    package mutating func undo(to mark: Int) {
        while trail.count > mark, let change = trail.popLast() {
            switch change {
            case .excluded(let option):
                isOpen[option] = true
                openCounts[problem.jobs[option]] += 1
                isDirty[problem.agents[option]] = true
            case .given(let job):
                let option = given[job]
                given[job] = -1
                givenWorth -= scale * problem.worths[option]
                priceTotal += prices[job]
                rooms[problem.agents[option]] += problem.loads[option]
                isDirty[problem.agents[option]] = true
            }
        }
    }

    /// Whether some agent was given more than it can carry.
    package var isOverloaded: Bool { rooms.contains { $0 < 0 } }

    /// What is left of an agent's room.
    package func room(of agent: Int) -> Int { rooms[agent] }

    /// Packs every agent for which something changed.
    package mutating func pack() {
        for agent in rooms.indices where isDirty[agent] { pack(agent, withLosses: false) }
    }

    /// Losses of all options, after `pack`.
    package mutating func findLosses() {
        for agent in rooms.indices where areLossesOld[agent] { pack(agent, withLosses: true) }
    }

    /// What it costs, at these prices, to do without a taken option, or to have another one.
    package func loss(_ option: Int) -> Int { losses[option] }

    private mutating func pack(_ agent: Int, withLosses: Bool) {
        let range = problem.agentStarts[agent]..<problem.agentStarts[agent + 1]
        let room = rooms[agent]
        items.removeAll(keepingCapacity: true)
        values.removeAll(keepingCapacity: true)
        weights.removeAll(keepingCapacity: true)
        var (total, value) = (0, 0)
        for position in range {
            let option = problem.optionsByAgent[position]
            let job = problem.jobs[option]
            if isTaken[option] {
                isTaken[option] = false
                takers[job] -= 1
            }
            guard isOpen[option], given[job] < 0 else { continue }
            let profit = profit(option)
            guard profit > 0, problem.loads[option] <= room else { continue }
            items.append(option)
            values.append(profit)
            weights.append(problem.loads[option])
            total += problem.loads[option]
            value += profit
        }
        let fits = total <= room
        if fits {
            for option in items { take(option) }
        } else {
            table.fillFirst(values, weights, room: room)
            value = table.best(within: room)
            var taken: [Int] = []
            table.forEachTaken(weights) { taken.append($0) }
            for item in taken { take(items[item]) }
        }
        valueTotal += value - agentValues[agent]
        agentValues[agent] = value
        isDirty[agent] = false
        areLossesOld[agent] = true
        if withLosses { findLosses(agent, range, value, spare: fits ? room - total : nil) }
    }

    private mutating func take(_ option: Int) {
        isTaken[option] = true
        takers[problem.jobs[option]] += 1
    }

    /// The losses of an agent just packed; `spare` is what is left of its room where everything fits.
    private mutating func findLosses(_ agent: Int, _ range: Range<Int>, _ value: Int, spare: Int?) {
        let room = rooms[agent]
        areLossesOld[agent] = false
        if spare == nil { table.fillLast(values, weights) }
        var isTabled = spare == nil
        for (item, option) in items.enumerated() {
            if spare != nil {
                losses[option] = values[item]
            } else if isTaken[option] {
                losses[option] = value - table.best(without: item, within: room)
            } else {
                losses[option] =
                    value - values[item] - table.best(without: item, within: room - weights[item])
            }
        }
        for position in range {
            let option = problem.optionsByAgent[position]
            guard isOpen[option], given[problem.jobs[option]] < 0 else { continue }
            let (profit, load) = (profit(option), problem.loads[option])
            if load > room {
                losses[option] = Self.forbidding
            } else if profit <= 0 {
                if let spare, load <= spare {
                    losses[option] = -profit
                } else {
                    if !isTabled {
                        table.fillFirst(values, weights, room: room)
                        isTabled = true
                    }
                    losses[option] = value - profit - table.best(within: room - load)
                }
            }
        }
    }

    /// More than any bound.
    package static let forbidding = Int.max / 4
}
