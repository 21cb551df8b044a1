// modules: Records Intake
import Intake
import Records

/// The free time of a week: never empty, and the same week again from its blocks.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let cell = String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    guard let week = try? WeeklyDecoder().decode(cell).value else { return 0 }
    guard !week.isEmpty else { fatalError("an empty week is no answer") }
    func clock(_ quarter: Int) -> String { (quarter < 40 ? "0" : "") + ClockWindow.clock(quarter * 15) }
    let blocks = week.blocks.map { block in
        "\(block.day.shortName.en) \(clock(block.quarters.lowerBound))-\(clock(block.quarters.upperBound))"
    }
    guard (try? WeeklyDecoder().decode(blocks.joined(separator: "; ")).value) == week else {
        fatalError("another week")
    }
    return 0
}
