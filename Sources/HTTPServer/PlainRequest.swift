import NIOHTTP1

/// The most common kind of request: a GET or HEAD in HTTP/1.1, without a body, that names one host and asks
/// only for a page.
package struct PlainRequest: Sendable {
    /// Whether the method is GET.
    package let isGet: Bool
    package let target: String
    /// The values of `Accept-Encoding`, `If-None-Match` and `Cookie`; several lines of one name are joined.
    package private(set) var acceptEncoding: String?
    package private(set) var ifNoneMatch: String?
    package private(set) var cookies: String?
    /// Further fields and the peer, if the application wants them.
    package var details: RequestDetails?
    private var hosts = 0

    /// A request without fields, which are added by `take`.
    init(isGet: Bool, target: String) {
        self.isGet = isGet
        self.target = target
    }

    /// `nil` if the request is not plain.
    init?(_ head: HTTPRequestHead) {
        guard head.method == .GET || head.method == .HEAD, head.version == .http1_1 else { return nil }
        self.init(isGet: head.method == .GET, target: head.uri)
        for (name, value) in head.headers {
            guard take(name.utf8, value.utf8) else { return nil }
        }
        guard namesItsHost else { return nil }
    }

    var namesItsHost: Bool { hosts == 1 }

    /// Adds a field; `false` if the field makes the request not plain.
    mutating func take(_ name: some Collection<UInt8>, _ value: some Collection<UInt8>) -> Bool {
        switch Field(name) {
        case .codings: Self.add(value, to: &acceptEncoding)
        case .tags: Self.add(value, to: &ifNoneMatch)
        case .cookies: Self.add(value, to: &cookies)
        case .host: hosts += value.isHost ? 1 : 2
        case .connection: return value.isInLowercase("keep-alive")
        case .more: return false
        case nil: break
        }
        return true
    }

    private static func add(_ value: some Collection<UInt8>, to field: inout String?) {
        let text = String(decoding: value, as: UTF8.self).onlyASCII
        field = field.map { "\($0),\(text)" } ?? text
    }

    /// The fields that decide how a request is answered; others do not matter for a page.
    private enum Field {
        case codings, tags, cookies, host, connection
        /// Asks for more than the page, or announces a body.
        case more

        /// Compares lengths first, because most names differ in length.
        init?(_ name: some Collection<UInt8>) {
            switch name.count {
            case 4 where name.isInLowercase("host"): self = .host
            case 6 where name.isInLowercase("cookie"): self = .cookies
            case 6 where name.isInLowercase("expect"): self = .more
            case 7 where name.isInLowercase("upgrade"): self = .more
            case 10 where name.isInLowercase("connection"): self = .connection
            case 13 where name.isInLowercase("if-none-match"): self = .tags
            case 14 where name.isInLowercase("content-length"): self = .more
            case 15 where name.isInLowercase("accept-encoding"): self = .codings
            // NIO's parser treats it like `Connection`.
            case 16 where name.isInLowercase("proxy-connection"): self = .connection
            case 17 where name.isInLowercase("transfer-encoding"): self = .more
            default: return nil
            }
        }
    }
}

extension Collection<UInt8> {
    /// Whether these bytes are the word, ignoring case. The word has only lowercase letters and hyphens.
    fileprivate func isInLowercase(_ word: StaticString) -> Bool {
        lazy.map { $0 | 0x20 }.elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }
}
