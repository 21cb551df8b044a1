import Glibc

/// A point on the Earth in degrees (WGS 84).
package struct Coordinate: Hashable, Sendable {
    package let latitude: Double
    package let longitude: Double

    package init(latitude: Double, longitude: Double) {
        self.latitude = latitude
        self.longitude = longitude
    }

    /// Great-circle distance in metres, rounded to the nearest metre, on a sphere of 6,371,008.8 m.
    ///
    /// Haversine formula: R. W. Sinnott, “Virtues of the Haversine”, Sky and Telescope 68 (1984), 159.
    package func metres(to other: Coordinate) -> Int {
        let radians = Double.pi / 180
        let latitudeStep = (other.latitude - latitude) * radians
        let longitudeStep = (other.longitude - longitude) * radians
        let a =
            pow(sin(latitudeStep / 2), 2)
            + cos(latitude * radians) * cos(other.latitude * radians) * pow(sin(longitudeStep / 2), 2)
        return Int((2 * 6_371_008.8 * asin(min(1, a.squareRoot()))).rounded())
    }
}

/// Where a person lives, known to the town or only to the municipality.
///
/// Never an address: matching needs no more than a town's centre.
package struct Place: Hashable, Sendable {
    /// Five-digit municipality code (全国地方公共団体コード without its check digit).
    package let municipalityCode: String
    /// Name of the municipality or ward, `目黒区`.
    package let municipality: Bilingual
    /// Name of the town where the place is known to it, else `nil`.
    package let town: String?
    /// Centre of the town, or of the municipality where the town is not known.
    package let coordinate: Coordinate

    package init(municipalityCode: String, municipality: Bilingual, town: String?, coordinate: Coordinate) {
        self.municipalityCode = municipalityCode
        self.municipality = municipality
        self.town = town
        self.coordinate = coordinate
    }

    /// Whether the coordinate is a town's centre, not only a municipality's.
    package var isKnownToTown: Bool { town != nil }
}
