import Foundation
import Glibc

/// A terminal without a screen: what a program writes to `far` is read here.
final class PseudoTerminal {
    struct Failure: Error {}

    /// For the program.
    let far: FileHandle
    /// Everything read so far.
    private(set) var text = ""
    private let near: Int32

    init(columns: UInt16) throws {
        near = posix_openpt(O_RDWR | O_NOCTTY)
        guard near >= 0, grantpt(near) == 0, unlockpt(near) == 0, let name = ptsname(near) else {
            throw Failure()
        }
        let descriptor = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Failure() }
        far = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        guard ioctl(descriptor, UInt(TIOCSWINSZ), &size) == 0 else { throw Failure() }
    }

    deinit { close(near) }

    /// Reads until the text is as wanted, or nothing has come for two minutes.
    func read(until isEnough: (String) -> Bool) {
        var buffer = [UInt8](repeating: 0, count: 4096)
        var waiting = pollfd(fd: near, events: Int16(POLLIN), revents: 0)
        while !isEnough(text), poll(&waiting, 1, 120_000) > 0 {
            let count = Glibc.read(near, &buffer, buffer.count)
            guard count > 0 else { return }
            text += String(decoding: buffer[..<count], as: UTF8.self)
        }
    }
}
