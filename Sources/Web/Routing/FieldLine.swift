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
