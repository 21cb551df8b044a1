/// Splits a whole number by shares so that the parts add up to it exactly.
///
/// Every part is its share rounded down; what is left over goes, one by one, to the parts with the largest
/// remainders (A. Hamilton's method, 1792). So every part is within one of its exact share: its quota rounded
/// down or up. Equal remainders: the larger share first, then the smaller key by its bytes, so that the order
/// in which the parts are listed changes nothing.
package enum LargestRemainder {
    /// Splits `total` in proportion to `shares`.
    ///
    /// - Parameters:
    ///   - total: At least 0.
    ///   - shares: Relative sizes, each at least 0.
    ///   - keys: As many different keys, which settle ties.
    /// - Returns: The parts in the order of `shares`; `nil` where nothing can be split: a negative number, no
    ///   positive share, or an overflow of the sum of shares.
    package static func split(_ total: Int, shares: [Int], keys: [String]) -> [Int]? {
        guard total >= 0, shares.count == keys.count, shares.allSatisfy({ $0 >= 0 }) else { return nil }
        var whole = 0
        for share in shares {
            let (sum, overflows) = whole.addingReportingOverflow(share)
            if overflows { return nil }
            whole = sum
        }
        guard whole > 0 else { return nil }
        // The quotient is at most the total, so the division of the full product never traps.
        let quotas = shares.map { whole.dividingFullWidth(total.multipliedFullWidth(by: $0)) }
        var parts = quotas.map(\.quotient)
        let left = total - parts.reduce(0, +)
        let order = shares.indices.sorted { a, b in
            if quotas[a].remainder != quotas[b].remainder { return quotas[a].remainder > quotas[b].remainder }
            if shares[a] != shares[b] { return shares[a] > shares[b] }
            return keys[a].utf8.lexicographicallyPrecedes(keys[b].utf8)
        }
        for index in order.prefix(left) { parts[index] += 1 }
        return parts
    }
}
