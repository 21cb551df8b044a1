/// Parts of a folded text.
enum FoldedSlice {
    /// A part as a folded text of its own: without the space that it may have at either end.
    static func text(_ slice: ArraySlice<Unicode.Scalar>) -> String {
        var slice = slice
        if slice.first == " " { slice = slice.dropFirst() }
        if slice.last == " " { slice = slice.dropLast() }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: slice)
        return String(view)
    }
}
