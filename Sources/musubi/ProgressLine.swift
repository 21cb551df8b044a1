import Glibc
import Records
import Synchronization

/// One line on the terminal that says what is being done, once it takes longer than a second.
///
/// Nothing is printed where standard error is not a terminal.
final class ProgressLine: Sendable {
    private struct State {
        var stage = ""
        var isDone = false
        var isShown = false
    }

    private let state = Mutex(State())
    private let language: Language
    private let isInteractive: Bool

    init(language: Language, isQuiet: Bool = false) {
        self.language = language
        isInteractive = !isQuiet && Terminal.isInteractive(2)
        if isInteractive { watch() }
    }

    /// What is being done now.
    func update(_ stage: Bilingual) {
        state.withLock { $0.stage = stage[language] }
    }

    /// Removes the line.
    func finish() {
        state.withLock { state in
            state.isDone = true
            if state.isShown { Terminal.show("\r\u{1B}[K") }
        }
    }

    private func watch() {
        let begun = ContinuousClock.now
        Task.detached { [self] in
            while true {
                try? await Task.sleep(for: .milliseconds(500))
                let seconds = (ContinuousClock.now - begun).components.seconds
                let isDone = state.withLock { state in
                    if !state.isDone, seconds >= 1 {
                        Terminal.show("\r\u{1B}[K\(state.stage) … \(seconds) s")
                        state.isShown = true
                    }
                    return state.isDone
                }
                if isDone { return }
            }
        }
    }
}
