import Assignment
import TestKit
import Testing

@Suite("Jobs, agents and loads: bounds and searches equal trying every choice")
struct JobSearchTests {
    /// A random assignment of up to 6 jobs to 3 agents, and all its choices.
    private struct Draft {
        let problem: JobAssignment
        let choices: [[Int]]
        private(set) var random: SplitMix64

        init(seed: UInt64) {
            var random = SplitMix64(seed: seed)
            var options: [[JobAssignment.Option]] = []
            let rooms = (0..<3).map { _ in random.number(in: 0...20) }
            for _ in 0..<random.number(in: 1...6) {
                var list: [JobAssignment.Option] = []
                for agent in 0..<3 where !random.once(in: 4) {
                    let option = JobAssignment.Option(
                        agent: agent, load: random.number(in: 0...12), worth: random.number(in: -30...30))
                    if option.load <= rooms[agent] { list.append(option) }
                }
                if !list.isEmpty { options.append(list) }
            }
            let problem = JobAssignment(options, rooms: rooms)
            self.problem = problem
            self.random = random
            var choices: [[Int]] = [[]]
            for job in 0..<problem.jobCount {
                choices = choices.flatMap { choice in problem.options(of: job).map { choice + [$0] } }
            }
            self.choices = choices.filter { problem.roomLeft(by: $0).allSatisfy { $0 >= 0 } }
        }

        mutating func prices() -> [Int] { (0..<problem.jobCount).map { _ in random.number(in: -300...300) } }
    }

    @Test("no choice is worth more than the relaxation's bound at any prices, nor with an option at its loss")
    func boundsHold() {
        for seed in 0..<80 as Range<UInt64> {
            var draft = Draft(seed: seed)
            let problem = draft.problem
            var relaxation = JobRelaxation(problem, scale: 10, prices: draft.prices())
            relaxation.pack()
            relaxation.findLosses()
            for choice in draft.choices {
                let worth = 10 * problem.worth(of: choice)
                #expect(worth <= relaxation.bound)
                for option in choice where !relaxation.isTaken[option] {
                    #expect(worth <= relaxation.bound - relaxation.loss(option))
                }
                for option in problem.jobs.indices where relaxation.isTaken[option] {
                    if choice[problem.jobs[option]] != option {
                        #expect(worth <= relaxation.bound - relaxation.loss(option))
                    }
                }
            }
        }
    }

    @Test("what was excluded and given away is as if it had never been, once taken back")
    func undoRestores() {
        for seed in 0..<100 as Range<UInt64> {
            var draft = Draft(seed: seed)
            guard draft.problem.optionCount > 1, let choice = draft.choices.last else { continue }
            let prices = draft.prices()
            var relaxation = JobRelaxation(draft.problem, scale: 10, prices: prices)
            relaxation.pack()
            let (bound, taken) = (relaxation.bound, relaxation.isTaken)
            let mark = relaxation.mark
            for option in choice.prefix(2) { relaxation.give(option) }
            relaxation.pack()
            relaxation.setPrices(draft.prices())
            relaxation.undo(to: mark)
            relaxation.setPrices(prices)
            relaxation.pack()
            #expect(relaxation.bound == bound)
            #expect(relaxation.isTaken == taken)
        }
    }

    @Test("asked for the best worth it finds such a choice, asked for more it says that there is none")
    func answersAreRight() {
        for seed in 0..<120 as Range<UInt64> {
            let draft = Draft(seed: seed)
            let problem = draft.problem
            let best = draft.choices.map { problem.worth(of: $0) }.max()
            for isDiving in [false, true] {
                for target in [best ?? -500, (best ?? -500) - 7, (best ?? -500) + 1] {
                    var search = JobSearch(
                        problem, scale: 16, prices: .init(repeating: 0, count: problem.jobCount)
                    ) { false }
                    switch search.answer(target: target, isDiving: isDiving, nodeLimit: 10_000) {
                    case .found(let choice):
                        #expect(problem.worth(of: choice) >= target)
                        #expect(problem.roomLeft(by: choice).allSatisfy { $0 >= 0 })
                        #expect(choice.enumerated().allSatisfy { problem.jobs[$1] == $0 })
                    case .none: #expect(best.map { target > $0 } ?? true)
                    case .stopped: Issue.record("stopped before 10,000 nodes")
                    }
                }
            }
        }
    }

    @Test("reducing for a target keeps every choice that is worth it")
    func reductionIsSafe() {
        for seed in 0..<100 as Range<UInt64> {
            let draft = Draft(seed: seed)
            let problem = draft.problem
            let worths = draft.choices.map { problem.worth(of: $0) }
            guard let best = worths.max() else { continue }
            var search = JobSearch(
                problem, scale: 16, prices: .init(repeating: 0, count: problem.jobCount)
            ) { false }
            _ = search.lowerBound(rounds: 60)
            #expect(search.bound >= best)
            for target in [best - 10, best] {
                var reduced = search
                let isPossible = reduced.reduce(target: target)
                #expect(isPossible)
                let (small, origins, _) = reduced.remaining()
                for (choice, worth) in zip(draft.choices, worths) where worth >= target {
                    #expect(choice.allSatisfy { origins.contains($0) })
                }
                #expect(small.optionCount == origins.count)
            }
            var beyond = search
            if beyond.reduce(target: best + 1) { #expect(search.bound > best) }
        }
    }
}
