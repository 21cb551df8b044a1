import Assignment
import Foundation
import Records
import Synchronization

/// What Ctrl-C (SIGINT) and SIGTERM do during a long run.
///
/// While a solver listens, the first of them asks it to stop with the best found so far. At any other time,
/// and the second time, the process ends at once by the signal itself, as if it had never been caught, after
/// removing what is half written. A signal that was ignored from the start, as under `nohup`, stays ignored.
///
/// To be made before anything that starts a thread: threads inherit which signals they leave to others.
final class StopSignals: Sendable {
    /// For the solver.
    let interruption = Interruption()
    private let language: Language
    private let cleanUp: @Sendable () -> Void
    /// Held by the thread that ends the process, so that no other can go on meanwhile.
    private let ending = Mutex(())

    init(language: Language, cleanUp: @escaping @Sendable () -> Void) {
        self.language = language
        self.cleanUp = cleanUp
        let caught = [SIGINT, SIGTERM].filter { !StopSignals.isIgnored($0) }
        guard !caught.isEmpty else { return }
        var set = StopSignals.set(of: caught)
        pthread_sigmask(SIG_BLOCK, &set, nil)
        Thread.detachNewThread { [self] in
            var set = StopSignals.set(of: caught)
            var number: Int32 = 0
            while sigwait(&set, &number) == 0 { handle(number) }
        }
    }

    /// To be called before results or errors are told: not while the process is ending by a signal.
    func settle() {
        ending.withLock { _ in }
    }

    private func handle(_ number: Int32) {
        if interruption.request() {
            Terminal.notice(StopSignals.stopping[language])
        } else {
            ending.withLock { _ in
                cleanUp()
                StopSignals.end(by: number)
            }
        }
    }

    private static let stopping = Bilingual(
        ja: "中断しています。ここまでに見つかった最良の組み合わせを使います。もう一度 Ctrl-C を押すと、結果を残さずただちに終了します。",
        en: "stopping with the best found so far; press Ctrl-C again to end at once, without a result")

    private static func end(by number: Int32) {
        signal(number, SIG_DFL)
        var set = set(of: [number])
        pthread_sigmask(SIG_UNBLOCK, &set, nil)
        raise(number)
        _exit(128 + number)
    }

    private static func isIgnored(_ number: Int32) -> Bool {
        var action = sigaction()
        guard sigaction(number, nil, &action) == 0 else { return false }
        let handler = action.__sigaction_handler.sa_handler
        return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    }

    private static func set(of numbers: [Int32]) -> sigset_t {
        var set = sigset_t()
        sigemptyset(&set)
        for number in numbers { sigaddset(&set, number) }
        return set
    }
}
