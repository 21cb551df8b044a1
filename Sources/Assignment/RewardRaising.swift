/// A greater reward for every pair, once the matching is right at a smaller one.
extension PlaceSearches {
    /// Raises the reward for every pair by Δ > 0.
    ///
    /// Take a minimum vertex cover, y_i, z_j ∈ {0, 1} with y_i + z_j ≥ 1 on every usable edge. Prices that prove a matching
    /// prove it at a reward greater by Δ once Δ y_i and Δ z_j are added, but for three kinds of exceptions: free left
    /// vertices with y_i = 1 wait, places left with z_j = 1 have a price, and pairs with y_i = z_j = 1 are worth Δ too
    /// little and are taken apart. By König's theorem these are as many as there are pairs missing. And in no maximum
    /// matching does anybody covered go without: where there are more people than places, no search for one of the people
    /// has to find out that all of them are taken.
    ///
    /// - Complexity: that of `MaximumMatching`.
    func raiseReward(by change: Code) {
        let maximum = MaximumMatching(self)
        statistics.scanned += maximum.scanned
        // A left vertex's price is net of the reward: with y_i = 1 it stays what it was.
        floor -= change
        for column in 0..<graph.rightCount where maximum.covers(right: column) { prices[column] += change }
        for row in 0..<graph.leftCount {
            if !maximum.covers(left: row) {
                left[row].price -= change
            } else if left[row].mate >= 0, maximum.covers(right: Int(left[row].partner)) {
                vacate(place(of: row), of: Int(left[row].partner))
                free(row)
            }
        }
    }
}
