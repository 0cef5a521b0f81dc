import HTTPTypes
import NIOCore

extension ByteBuffer {
    /// Adds a field as a line of a head (RFC 9112, section 5). What is in `HTTPFields` holds no line end.
    mutating func writeField(_ name: String, _ value: String) {
        writeString(name)
        writeStaticString(": ")
        writeString(value)
        writeStaticString("\r\n")
    }
}

extension HTTPFields {
    /// What the lines of this name say, joined as one (RFC 9110, section 5.3); `nil` where there is none. By a walk over the few that
    /// there are: the library makes a table of all names first.
    ///
    /// Nothing but ASCII has a meaning in a field (section 5.5). Other bytes become `?`, so that comparing the text
    /// is cheap.
    func text(of name: HTTPField.Name) -> String? {
        var text: String?
        for field in self where field.name == name { text = text.map { "\($0), \(field.value)" } ?? field.value }
        return text?.onlyASCII
    }
}

extension String {
    /// With `?` in the place of every byte that is not ASCII.
    var onlyASCII: String {
        guard utf8.contains(where: { $0 >= 0x80 }) else { return self }
        return String(decoding: utf8.map { $0 < 0x80 ? $0 : UInt8(ascii: "?") }, as: UTF8.self)
    }
}
