import Records

/// The municipalities of a table of places by the names that people write for them: `新宿区`, `東京都新宿区`,
/// `Shinjuku`, `Shinjuku-ku`, `Shinjuku City`.
struct MunicipalityNames: Sendable {
    /// What a name stands for.
    enum Match {
        case one(Place)
        case several
        case unknown
    }

    /// Endings of roman names that say only what kind of municipality it is.
    private static let endings = ["-ku", " ku", "-shi", " shi", "-cho", "-machi", "-mura", " ward", " city"]

    private var places: [String: [Place]] = [:]

    /// Adds a municipality under its Japanese name, with and without the prefecture, and under its roman name.
    mutating func add(_ place: Place, prefecture: String) {
        let name = place.municipality
        for key in Set([name.ja, prefecture + name.ja, Self.roman(name.en)].map(Normalisation.key)) {
            places[key, default: []].append(place)
        }
    }

    /// The municipality of a name.
    func lookUp(_ name: String) -> Match {
        let key = Normalisation.key(name)
        let found = places[key] ?? places[Self.roman(key)] ?? []
        return found.count > 1 ? .several : found.first.map(Match.one) ?? .unknown
    }

    private static func roman(_ name: String) -> String {
        for ending in endings where name.lowercased().hasSuffix(ending) {
            return String(name.dropLast(ending.count))
        }
        return name
    }
}
