/// Looks for a choice worth at least a target, or shows that there is none: depth first over jobs, every node
/// bounded by `JobRelaxation`, with all options that its losses rule out taken out at once.
///
/// A target just below the bound leaves few options; asking for one unit less each time costs little more than the
/// last question alone. Reference: Posta, Ferland, Michelon (2012).
package struct JobSearch {
    /// What became of a question.
    package enum Answer {
        /// One option for every job.
        case found([Int])
        /// No choice is worth the target.
        case none
        /// The time or the nodes were over first.
        case stopped
    }

    /// Steps of the prices at the first node, and at every other.
    private static let rounds = (root: 400, node: 7)

    package let problem: JobAssignment
    package var relaxation: JobRelaxation
    package private(set) var nodes = 0
    private var target = 0
    private var isDiving = false
    private var nodeLimit = Int.max
    private let isOver: () -> Bool

    package init(_ problem: JobAssignment, scale: Int, prices: [Int], isOver: @escaping () -> Bool) {
        self.problem = problem
        relaxation = JobRelaxation(problem, scale: scale, prices: prices)
        self.isOver = isOver
    }

    /// ⌊L / S⌋ at the prices in hand.
    package var bound: Int { relaxation.bound.dividedDown(by: relaxation.scale) }

    /// Lowers the bound by moving prices, and leaves the best prices met in place.
    ///
    /// Subgradient steps towards `aim`, a value below the bound; the length halves when nothing improves for a while.
    /// Ends early as soon as the bound is below `floor`.
    ///
    /// - Parameters:
    ///   - rounds: steps at most.
    ///   - patience: steps without improvement after which the length halves.
    ///   - memory: the part of the last direction in the next one, below 1: long descents zigzag without.
    ///   - aim: what a step of full length would reach if the bound fell in proportion.
    ///   - floor: where to stop, or `nil`.
    /// - Returns: a choice, if the relaxation met one that is optimal for it.
    package mutating func descend(rounds: Int, patience: Int, memory: Double = 0, aim: Int, floor: Int?)
        -> [Int]?
    {
        relaxation.pack()
        var (best, bestPrices) = (relaxation.bound, relaxation.prices)
        let aim = aim * relaxation.scale
        let floor = floor.map { $0 * relaxation.scale } ?? Int.min
        var length = 1.0
        var sinceBetter = 0
        var direction = [Double](repeating: 0, count: memory > 0 ? problem.jobCount : 0)
        for _ in 0..<rounds {
            if best < floor { break }
            guard move(length, memory, aim: aim, &direction) else { break }
            relaxation.pack()
            if relaxation.bound < best {
                (best, bestPrices) = (relaxation.bound, relaxation.prices)
                sinceBetter = 0
            } else {
                sinceBetter += 1
                if sinceBetter == patience {
                    (length, sinceBetter) = (length / 2, 0)
                    for job in direction.indices { direction[job] = 0 }
                    relaxation.setPrices(bestPrices)
                    relaxation.pack()
                }
            }
        }
        if relaxation.bound > best {
            relaxation.setPrices(bestPrices)
            relaxation.pack()
        }
        return complete
    }

    /// One step of the prices; `false` where none is left to make.
    private mutating func move(
        _ length: Double, _ memory: Double, aim: Int, _ direction: inout [Double]
    ) -> Bool {
        var (square, norm) = (0, 0.0)
        for job in relaxation.given.indices where relaxation.given[job] < 0 {
            let miss = relaxation.takers[job] - 1
            square += miss * miss
            guard memory > 0 else { continue }
            direction[job] = memory * direction[job] + (1 - memory) * Double(miss)
            norm += direction[job] * direction[job]
        }
        if square == 0 || length < 1e-3 { return false }
        let distance = Double(max(relaxation.bound - aim, relaxation.scale))
        // Where the remembered directions cancel out, a step along them would leave for nowhere.
        let follows = memory > 0 && norm > Double(square) / 16
        let step = length * distance / (follows ? norm : Double(square))
        if step < 0.5 && !follows { return false }
        for job in relaxation.given.indices where relaxation.given[job] < 0 {
            let change = (step * (follows ? direction[job] : Double(relaxation.takers[job] - 1))).rounded()
            if change == 0 { continue }
            let price = Double(relaxation.prices[job]) + change
            relaxation.setPrice(of: job, Int(max(-largestPrice, min(price, largestPrice))))
        }
        return true
    }

    /// A price by magnitude, so that sums of all prices stay far within 64 bits.
    private var largestPrice: Double { 0x1p58 / Double(problem.jobCount + 1) }

    /// Lowers the bound from anywhere: in rounds of long steps as long as they help, then in short ones.
    ///
    /// - Returns: the best choice, if the relaxation met it.
    package mutating func lowerBound(rounds: Int) -> [Int]? {
        relaxation.pack()
        var choice = complete
        var distance = max(1, abs(bound) / 20)
        for _ in 0..<Self.approaches {
            let before = relaxation.bound
            choice = descend(
                rounds: rounds / 6, patience: 10, memory: Self.memory, aim: bound - distance, floor: nil)
            if before - relaxation.bound < relaxation.scale { break }
        }
        distance = max(1, abs(bound) / 200)
        return choice
            ?? descend(
                rounds: rounds, patience: 20, memory: Self.memory, aim: bound - distance, floor: nil)
    }

    private static let approaches = 20
    private static let memory = 0.7

    /// The choice of the relaxation, if every job has exactly one taker.
    private var complete: [Int]? {
        var choice: [Int] = []
        for job in 0..<problem.jobCount {
            if relaxation.given[job] >= 0 {
                choice.append(relaxation.given[job])
            } else {
                guard relaxation.takers[job] == 1,
                    let option = problem.options(of: job).first(where: { relaxation.isTaken[$0] })
                else { return nil }
                choice.append(option)
            }
        }
        return choice
    }

    /// What it costs to take a job from all its takers.
    private func drops(of job: Int) -> Int {
        problem.options(of: job).reduce(0) { relaxation.isTaken[$1] ? $0 + relaxation.loss($1) : $0 }
    }

    /// What it costs to do a job by one option and no other.
    private func cost(_ option: Int, _ drops: Int) -> Int {
        let loss = relaxation.loss(option)
        return relaxation.isTaken[option] ? drops - loss : drops + loss
    }

    /// What an exclusion pass came to.
    private enum Exclusion { case hopeless, changed, same }

    /// Takes out every option that no choice worth the target has, and gives away jobs with one option left.
    private mutating func exclude() -> Exclusion {
        relaxation.findLosses()
        let slack = relaxation.bound - target * relaxation.scale
        if slack < 0 { return .hopeless }
        var hasChanged = false
        for job in 0..<problem.jobCount where relaxation.given[job] < 0 {
            let drops = drops(of: job)
            var last = -1
            for option in problem.options(of: job) where relaxation.isOpen[option] {
                if cost(option, drops) > slack {
                    relaxation.exclude(option)
                    hasChanged = true
                } else {
                    last = option
                }
            }
            if last < 0 { return .hopeless }
            if relaxation.openCounts[job] == 1 {
                if problem.loads[last] > relaxation.room(of: problem.agents[last]) { return .hopeless }
                relaxation.give(last)
                hasChanged = true
            }
        }
        return hasChanged ? .changed : .same
    }

    /// The open option to try first: the best of a job that the relaxation gives to nobody or to several agents, with
    /// few options left, of which even the best costs much, and the second more.
    private func branchingOption() -> Int? {
        var best: (isBroken: Bool, score: Int, option: Int)?
        for job in 0..<problem.jobCount where relaxation.given[job] < 0 {
            let isBroken = !isDiving && relaxation.takers[job] != 1
            if !isBroken, let best, best.isBroken { continue }
            let drops = drops(of: job)
            var (least, second, choice) = (Int.max, Int.max, -1)
            for option in problem.options(of: job) where relaxation.isOpen[option] {
                let needed = cost(option, drops)
                if needed < least {
                    (second, least, choice) = (least, needed, option)
                } else if needed < second {
                    second = needed
                }
            }
            guard choice >= 0, second < Int.max else { continue }
            let score = isDiving ? second : (second + 4 * least) / relaxation.openCounts[job]
            if best.map({ isBroken && !$0.isBroken || isBroken == $0.isBroken && score > $0.score }) ?? true {
                best = (isBroken, score, choice)
            }
        }
        return best?.option
    }

    /// Whether there is a choice worth the target.
    ///
    /// A dive decides first where a second choice costs most, which finds a good choice soon; otherwise first where the
    /// relaxation is broken, which shows soon that there is none.
    package mutating func answer(target: Int, isDiving: Bool, nodeLimit: Int) -> Answer {
        (self.target, self.isDiving) = (target, isDiving)
        self.nodeLimit = nodes + nodeLimit
        return search(isRoot: true)
    }

    /// The problem of the options that are still open, with the number of each here.
    package func remaining() -> (problem: JobAssignment, origins: [Int], prices: [Int]) {
        var origins: [Int] = []
        let options = (0..<problem.jobCount).map { job in
            problem.options(of: job).filter { relaxation.isOpen[$0] }.map { option in
                origins.append(option)
                return JobAssignment.Option(
                    agent: problem.agents[option], load: problem.loads[option], worth: problem.worths[option])
            }
        }
        return (JobAssignment(options, rooms: problem.rooms), origins, relaxation.prices)
    }

    /// Excludes for good what no choice worth the target has.
    ///
    /// - Returns: `false` when nothing is left.
    package mutating func reduce(target: Int) -> Bool {
        self.target = target
        while true {
            relaxation.pack()
            switch exclude() {
            case .hopeless: return false
            case .same: return true
            case .changed: continue
            }
        }
    }

    private mutating func search(isRoot: Bool) -> Answer {
        var isRoot = isRoot
        while true {
            nodes += 1
            if nodes > nodeLimit || isOver() { return .stopped }
            let rounds = isRoot ? Self.rounds.root : Self.rounds.node
            var isSettled = false
            while !isSettled {
                if let choice = descend(
                    rounds: rounds, patience: isRoot ? 15 : 5, memory: isRoot ? Self.memory : 0,
                    aim: target - 1, floor: target),
                    problem.worth(of: choice) >= target
                {
                    return .found(choice)
                }
                if relaxation.bound < target * relaxation.scale { return .none }
                switch exclude() {
                case .hopeless: return .none
                case .changed: relaxation.pack()
                case .same: isSettled = true
                }
            }
            guard let option = branchingOption() else { return .none }
            let (mark, prices) = (relaxation.mark, relaxation.prices)
            relaxation.give(option)
            let answer = search(isRoot: false)
            guard case .none = answer else { return answer }
            relaxation.undo(to: mark)
            relaxation.setPrices(prices)
            relaxation.exclude(option)
            isRoot = false
        }
    }
}

extension Int {
    /// The quotient, rounded down.
    func dividedDown(by divisor: Int) -> Int {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
