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
        var ends: (near: Int32, far: Int32) = (-1, -1)
        var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        guard openpty(&ends.near, &ends.far, nil, nil, &size) == 0 else { throw Failure() }
        near = ends.near
        far = FileHandle(fileDescriptor: ends.far, closeOnDealloc: true)
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
