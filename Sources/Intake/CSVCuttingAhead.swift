import Dispatch
import Synchronization

/// Cuts rows on another thread while those before them are typed.
///
/// What comes out is what the cutter gives, in its order, its error at its place. Only files are read in this
/// way: a read from a pipe could wait for ever, and nothing would wake it when its reader goes.
final class CSVCuttingAhead {
    /// Batches that may wait to be fetched.
    private static let limit = 16

    private let shelf = Shelf()
    private let queue = DispatchQueue(label: "rows")

    /// Begins to cut.
    init(_ cutter: CSVCutter) {
        let shelf = shelf
        queue.async {
            while shelf.hasRoom() {
                do throws(IntakeError) {
                    let batch = try cutter.next()
                    shelf.put(.success(batch))
                    if batch == nil { break }
                } catch {
                    shelf.put(.failure(error))
                    break
                }
            }
        }
    }

    /// Waits for the other thread, which ends with the batch it is at and lets go of the cutter.
    deinit {
        shelf.close()
        queue.sync {}
    }

    /// The next rows; `nil` at the end of the file.
    ///
    /// Not to be called again after that, nor after an error.
    ///
    /// - Throws: what the cutter throws.
    func next() throws(IntakeError) -> CSVBatch? {
        try shelf.fetch().get()
    }

    /// Where batches wait.
    private final class Shelf: Sendable {
        private struct State {
            var batches: [Result<CSVBatch?, IntakeError>] = []
            var isClosed = false
        }

        private let state = Mutex(State())
        /// Room for another batch; a semaphore must not die below the number that it was made with.
        private let room = DispatchSemaphore(value: 0)
        private let filled = DispatchSemaphore(value: 0)

        init() {
            for _ in 0..<CSVCuttingAhead.limit { room.signal() }
        }

        /// Waits for room; `false` when nobody wants another batch.
        func hasRoom() -> Bool {
            room.wait()
            return state.withLock { !$0.isClosed }
        }

        func put(_ batch: Result<CSVBatch?, IntakeError>) {
            state.withLock { $0.batches.append(batch) }
            filled.signal()
        }

        func fetch() -> Result<CSVBatch?, IntakeError> {
            filled.wait()
            let batch = state.withLock { $0.batches.removeFirst() }
            room.signal()
            return batch
        }

        func close() {
            state.withLock { $0.isClosed = true }
            room.signal()
        }
    }
}
