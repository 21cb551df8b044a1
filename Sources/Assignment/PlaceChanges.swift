/// Who has which place, and how that changes.
extension PlaceSearches {
    static func filled<Element: BitwiseCopyable>(
        _ count: Int, _ element: Element
    ) -> UnsafeMutablePointer<Element> {
        let pointer = UnsafeMutablePointer<Element>.allocate(capacity: max(1, count))
        pointer.initialize(repeating: element, count: max(1, count))
        return pointer
    }

    /// Whether a right vertex has a place left.
    @inline(__always)
    func hasPlace(_ column: Int) -> Bool { used[column] < capacities[column] }

    /// Gives a left vertex a free place at the end of an edge.
    func append(_ row: Int, _ edge: Int) {
        let column = Int(graph.arcs[edge].head)
        take(row, edge, place: Int(placeStarts[column] + used[column]))
        used[column] += 1
    }

    /// Gives a left vertex a certain place at the end of an edge.
    func take(_ row: Int, _ edge: Int, place: Int) {
        places[place] = Int32(row)
        left[row].mate = Int32(edge)
        left[row].partner = graph.arcs[edge].head
    }

    /// The place of a left vertex that has one.
    ///
    /// - Complexity: O(places of its partner).
    func place(of row: Int) -> Int {
        var place = Int(placeStarts[Int(left[row].partner)])
        while places[place] != Int32(row) { place += 1 }
        return place
    }

    /// Takes a left vertex off its place, which another takes or nobody.
    func free(_ row: Int) {
        left[row].mate = -1
        left[row].partner = -1
    }

    /// Closes the gap that a left vertex leaves at its partner.
    func vacate(_ place: Int, of column: Int) {
        used[column] -= 1
        places[place] = places[Int(placeStarts[column] + used[column])]
    }

    /// Flips the path that a search found: to a right vertex with a place, or to a left one that gives its up.
    func augment(from source: Int, to end: Int, retiring: Int) {
        var (column, place): (Int, Int)
        if end >= 0 {
            column = end
            place = Int(placeStarts[end] + used[end])
            used[end] += 1
        } else {
            column = Int(left[retiring].partner)
            place = self.place(of: retiring)
            free(retiring)
        }
        while true {
            let edge = Int(labels[column].edge)
            let row = tails[edge]
            guard row != source else { return take(row, edge, place: place) }
            let next = (column: Int(left[row].partner), place: self.place(of: row))
            take(row, edge, place: place)
            (column, place) = next
        }
    }
}
