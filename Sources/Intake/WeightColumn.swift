/// Whole numbers in 32 bits each, or in 64 from the first one on that does not fit.
package struct WeightColumn: RandomAccessCollection, Hashable, Sendable {
    /// The numbers, where all fit in 32 bits.
    package private(set) var narrow: [Int32]? = []
    private var wide: [Int] = []

    /// An empty column.
    package init() {}

    package init(_ numbers: some Sequence<Int>) { for number in numbers { append(number) } }

    package var startIndex: Int { 0 }
    package var endIndex: Int { narrow?.count ?? wide.count }
    package subscript(index: Int) -> Int { narrow.map { Int($0[index]) } ?? wide[index] }

    package mutating func append(_ number: Int) {
        if let short = Int32(exactly: number), narrow?.append(short) != nil { return }
        if let numbers = narrow {
            wide = numbers.map { Int($0) }
            narrow = nil
        }
        wide.append(number)
    }

    /// The numbers at some places.
    func gathered(_ places: [Int32]) -> WeightColumn {
        var column = WeightColumn()
        column.narrow = narrow.map { numbers in places.map { numbers[Int($0)] } }
        column.wide = narrow == nil ? places.map { wide[Int($0)] } : []
        return column
    }
}

extension WeightColumn: ExpressibleByArrayLiteral {
    package init(arrayLiteral numbers: Int...) { self.init(numbers) }
}
