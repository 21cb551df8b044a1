/// The rows of a rule that rules out a few pairs and no others.
struct ListedRows: RuleRows {
    /// For each resident the volunteers who are ruled out, in any order.
    let listed: [[Int]]

    var effort: RowEffort { .words }

    func markFailures(of resident: Int, _ scope: RowScope, in row: inout BitRow) {
        row.fill(scope.stretches, with: false)
        for volunteer in listed[resident] { row.insert(volunteer) }
    }
}
