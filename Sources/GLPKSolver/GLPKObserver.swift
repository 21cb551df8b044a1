import Assignment
import CGLPK

/// Stands between GLPK's callbacks and a watch.
final class GLPKObserver {
    /// From one report to the next.
    private static let interval = Duration.milliseconds(MUSUBI_GLPK_INTERVAL)

    /// What was taken off the objective.
    var constant = 0.0
    private let watch: ProgramWatch
    private var lastReport = ContinuousClock.now

    init(_ watch: ProgramWatch) { self.watch = watch }

    /// Runs a call of GLPK under this watch.
    func watching(_ body: (musubi_glpk_watch) -> Int32) -> Int32 {
        withExtendedLifetime(self) {
            body(
                musubi_glpk_watch(
                    context: Unmanaged.passUnretained(self).toOpaque(),
                    look: { GLPKObserver.behind($0).look() },
                    report: { GLPKObserver.behind($0).report(best: $1, bound: $2) }))
        }
    }

    private static func behind(_ context: UnsafeMutableRawPointer) -> GLPKObserver {
        Unmanaged<GLPKObserver>.fromOpaque(context).takeUnretainedValue()
    }

    private func look() -> Int32 {
        if watch.interruption?.isRequested ?? false { return MUSUBI_GLPK_STOP }
        let now = ContinuousClock.now
        guard now - lastReport >= Self.interval else { return 0 }
        lastReport = now
        return MUSUBI_GLPK_REPORT
    }

    private func report(best: Double, bound: Double) {
        watch.progress(
            ProgramProgress(
                best: best.isNaN ? nil : best + constant, bound: bound.isNaN ? nil : bound + constant))
    }
}
