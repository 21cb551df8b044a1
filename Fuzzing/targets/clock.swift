// modules: Records Intake
import Intake
import Records

/// Times of the day, spans and lengths: what was read is read again from `9:00-17:30` or `90 min`.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let cell = String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    func clock(_ minutes: Int) -> String { (minutes < 600 ? "0" : "") + ClockWindow.clock(minutes) }
    func text(_ window: ClockWindow) -> String { clock(window.start) + "-" + clock(window.end) }
    if let window = try? ClockRangeDecoder().decode(cell).value {
        guard (try? ClockRangeDecoder().decode(text(window)).value) == window else {
            fatalError("another range")
        }
    }
    if let window = try? WindowDecoder().decode(cell).value {
        guard (try? WindowDecoder().decode(text(window)).value) == window else {
            fatalError("another window")
        }
    }
    for plainIsHours in [false, true] {
        guard let minutes = try? DurationDecoder(plainIsHours: plainIsHours).decode(cell).value else {
            continue
        }
        guard (try? DurationDecoder().decode("\(minutes) min").value) == minutes else {
            fatalError("another length")
        }
    }
    _ = try? TimeZoneDecoder(index: nil).decode(cell)
    return 0
}
