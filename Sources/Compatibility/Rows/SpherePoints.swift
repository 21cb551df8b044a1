import Glibc
import Records

/// The places of a table as points on the unit sphere, so that distances cost no trigonometry.
///
/// The straight line c between two points of the unit sphere belongs to the distance 2 R asin(c / 2). In doubles
/// c² is off by less than 2 · 10⁻¹⁵ c; whatever lies so near a bound that this could count is decided by
/// `Coordinate.metres`, so that every answer is the same as there.
struct SpherePoints: Sendable {
    /// Coordinates on the axes, not a number where the place is missing; whole words of 64 people.
    private let x: [Double]
    private let y: [Double]
    private let z: [Double]
    private let places: [Coordinate?]

    init(_ places: [Place?]) {
        let padded = (places.count + 63) / 64 * 64
        var points = Array(repeating: Array(repeating: Double.nan, count: padded), count: 3)
        for (person, place) in places.enumerated() {
            guard let place = place?.coordinate else { continue }
            let latitude = place.latitude * .pi / 180
            let longitude = place.longitude * .pi / 180
            points[0][person] = cos(latitude) * cos(longitude)
            points[1][person] = cos(latitude) * sin(longitude)
            points[2][person] = sin(latitude)
        }
        (x, y, z) = (points[0], points[1], points[2])
        self.places = places.map { $0?.coordinate }
    }

    func isKnown(_ person: Int) -> Bool { places[person] != nil }

    /// Distance in metres to somebody of another table, as `Coordinate.metres` gives it; `nil` where a place is
    /// missing.
    @inline(__always)
    func metres(_ person: Int, to other: Int, of others: SpherePoints) -> Int? {
        let (dx, dy, dz) = (
            x[person] - others.x[other], y[person] - others.y[other], z[person] - others.z[other]
        )
        let squared = dx * dx + dy * dy + dz * dz
        // Up to 637 km five terms of the series are exact to a double's last bits.
        if squared < 0.01 {
            let h = squared / 4
            let series = 1 + h * (1.0 / 6 + h * (3.0 / 40 + h * (15.0 / 336 + h * (105.0 / 3456))))
            let value = EarthRadius.metres * squared.squareRoot() * series + 0.5
            let rounded = Int(value)
            let rest = value - Double(rounded)
            if rest > 1e-4, rest < 1 - 1e-4 { return rounded }
        }
        guard let a = places[person], let b = others.places[other] else { return nil }
        return a.metres(to: b)
    }

    /// Which of the 64 people from `64 · word` on are farther than a bound from somebody of another table; only the bits
    /// of those asked must be right.
    @inline(__always)
    func farther(
        than bound: DistanceBound, from other: Int, of others: SpherePoints, word: Int, asked: UInt64
    ) -> UInt64 {
        let (ox, oy, oz) = (others.x[other], others.y[other], others.z[other])
        let (near, unsure) = x.withUnsafeBufferPointer { x in
            y.withUnsafeBufferPointer { y in
                z.withUnsafeBufferPointer { z in
                    var (near, unsure) = (UInt64(0), UInt64(0))
                    for eighth in 0..<8 {
                        let first = word << 6 | eighth << 3
                        var squared = SIMD8<Double>()
                        for lane in 0..<8 {
                            let (dx, dy, dz) = (
                                x[first + lane] - ox, y[first + lane] - oy, z[first + lane] - oz
                            )
                            squared[lane] = dx * dx + dy * dy + dz * dz
                        }
                        let bits = SIMD8<UInt64>(1, 2, 4, 8, 16, 32, 64, 128)
                        let zero = SIMD8<UInt64>()
                        let shift = UInt64(eighth << 3)
                        near |=
                            zero.replacing(with: bits, where: squared .<= bound.surelyNear).wrappedSum()
                            << shift
                        unsure |=
                            zero.replacing(with: bits, where: squared .<= bound.perhapsNear).wrappedSum()
                            << shift
                    }
                    return (near, unsure & ~near)
                }
            }
        }
        var far = ~near
        var open = unsure & asked
        while open != 0 {
            let bit = open.trailingZeroBitCount
            if let a = places[word << 6 | bit], let b = others.places[other], a.metres(to: b) <= bound.metres
            {
                far &= ~(1 << UInt64(bit))
            }
            open &= open - 1
        }
        return far
    }
}

/// A largest distance, as squares of straight lines through the unit sphere.
struct DistanceBound: Sendable {
    /// Inclusive, on rounded distances: anything below half a metre more is near enough.
    let metres: Int
    /// At or below this the two are near enough; above `perhapsNear` they are not.
    let surelyNear: Double
    let perhapsNear: Double

    init(metres: Int) {
        self.metres = metres
        let angle = (Double(metres) + 0.5) / EarthRadius.metres
        guard angle < .pi else {
            (surelyNear, perhapsNear) = (5, 5)
            return
        }
        let line = 2 * sin(max(0, angle) / 2)
        let margin = 1e-12 * line + 1e-14
        (surelyNear, perhapsNear) = (line * line - margin, line * line + margin)
    }
}

/// The sphere on which `Coordinate.metres` measures.
enum EarthRadius {
    static let metres = 6_371_008.8
}
