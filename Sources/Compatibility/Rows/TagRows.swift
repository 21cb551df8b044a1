import Records

/// Who has which tag: one row of volunteers for each tag that occurs.
struct TagRows: Sendable {
    private var rows: [BitRow?] = []
    private let nobody: BitRow

    /// A missing set is an empty one.
    init(_ sets: [TagSet?]) {
        nobody = BitRow(count: sets.count)
        for (volunteer, set) in sets.enumerated() {
            for tag in set?.indices ?? [] { insert(volunteer, tag) }
        }
    }

    /// Categories: everybody has one tag at most.
    init(_ categories: [Int?]) {
        nobody = BitRow(count: categories.count)
        for (volunteer, tag) in categories.enumerated() {
            if let tag { insert(volunteer, tag) }
        }
    }

    /// The volunteers with a tag.
    subscript(tag: Int) -> BitRow { tag < rows.count ? rows[tag] ?? nobody : nobody }

    private mutating func insert(_ volunteer: Int, _ tag: Int) {
        while rows.count <= tag { rows.append(nil) }
        if rows[tag] == nil { rows[tag] = nobody }
        rows[tag]?.insert(volunteer)
    }
}
