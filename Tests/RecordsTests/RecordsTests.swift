import Records
import Testing

@Suite struct PersonIDTests {
    @Test("name variants that Unicode calls equivalent stay two ids")
    func canonicalEquivalence() {
        let common = PersonID("神01")
        let variant = PersonID("\u{FA19}01")
        #expect(common.text == variant.text, "Swift's own comparison merges them")
        #expect(common != variant)
        #expect(Set([common, variant]).count == 2)
    }

    @Test("ids are ordered by their bytes")
    func order() {
        #expect(
            [PersonID("R10"), PersonID("R2"), PersonID("R1")].sorted().map(\.text) == ["R1", "R10", "R2"])
    }
}

@Suite struct TagSetTests {
    @Test("sets of tags behave as sets over the whole capacity")
    func algebra() {
        let a = TagSet([0, 63, 64, 200, 255])
        let b = TagSet([63, 200, 201])
        #expect(a.indices == [0, 63, 64, 200, 255])
        #expect(a.count == 5)
        #expect(a.intersection(b).indices == [63, 200])
        #expect(a.sharedCount(with: b) == 2)
        #expect(a.union(b).count == 6)
        #expect(a.subtracting(b).indices == [0, 64, 255])
        #expect(!b.isSubset(of: a))
        #expect(TagSet([64, 255]).isSubset(of: a))
        #expect(TagSet().isEmpty)
    }
}

@Suite struct CoordinateTests {
    @Test("a degree of latitude is 111.195 km, and distance is symmetric")
    func degree() {
        let a = Coordinate(latitude: 35, longitude: 139)
        let b = Coordinate(latitude: 36, longitude: 139)
        #expect(a.metres(to: b) == 111_195)
        #expect(b.metres(to: a) == 111_195)
        #expect(a.metres(to: a) == 0)
    }

    @Test("Tokyo to Osaka station is about 403 km")
    func known() {
        let tokyo = Coordinate(latitude: 35.681, longitude: 139.767)
        let osaka = Coordinate(latitude: 34.702, longitude: 135.495)
        #expect(abs(tokyo.metres(to: osaka) - 403_000) < 1_500)
    }
}

@Suite struct SpellingTests {
    @Test("the nearest word is found, and nothing when no word is near")
    func nearest() {
        let known = ["weight", "measure", "label", "full-at"]
        #expect(Spelling.nearest(to: "weigth", in: known) == "weight")
        #expect(Spelling.nearest(to: "fullat", in: known) == "full-at")
        #expect(Spelling.nearest(to: "colour", in: known) == nil)
        #expect(Spelling.nearest(to: "x", in: []) == nil)
    }

    @Test("every language has a code of two letters and no spelling stands for two languages")
    func languages() {
        var owners: [String: String] = [:]
        for tag in Vocabulary.languages.tags {
            #expect(tag.key.utf8.count == 2)
            for spelling in Set(tag.spellings.map { $0.lowercased() }) {
                if let owner = owners.updateValue(tag.key, forKey: spelling) {
                    Issue.record("\(spelling): \(owner) and \(tag.key)")
                }
            }
        }
        #expect(owners["ネパール語"] == "ne" && owners["中文"] == "zh" && owners["filipino"] == "tl")
        #expect(Vocabulary.languages.tags.count <= TagSet.capacity)
    }

    @Test("serial numbers count from the day before 1900, or from 1904, and only five digits are days")
    func serialNumbers() {
        #expect(ExcelSerial.since1900.day(45_748)?.description == "2025-04-01")
        #expect(ExcelSerial.since1904.day(44_286)?.description == "2025-04-01")
        #expect(ExcelSerial.since1900.day(10_000)?.description == "1927-05-18")
        #expect(ExcelSerial.since1904.day(99_999)?.description == "2177-10-14")
        #expect(ExcelSerial.since1900.day(9_999) == nil && ExcelSerial.since1900.day(100_000) == nil)
    }
}
