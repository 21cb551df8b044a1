import Foundation

/// Postal codes of the place tables, read and measured apart from the package.
struct PlaceLookup {
    private var towns: [String: [Double]] = [:]
    private var municipalities: [String: String] = [:]

    init() throws {
        let folder = "\(Command.root)/data/places"
        func rows(_ name: String) throws -> [[String: String]] {
            Command.rows(of: try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8))
        }
        let offices = Dictionary(
            try rows("municipalities.csv").map { ($0["municipality_code"] ?? "", point($0)) },
            uniquingKeysWith: { first, _ in first })
        for row in try rows("postal-codes.csv") {
            municipalities[row["postal_code"] ?? ""] = row["municipality_code"]
            towns[row["postal_code"] ?? ""] = point(row) ?? offices[row["municipality_code"] ?? ""] ?? nil
        }
    }

    private func point(_ row: [String: String]) -> [Double]? {
        guard let latitude = Double(row["latitude"] ?? ""), let longitude = Double(row["longitude"] ?? "")
        else {
            return nil
        }
        return [latitude, longitude]
    }

    /// The place of the longest beginning of a code.
    func coordinate(_ cell: String) -> [Double]? { longest(cell, in: towns) }

    /// The code of the municipality of the longest beginning of a code.
    func municipality(_ cell: String) -> String? { longest(cell, in: municipalities) }

    private func longest<Value>(_ cell: String, in table: [String: Value]) -> Value? {
        let digits = SampleTables.digits(cell)
        return (3...7).reversed().lazy.compactMap { table[String(digits.prefix($0))] }.first
    }

    /// By the law of cosines, on a sphere.
    static func kilometres(_ a: [Double], _ b: [Double]) -> Double {
        let radians = (a + b).map { $0 * .pi / 180 }
        let cosine =
            sin(radians[0]) * sin(radians[2])
            + cos(radians[0]) * cos(radians[2]) * cos(radians[3] - radians[1])
        return 6371.0088 * acos(min(1, max(-1, cosine)))
    }
}
