import Records
import Synchronization
import Testing

@Suite("Work on several cores") struct ConcurrentlyTests {
    private enum Fault: Error, Equatable { case first, second }

    @Test("parts come back in their order, whoever is done first")
    func parts() {
        #expect(concurrently(0) { $0 } == [])
        #expect(
            concurrently(1000) { part in (0...(part * 7919 % 100)).reduce(part) { sum, _ in sum } }
                == Array(0..<1000))
    }

    @Test("two things are both done, and each gives its own result")
    func two() {
        let (word, number) = concurrently {
            "a"
        } _: {
            1
        }
        #expect(word == "a" && number == 1)
    }

    @Test("one that fails is the error, and the other is waited for")
    func oneFails() {
        let done = Atomic(0)
        #expect(throws: Fault.first) {
            try concurrently { () throws(Fault) in
                throw .first
            } _: { () throws(Fault) in
                for _ in 0..<1000 { done.add(1, ordering: .relaxed) }
            }
        }
        #expect(done.load(ordering: .relaxed) == 1000)
        #expect(throws: Fault.second) {
            try concurrently { () throws(Fault) in
                done.store(7, ordering: .relaxed)
            } _: { () throws(Fault) in
                throw .second
            }
        }
        #expect(done.load(ordering: .relaxed) == 7)
    }

    @Test("of two that fail the error is the first one's, whoever fails earlier")
    func bothFail() {
        for _ in 0..<200 {
            #expect(throws: Fault.first) {
                try concurrently { () throws(Fault) in
                    throw .first
                } _: { () throws(Fault) in
                    throw .second
                }
            }
        }
    }
}
