extension IntegerProgram {
    /// The same program with every column fixed to 0 that can be nothing else in whole numbers.
    ///
    /// A column larger than a row of which nothing makes room for it, as an errand of three hours for somebody who has two
    /// in a week: a relaxation takes two thirds of it, and lets every cut and every branch find out anew that there are no
    /// two thirds. The same integer points keep the rows; multipliers of the rows, though, prove less of the program as it
    /// was, so a relaxation that is asked for a proof keeps such columns.
    ///
    /// - Complexity: O(rows + entries).
    package func withoutDeadColumns() -> IntegerProgram {
        var room = rows.map(\.upper)
        for (row, coefficient) in zip(entryRows, entryCoefficients) where coefficient < 0 {
            room[Int(row)] = nil
        }
        var program = self
        for column in 0..<columnCount {
            let isDead = entries(of: column).contains { entry in
                room[Int(entryRows[entry])].map { entryCoefficients[entry] > max(0, $0) } ?? false
            }
            if isDead { program.fixToZero(column) }
        }
        return program
    }
}
