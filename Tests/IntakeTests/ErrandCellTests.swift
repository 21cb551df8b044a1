import Intake
import Records
import Testing

@Suite("Cells of errands: windows, lengths, municipalities, calendars")
struct ErrandCellTests {
    @Test(
        "Every accepted window is the span that it says",
        arguments: [
            ("13:00〜17:00", "13:00–17:00"), ("１３：００～１５：３０", "13:00–15:30"), ("13時〜15時半", "13:00–15:30"),
            ("午後1時〜3時", "13:00–15:00"), ("午後1時半から3時まで", "13:30–15:00"), ("9:10-11:05", "9:10–11:05"),
            ("1pm-3pm", "13:00–15:00"), ("10am-1pm", "10:00–13:00"), ("午前", "9:00–12:00"),
            ("14時以降", "14:00–22:00"),
        ])
    func window(cell: String, window: String) throws {
        #expect(try WindowDecoder().decode(cell).value?.description == window)
    }

    @Test(
        "A window with a day of the week, without an end, reversed or unclear is refused",
        arguments: [
            "月 13:00-15:00", "13:00", "15:00-13:00", "1時〜3時", "いつでもどうぞ", "13:00-15:00、16:00-17:00", "-",
        ])
    func refusedWindow(cell: String) {
        #expect(throws: Defect.self) { try WindowDecoder().decode(cell) }
    }

    @Test(
        "Every accepted length is the minutes that it says",
        arguments: [
            ("90分", 90), ("９０分", 90), ("1時間", 60), ("1時間半", 90), ("1時間30分", 90), ("1.5時間", 90),
            ("2.25 h", 135),
            ("約2時間", 120), ("1:30", 90), ("2h", 120), ("1h30", 90), ("1 hour 15 min", 75), ("45 min", 45),
            ("180分間", 180), ("24時間", 1440),
        ])
    func duration(cell: String, minutes: Int) throws {
        #expect(try DurationDecoder().decode(cell).value == minutes)
    }

    @Test(
        "A number without a unit, nothing, or more than a day is refused",
        arguments: ["2", "90", "0分", "25時間", "1.33時間", "半日", "1:75", "1時間90分", "2〜3時間", "-1時間"])
    func refusedDuration(cell: String) {
        #expect(throws: Defect.self) { try DurationDecoder().decode(cell) }
    }

    @Test("An empty cell is missing, not wrong")
    func empty() throws {
        #expect(try WindowDecoder().decode(" ").value == nil)
        #expect(try DurationDecoder().decode("").value == nil)
    }

    private func places() throws -> PlaceDecoder {
        let folder = try TemporaryFolder()
        _ = try folder.file(
            """
            municipality_code,prefecture,municipality,name_en,latitude,longitude
            13104,東京都,新宿区,Shinjuku,35.69,139.70
            13206,東京都,府中市,Fuchu,35.67,139.48
            34208,広島県,府中市,Fuchu,34.57,133.24
            """, name: "municipalities.csv")
        _ = try folder.file("postal_code,municipality_code\n160,13104\n", name: "postal-codes.csv")
        return PlaceDecoder(places: try PlaceTable.load(folder: folder.path))
    }

    @Test(
        "A municipality is known by its names in both scripts, with and without the prefecture",
        arguments: [
            ("新宿区", "13104"), ("東京都新宿区", "13104"), ("Shinjuku", "13104"), ("shinjuku-ku", "13104"),
            ("Shinjuku City", "13104"), ("160-0022", "13104"), ("東京都府中市", "13206"), ("広島県府中市", "34208"),
        ])
    func municipality(cell: String, code: String) throws {
        #expect(try places().decode(cell).value?.municipalityCode == code)
    }

    @Test("A name that two municipalities share is refused with the way out, and so is one that nobody has")
    func ambiguous() throws {
        let decoder = try places()
        do throws(Defect) {
            _ = try decoder.decode("府中市")
            Issue.record("accepted")
        } catch {
            #expect(error.cure.ja.contains("東京都府中市"))
        }
        #expect(throws: Defect.self) { try decoder.decode("新宿") }
    }

    @Test("A calendar has days, spans and days of every year; a row that is neither stops the file")
    func calendar() throws {
        let folder = try TemporaryFolder()
        let good = try folder.file(
            "from,to,name_ja,name_en\n2026-11-03,,文化の日,Culture Day\n2026-08-11,2026-08-16,夏季休業,\n12-29,01-03,年末年始,\n",
            name: "good.csv")
        let calendar = try CalendarReader().read(path: good)
        func name(_ iso: String) throws -> String? {
            calendar.name(of: try #require(CivilDate(iso: iso)))?.en
        }
        #expect(try name("2026-11-03") == "Culture Day")
        #expect(try name("2026-08-16") == "夏季休業")
        #expect(try name("2026-08-17") == nil)
        #expect(try name("2030-01-02") == "年末年始")
        for row in [
            "2026-11-31,,x,", "2026-11-05,2026-11-03,x,", "13-01,,x,", "12-29,2027-01-03,x,", "soon,,x,",
        ] {
            let bad = try folder.file("from,to,name_ja,name_en\n\(row)\n", name: "bad.csv")
            #expect(throws: IntakeError.self, "\(row)") { try CalendarReader().read(path: bad) }
        }
    }
}
