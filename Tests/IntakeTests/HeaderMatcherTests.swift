import Intake
import Records
import Testing

@Suite("HeaderMatcher")
struct HeaderMatcherTests {
    private func wanted(_ headers: String..., isRequired: Bool = true) -> WantedColumn {
        WantedColumn(label: Bilingual("the " + headers[0]), headers: headers, isRequired: isRequired)
    }

    private func match(_ headers: [String], _ wanted: WantedColumn...) throws -> HeaderMatch {
        try HeaderMatcher(wanted: wanted).match(headers, row: 1, path: "folder/people.csv")
    }

    private func issues(_ headers: [String], _ wanted: WantedColumn...) -> [DataIssue] {
        do {
            _ = try HeaderMatcher(wanted: wanted).match(headers, row: 1, path: "folder/people.csv")
            return []
        } catch {
            guard case .defects(_, let issues) = error else { return [] }
            return issues
        }
    }

    @Test(
        "A header matches whatever its width, case, spacing and line breaks",
        arguments: ["郵便番号 (自宅)", "郵便番号　（自宅）", " 郵便番号\n(自宅) "])
    func normalised(header: String) throws {
        #expect(try match(["x", header], wanted("郵便番号 （自宅）")).columns == [1])
    }

    @Test("Latin headers match without regard to case")
    func latin() throws {
        #expect(try match(["Ｐｏｓｔａｌ_Code"], wanted("住所", "postal_code")).columns == [0])
    }

    @Test("Columns are found in any order, and one may serve two fields")
    func order() throws {
        let found = try match(["会員ID", "氏名"], wanted("氏名"), wanted("会員ID"), wanted("番号", "会員ID"))
        #expect(found.columns == [1, 0, 0])
        #expect(found.issues.isEmpty)
    }

    @Test("Every missing required column is reported at once, with the accepted headers and the nearest one")
    func missing() {
        let issues = issues(["氏各", "備考"], wanted("氏名", "name"), wanted("郵便番号"))
        #expect(issues.count == 2)
        #expect(issues[0].severity == .error)
        #expect(issues[0].file == "people.csv")
        #expect(issues[0].row == 1)
        #expect(issues[0].cure.ja.contains("「氏名」、「name」"))
        #expect(issues[0].cure.en.contains("nearest header in the file is '氏各'"))
        #expect(!issues[1].cure.en.contains("nearest"))
    }

    @Test("A missing column that is not required is a warning and counts as empty")
    func optional() throws {
        let found = try match(["氏名"], wanted("氏名"), wanted("趣味", isRequired: false))
        #expect(found.columns == [0, nil])
        #expect(found.issues.map(\.severity) == [.warning])
    }

    @Test("Two identical headers are an error, wanted or not, and so are two headers of one field")
    func duplicates() {
        #expect(issues(["氏名", "備考", "備考", "備考"], wanted("氏名")).map(\.column) == ["備考"])
        #expect(issues(["氏名", "氏名"], wanted("氏名")).count == 1)
        #expect(issues(["氏名", "name"], wanted("氏名", "name")).count == 1)
    }

    @Test("Unknown headers are one warning for the file; empty ones are none")
    func unknown() throws {
        let found = try match(["備考", "", "氏名", "メモ", ""], wanted("氏名"))
        #expect(found.issues.count == 1)
        #expect(found.issues.first?.row == nil)
        #expect(found.issues.first?.problem.ja.contains("「備考」、「メモ」") == true)
        #expect(found.width == 4)
    }
}
