import Records
import Testing

@Suite("The guard against formulas")
struct CSVGuardTests {
    private static let numbers = ["-3.5", "-5", "-0.0", "-12345678901234567890.25", "-007"]
    private static let formulas = [
        "-", "-.", "-.5", "-5.", "-1.5.2", "-1+1", "-1-1", "-1.5%", "-1,5", "-1e5", "- 1", "-1 ", "--1",
        "-A1",
        "\u{FF0D}3.5", "-３", "\u{2212}=1",
    ]

    @Test("Negative numbers are data, with decimals and without", arguments: numbers)
    func numbersStay(cell: String) {
        #expect(CSVGuard.guarded(cell) == cell)
    }

    @Test("What only begins like a negative number is guarded", arguments: formulas.dropLast())
    func formulasAreGuarded(cell: String) {
        #expect(CSVGuard.guarded(cell) == "'" + cell)
    }

    @Test("A typographic minus is no sign of a formula")
    func otherMinus() {
        #expect(CSVGuard.guarded("\u{2212}3.5") == "\u{2212}3.5")
    }

    @Test("Taking the guard off gives back every cell, as text and as bytes", arguments: numbers + formulas)
    func exact(cell: String) {
        for start in ["", "'", "''"] {
            let guarded = CSVGuard.guarded(start + cell)
            #expect(Array(CSVGuard.unguarded(guarded).utf8) == Array((start + cell).utf8))
            #expect(Array(CSVGuard.unguarded(Array(guarded.utf8)[...])) == Array((start + cell).utf8))
            let length = Array(guarded.utf8).withUnsafeBufferPointer(CSVGuard.guardLength)
            #expect(guarded.utf8.count - length == (start + cell).utf8.count)
        }
    }

    @Test("No two cells are written alike")
    func distinct() {
        let cells = (Self.numbers + Self.formulas).flatMap { [$0, "'" + $0, "''" + $0] }
        #expect(Set(cells.map(CSVGuard.guarded)).count == cells.count)
    }
}
