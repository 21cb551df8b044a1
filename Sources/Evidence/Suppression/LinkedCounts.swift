/// Counts that know how they add up: the cells of all tables of one edition together.
///
/// Cells and sums are numbered in the order in which they are added. A count that stands in several tables is one
/// cell, so that what one table hides, another cannot give away.
package struct LinkedCounts: Sendable {
    /// One count of people, pairs or answers.
    package struct Cell: Hashable, Sendable {
        package let value: Int
        /// How much is lost when it is hidden: 1 for a detail, more for a total or a headline.
        package let weight: Int
    }

    /// A count that is the sum of others, as every reader knows: a margin, a total, successes and failures.
    package struct Sum: Hashable, Sendable {
        package let total: Int
        package let parts: [Int]
    }

    package private(set) var cells: [Cell] = []
    package private(set) var sums: [Sum] = []
    /// The sums in which each cell stands, with its sign: 1 as a part, −1 as the total.
    private(set) var roles: [[(sum: Int, sign: Int)]] = []

    package init() {}

    /// Adds a count of at least 0 and returns its number.
    ///
    /// A count below 0 is taken for 0.
    package mutating func add(_ value: Int, weight: Int = 1) -> Int {
        cells.append(Cell(value: max(0, value), weight: max(1, weight)))
        roles.append([])
        return cells.count - 1
    }

    /// Tells that one cell is the sum of others.
    ///
    /// - Returns: `false`, and nothing changes, where that is not so or a cell is named twice.
    package mutating func relate(total: Int, parts: [Int]) -> Bool {
        let members = [total] + parts
        guard members.allSatisfy(cells.indices.contains), Set(members).count == members.count,
            cells[total].value == parts.reduce(0, { $0 + cells[$1].value })
        else { return false }
        let number = sums.count
        sums.append(Sum(total: total, parts: parts))
        roles[total].append((number, -1))
        for part in parts { roles[part].append((number, 1)) }
        return true
    }

    /// The cells that stand in one sum with a cell, in order and without it.
    func neighbours(of cell: Int) -> [Int] {
        var found: Set<Int> = []
        for role in roles[cell] {
            found.insert(sums[role.sum].total)
            found.formUnion(sums[role.sum].parts)
        }
        found.remove(cell)
        return found.sorted()
    }
}
