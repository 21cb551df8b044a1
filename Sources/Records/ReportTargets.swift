/// By which numbers a programme's annual report is judged; `nil` where the programme leaves it at the usual.
package struct ReportTargets: Hashable, Sendable {
    /// Days within which a partner counts as success.
    package var successDays: Int?
    /// Targets in hundredths of a percent: residents with a partner in time, and pairs that lasted.
    package var success: Int?
    package var completion: Int?

    package init(successDays: Int? = nil, success: Int? = nil, completion: Int? = nil) {
        self.successDays = successDays
        self.success = success
        self.completion = completion
    }
}
