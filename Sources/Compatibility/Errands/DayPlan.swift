package import Records

/// A volunteer's errands of one day, each with the minute at which it begins.
package struct DayPlan: Sendable {
    package struct Visit: Hashable, Sendable {
        /// Position among the errands that were to be planned.
        package let index: Int
        /// Minutes after midnight.
        package let start: Int
        package let end: Int
    }

    /// In the order of the day.
    package let visits: [Visit]

    init(visits: [Visit]) {
        self.visits = visits
    }

    /// Plans errands of one day one after the other with the time to travel between them, each inside its window and
    /// inside one stretch of free time; `nil` where no order of them works.
    ///
    /// Within an order every errand begins as early as it can, which leaves most time to the later ones; of the orders
    /// that work the one that ends first is taken, then the first by index.
    ///
    /// - Complexity: O(n! · n · stretches); meant for the few errands of a day.
    package init?(_ errands: [Errand], free: [ClockWindow], travel: Travel) {
        var best: [Visit]?
        DayPlan.forEachOrder(errands.count) { order in
            guard let visits = DayPlan.earliest(order, errands, free, travel) else { return }
            guard let known = best?.last?.end, let end = visits.last?.end, known <= end else {
                best = visits
                return
            }
        }
        guard let best else { return nil }
        visits = best
    }

    /// The earliest starts in a given order; `nil` where one of the errands does not fit any more.
    private static func earliest(
        _ order: [Int], _ errands: [Errand], _ free: [ClockWindow], _ travel: Travel
    ) -> [Visit]? {
        var visits: [Visit] = []
        var ready = 0
        for (position, index) in order.enumerated() {
            let errand = errands[index]
            if position > 0 {
                ready += travel.minutes(from: errands[order[position - 1]], to: errand)
            }
            guard let start = start(of: errand, from: ready, free) else { return nil }
            ready = start + errand.minutes
            visits.append(Visit(index: index, start: start, end: ready))
        }
        return visits
    }

    /// The first minute not before `ready` at which the errand fits into its window and a stretch of free time.
    package static func start(of errand: Errand, from ready: Int, _ free: [ClockWindow]) -> Int? {
        for stretch in free {
            let start = max(ready, errand.window.start, stretch.start)
            if start + errand.minutes <= min(errand.window.end, stretch.end) { return start }
        }
        return nil
    }

    /// Hands out every order of 0..<count, in lexicographic order.
    private static func forEachOrder(_ count: Int, _ body: ([Int]) -> Void) {
        var order: [Int] = []
        func extend() {
            if order.count == count { return body(order) }
            for index in 0..<count where !order.contains(index) {
                order.append(index)
                extend()
                order.removeLast()
            }
        }
        extend()
    }
}
