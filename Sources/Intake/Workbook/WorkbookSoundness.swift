/// Whether a workbook of our own is whole: every part decompresses, has its check sum and is XML to its end, and the
/// table of texts is used as often as it says.
///
/// The library that writes workbooks puts each part into a temporary file first and does not look at whether the disk
/// took it. A disk that is full for a moment then gives a sound archive with a sheet that breaks off or lacks a piece.
package enum WorkbookSoundness {
    /// What is broken, or `nil`.
    package static func defect(in bytes: [UInt8]) -> WorkbookDefect? {
        do throws(WorkbookDefect) {
            let archive = try ZipArchive(bytes: bytes)
            let names = archive.names
            guard !names.isEmpty else { return .notWorkbook }
            let texts = TextCount()
            for name in names {
                guard let part = try archive.part(name, limit: WorkbookLimits.sheet) else {
                    return .missingPart(part: name)
                }
                texts.part = name
                try XMLPart(part, handler: texts).run()
            }
            return texts.defect
        } catch {
            return error
        }
    }
}

/// Counts the texts of the table and the cells that refer to them.
private final class TextCount: XMLPartHandler {
    var part = ""
    private var table = ""
    private var items = 0
    private var cells = 0
    private var expected: (items: Int?, cells: Int?)

    /// Texts or references that are missing.
    var defect: WorkbookDefect? {
        let isWhole = (expected.items ?? items) == items && (expected.cells ?? cells) == cells
        return isWhole ? nil : .missingPart(part: table)
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) throws(WorkbookDefect) {
        if name == "c" {
            if attributes["t"] == "s" { cells += 1 }
        } else if name == "si" {
            items += 1
        } else if name == "sst" {
            table = part
            expected = (attributes.number("uniqueCount"), attributes.number("count"))
        }
    }

    func end(_ name: XMLName) throws(WorkbookDefect) -> Bool { false }

    func text(_ piece: UnsafeRawBufferPointer) throws(WorkbookDefect) {}
}
