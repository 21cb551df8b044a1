import Intake
import Records
import Testing

@Suite("IntakeError")
struct IntakeErrorTests {
    private static let issue = DataIssue(
        severity: .error, file: "f.csv", row: 7, column: "氏名", value: "secret",
        problem: Bilingual("Problem."),
        cure: Bilingual("Cure."))

    private static let all: [IntakeError] = [
        .missing(path: "in/f.csv"), .folder(path: "in/f.csv"), .unreadable(path: "in/f.csv"),
        .readFailed(path: "in/f.csv", code: 5), .empty(path: "in/f.csv"), .noRows(path: "in/f.csv"),
        .undecodable(path: "in/f.csv", encoding: .utf8, isGuess: false, row: 7, byteOffset: 9),
        .undecodable(path: "in/f.csv", encoding: .cp932, isGuess: true, row: 7, byteOffset: 9),
        .unknownEncoding(path: "in/f.csv", encoding: .cp932),
        .nulByte(path: "in/f.csv", row: 7, byteOffset: 9),
        .strayQuote(path: "in/f.csv", row: 7, byteOffset: 9), .unclosedQuote(path: "in/f.csv", row: 7),
        .cellTooLarge(path: "in/f.csv", row: 7, column: 3, limit: 10),
        .rowTooLarge(path: "in/f.csv", row: 7, limit: 10), .tooManyCells(path: "in/f.csv", row: 7, limit: 10),
        .defects(path: "in/f.csv", issues: [issue]), .placesNeeded(field: "home"),
    ]

    @Test("Every error names its file in both languages and never a cell's content", arguments: all)
    func message(error: IntakeError) {
        let name = if case .placesNeeded = error { "home" } else { "in/f.csv" }
        for text in [error.message.ja, error.message.en] {
            #expect(text.contains(name))
            #expect(!text.contains("secret"))
        }
        #expect(error.message.ja != error.message.en)
    }

    @Test("Errors about a row name the row", arguments: all.filter { "\($0)".contains("row: ") })
    func row(error: IntakeError) {
        #expect(error.message.en.contains("row 7") || "\(error)".contains("defects"))
        #expect(error.message.ja.contains("7行目"))
    }

    @Test("The category of an error is that of its exit code")
    func categories() {
        #expect(IntakeError.missing(path: "").category == .inputMissing)
        #expect(IntakeError.folder(path: "").category == .inputMissing)
        #expect(IntakeError.unreadable(path: "").category == .inputMissing)
        #expect(IntakeError.readFailed(path: "", code: 5).category == .readFailure)
        #expect(IntakeError.noRows(path: "").category == .badData)
        #expect(IntakeError.unclosedQuote(path: "", row: 1).category == .badData)
        #expect(IntakeError.placesNeeded(field: "").category == .configuration)
    }
}
