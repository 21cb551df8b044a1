/// Any text, as written but for white space at both ends.
///
/// Never normalised: 神 and its variant U+FA19 are different ways to write a name.
package struct TextDecoder: CellDecoder {
    package init() {}

    package func decode(_ cell: String) throws(Defect) -> Decoded<String> {
        let text = CellBytes.text(Array(cell.utf8)[...])
        return Decoded(text.isEmpty ? nil : text)
    }
}
