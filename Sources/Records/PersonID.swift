/// An identifier of a person, exactly as the export wrote it.
///
/// Two ids are equal when their UTF-8 bytes are equal. Swift's own string comparison merges canonically
/// equivalent characters (神 and its compatibility variant U+FA19), which would merge two people.
package struct PersonID: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The id as written.
    package let text: String

    package init(_ text: String) {
        self.text = text
    }

    package var description: String { text }

    package static func == (a: PersonID, b: PersonID) -> Bool {
        a.text.utf8.elementsEqual(b.text.utf8)
    }

    package static func < (a: PersonID, b: PersonID) -> Bool {
        a.text.utf8.lexicographicallyPrecedes(b.text.utf8)
    }

    package func hash(into hasher: inout Hasher) {
        for byte in text.utf8 { hasher.combine(byte) }
        hasher.combine(0xFF as UInt8)
    }
}
