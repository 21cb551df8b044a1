// modules: Records Intake
import Intake
import Records

/// Dates, with and without serial numbers, and days with times: a day that was read is read again from ISO.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let cell = String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    for serial in [nil, ExcelSerial.since1900, .since1904] {
        guard let day = try? DateDecoder(serial: serial).decode(cell).value else { continue }
        guard (try? DateDecoder().decode(day.description).value) == day else { fatalError("another day") }
    }
    _ = try? MeetingTimeDecoder().decode(cell)
    return 0
}
