import Dispatch
import Synchronization

/// Works on parts on as many cores as there are; the results come in the order of the parts.
func concurrently<Result: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Result) -> [Result] {
    guard count > 1 else { return (0..<count).map(body) }
    let found = Mutex([Result?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { index in
        let result = body(index)
        found.withLock { $0[index] = result }
    }
    return found.withLock { $0.compactMap { $0 } }
}
