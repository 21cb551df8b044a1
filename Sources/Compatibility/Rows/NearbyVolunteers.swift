import Glibc
import Records

/// Volunteers in an order in which those near a resident stand together, so that the others are never looked at.
///
/// Bands of latitude, each sorted by longitude: within a band the people near a place are one stretch. Who may be
/// met anywhere stands in bands of their own, before the others.
package struct NearbyVolunteers: Sendable {
    /// Volunteers by their place in the order.
    package let order: [Int]

    /// Volunteers sorted by longitude within each band.
    private struct Bands: Sendable {
        /// Position of the first volunteer of each band, and of the end.
        var starts: [Int] = []
        var longitudes: [Double] = []
        var first = 0

        /// The first position of a range for whose longitude a condition, which holds at its beginning only, fails.
        func position(in range: Range<Int>, _ isBefore: (Double) -> Bool) -> Int {
            var (low, high) = (range.lowerBound, range.upperBound)
            while low < high {
                let middle = (low + high) / 2
                if isBefore(longitudes[middle]) { low = middle + 1 } else { high = middle }
            }
            return low
        }
    }

    private let exempt: Bands
    private let others: Bands
    private let residents: [Coordinate?]
    private let residentsExempt: [Bool]
    /// A little more than the largest distance, in radians.
    private let reach: Double
    private let southEdge: Double
    /// In degrees.
    private let bandHeight: Double

    /// Exempt volunteers may be met at any distance by exempt residents.
    init(
        volunteers: [Place?], residents: [Place?], metres: Int,
        exempt: (volunteers: [Bool], residents: [Bool])
    ) {
        reach = (Double(max(0, metres)) + 2) / EarthRadius.metres
        let latitudes = volunteers.compactMap { $0?.coordinate.latitude }
        let (south, north) = (latitudes.min() ?? 0, latitudes.max() ?? 0)
        // A quarter of the distance, but no more bands than some for each volunteer.
        let least = (north - south) / Double(max(1, volunteers.count))
        let height = max(reach * 180 / .pi / 4, least, 1e-9)
        (southEdge, bandHeight) = (south, height)
        func bands(_ people: [Int], first: Int) -> (Bands, [Int]) {
            var bands = Bands(first: first)
            let known = people.compactMap { person in volunteers[person].map { (person, $0.coordinate) } }
            let sorted = known.map { person, place in
                (band: Int((place.latitude - south) / height), longitude: place.longitude, person: person)
            }.sorted { $0 < $1 }
            bands.longitudes = sorted.map(\.longitude)
            for (position, entry) in sorted.enumerated() {
                while bands.starts.count <= entry.band { bands.starts.append(position) }
            }
            bands.starts.append(sorted.count)
            return (bands, sorted.map(\.person) + people.filter { volunteers[$0] == nil })
        }
        let everyone = volunteers.indices
        let (exemptBands, exemptOrder) = bands(everyone.filter { exempt.volunteers[$0] }, first: 0)
        let (otherBands, otherOrder) = bands(
            everyone.filter { !exempt.volunteers[$0] }, first: exemptOrder.count)
        (self.exempt, others) = (exemptBands, otherBands)
        order = exemptOrder + otherOrder
        self.residents = residents.map { $0?.coordinate }
        residentsExempt = exempt.residents
    }

    /// Words of the order in which everybody stands who is near a resident or may be met anywhere, and few others.
    package func stretches(near resident: Int) -> [Range<Int>] {
        var stretches: [Range<Int>] = []
        func add(_ positions: Range<Int>) {
            guard !positions.isEmpty else { return }
            let words = positions.lowerBound >> 6..<(positions.upperBound + 63) >> 6
            if let last = stretches.last, last.upperBound >= words.lowerBound {
                stretches[stretches.count - 1] = last.lowerBound..<max(last.upperBound, words.upperBound)
            } else {
                stretches.append(words)
            }
        }
        if residentsExempt[resident] { add(0..<others.first) }
        guard let place = residents[resident] else { return stretches }
        if !residentsExempt[resident] { addNear(place, in: exempt, add) }
        addNear(place, in: others, add)
        return stretches
    }

    private func addNear(_ place: Coordinate, in bands: Bands, _ add: (Range<Int>) -> Void) {
        let north = reach * 180 / .pi
        let lowest = ((place.latitude - north - southEdge) / bandHeight).rounded(.down)
        let highest = ((place.latitude + north - southEdge) / bandHeight).rounded(.down)
        let last = Double(bands.starts.count - 2)
        guard last >= 0, highest >= 0, lowest <= last else { return }
        let width = longitudeReach(place)
        for band in Int(max(0, lowest))...Int(min(last, highest)) {
            func addBetween(_ west: Double, _ east: Double) {
                let positions = bands.starts[band]..<bands.starts[band + 1]
                let start = bands.position(in: positions) { $0 < west }
                let end = bands.position(in: positions) { $0 <= east }
                add(bands.first + start..<bands.first + max(start, end))
            }
            let (west, east) = (place.longitude - width, place.longitude + width)
            if width >= 180 {
                addBetween(-.infinity, .infinity)
            } else {
                // West to east, so that the stretches come in their order.
                if east > 180 { addBetween(-.infinity, east - 360) }
                addBetween(west, east)
                if west < -180 { addBetween(west + 360, .infinity) }
            }
        }
    }

    /// Degrees of longitude within which everything near a place lies; 180 where a pole is near.
    private func longitudeReach(_ place: Coordinate) -> Double {
        let latitude = abs(place.latitude) * .pi / 180
        guard latitude + reach < .pi / 2 - 1e-6 else { return 180 }
        return asin(min(1, sin(reach) / cos(latitude))) * 180 / .pi + 1e-9
    }
}
