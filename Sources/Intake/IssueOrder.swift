import Records

extension [DataIssue] {
    /// Issues of the whole file first, then by row; those of one row in their order.
    var byRow: [DataIssue] {
        enumerated()
            .sorted { ($0.element.row ?? 0, $0.offset) < ($1.element.row ?? 0, $1.offset) }
            .map(\.element)
    }
}
