import Compatibility
import Records
import TestKit
import Testing

@Suite struct RowTests {
    /// Sizes around the words of 64.
    private static let sizes = [(1, 2), (63, 5), (64, 5), (65, 5), (150, 12)]

    @Test("every rule marks, row by row, exactly the pairs that fail its test", arguments: 1...20)
    func rules(seed: UInt64) {
        for (volunteers, residents) in Self.sizes {
            let random = RandomCohort(seed: seed, volunteers: volunteers, residents: residents)
            let cohort = random.cohort
            var numbers = SplitMix64(seed: seed)
            let asked = BitRow((0..<volunteers).map { _ in !numbers.once(in: 3) })
            let words = (volunteers + 63) / 64
            // The last word alone as well: far fewer volunteers than different weeks.
            for stretches in [[0..<words], [words - 1..<words]] {
                let scope = RowScope(stretches: stretches, asked: asked)
                for rule in random.rules {
                    let rows = rule.rows(in: cohort)
                    let test = rule.test(in: cohort)
                    var row = BitRow(count: volunteers)
                    for resident in 0..<residents {
                        rows.markFailures(of: resident, scope, in: &row)
                        let asked = (stretches[0].lowerBound * 64..<volunteers).filter(scope.asked.contains)
                        #expect(
                            asked.filter(row.contains) == asked.filter { !test($0, resident) }, "\(rule.id)")
                    }
                }
            }
        }
    }

    @Test("every measure gives, row by row, the value of each pair", arguments: 1...20)
    func measures(seed: UInt64) throws {
        let random = RandomCohort(seed: seed, volunteers: 90, residents: 20)
        let cohort = random.cohort
        let volunteers = (0..<90).filter { $0 % 7 != Int(seed % 7) }
        for measure in try random.measures() {
            let rows = measure.rows(in: cohort)
            let value = measure.values(in: cohort)
            var values = [Int32](repeating: -7, count: 90)
            // Of many volunteers and of a few, which some measures do in two ways.
            for asked in [volunteers, Array(volunteers.suffix(9))] {
                for resident in 0..<20 {
                    rows.measure(resident, with: asked.map { Int32($0) }, into: &values)
                    #expect(
                        values.prefix(asked.count).map { $0 == MissingValue.mark ? nil : Int($0) }
                            == asked.map { value($0, resident) }, "\(measure)")
                }
            }
        }
    }

    @Test("the fast distance decides and measures as the exact one does, to the metre, all over the globe")
    func distances() {
        var random = SplitMix64(seed: 5)
        func number(_ span: Double) -> Double { Double(random.number(in: 0...1_000_000)) / 1_000_000 * span }
        func somewhere(_ latitude: Double, _ longitude: Double) -> Place {
            Place(
                municipalityCode: "1", municipality: Bilingual("x"), town: nil,
                coordinate: Coordinate(latitude: latitude, longitude: longitude))
        }
        for bound in [0, 1, 500, 8000, 1_000_000, 15_000_000, 20_015_000, 30_000_000] {
            var places: [Place?] = [nil]
            for _ in 0..<60 {
                let base = (number(178) - 89, number(360) - 180)
                places.append(somewhere(base.0, base.1))
                // Due north, within two metres of the bound on either side.
                let north = base.0 + (Double(bound) + number(4) - 2) / 111_195.0797
                if north <= 90 { places.append(somewhere(north, base.1)) }
            }
            var tiny = TinyCohort()
            tiny.volunteerCount = places.count
            tiny.residentCount = places.count
            tiny.field("home", .place, volunteer: .place(places), resident: .place(places))
            let cohort = tiny.cohort
            let rule = WithinRule(field: "home", metres: bound)
            let (rows, test) = (rule.rows(in: cohort), rule.test(in: cohort))
            let scope = RowScope(everybodyOf: places.count)
            var row = BitRow(count: places.count)
            guard let scale = LinearScale(zeroAt: bound + 500, fullAt: max(0, bound - 500)) else { continue }
            let measure = DistanceMeasure(field: "home", scale: scale)
            let (fast, exact) = (measure.rows(in: cohort), measure.values(in: cohort))
            var values = [Int32](repeating: 0, count: places.count)
            for resident in places.indices {
                rows.markFailures(of: resident, scope, in: &row)
                fast.measure(resident, with: places.indices.map { Int32($0) }, into: &values)
                for volunteer in places.indices {
                    #expect(row.contains(volunteer) != test(volunteer, resident))
                    #expect(values[volunteer] == exact(volunteer, resident).map { Int32($0) } ?? -1)
                }
            }
        }
    }

    @Test("exactly 8.0 km north is near enough and half a metre more is not, in a row as in a pair")
    func edgeOfDistance() {
        let metres = [7_999.0, 8_000, 8_000.49, 8_000.51, 8_001]
        var tiny = TinyCohort()
        tiny.volunteerCount = metres.count
        tiny.field(
            "home", .place, volunteer: .place(metres.map { place(metresNorth: $0) }),
            resident: .place([place(metresNorth: 0)]))
        var row = BitRow(count: metres.count)
        WithinRule(field: "home", metres: 8000).rows(in: tiny.cohort)
            .markFailures(of: 0, RowScope(everybodyOf: metres.count), in: &row)
        #expect(metres.indices.map(row.contains) == [false, false, false, true, true])
    }

    @Test("nobody near is left out of the words to look at, at the poles and across the date line either")
    func nearby() throws {
        var random = SplitMix64(seed: 9)
        for (latitude, longitude, span) in [
            (35.6, 139.7, 1.0), (89.0, 0.0, 1.0), (-60.0, 179.9, 3.0), (0.0, -179.9, 2.0), (10, 0, 180.0),
        ] {
            func somewhere() -> Place? {
                if random.once(in: 12) { return nil }
                let east = longitude + Double(random.number(in: -1000...1000)) / 1000 * span
                return Place(
                    municipalityCode: "1", municipality: Bilingual("x"), town: nil,
                    coordinate: Coordinate(
                        latitude: min(
                            90, latitude + Double(random.number(in: -1000...1000)) / 1000 * min(1, span)),
                        longitude: east > 180 ? east - 360 : east < -180 ? east + 360 : east))
            }
            var tiny = TinyCohort()
            tiny.volunteerCount = 700
            tiny.residentCount = 60
            tiny.field(
                "home", .place, volunteer: .place((0..<700).map { _ in somewhere() }),
                resident: .place((0..<60).map { _ in somewhere() }))
            tiny.field(
                "online", .flag, volunteer: .flag((0..<700).map { _ in random.once(in: 4) ? .yes : nil }),
                resident: .flag((0..<60).map { _ in random.once(in: 4) ? .yes : .no }))
            let cohort = tiny.cohort
            for metres in [0, 3_000, 30_000] {
                let rule = WithinRule(
                    field: "home", metres: metres, unless: .both(FieldCondition(field: "online", value: .yes))
                )
                let nearby = try #require(rule.nearby(in: cohort))
                let test = rule.test(in: cohort)
                #expect(nearby.order.sorted() == Array(0..<700))
                var looked = 0
                for resident in 0..<60 {
                    let stretches = nearby.stretches(near: resident)
                    #expect(
                        zip(stretches, stretches.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound })
                    let seen = Set(stretches.joined())
                    looked += seen.count
                    let missed = (0..<700).filter {
                        test(nearby.order[$0], resident) && !seen.contains($0 >> 6)
                    }
                    #expect(missed.isEmpty)
                }
                if metres == 3_000, span == 1.0, latitude < 80 {
                    #expect(looked < 60 * 11 * 2 / 3, "most far people are not looked at")
                }
            }
        }
    }
}
