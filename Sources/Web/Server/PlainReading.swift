import Newsroom

/// Reads a plain request from its bytes. It knows one way of writing each thing, the one that browsers and proxies use (RFC 9112,
/// sections 3 and 5): for whatever else there is the parser, which reads it again from its first byte.
///
/// Our own, because of a page that is ready the parser and what surrounds it would take a fifth of the time (decision 7).
struct PlainReading {
    // Safe: it is gone when `first(of:)` returns, and what that gives is copied.
    typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

    private var rest: Bytes

    /// The request that the bytes begin with, and how many it takes; `nil` where it is no plain one, or not here wholly.
    static func first(of bytes: UnsafeBufferPointer<UInt8>) -> (request: PlainRequest, length: Int)? {
        var reading = PlainReading(rest: bytes[...])
        return reading.request().map { ($0, reading.rest.startIndex) }
    }

    private mutating func request() -> PlainRequest? {
        let isForContent = takes("GET ")
        guard isForContent || takes("HEAD ") else { return nil }
        let target = take(while: \.isVisible)
        guard target.first == UInt8(ascii: "/"), takes(" HTTP/1.1\r\n") else { return nil }
        var request = PlainRequest(isForContent: isForContent, target: String(decoding: target, as: UTF8.self))
        while !takes("\r\n") {
            guard let (name, value) = field(), request.take(name, value) else { return nil }
        }
        return request.namesItsHost ? request : nil
    }

    /// A line of a field. Whitespace behind a value is left to the parser, which takes it for a part of the value.
    private mutating func field() -> (name: Bytes, value: Bytes)? {
        let name = take(while: \.isOfToken)
        guard !name.isEmpty, takes(":") else { return nil }
        _ = take(while: \.isOptionalWhitespace)
        let value = take { $0.isVisible || $0.isOptionalWhitespace }
        guard value.last?.isOptionalWhitespace != true, takes("\r\n") else { return nil }
        return (name, value)
    }

    private mutating func take(while isTaken: (UInt8) -> Bool) -> Bytes {
        let taken = rest.prefix(while: isTaken)
        rest = rest[taken.endIndex...]
        return taken
    }

    private mutating func takes(_ text: StaticString) -> Bool {
        let text = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        guard rest.starts(with: text) else { return false }
        rest = rest.dropFirst(text.count)
        return true
    }
}

extension UInt8 {
    /// Printable ASCII but the space.
    fileprivate var isVisible: Bool { 0x21 <= self && self <= 0x7e }

    /// RFC 9110, section 5.6.2.
    fileprivate var isOfToken: Bool {
        switch self {
        case UInt8(ascii: "-"), UInt8(ascii: "!"), UInt8(ascii: "#")...UInt8(ascii: "'"), UInt8(ascii: "*"),
            UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "^")...UInt8(ascii: "`"), UInt8(ascii: "|"),
            UInt8(ascii: "~"):
            true
        default: isASCIIAlphanumeric
        }
    }
}
