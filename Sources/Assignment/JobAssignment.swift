/// Jobs of which each goes to one of several agents, and agents with room for so much load: the generalised
/// assignment problem, in plain arrays.
///
///     maximise Σ_o worth_o x_o,   Σ_{o of job} x_o = 1,   Σ_{o of agent} load_o x_o ≤ room_agent
///
/// A job that may be left out has an option worth 0 for that, which loads nobody.
package struct JobAssignment {
    /// Number of jobs.
    package let jobCount: Int
    /// What every agent can carry.
    package let rooms: [Int]
    /// Job j has the options `optionStarts[j] ..< optionStarts[j + 1]`.
    package let optionStarts: [Int]
    /// Job of every option.
    package let jobs: [Int]
    /// Agent of every option; a job has at most one option with any agent.
    package let agents: [Int]
    /// What the agent must carry for it, 0 or more and within its room.
    package let loads: [Int]
    /// What the option is worth; more is better.
    package let worths: [Int]
    /// Agent a has the options `optionsByAgent[agentStarts[a] ..< agentStarts[a + 1]]`.
    package let agentStarts: [Int]
    package let optionsByAgent: [Int]

    /// One way to do a job.
    package struct Option {
        package let agent: Int
        package let load: Int
        package let worth: Int

        package init(agent: Int, load: Int, worth: Int) {
            self.agent = agent
            self.load = load
            self.worth = worth
        }
    }

    /// Puts the arrays together; options that an agent has no room for must have been left out.
    package init(_ options: [[Option]], rooms: [Int]) {
        jobCount = options.count
        self.rooms = rooms
        var starts = [0]
        for list in options { starts.append(starts[starts.count - 1] + list.count) }
        optionStarts = starts
        let all = options.joined()
        jobs = options.indices.flatMap { job in options[job].map { _ in job } }
        agents = all.map(\.agent)
        loads = all.map(\.load)
        worths = all.map(\.worth)
        var counts = [Int](repeating: 0, count: rooms.count + 1)
        for agent in agents { counts[agent + 1] += 1 }
        for agent in rooms.indices { counts[agent + 1] += counts[agent] }
        agentStarts = counts
        var byAgent = [Int](repeating: 0, count: agents.count)
        for (option, agent) in agents.enumerated() {
            byAgent[counts[agent]] = option
            counts[agent] += 1
        }
        optionsByAgent = byAgent
    }

    package var optionCount: Int { jobs.count }

    package func options(of job: Int) -> Range<Int> { optionStarts[job]..<optionStarts[job + 1] }

    /// Σ worth of a choice of one option for every job.
    package func worth(of choice: [Int]) -> Int { choice.reduce(0) { $0 + worths[$1] } }

    /// What a choice leaves of every agent's room; below 0 where it is too much.
    package func roomLeft(by choice: [Int]) -> [Int] {
        var left = rooms
        for option in choice { left[agents[option]] -= loads[option] }
        return left
    }
}
