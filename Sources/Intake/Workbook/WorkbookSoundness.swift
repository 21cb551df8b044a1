import Records

/// Whether a workbook of our own is whole: every part decompresses, has its check sum and is XML to its end, and the
/// table of texts is used as often as it says.
///
/// The library that writes workbooks puts each part into a temporary file first and does not look at whether the disk
/// took it. A disk that is full for a moment then gives a sound archive with a sheet that breaks off or lacks a piece.
package enum WorkbookSoundness {
    /// What is broken, or `nil`; of several defects the first in the order of the parts.
    ///
    /// The parts are read on all cores.
    package static func defect(in bytes: [UInt8]) -> WorkbookDefect? {
        let names: [String]
        do throws(WorkbookDefect) { names = try ZipArchive(bytes: bytes).names } catch { return error }
        guard !names.isEmpty else { return .notWorkbook }
        // An archive of libzip is no place for two threads.
        let counts = concurrently(names.count) { index in
            Result { () throws(WorkbookDefect) in try count(names[index], in: ZipArchive(bytes: bytes)) }
        }
        var all = TextCount()
        for (name, count) in zip(names, counts) {
            do throws(WorkbookDefect) { all.add(try count.get(), of: name) } catch { return error }
        }
        return all.defect
    }

    private static func count(_ name: String, in archive: ZipArchive) throws(WorkbookDefect) -> TextCount {
        guard let part = try archive.part(name, limit: WorkbookLimits.sheet) else {
            throw .missingPart(part: name)
        }
        let counter = TextCounter()
        try XMLPart(part, handler: counter).run()
        return counter.count
    }
}

/// Texts of the table, and cells that refer to them, of a part or of several.
private struct TextCount: Sendable {
    var items = 0
    var cells = 0
    /// What the table says of itself, where it is among the parts, and its name.
    var expected: (items: Int?, cells: Int?)?
    var table = ""

    mutating func add(_ count: TextCount, of part: String) {
        items += count.items
        cells += count.cells
        guard let said = count.expected else { return }
        (expected, table) = (said, part)
    }

    /// Texts or references that are missing.
    var defect: WorkbookDefect? {
        let isWhole = (expected?.items ?? items) == items && (expected?.cells ?? cells) == cells
        return isWhole ? nil : .missingPart(part: table)
    }
}

/// Counts them while a part is parsed.
private final class TextCounter: XMLPartHandler {
    private(set) var count = TextCount()

    func start(_ name: XMLName, _ attributes: XMLAttributes) throws(WorkbookDefect) {
        if name == "c" {
            if let type = attributes.bytes("t"), type.elementsEqual("s".utf8) { count.cells += 1 }
        } else if name == "si" {
            count.items += 1
        } else if name == "sst" {
            count.expected = (attributes.number("uniqueCount"), attributes.number("count"))
        }
    }

    func end(_ name: XMLName) throws(WorkbookDefect) -> Bool { false }

    func text(_ piece: UnsafeRawBufferPointer) throws(WorkbookDefect) {}
}
