import Glibc
import Pipeline
import Records
import Reporting
import Synchronization

/// One line on the terminal that says what is being done, once it takes longer than a second.
///
/// Nothing is printed where standard error is not a terminal. The line never wraps, and is written over in
/// one piece and only when it changes: it does not flicker.
final class ProgressLine: Sendable {
    private struct State {
        var stage = ""
        var isDone = false
        var shown = ""
    }

    private let state = Mutex(State())
    private let language: Language
    private let begun = ContinuousClock.now

    init(language: Language) {
        self.language = language
        if Terminal.isInteractive(2) { watch() }
    }

    /// What is being done now.
    func update(_ stage: Bilingual) {
        state.withLock { $0.stage = stage[language] }
    }

    /// Removes the line.
    func finish() {
        state.withLock { state in
            state.isDone = true
            if !state.shown.isEmpty { Terminal.show("\r\u{1B}[K") }
            state.shown = ""
        }
    }

    private func watch() {
        Task.detached { [self] in
            while !state.withLock({ paint(&$0) }) {
                try? await Task.sleep(for: .milliseconds(250))
            }
        }
    }

    /// Paints what is new; whether there is nothing more to paint.
    private func paint(_ state: inout State) -> Bool {
        let seconds = (ContinuousClock.now - begun).components.seconds
        guard !state.isDone, seconds >= 1 else { return state.isDone }
        let time = language == .ja ? " … \(seconds)秒" : " … \(seconds) s"
        // The last column stays free: some terminals wrap as soon as it is written to.
        let room = Terminal.columns(2) - 1 - TerminalWidth.columns(of: time)
        let line = TerminalWidth.fitted(state.stage, to: max(0, room)) + time
        if line != state.shown { Terminal.show("\r\(line)\u{1B}[K") }
        state.shown = line
        return false
    }
}
