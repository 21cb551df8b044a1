import Dispatch
import Synchronization

/// Works on parts on as many cores as there are; the results come in the order of the parts.
package func concurrently<Result: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Result) -> [Result] {
    let found = Mutex([Result?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { index in
        let result = body(index)
        found.withLock { $0[index] = result }
    }
    return found.withLock { $0.compactMap { $0 } }
}

/// Does two different things at the same time, the first on the calling thread, and waits for both.
///
/// Where both fail, the error is that of the first, as if one had been done after the other.
package func concurrently<First, Second: Sendable, Failure: Error>(
    _ first: () throws(Failure) -> First, _ second: @escaping @Sendable () throws(Failure) -> Second
) throws(Failure) -> (First, Second) {
    let found = Mutex<Result<Second, Failure>?>(nil)
    let group = DispatchGroup()
    DispatchQueue.global().async(group: group) {
        let result = Result(catching: second)
        found.withLock { $0 = result }
    }
    let result = Result(catching: first)
    group.wait()
    let value = try result.get()
    guard let second = found.withLock({ $0 }) else { preconditionFailure("what has ended has a result") }
    return (value, try second.get())
}
