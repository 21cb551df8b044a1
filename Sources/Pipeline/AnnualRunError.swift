package import Programmes
package import Records

/// Why there is no annual report.
package enum AnnualRunError: Error, Sendable {
    /// The ledger could not be read, in its own words.
    case ledger([Bilingual], code: Int32)
    case folder(RunFolderError)
    /// No programme named where there are several, or one that the ledger does not know.
    case programmeNeeded([String])
    /// A programme file that cannot be used.
    case programme(ProgrammeError)
    /// A company that nobody in the ledger belongs to.
    case unknownCompany(String, known: [String])
    /// A programme of errands: its rows are requests and its pairs last a day.
    case errands(Bilingual)
    /// Counts that contradict each other.
    case fault([String])

    /// What happened and what to do.
    package func lines(in language: Language) -> [String] {
        switch self {
        case .ledger(let lines, _): lines.map { $0[language] }
        case .folder(let error): [error.message[language]]
        case .programme(let error): PipelineError.programme(error).lines(in: language)
        case .programmeNeeded(let known):
            [
                Bilingual(
                    ja: "--programme でプログラムを1つ選んでください。台帳にあるもの: \(known.joined(separator: "、"))",
                    en:
                        "Choose one programme with --programme. The ledger holds: \(known.joined(separator: ", "))"
                )[language]
            ]
        case .unknownCompany(let name, let known) where known.isEmpty:
            [
                Bilingual(
                    ja: "「\(name)」に属する人は台帳にいません。このプログラムの台帳には企業の記録がないため、企業用の版は作れません"
                        + "（プログラムの report: by に company の欄を加えると、次の実行から記録されます）。",
                    en:
                        "Nobody in the ledger belongs to '\(name)'. The ledger holds no company of this programme, so that "
                        + "there is no edition for one (a field company under report: by of the programme is recorded from the next run on)."
                )[language]
            ]
        case .unknownCompany(let name, let known):
            [
                Bilingual(
                    ja: "「\(name)」に属する人は台帳にいません。台帳にある企業: \(known.joined(separator: "、"))",
                    en:
                        "Nobody in the ledger belongs to '\(name)'. Its companies: \(known.joined(separator: ", "))"
                )[language]
            ]
        case .errands(let name):
            [
                Bilingual(
                    ja:
                        "「\(name.ja)」は用事（1回かぎり）のプログラムです。年次報告は、人と、期間のあるペアについてのもので、依頼の件数を人数のように示すことになるため作りません。月ごとの件数は、各回の report.html と report.json にあります。",
                    en:
                        "'\(name.en)' is a programme of errands. The annual report is about people and about pairs that "
                        + "last; it would show requests as if they were people, so none is made. The counts of each "
                        + "month stand in report.html and report.json of its run."
                )[language]
            ]
        case .fault(let details):
            [
                Bilingual(
                    ja: "プログラムの誤りのため、報告書は作りませんでした。次の行を添えてお知らせください。",
                    en: "A fault of this program: no report was written. Please report it with these lines.")[
                        language]
            ] + details
        }
    }

    package var exitCode: Int32 {
        switch self {
        case .ledger(_, let code): code
        case .folder(.writeFailed): 74
        case .folder: 73
        case .programmeNeeded, .errands: 64
        case .programme(let error): PipelineError.programme(error).exitCode
        case .unknownCompany: 65
        case .fault: 70
        }
    }
}
