import Foundation
import Records

/// The municipalities of a table of places by the names that people write for them: `新宿区`, `東京都新宿区`,
/// `Shinjuku`, `Shinjuku-ku`, `Shinjuku City`, `Kōtō-ku`; and by their codes.
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
    private var placeByCode: [String: Place] = [:]

    /// Adds a municipality under its Japanese name, with and without the prefecture, and under its roman name.
    mutating func add(_ place: Place, prefecture: String) {
        let name = place.municipality
        placeByCode[place.municipalityCode] = place
        for key in Set([name.ja, prefecture + name.ja, Self.roman(name.en)].map(Self.key)) {
            places[key, default: []].append(place)
        }
    }

    /// The municipality of a name.
    func lookUp(_ name: String) -> Match {
        let key = Self.key(name)
        let found = places[key] ?? places[Self.roman(key)] ?? []
        return found.count > 1 ? .several : found.first.map(Match.one) ?? .unknown
    }

    /// The municipality with a code of five digits.
    func place(code: ArraySlice<UInt8>) -> Place? { placeByCode[String(decoding: code, as: UTF8.self)] }

    /// A name as it is compared: `東京都 目黒区` is `東京都目黒区`, and `Kōtō` is `Koto`.
    private static func key(_ name: String) -> String {
        var key = String.UnicodeScalarView()
        var gap = false
        for scalar in Normalisation.key(name).decomposedStringWithCanonicalMapping.unicodeScalars {
            if scalar.properties.generalCategory == .nonspacingMark, key.last.map(\.isASCII) ?? false {
                continue
            }
            if scalar == " " {
                gap = true
                continue
            }
            // A space between two Latin words stays.
            if gap, scalar.isASCII, key.last.map(\.isASCII) ?? false { key.append(" ") }
            gap = false
            key.append(scalar)
        }
        return String(key).precomposedStringWithCanonicalMapping
    }

    private static func roman(_ name: String) -> String {
        for ending in endings where name.lowercased().hasSuffix(ending) {
            return String(name.dropLast(ending.count))
        }
        return name
    }
}
