/// The cells of one row in one piece of memory, for as long as the closure runs that was given them.
///
/// For readers of millions of cells: looking at one costs no reference counting.
package struct RowCells {
    private let bytes: UnsafeBufferPointer<UInt8>
    /// Where each cell begins in `bytes`, and at last where the last one ends.
    private let bounds: UnsafeBufferPointer<Int32>

    /// Lends a row out.
    ///
    /// - Parameters:
    ///   - bytes: The bytes of its cells, and maybe others.
    ///   - bounds: Where each cell begins, and at last where the last one ends.
    ///   - body: What looks at the row.
    static func use(_ bytes: [UInt8], bounds: ArraySlice<Int32>, _ body: (RowCells) -> Void) {
        bytes.withUnsafeBufferPointer { bytes in
            bounds.withUnsafeBufferPointer { body(RowCells(bytes: bytes, bounds: $0)) }
        }
    }

    package var count: Int { bounds.count - 1 }

    /// A cell as UTF-8, not trimmed.
    package subscript(_ index: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: bytes[Int(bounds[index])..<Int(bounds[index + 1])])
    }
}
