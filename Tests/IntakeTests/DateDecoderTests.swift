import Intake
import Records
import Testing

@Suite("DateDecoder")
struct DateDecoderTests {
    @Test(
        "Every accepted form is the day that it says",
        arguments: [
            ("2025-04-01", "2025-04-01"),
            ("2025-4-1", "2025-04-01"),
            ("2025/4/1", "2025-04-01"),
            ("2025/04/01", "2025-04-01"),
            ("2025.4.1", "2025-04-01"),
            ("２０２５／４／１", "2025-04-01"),
            ("2025年4月1日", "2025-04-01"),
            ("2025年 4月 1日", "2025-04-01"),
            ("  2025年4月1日　", "2025-04-01"),
            ("令和7年4月1日", "2025-04-01"),
            ("令和 2 年 6 月 3 日", "2020-06-03"),
            ("㋿7年4月1日", "2025-04-01"),
            ("R7.4.1", "2025-04-01"),
            ("r7/4/1", "2025-04-01"),
            ("R07-04-01", "2025-04-01"),
            ("Ｒ７．４．１", "2025-04-01"),
            ("令和元年5月1日", "2019-05-01"),
            ("R元.5.1", "2019-05-01"),
            ("平成31年4月30日", "2019-04-30"),
            ("平成元年1月8日", "1989-01-08"),
            ("昭和64年1月7日", "1989-01-07"),
            ("S1.12.25", "1926-12-25"),
            ("大正15年12月25日", "1926-12-25"),
            ("T1.7.30", "1912-07-30"),
            ("明治45年7月30日", "1912-07-30"),
            ("M6.1.1", "1873-01-01"),
            ("2024-02-29", "2024-02-29"),
            ("2022-09-01 21:21:13.559", "2022-09-01"),
            ("2025/04/01 9:12:33", "2025-04-01"),
            ("2025/04/01 9:12", "2025-04-01"),
            ("2025/04/01 9:12:33 午後 GMT+9", "2025-04-01"),
            ("2025-04-01T09:12:33Z", "2025-04-01"),
            ("2025-04-01T09:12:33+09:00", "2025-04-01"),
            ("2025/4/1 9:12 PM", "2025-04-01"),
        ])
    func accepted(cell: String, day: String) throws {
        let decoded = try DateDecoder().decode(cell)
        #expect(decoded.value?.description == day)
        #expect(decoded.warnings.isEmpty)
    }

    @Test(
        "Days that do not exist and forms with more than one reading are refused",
        arguments: [
            "2025-02-29", "2025-13-01", "2025-04-31", "2025-00-10", "平成35年1月1日", "平成31年5月1日",
            "令和元年4月30日", "昭和64年1月8日", "令和0年5月1日", "明治5年12月2日", "4/1/2025", "25/4/1", "45748",
            "2025-04", "2025/4-1", "2025年4月1", "2025年4/1", "令和7", "7年4月1日", "昨日", "2025-04-01x",
            "2025-04-01 25:00", "2025-04-01 9:60", "2025-04-01T", "20250401", "2025-04-01 to 2025-05-01", "-",
        ])
    func refused(cell: String) {
        #expect(throws: Defect.self) { try DateDecoder().decode(cell) }
    }

    @Test("An empty cell is missing", arguments: ["", " ", "　", "\n"])
    func empty(cell: String) throws {
        #expect(try DateDecoder().decode(cell).value == nil)
    }

    @Test("A serial number is named as such, and a wrong era year as such")
    func causes() {
        do throws(Defect) {
            _ = try DateDecoder().decode("45748")
            Issue.record("accepted")
        } catch {
            #expect(error.problem.en.contains("serial"))
        }
        do throws(Defect) {
            _ = try DateDecoder().decode("平成35年1月1日")
            Issue.record("accepted")
        } catch {
            #expect(error.problem.ja.contains("元号"))
        }
    }
}
