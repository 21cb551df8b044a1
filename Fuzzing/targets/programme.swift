// modules: Records Compatibility Simulation CYaml Yams Programmes
import Programmes
import Records

/// Programme files: a programme, or mistakes with their places and sentences.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let buffer = UnsafeBufferPointer(start: bytes, count: count)
    guard let text = String(validating: buffer, as: UTF8.self) else { return 0 }
    do throws(ProgrammeError) {
        _ = try ProgrammeReader.file(text: text, path: "fuzz.yaml")
    } catch {
        if case .invalid(let issues) = error, issues.isEmpty { fatalError("refused without a reason") }
    }
    return 0
}
