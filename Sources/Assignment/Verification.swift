/// Checks a solution and its proof against the problem, in integers, trusting no number that the solver
/// stated: feasibility, locks, limits, goal values, and every goal's bound by weak duality (`Certificate`).
///
/// Shares no code with any solver. An empty answer means: the edges are allowed, worth what they claim, and
/// no allowed choice surpasses the stated bounds. Where a proof's method is branch and bound, the kernel's
/// size is checked, and that nothing better lies inside it is the program solver's word.
///
/// - Complexity: O(|L| + |R| + goals² · |E| + goals · limit terms).
package func verify(_ solution: MatchSolution, _ problem: AssignmentProblem) -> [VerificationFinding] {
    var findings = checkEdges(solution, problem)
    // Sums over edges that do not exist mean nothing.
    guard findings.isEmpty else { return findings }
    findings += checkLimits(solution, problem)
    findings += checkValues(solution, problem)
    guard findings.isEmpty else { return findings }
    for goal in problem.goals.indices {
        findings += checkProof(of: goal, solution, problem)
    }
    return findings
}

private func checkEdges(_ solution: MatchSolution, _ problem: AssignmentProblem) -> [VerificationFinding] {
    let graph = problem.graph
    var findings: [VerificationFinding] = []
    var usedLeft = [Int](repeating: 0, count: graph.leftCount)
    var usedRight = [Int](repeating: 0, count: graph.rightCount)
    var total: Int128 = 0
    for (position, edge) in solution.edges.enumerated() {
        guard edge >= 0, edge < graph.edgeCount else {
            findings.append(.edgeOutOfRange(edge: edge))
            continue
        }
        if position > 0, solution.edges[position - 1] >= edge {
            findings.append(.edgesOutOfOrder(position: position))
        }
        usedLeft[graph.left(of: edge)] += 1
        usedRight[graph.right(of: edge)] += 1
        total += Int128(edge) + 1
    }
    if total != solution.certificate.edgeTotal { findings.append(.edgeTotalDiffers) }
    for (vertex, used) in usedLeft.enumerated() where used > problem.leftCapacities[vertex] {
        let capacity = problem.leftCapacities[vertex]
        findings.append(.overCapacity(.left, vertex: vertex, used: used, capacity: capacity))
    }
    for (vertex, used) in usedRight.enumerated() where used > problem.rightCapacities[vertex] {
        let capacity = problem.rightCapacities[vertex]
        findings.append(.overCapacity(.right, vertex: vertex, used: used, capacity: capacity))
    }
    for vertex in problem.mustFillLeft where usedLeft[vertex] != problem.leftCapacities[vertex] {
        let (used, capacity) = (usedLeft[vertex], problem.leftCapacities[vertex])
        findings.append(.notFilled(.left, vertex: vertex, used: used, capacity: capacity))
    }
    for vertex in problem.mustFillRight where usedRight[vertex] != problem.rightCapacities[vertex] {
        let (used, capacity) = (usedRight[vertex], problem.rightCapacities[vertex])
        findings.append(.notFilled(.right, vertex: vertex, used: used, capacity: capacity))
    }
    let chosen = Set(solution.edges)
    for edge in problem.locked where !chosen.contains(edge) { findings.append(.lockMissing(edge: edge)) }
    return findings
}

private func checkLimits(_ solution: MatchSolution, _ problem: AssignmentProblem) -> [VerificationFinding] {
    let chosen = Set(solution.edges)
    return problem.limits.enumerated().compactMap { index, limit in
        let sum = limit.terms.reduce(0) { chosen.contains($1.edge) ? $0 + $1.coefficient : $0 }
        let holds = (limit.lower.map { $0 <= sum } ?? true) && (limit.upper.map { sum <= $0 } ?? true)
        return holds ? nil : .limitBroken(limit: index, sum: sum)
    }
}

private func checkValues(_ solution: MatchSolution, _ problem: AssignmentProblem) -> [VerificationFinding] {
    let count = problem.goals.count
    guard solution.goalValues.count == count, solution.certificate.goals.count == count else {
        return [.wrongGoalCount]
    }
    return problem.goals.indices.flatMap { goal in
        let sum = solution.edges.reduce(0) { $0 + problem.goals[goal].weights[$1] }
        return [solution.goalValues[goal], solution.certificate.goals[goal].value].filter { $0 != sum }
            .map { VerificationFinding.valueDiffers(goal: goal, stated: $0, recomputed: sum) }
    }
}

private func checkProof(
    of goal: Int, _ solution: MatchSolution, _ problem: AssignmentProblem
) -> [VerificationFinding] {
    let proof = solution.certificate.goals[goal]
    let graph = problem.graph
    guard proof.scale > 0, proof.left.count == graph.leftCount, proof.right.count == graph.rightCount,
        proof.limits.count == problem.limits.count, proof.held.count == goal
    else { return [.malformedProof(goal: goal)] }

    var findings = checkSigns(of: goal, proof, problem)
    guard let recomputed = DualRecomputation(of: goal, solution, problem) else {
        return findings + [.overflow(goal: goal)]
    }
    if recomputed.multiplierTotal != proof.multiplierTotal {
        findings.append(.multiplierTotalDiffers(goal: goal))
    }
    if recomputed.dualValue != proof.dualValue {
        findings.append(
            .dualValueDiffers(goal: goal, stated: proof.dualValue, recomputed: recomputed.dualValue))
    }
    let maximises = problem.goals[goal].sense == .maximise
    let best = recomputed.bound(scale: proof.scale)
    let bound = maximises ? best : -best
    if bound != Int128(proof.bound) {
        findings.append(.boundDiffers(goal: goal, stated: proof.bound, recomputed: bound))
    }
    let gap = maximises ? bound - Int128(proof.value) : Int128(proof.value) - bound
    switch proof.method {
    case .duals:
        if gap != 0 { findings.append(.methodUnsupported(goal: goal)) }
    case .open(let stated):
        if gap != Int128(stated) || gap < 0 { findings.append(.methodUnsupported(goal: goal)) }
    case .branchAndBound(let kernelEdges, let stated):
        if gap != Int128(stated) || gap < 0 { findings.append(.methodUnsupported(goal: goal)) }
        // An edge is in the kernel when having it (or lacking it) may still give a value above the solution's.
        let toBeat = (Int128(maximises ? proof.value : -proof.value) + 1) * proof.scale
        let locked = Set(problem.locked)
        var open = 0
        recomputed.forEachEdge { edge, value in
            if recomputed.dualValue - Int128(value.magnitude) >= toBeat && !locked.contains(edge) {
                open += 1
            }
        }
        if open != kernelEdges {
            findings.append(.kernelDiffers(goal: goal, stated: kernelEdges, recomputed: open))
        }
    }
    return findings
}

private func checkSigns(
    of goal: Int, _ proof: GoalProof, _ problem: AssignmentProblem
) -> [VerificationFinding] {
    var findings: [VerificationFinding] = []
    let freeLeft = Set(problem.mustFillLeft)
    let freeRight = Set(problem.mustFillRight)
    for (index, value) in proof.left.enumerated() where value < 0 && !freeLeft.contains(index) {
        findings.append(.wrongSign(goal: goal, multiplier: "left", index: index))
    }
    for (index, value) in proof.right.enumerated() where value < 0 && !freeRight.contains(index) {
        findings.append(.wrongSign(goal: goal, multiplier: "right", index: index))
    }
    for (index, value) in proof.limits.enumerated() {
        let limit = problem.limits[index]
        if (value > 0 && limit.upper == nil) || (value < 0 && limit.lower == nil) {
            findings.append(.wrongSign(goal: goal, multiplier: "limit", index: index))
        }
    }
    return findings
}
