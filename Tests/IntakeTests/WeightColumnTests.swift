import Intake
import Testing

@Suite struct WeightColumnTests {
    @Test("numbers of 32 bits stay in 32 bits; from the first larger one on all are kept, none is cut")
    func widening() {
        var column: WeightColumn = [1, -2, Int(Int32.max), Int(Int32.min)]
        #expect(column.narrow == [1, -2, Int32.max, Int32.min])
        column.append(Int(Int32.max) + 1)
        #expect(column.narrow == nil)
        column.append(3)
        #expect(Array(column) == [1, -2, Int(Int32.max), Int(Int32.min), Int(Int32.max) + 1, 3])
        #expect(column.count == 6)
    }
}
