import Foundation
import Testing

/// `docs/programmes.md` quotes lines of the programme files; they must stand there.
@Suite struct DocumentedRulesTests {
    @Test("every quoted rule stands in the file that its section names, and every file has a section")
    func quotes() throws {
        let page = try String(contentsOfFile: "\(Command.root)/docs/programmes.md", encoding: .utf8)
        var checked: [String: Int] = [:]
        for section in page.components(separatedBy: "\n## ").dropFirst() {
            let quotes = section.split(separator: "`", omittingEmptySubsequences: false).enumerated()
                .filter { $0.offset % 2 == 1 }.map { String($0.element) }
            guard let name = quotes.first, name.hasSuffix(".yaml") else { continue }
            let file = try String(contentsOfFile: "\(Command.root)/configs/\(name)", encoding: .utf8)
            for quote in quotes.dropFirst() where quote.hasPrefix("- ") {
                #expect(file.contains(quote), "\(name): \(quote)")
                checked[name, default: 0] += 1
            }
        }
        for name in [
            "family-friend.yaml", "corporate.yaml", "student-exchange.yaml", "alumni-network.yaml",
            "spot-errands.yaml",
        ] {
            #expect(checked[name] ?? 0 > 0, "\(name)")
        }
    }
}
