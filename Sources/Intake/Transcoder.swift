import Glibc

/// How far a transcoder came.
struct TranscodingStep {
    /// Why it did not go on.
    enum Stop {
        /// All bytes were used, or there was no room for more text.
        case used
        /// The bytes that are left are the beginning of a character.
        case incomplete
        /// The bytes that are left begin with something that is no character.
        case bad
    }

    /// Bytes that were used.
    var read: Int
    /// Bytes of text that were written.
    var written: Int
    var stop: Stop
}

/// Turns the bytes of a file into UTF-8; it keeps nothing between two calls.
protocol Transcoder: AnyObject {
    /// Writes as much of `bytes` as is good and fits into `text`, whole characters only.
    func convert(
        _ bytes: UnsafeRawBufferPointer, into text: UnsafeMutableRawBufferPointer
    ) -> TranscodingStep
}

/// Lets good UTF-8 through.
final class UTF8Transcoder: Transcoder {
    func convert(
        _ bytes: UnsafeRawBufferPointer, into text: UnsafeMutableRawBufferPointer
    ) -> TranscodingStep {
        let part = bytes.prefix(text.count)
        var step = TranscodingStep(read: part.count, written: 0, stop: .used)
        let plain = PlainUTF8.length(of: UnsafeRawBufferPointer(rebasing: part))
        let rest = UnsafeRawBufferPointer(rebasing: part[plain...])
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: rest.bindMemory(to: UInt8.self).span)
        } catch {
            step.read = plain + error.byteOffsets.lowerBound
            let isCut = error.kind == .truncatedScalar && error.byteOffsets.upperBound == rest.count
            // What the lack of room cut off is not the fault of the bytes.
            step.stop = !isCut ? .bad : part.count < bytes.count ? .used : .incomplete
        }
        text.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes.prefix(step.read)))
        step.written = step.read
        return step
    }
}

/// Converts with the system's `iconv`: the vendor's table of CP932, and UTF-16 without lone surrogates.
final class IconvTranscoder: Transcoder {
    private let descriptor: iconv_t

    /// - Parameter name: The system's name of the encoding; `CP932`, never `SHIFT_JIS`, which lacks ① and 髙.
    ///
    /// `nil` where the system does not know the encoding.
    init?(_ name: String) {
        guard let descriptor = iconv_open("UTF-8", name), descriptor != iconv_t(bitPattern: -1) else {
            return nil
        }
        self.descriptor = descriptor
    }

    deinit {
        iconv_close(descriptor)
    }

    func convert(
        _ bytes: UnsafeRawBufferPointer, into text: UnsafeMutableRawBufferPointer
    ) -> TranscodingStep {
        var input = UnsafeMutablePointer(mutating: bytes.bindMemory(to: CChar.self).baseAddress)
        var inputLeft = bytes.count
        var output = text.bindMemory(to: CChar.self).baseAddress
        var outputLeft = text.count
        var stop = TranscodingStep.Stop.used
        if iconv(descriptor, &input, &inputLeft, &output, &outputLeft) == -1 {
            switch errno {
            case E2BIG: stop = .used
            case EINVAL: stop = .incomplete
            default: stop = .bad
            }
        }
        return TranscodingStep(read: bytes.count - inputLeft, written: text.count - outputLeft, stop: stop)
    }
}
