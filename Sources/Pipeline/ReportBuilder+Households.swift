import Compatibility
import Records
import Reporting

extension ReportBuilder {
    /// What to say of somebody who fails nothing but that another of the household stands for them.
    func household(
        of resident: Int, _ partners: [Int]
    ) -> (UnmatchedResident.Cause, Bilingual)? {
        guard let failed = candidates.failedGates[.resident]?[resident], failed.count == 1,
            let check = ruleset.gates[failed[0]].check as? HouseholdCheck
        else { return nil }
        let other = check.representatives[resident]
        let refusal = check.refusal(of: resident, in: reading.cohort.residents, of: reading.cohort)
        let outcome =
            partners[other] > 0
            ? Bilingual(ja: "代表の方に提案あり", en: "who has a proposal")
            : Bilingual(ja: "代表の方にも今回の提案なし", en: "who has no proposal this time either")
        return (
            .coveredByHousehold,
            Bilingual(ja: "\(refusal.ja)。\(outcome.ja)", en: "\(refusal.en), \(outcome.en)")
        )
    }
}
