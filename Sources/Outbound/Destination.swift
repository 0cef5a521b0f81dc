import Foundation
import Newsroom

/// The checked parts of a request's address.
///
/// The client connects to an address built from these parts, never to the original text. So the address guard
/// and the HTTP library cannot interpret one text in two ways.
struct Destination: Sendable, Hashable {
    enum Host: Sendable, Hashable {
        /// A name in lowercase.
        case name(String)
        case address(NetworkAddress)
    }

    enum Scheme: String, Sendable {
        case http, https

        var port: Int { self == .http ? 80 : 443 }
    }

    let scheme: Scheme
    let host: Host
    let port: Int
    /// The path and the query as written in the address. Begins with a slash.
    let target: String
}

extension Destination {
    /// Parses an absolute address. Accepts http and https without user info. Drops a fragment, which is never
    /// sent.
    init(_ text: String) throws(OutboundFault) {
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }),
            let parts = URLComponents(string: text, encodingInvalidCharacters: false),
            let scheme = Scheme(rawValue: parts.scheme?.lowercased() ?? ""),
            parts.user == nil, parts.password == nil,
            let host = Host(parts.encodedHost ?? ""),
            let port = Self.port(of: parts, scheme)
        else { throw .invalidAddress }
        self.scheme = scheme
        self.host = host
        self.port = port
        let path = parts.percentEncodedPath.isEmpty ? "/" : parts.percentEncodedPath
        target = path + (parts.percentEncodedQuery.map { "?\($0)" } ?? "")
    }

    /// Parses the address of a redirect, which may be relative (RFC 9110, section 10.2.2).
    func following(_ location: String) throws(OutboundFault) -> Destination {
        guard let base = URL(string: address), let next = URL(string: location, relativeTo: base) else {
            throw .invalidAddress
        }
        return try Destination(next.absoluteString)
    }

    var address: String { "\(scheme)://\(host):\(port)\(target)" }

    /// Compares the origins: scheme, host and port (RFC 6454, section 4).
    func hasSameOrigin(as other: Destination) -> Bool {
        scheme == other.scheme && host == other.host && port == other.port
    }

    private static func port(of parts: URLComponents, _ scheme: Scheme) -> Int? {
        guard let port = parts.port else { return scheme.port }
        return (1...65535).contains(port) ? port : nil
    }
}

extension Destination.Host: CustomStringConvertible {
    /// Accepts a name of letters, digits, hyphens and underscores, an IPv4 address, or an IPv6 address in
    /// brackets.
    init?(_ text: String) {
        let text = text.lowercased()
        if text.hasPrefix("["), text.hasSuffix("]") {
            let inner = text.dropFirst().dropLast()
            guard inner.allSatisfy({ $0.isHexDigit || $0 == ":" || $0 == "." }), inner.contains(":"),
                let address = NetworkAddress(String(inner))
            else { return nil }
            self = .address(address)
        } else if let address = NetworkAddress(text), !address.isIPv6 {
            self = .address(address)
        } else {
            guard text.utf8.count <= 253, text.wholeMatch(of: /[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*\.?/) != nil else {
                return nil
            }
            self = .name(text)
        }
    }

    /// The host as written in an address.
    var description: String {
        switch self {
        case .name(let name): name
        case .address(let address): address.isIPv6 ? "[\(address)]" : "\(address)"
        }
    }
}
