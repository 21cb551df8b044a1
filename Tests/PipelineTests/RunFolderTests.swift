import Foundation
import Pipeline
import TestSupport
import Testing

@Suite struct RunFolderTests {
    private func file(_ name: String, _ text: String) -> (name: String, bytes: [UInt8]) {
        (name, Array(text.utf8))
    }

    private func mode(_ path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0
    }

    @Test("a folder appears with its files, readable by the owner only, and nothing is left beside it")
    func writes() throws {
        let temporary = try TemporaryFolder()
        let folder = RunFolder(path: temporary.path("runs/2026-11/"))
        try folder.write([file("manifest.json", "{}"), file("a.csv", "x")], replacing: false)
        #expect(try temporary.entries(of: "runs") == ["2026-11"])
        #expect(try temporary.entries(of: "runs/2026-11") == ["a.csv", "manifest.json"])
        #expect(try mode(temporary.path("runs/2026-11")) == 0o700)
        #expect(try mode(temporary.path("runs/2026-11/a.csv")) == 0o600)
    }

    @Test("an existing run is refused, and replaced whole when that is wanted")
    func replaces() throws {
        let temporary = try TemporaryFolder()
        let folder = RunFolder(path: temporary.path("run"))
        try folder.write([file("manifest.json", "old"), file("only-old.csv", "x")], replacing: false)
        #expect(throws: RunFolderError.self) { try folder.prepare(replacing: false) }
        try folder.write([file("manifest.json", "new")], replacing: true)
        #expect(try temporary.entries() == ["run"])
        #expect(try temporary.entries(of: "run") == ["manifest.json"])
        #expect(try temporary.text(of: "run/manifest.json") == "new")
    }

    @Test("a folder that is not ours is never replaced, nor a file")
    func foreign() throws {
        let temporary = try TemporaryFolder()
        try temporary.write("holiday", to: "photo.jpg")
        for path in [temporary.path, temporary.path("photo.jpg")] {
            #expect {
                try RunFolder(path: path).prepare(replacing: true)
            } throws: { error in
                if case RunFolderError.foreign = error { true } else { false }
            }
        }
        #expect(try temporary.text(of: "photo.jpg") == "holiday")
    }

    @Test("a failure on the way leaves the old run untouched and nothing beside it")
    func failure() throws {
        let temporary = try TemporaryFolder()
        let folder = RunFolder(path: temporary.path("run"))
        try folder.write([file("manifest.json", "old")], replacing: false)
        #expect(throws: RunFolderError.self) {
            try folder.write(
                [file("manifest.json", "new"), file("no/such/folder.csv", "x")], replacing: true)
        }
        #expect(try temporary.entries() == ["run"])
        #expect(try temporary.text(of: "run/manifest.json") == "old")
    }

    @Test(
        "any number of files is written whole, and one of them that cannot be made keeps all away",
        arguments: [1, 31, 32, 33, 100])
    func manyFiles(count: Int) throws {
        let temporary = try TemporaryFolder()
        let folder = RunFolder(path: temporary.path("run"))
        let files = (0..<count).map { file("\($0).csv", String(repeating: "\($0)", count: $0 * 100)) }
        try folder.write(files, replacing: false)
        #expect(try temporary.entries(of: "run") == files.map(\.name).sorted())
        for file in files { #expect(try temporary.bytes(of: "run/\(file.name)") == file.bytes) }
        let other = RunFolder(path: temporary.path("other"))
        for place in [0, count / 2, count] {
            var broken = files
            // A name longer than a file system takes.
            broken.insert(file(String(repeating: "n", count: 300), "x"), at: place)
            #expect(throws: RunFolderError.self) { try other.write(broken, replacing: false) }
            #expect(try temporary.entries() == ["run"])
        }
    }

    @Test("a workbook that breaks off is not put in place; nothing is left and the old run stays")
    func brokenWorkbook() throws {
        let temporary = try TemporaryFolder()
        let folder = RunFolder(path: temporary.path("run"))
        try folder.write([file("manifest.json", "old")], replacing: false)
        #expect {
            try folder.write([file("manifest.json", "new"), file("matches.xlsx", "PK")], replacing: true)
        } throws: { error in
            if case RunFolderError.writeFailed = error { true } else { false }
        }
        #expect(try temporary.entries() == ["run"])
        #expect(try temporary.text(of: "run/manifest.json") == "old")
    }

    @Test("what a killed run left behind is removed by the next one, a living run's folder is not")
    func leftovers() throws {
        let temporary = try TemporaryFolder()
        let living = ProcessInfo.processInfo.processIdentifier
        let dead = 999_999_999
        for name in [".run.partial-\(dead)", ".run.partial-1", ".other.partial-\(dead)"] {
            try FileManager.default.createDirectory(
                atPath: temporary.path(name), withIntermediateDirectories: false)
            try temporary.write("half", to: "\(name)/matches.csv")
        }
        try RunFolder(path: temporary.path("run")).write([file("manifest.json", "{}")], replacing: false)
        #expect(try temporary.entries() == [".other.partial-\(dead)", ".run.partial-1", "run"])
        #expect(living != 1)
    }

    @Test("what this process has half written can be removed at any moment, and the finished run stays")
    func abandon() throws {
        let temporary = try TemporaryFolder()
        let folder = RunFolder(path: temporary.path("run"))
        try folder.write([file("manifest.json", "done")], replacing: false)
        let process = ProcessInfo.processInfo.processIdentifier
        for name in [
            ".run.partial-\(process)", ".run.partial-\(process)-scratch", ".run.partial-999999999-abandoned",
            ".run.partial-999999998-scratch",
        ] {
            try FileManager.default.createDirectory(
                atPath: temporary.path(name), withIntermediateDirectories: false)
            try temporary.write("half", to: "\(name)/matches.csv")
        }
        try temporary.write("half", to: ".pairs.csv.partial-\(process)")
        folder.abandon()
        AtomicFile.abandon(temporary.path("pairs.csv"))
        #expect(
            try temporary.entries() == [
                ".run.partial-999999998-scratch", ".run.partial-999999999-abandoned", "run",
            ])
        try folder.prepare(replacing: true)
        #expect(try temporary.entries() == ["run"])
        #expect(try temporary.text(of: "run/manifest.json") == "done")
    }

    @Test("a place that cannot be written to is found before the work")
    func cannotCreate() throws {
        #expect {
            try RunFolder(path: "/proc/musubi/run").prepare(replacing: false)
        } throws: { error in
            if case RunFolderError.cannotCreate = error { true } else { false }
        }
    }
}
