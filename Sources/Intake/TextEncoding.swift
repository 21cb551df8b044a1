/// How the bytes of a file stand for characters.
package enum TextEncoding: String, CaseIterable, Hashable, Sendable {
    /// UTF-8, with or without byte order mark.
    case utf8 = "utf-8"
    /// UTF-16; the byte order mark tells the order, little endian where there is none.
    case utf16 = "utf-16"
    /// Windows' Shift JIS: the vendor's table with ①, ㈱, 髙 and 﨑.
    case cp932 = "cp932"
}
