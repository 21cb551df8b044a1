/// Prices of limits, in parts of a unit of the objective.
struct LimitCharges {
    /// Parts in a unit.
    let scale: Int
    /// λ_l · scale: ≥ 0 for an upper bound, ≤ 0 for a lower one.
    var prices: [Int]
}

/// Good prices for the limits before any linear program is solved: the limits are relaxed, what they ask is
/// charged per edge, and the prices are moved until supply and demand nearly meet.
///
/// Every round is an auction that starts from the prices of the round before, so it costs little more than the
/// edges that changed hands. A price moves by a step of its own that grows while the limit stays broken the
/// same way and shrinks when that turns (sign-adaptive steps), so limits in different units need no common
/// scale. Nothing here is a proof: it only decides where the linear program begins.
///
/// Reference: Fisher, Management Science 27 (1981), for the relaxation; Riedmiller, Braun, *RPROP* (1993), for
/// the steps.
///
/// - Complexity: O(rounds · (|E| + limit terms)) beside the bids.
struct LagrangianStart {
    /// Rounds at most, and rounds after which the least bound must be lower than that of as many rounds before.
    private static let patience = (rounds: 80, window: 8)
    /// The largest scaled weight, so that an auction's sums fit in 32 bits.
    private static let largest = 1 << 26

    private let prepared: PreparedProblem
    private let scale: Int
    private let weights: [Int]
    private let spread: Int
    private let greatest: Int

    /// Prepares the search.
    ///
    /// - Returns: `nil` when some left vertex has several places or the weights are too large for an auction.
    init?(_ combined: CombinedGoal, _ prepared: PreparedProblem) {
        guard prepared.leftCapacities.allSatisfy({ $0 <= 1 }) else { return nil }
        var weights = [Int](repeating: 0, count: prepared.graph.edgeCount)
        var (least, greatest) = (Int.max, 1)
        for edge in weights.indices where prepared.isOpen(edge) {
            weights[edge] = combined.weight(edge, prepared)
            least = min(least, weights[edge])
            greatest = max(greatest, weights[edge])
        }
        // Vertices that must be filled take part like the others, for a reward that outweighs one exchange.
        let reward = greatest - min(0, least) + 1
        if !(prepared.problem.mustFillLeft.isEmpty && prepared.problem.mustFillRight.isEmpty) {
            for edge in weights.indices where prepared.isOpen(edge) {
                weights[edge] += reward * prepared.fillCount(of: edge)
            }
            greatest += 2 * reward
        }
        guard greatest < Self.largest else { return nil }
        self.prepared = prepared
        self.weights = weights
        self.greatest = greatest
        var scale = 1
        while scale < 1 << 12, scale * greatest < Self.largest / 32 { scale *= 2 }
        self.scale = scale
        // What is worth nothing is not for sale: how much less than nothing does not matter.
        spread = min(greatest - min(least, greatest), Self.largest / scale)
    }

    /// Where the search stood when it met a bound.
    private struct State {
        let bound: Int
        let charges: LimitCharges
        let sums: [Int]
        let prices: [Int32]
    }

    /// The prices of the best bound met.
    func run(_ session: SolveSession) -> LimitCharges {
        let graph = prepared.graph
        let auction = SlotAuction(
            WeightedArcs<Int32>(graph), slotCounts: graph.slotCounts(prepared.rightCapacities),
            largest: Int32.max / 5, spread: Int32(clamping: spread * scale), isRefining: false)
        var charges = LimitCharges(
            scale: scale, prices: [Int](repeating: 0, count: prepared.limitRows.count))
        var steps = firstSteps()
        var lastSigns = [Int](repeating: 0, count: steps.count)
        var best = State(bound: Int.max, charges: charges, sums: [], prices: [])
        var first = Int.max
        var (windowBest, lastBest) = (Int.max, Int.max)
        for round in 0..<Self.patience.rounds {
            if session.isOver { break }
            if round % Self.patience.window == 0 {
                // Less than a hundred-thousandth better is not worth as many rounds again; early on, prices may have to
                // come back first from where they went too far.
                let gain = lastBest == Int.max ? Int.max : lastBest - windowBest
                if round >= 4 * Self.patience.window && gain < windowBest.magnitude / 100_000 { break }
                if round == 2 * Self.patience.window && best.bound == first { break }
                (lastBest, windowBest) = (windowBest, Int.max)
            }
            charge(charges, to: auction)
            bid(auction, isFirst: round == 0)
            let bound = auction.dualValue(rightCapacities: prepared.rightCapacities) + value(of: charges)
            if round == 0 { first = bound }
            windowBest = min(windowBest, bound)
            var isSetBack = false
            if bound < best.bound {
                best = State(
                    bound: bound, charges: charges, sums: prepared.limitSums(of: auction.chosenEdges),
                    prices: auction.rightPrices)
            } else {
                isSetBack = bound - best.bound > (first - best.bound) / 5
            }
            var sums = best.sums
            if isSetBack {
                // Prices that went much too far have driven everybody away: back, and on in smaller steps.
                charge(best.charges, to: auction)
                auction.rightPrices = best.prices
                charges = best.charges
                for limit in steps.indices { steps[limit] = max(1, steps[limit] * 0.4) }
            } else if bound > best.bound {
                sums = prepared.limitSums(of: auction.chosenEdges)
            }
            for limit in steps.indices {
                let sign = direction(of: limit, sums[limit], charges.prices[limit])
                if !isSetBack {
                    if sign * lastSigns[limit] < 0 { steps[limit] = max(1, steps[limit] * 0.4) }
                    if sign * lastSigns[limit] > 0 { steps[limit] *= 1.3 }
                }
                lastSigns[limit] = sign
                charges.prices[limit] = moved(charges.prices[limit], limit, by: Double(sign) * steps[limit])
            }
        }
        return best.charges
    }

    private func bid(_ auction: SlotAuction<Int32>, isFirst: Bool) {
        let first = max(1, Int32(clamping: spread * scale / (isFirst ? 8 : 300)))
        if !isFirst { auction.lowerPrices(by: 4 * first) }
        auction.run(from: first, to: max(1, Int32(clamping: spread * scale / 5000)))
    }

    /// A sixteenth of the greatest weight, over what one edge takes of the limit.
    private func firstSteps() -> [Double] {
        var largest = [Int](repeating: 1, count: prepared.limitRows.count)
        for (limit, coefficient) in zip(prepared.termLimits, prepared.termCoefficients) {
            largest[Int(limit)] = max(largest[Int(limit)], abs(coefficient))
        }
        return largest.map { max(1, Double(greatest * scale) / 16 / Double($0)) }
    }

    /// Which way a price should go.
    private func direction(of limit: Int, _ sum: Int, _ price: Int) -> Int {
        let row = prepared.limitRows[limit]
        if let upper = row.upper, sum > upper || price > 0 { return (sum - upper).signum() }
        if let lower = row.lower, sum < lower || price < 0 { return (sum - lower).signum() }
        return 0
    }

    private func moved(_ price: Int, _ limit: Int, by step: Double) -> Int {
        let row = prepared.limitRows[limit]
        let moved = price + Int(step.rounded())
        return max(
            row.lower == nil || price > 0 ? 0 : Int.min,
            min(row.upper == nil || price < 0 ? 0 : Int.max, moved))
    }

    /// Puts what the edges are worth after the charges on sale.
    ///
    /// The price of a right vertex follows the worth of its edges: a caseload that gets dearer by some amount makes
    /// the places under it cheaper by as much, and nobody has to bid for that.
    private func charge(_ charges: LimitCharges, to auction: SlotAuction<Int32>) {
        let graph = prepared.graph
        var changes = [Int](repeating: 0, count: graph.rightCount)
        for edge in weights.indices where prepared.isOpen(edge) {
            var cost = weights[edge] * scale
            for term in prepared.terms(of: edge) {
                cost -= charges.prices[Int(prepared.termLimits[term])] * prepared.termCoefficients[term]
            }
            let onSale = Int32(clamping: max(0, min(cost, Int(Int32.max / 5))))
            changes[graph.right(of: edge)] += Int(onSale - auction.graph.arcs[edge].weight)
            auction.graph.arcs[edge].weight = onSale
        }
        for vertex in changes.indices where auction.prices[vertex] > 0 {
            let change = changes[vertex] / max(1, graph.edges(ofRight: vertex).count)
            auction.prices[vertex] = Int32(clamping: max(0, Int(auction.prices[vertex]) + change))
        }
    }

    private func value(of charges: LimitCharges) -> Int {
        zip(charges.prices, prepared.limitRows).reduce(0) { total, limit in
            total + limit.0 * ((limit.0 > 0 ? limit.1.upper : limit.1.lower) ?? 0)
        }
    }
}

extension PreparedProblem {
    /// Whether an edge may still be chosen as far as locks and places go.
    func isOpen(_ edge: Int) -> Bool {
        !isLocked[edge] && leftCapacities[graph.left(of: edge)] > 0
            && rightCapacities[graph.right(of: edge)] > 0
    }

    /// How many ends of an edge must be filled.
    func fillCount(of edge: Int) -> Int {
        (mustFillLeft[graph.left(of: edge)] ? 1 : 0) + (mustFillRight[graph.right(of: edge)] ? 1 : 0)
    }
}

extension SlotAuction {
    /// The edges whose slots are owned, ascending.
    var chosenEdges: [Int] { (0..<graph.leftCount).compactMap { mates[$0] >= 0 ? Int(mates[$0]) : nil } }

    /// p_j.
    var rightPrices: [Price] {
        get { Array(UnsafeBufferPointer(start: prices, count: graph.rightCount)) }
        set { for vertex in 0..<graph.rightCount { prices[vertex] = newValue[vertex] } }
    }

    /// Σ_j b_j p_j + Σ_i max(0, max_e c_e − p_j): what no matching surpasses.
    func dualValue(rightCapacities: [Int]) -> Int {
        var total = 0
        for vertex in 0..<graph.rightCount { total += rightCapacities[vertex] * Int(prices[vertex]) }
        for vertex in 0..<graph.leftCount {
            var best: Price = 0
            for edge in graph.range(vertex) {
                best = max(best, graph.arcs[edge].weight &- prices[Int(graph.arcs[edge].head)])
            }
            total += Int(best)
        }
        return total
    }
}
