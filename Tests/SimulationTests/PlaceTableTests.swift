import Foundation
import Records
import Testing

/// Checks the shipped place tables, by themselves and against the full ones where those lie beside the
/// project.
@Suite struct PlaceTableTests {
    @Test("every row of the shipped tables is whole, in order and about a known municipality")
    func shape() throws {
        let municipalities = try table(PlaceTableTests.shipped, "municipalities.csv")
        let codes = municipalities.map { $0[0] }
        #expect(municipalities.count == 41)
        #expect(codes == codes.sorted() && Set(codes).count == codes.count)
        for row in municipalities {
            #expect(row.count == 6 && row[0].utf8.count == 5 && !row[2].isEmpty && !row[3].isEmpty)
            #expect(try coordinate(row[4], row[5]) != nil)
        }
        let postal = try table(PlaceTableTests.shipped, "postal-codes.csv")
        let keys = postal.map { $0[0] }
        #expect(keys == keys.sorted() && Set(keys).count == keys.count)
        for row in postal {
            #expect(row.count == 5 && (3...7).contains(row[0].utf8.count) && codes.contains(row[1]))
            #expect(row[2].isEmpty == row[3].isEmpty && row[2].isEmpty == row[4].isEmpty)
            if !row[2].isEmpty { #expect(row[0].utf8.count == 7) }
        }
    }

    @Test("a postal code of the islands is unknown, and 台場 belongs to 港区")
    func exceptions() throws {
        let resolve = try resolver()
        #expect(resolve("1000001") == "13101")
        #expect(resolve("1000101") == nil)
        #expect(resolve("1002101") == nil)
        #expect(resolve("1350091") == "13103")
        #expect(resolve("1350064") == "13108")
        #expect(resolve("3350001") == nil)
    }

    @Test(
        "every postal code of these municipalities resolves to the right one, and no other code to any of them",
        .enabled(if: PlaceTableTests.hasFull, "the full tables do not lie in ../shared/data/places"))
    func agreesWithFullTable() throws {
        let resolve = try resolver()
        let known = Set(try table(PlaceTableTests.shipped, "municipalities.csv").map { $0[0] })
        var full: [String: Set<String>] = [:]
        for row in try table(PlaceTableTests.full, "postal-codes.csv") {
            full[row[0], default: []].insert(row[1])
        }
        var checked = 0
        // 335-0000 stands for the rest of both 戸田市 and 蕨市.
        for (code, owners) in full where code != "3350000" {
            if let found = resolve(code) {
                #expect(owners.contains(found), "\(code)")
            } else {
                #expect(owners.isDisjoint(with: known), "\(code)")
            }
            checked += owners.isDisjoint(with: known) ? 0 : 1
        }
        #expect(checked > 4000)
        for row in try table(PlaceTableTests.shipped, "postal-codes.csv") where !row[2].isEmpty {
            #expect(full[row[0]]?.contains(row[1]) ?? false, "\(row[0])")
        }
    }

    @Test(
        "offices lie within 4 km and towns within 6 km of the middle of their municipality",
        .enabled(if: PlaceTableTests.hasFull, "the full tables do not lie in ../shared/data/places"))
    func distances() throws {
        var middles: [String: Coordinate] = [:]
        for row in try table(PlaceTableTests.full, "municipalities.csv") {
            middles[row[0]] = try coordinate(row[3], row[4])
        }
        for row in try table(PlaceTableTests.shipped, "municipalities.csv") {
            let middle = try #require(middles[row[0]])
            #expect(try #require(try coordinate(row[4], row[5])).metres(to: middle) < 4000, "\(row[0])")
        }
        for row in try table(PlaceTableTests.shipped, "postal-codes.csv") where !row[2].isEmpty {
            let middle = try #require(middles[row[1]])
            #expect(try #require(try coordinate(row[3], row[4])).metres(to: middle) < 6000, "\(row[0])")
        }
    }

    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    private static let shipped = root.appending(path: "data/places")
    private static let full = root.deletingLastPathComponent().appending(path: "shared/data/places")
    private static let hasFull = FileManager.default.fileExists(
        atPath: full.appending(path: "postal-codes.csv").path)

    /// The rows below the header; these tables quote nothing.
    private func table(_ folder: URL, _ name: String) throws -> [[String]] {
        let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        return text.split(separator: "\n").dropFirst().map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    /// The municipality of a postal code by the longest beginning that the shipped table has.
    private func resolver() throws -> (String) -> String? {
        var rows: [String: String] = [:]
        for row in try table(PlaceTableTests.shipped, "postal-codes.csv") { rows[row[0]] = row[1] }
        return { code in
            (3...7).reversed().lazy.compactMap { rows[String(code.prefix($0))] }.first
        }
    }

    /// A point with three decimals or more, in the Japanese islands.
    private func coordinate(_ latitude: String, _ longitude: String) throws -> Coordinate? {
        guard let latitude = Double(latitude), let longitude = Double(longitude),
            (20...46).contains(latitude), (122...154).contains(longitude)
        else { return nil }
        return Coordinate(latitude: latitude, longitude: longitude)
    }
}
