import Foundation
import TestSupport
import Testing

@Suite struct WorkbookTests {
    @Test("matches.xlsx as history is the same as matches.csv, and so is its sheet by name")
    func history() throws {
        let folder = try TemporaryFolder()
        #expect(try Command.match(out: folder.path("october"), ["--lang", "ja"]).code == 0)
        let files = [
            ["--history", folder.path("october/matches.csv")],
            ["--history", folder.path("october/matches.xlsx")],
            ["--history", folder.path("october/matches.xlsx"), "--sheet", "history=提案"],
        ]
        var lists: [String] = []
        for (index, options) in files.enumerated() {
            let outcome = try Command.match(out: folder.path("\(index)"), ["--lang", "en"] + options)
            #expect(outcome.code == 0, "\(outcome.errors)")
            lists.append(try folder.text(of: "\(index)/matches.csv"))
        }
        #expect(lists[0] == lists[1] && lists[1] == lists[2])
        let other = try Command.match(
            out: folder.path("none"), ["--lang", "ja"] + files[1] + ["--sheet", "history=ていあん"])
        #expect(other.code == 65)
        #expect(other.errors.contains("「提案」"))
        #expect(try folder.entries() == ["0", "1", "2", "october"])
    }

    @Test("an export in a workbook is checked like one in CSV, and its sheet is named for it alone")
    func export() throws {
        let book = "\(Command.root)/Tests/IntakeTests/Workbooks/openpyxl.xlsx"
        func check(_ options: [String]) throws -> Command.Outcome {
            try Command.musubi(
                [
                    "check", "--programme", "\(Command.root)/configs/family-friend.yaml", "--volunteers",
                    "\(Command.sample)/volunteers.csv", "--residents", book, "--lang", "en",
                ] + options)
        }
        // A table of other columns: the message speaks of the headers that the sheet has.
        let first = try check([])
        #expect(first.code == 65)
        #expect(
            first.errors.contains("openpyxl.xlsx") && first.errors.contains("resident id"), "\(first.errors)")
        let unknown = try check(["--sheet", "residents=Others"])
        #expect(unknown.code == 65 && unknown.errors.contains("Did you mean 'Other'?"), "\(unknown.errors)")
        let text = try check(["--sheet", "Other"])
        #expect(
            text.code == 65 && text.errors.contains("volunteers.csv") && text.errors.contains("no workbook"))
        #expect(try check(["--sheet", "history=x"]).code == 64)
        #expect(try check(["--sheet", "a", "--sheet", "b"]).code == 64)
        #expect(try check(["--sheet", "residents=a", "--sheet", "residents=b"]).code == 64)
    }
}
