/// Parses a plain request from its bytes. It accepts only the spelling that browsers and proxies use (RFC
/// 9112, sections 3 and 5). It leaves everything else to NIO's parser, which starts again at the first byte.
///
/// We have our own parser because NIO's, with the handlers around it, takes a fifth of the time of a ready
/// page (decision 7).
struct PlainRequestParser {
    // Safe: the slice does not outlive `first(of:)`, which returns copies.
    typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

    private var rest: Bytes

    /// The request at the start of the bytes, and its length; `nil` if it is not plain or not complete.
    static func first(of bytes: UnsafeBufferPointer<UInt8>) -> (request: PlainRequest, length: Int)? {
        var parser = PlainRequestParser(rest: bytes[...])
        return parser.request().map { ($0, parser.rest.startIndex) }
    }

    /// The fields of a plain request, from the same bytes.
    static func fields(of bytes: UnsafeBufferPointer<UInt8>) -> [(name: String, value: String)] {
        var parser = PlainRequestParser(rest: bytes[...])
        _ = parser.take { $0 != UInt8(ascii: "\r") }
        guard parser.takes("\r\n") else { return [] }
        var fields: [(name: String, value: String)] = []
        while let (name, value) = parser.field() {
            fields.append((String(decoding: name, as: UTF8.self), String(decoding: value, as: UTF8.self)))
        }
        return fields
    }

    private mutating func request() -> PlainRequest? {
        let isGet = takes("GET ")
        guard isGet || takes("HEAD ") else { return nil }
        let target = take(while: \.isVisible)
        guard target.first == UInt8(ascii: "/"), takes(" HTTP/1.1\r\n") else { return nil }
        var request = PlainRequest(isGet: isGet, target: String(decoding: target, as: UTF8.self))
        while !takes("\r\n") {
            guard let (name, value) = field(), request.take(name, value) else { return nil }
        }
        return request.namesItsHost ? request : nil
    }

    /// A field line. A line with whitespace after the value is left to NIO's parser, which keeps the
    /// whitespace.
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
    /// Printable ASCII without the space.
    fileprivate var isVisible: Bool { 0x21 <= self && self <= 0x7e }

    /// RFC 9110, section 5.6.2.
    fileprivate var isOfToken: Bool {
        switch self {
        case UInt8(ascii: "-"), UInt8(ascii: "!"), UInt8(ascii: "#")...UInt8(ascii: "'"), UInt8(ascii: "*"),
            UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "^")...UInt8(ascii: "`"), UInt8(ascii: "|"),
            UInt8(ascii: "~"):
            true
        default: isAlphanumeric
        }
    }
}
