import Glibc
import Records

/// Turns the number of a cell into the text that the decoders read.
struct NumberCell {
    /// Whether days are counted from 1904.
    let startsIn1904: Bool

    /// Last day that Excel knows, 9999-12-31, in days since 1970-01-01.
    private static let lastDay = 2_932_896
    private static let secondsPerDay = 86_400

    /// Appends the text of a number as the format means it; `false` where the bytes are no number.
    func append(_ raw: ArraySlice<UInt8>, format: NumberFormat, to text: inout [UInt8]) -> Bool {
        if format == .number, NumberCell.isShortest(raw) {
            text.append(contentsOf: raw)
            return true
        }
        guard let value = NumberCell.value(raw) else { return false }
        text.append(contentsOf: written(value, format: format).utf8)
        return true
    }

    /// A day in ISO form, as some writers keep it, without a time of midnight: `2025-04-01T00:00:00`.
    static func isoDate(_ value: [UInt8]) -> [UInt8] {
        guard let separator = value.firstIndex(of: UInt8(ascii: "T")), separator == 10 else { return value }
        let time = value[(separator + 1)...]
        let isMidnight = time.starts(with: "00:00".utf8) && !time.contains { (0x31...0x39).contains($0) }
        return value[..<separator] + (isMidnight ? [] : [0x20] + time)
    }

    private func written(_ value: Double, format: NumberFormat) -> String {
        switch format {
        case .number: NumberCell.plain(value)
        case .date: date(value) ?? NumberCell.plain(value)
        case .time: clock(value, isElapsed: false) ?? NumberCell.plain(value)
        case .elapsed: clock(value, isElapsed: true) ?? NumberCell.plain(value)
        case .padded(let digits): NumberCell.padded(value, digits: digits) ?? NumberCell.plain(value)
        case .postalCode: NumberCell.postalCode(value) ?? NumberCell.plain(value)
        }
    }

    /// `2025-04-01`, with the time behind it where there is one; `nil` for numbers that are no day.
    ///
    /// Before day 1 there is only a time. Day 0 and day 60 of the system of 1900 are days that never were (Lotus 1-2-3
    /// took 1900 for a leap year), and are written as Excel shows them, so that the reader of dates refuses them.
    private func date(_ value: Double) -> String? {
        guard let (day, second) = split(value) else { return nil }
        let dayNumber: Int
        if startsIn1904 {
            dayNumber = day - 24_107
        } else if day == 0 {
            return second == 0 ? "1900-01-00" : NumberCell.time(second)
        } else {
            dayNumber = day - (day < 60 ? 25_568 : 25_569)
        }
        guard dayNumber <= NumberCell.lastDay else { return nil }
        let isFalseDay = !startsIn1904 && day == 60
        let name = isFalseDay ? "1900-02-29" : CivilDate(dayNumber: dayNumber).description
        return second == 0 ? name : name + " " + NumberCell.time(second)
    }

    /// `18:30`, with seconds where there are some; `nil` for negative numbers.
    private func clock(_ value: Double, isElapsed: Bool) -> String? {
        guard let (day, second) = split(value) else { return nil }
        return NumberCell.time(isElapsed ? day * NumberCell.secondsPerDay + second : second)
    }

    /// Whole days and the seconds of the day, rounded to the second; `nil` outside of the days that Excel knows.
    private func split(_ value: Double) -> (day: Int, second: Int)? {
        guard value >= 0, value < 3_000_000 else { return nil }
        let seconds = Int((value * Double(NumberCell.secondsPerDay)).rounded())
        return (seconds / NumberCell.secondsPerDay, seconds % NumberCell.secondsPerDay)
    }

    private static func time(_ seconds: Int) -> String {
        let clock = twoDigits(seconds / 3600) + ":" + twoDigits(seconds / 60 % 60)
        return seconds % 60 == 0 ? clock : clock + ":" + twoDigits(seconds % 60)
    }

    private static func twoDigits(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }

    private static func padded(_ value: Double, digits: Int) -> String? {
        guard let number = Int(exactly: value), number >= 0 else { return nil }
        let text = String(number)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }

    /// Excel's format shows numbers below 10,000 as the short codes of old, which no address has any more.
    private static func postalCode(_ value: Double) -> String? {
        guard value > 9999, let code = padded(value, digits: 7), code.count == 7 else { return nil }
        return code.prefix(3) + "-" + code.suffix(4)
    }

    /// Whether a number needs no other form: a whole one of at most 20 digits, or a decimal of at most 15 that does not end
    /// with a zero.
    private static func isShortest(_ raw: ArraySlice<UInt8>) -> Bool {
        let parts = (raw.first == UInt8(ascii: "-") ? raw.dropFirst() : raw).split(
            separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        let whole = parts[0]
        guard parts.allSatisfy({ part in !part.isEmpty && part.allSatisfy { (0x30...0x39).contains($0) } }),
            whole.first != 0x30 || whole.count == 1
        else { return false }
        if parts.count == 1 { return whole.count <= 20 && (whole.first != 0x30 || raw.count == 1) }
        return raw.count <= 16 && parts[1].last != 0x30
    }

    /// The number that is written, in decimal notation and finite.
    private static func value(_ raw: ArraySlice<UInt8>) -> Double? {
        let isDecimal = raw.allSatisfy {
            (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2B || $0 == 0x2E || $0 | 0x20 == 0x65
        }
        guard isDecimal, raw.count <= 400, let value = Double(String(decoding: raw, as: UTF8.self)),
            value.isFinite
        else { return nil }
        return value
    }

    /// The shortest decimal of at most 15 digits, which is what Excel keeps and shows: 1.1, not
    /// 1.1000000000000001.
    static func plain(_ value: Double) -> String {
        if let number = Int(exactly: value), abs(number) < 1_000_000_000_000_000 { return String(number) }
        let (digits, exponent) = decimal(abs(value))
        let sign = value < 0 ? "-" : ""
        if exponent < -7 || exponent > 20 {
            let tail = digits.count > 1 ? "." + digits.dropFirst() : ""
            return "\(sign)\(digits.prefix(1))\(tail)E\(exponent < 0 ? "-" : "+")\(abs(exponent))"
        }
        if exponent < 0 { return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits }
        if digits.count <= exponent + 1 {
            return sign + digits + String(repeating: "0", count: exponent + 1 - digits.count)
        }
        return sign + digits.prefix(exponent + 1) + "." + digits.dropFirst(exponent + 1)
    }

    /// Up to 15 significant digits without trailing zeros, and the power of ten of the first.
    private static func decimal(_ value: Double) -> (digits: String, exponent: Int) {
        var text: [UInt8] = Array(repeating: 0, count: 32)
        let count = text.withUnsafeMutableBytes { buffer in
            buffer.withMemoryRebound(to: CChar.self) { characters in
                Int(withVaList([value]) { vsnprintf(characters.baseAddress, characters.count, "%.14e", $0) })
            }
        }
        // One digit, a point, fourteen digits, the letter e, the exponent.
        let parts = text.prefix(count).split(separator: UInt8(ascii: "e"))
        var digits = parts[0].filter { $0 != UInt8(ascii: ".") }
        while digits.count > 1, digits.last == 0x30 { digits.removeLast() }
        let exponent = parts.count > 1 ? Int(String(decoding: parts[1], as: UTF8.self)) : 0
        return (String(decoding: digits, as: UTF8.self), exponent ?? 0)
    }
}
