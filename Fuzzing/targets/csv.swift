// modules: Records Intake
import Glibc
import Intake
import Records

/// A file in memory, without a name, which goes with the process.
private let file: Int32 = {
    let name = "/musubi-fuzz-\(getpid())"
    defer { shm_unlink(name) }
    return shm_open(name, O_RDWR | O_CREAT | O_EXCL, 0o600)
}()
private let path = "/proc/self/fd/\(file)"

/// Rows of a CSV file: rows or a typed error, never a cell over the limit, and the same cells lent out and one by one.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard ftruncate(file, 0) == 0, pwrite(file, bytes, count, 0) == count else { return 0 }
    do throws(IntakeError) {
        let reader = try CSVReader(path: path)
        while try reader.next() {
            for index in 0..<reader.cellCount where reader.cell(index).count > CSVReader.cellLimit {
                fatalError("a cell over the limit")
            }
            reader.withRow { cells in
                guard cells.count == reader.cellCount,
                    (0..<cells.count).allSatisfy({ cells[$0].elementsEqual(reader.cell($0)) })
                else { fatalError("other cells") }
            }
        }
    } catch {
        guard !error.message.ja.isEmpty, !error.message.en.isEmpty else { fatalError("no message") }
    }
    return 0
}
