import NIOHTTP1

/// A request as most are: GET or HEAD in HTTP/1.1, without a body, that says once for which host it is and asks for nothing but a page.
struct PlainRequest {
    /// Whether it is GET.
    let isForContent: Bool
    let target: String
    /// What its fields of these names say, each joined where there are several: `Accept-Encoding`, `If-None-Match`, `Cookie`.
    private(set) var codings: String?
    private(set) var tags: String?
    private(set) var cookies: String?
    private var hosts = 0

    /// Its fields are yet to be taken.
    init(isForContent: Bool, target: String) {
        self.isForContent = isForContent
        self.target = target
    }

    /// `nil` where it is another one.
    init?(_ head: HTTPRequestHead) {
        guard head.method == .GET || head.method == .HEAD, head.version == .http1_1 else { return nil }
        self.init(isForContent: head.method == .GET, target: head.uri)
        for (name, value) in head.headers {
            guard take(name.utf8, value.utf8) else { return nil }
        }
        guard namesItsHost else { return nil }
    }

    var namesItsHost: Bool { hosts == 1 }

    /// Whether a request with this field can still be such a one.
    mutating func take(_ name: some Collection<UInt8>, _ value: some Collection<UInt8>) -> Bool {
        switch Field(name) {
        case .codings: Self.add(value, to: &codings)
        case .tags: Self.add(value, to: &tags)
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

    /// A field that says how a request is to be answered; others do not matter for a page.
    private enum Field {
        case codings, tags, cookies, host, connection
        /// Something that asks for more than the page, or says that more is to come.
        case more

        /// Most are told apart by their length.
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
            // The parser heeds it like the other.
            case 16 where name.isInLowercase("proxy-connection"): self = .connection
            case 17 where name.isInLowercase("transfer-encoding"): self = .more
            default: return nil
            }
        }
    }
}

extension Collection<UInt8> {
    /// Whether these are the letters and hyphens of the word, in either case.
    fileprivate func isInLowercase(_ word: StaticString) -> Bool {
        lazy.map { $0 | 0x20 }.elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }
}
