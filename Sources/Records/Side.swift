/// Which of the two sides of a programme a person, a table or a column belongs to.
///
/// Every programme maps its own words to these two: student and employee, current student and alumnus.
package enum Side: String, Hashable, Sendable, CaseIterable, Codable {
    /// The person who supports.
    case volunteer
    /// The person who is supported.
    case resident

    /// The other side.
    package var opposite: Side { self == .volunteer ? .resident : .volunteer }
}
