/// GLPK found fault with a call.
///
/// Its environment was thrown away; the next call starts a new one.
package struct GLPKError: Error, Equatable, CustomStringConvertible {
    /// The routine that found fault.
    package let routine: String
    /// GLPK's message.
    package let words: String

    package var description: String { "GLPK refused \(routine): \(words)" }
}
