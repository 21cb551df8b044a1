extension Candidates {
    /// Candidate pairs by resident, then volunteer; twelve bytes each.
    package struct EdgeList: RandomAccessCollection, Sendable {
        /// The two people of each pair, as indices into the cohort's tables.
        package private(set) var residents: [Int32] = []
        package private(set) var volunteers: [Int32] = []
        /// The points of each pair.
        package private(set) var fits: [Int32] = []

        package var startIndex: Int { 0 }
        package var endIndex: Int { residents.count }

        package subscript(position: Int) -> Edge {
            Edge(
                resident: Int(residents[position]), volunteer: Int(volunteers[position]),
                fit: Int(fits[position]))
        }

        mutating func reserveCapacity(_ count: Int) {
            residents.reserveCapacity(count)
            volunteers.reserveCapacity(count)
            fits.reserveCapacity(count)
        }

        /// Adds the pairs of one group of residents, of whom `first` is the first.
        mutating func append(_ part: RowPass.Part, first: Int) {
            for (offset, count) in part.counts.enumerated() {
                residents.append(contentsOf: repeatElement(Int32(first + offset), count: count))
            }
            volunteers += part.volunteers
            fits += part.fits
        }
    }
}
