import Foundation

/// An address that is safe in a link: `http`, `https` or a path on this site, never `javascript:`, `data:` or
/// `//host`.
package struct SafeURL: Sendable, Hashable, CustomStringConvertible {
    package let text: String

    /// An address from outside. It must be absolute, `http` or `https`, with a host, without a user name or
    /// password, and at most 2,000 bytes long.
    package init?(_ text: String) {
        var text = text
        guard !text.withUTF8(Self.isPlain) else {
            self.text = text
            return
        }
        guard text.utf8.count <= 2_000, text.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F }),
            let parts = URLComponents(string: text),
            let scheme = parts.scheme?.lowercased(), scheme == "http" || scheme == "https",
            let host = parts.host, !host.isEmpty, parts.user == nil, parts.password == nil
        else { return nil }
        self.text = text
    }

    /// Whether it consists only of a scheme, a host and a path of unreserved characters, as most addresses
    /// do. Such an address needs no parser.
    static func isPlain(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        let schemes: [StaticString] = ["https://", "http://"]
        guard utf8.count <= 2_000, let scheme = schemes.first(where: { $0.withUTF8Buffer(utf8.starts) }) else {
            return false
        }
        let rest = utf8.dropFirst(scheme.utf8CodeUnitCount)
        return rest.first.map { $0 != UInt8(ascii: "/") } ?? false
            && rest.allSatisfy { isUnreserved($0) || $0 == UInt8(ascii: "/") }
    }

    /// A path on this site. Each segment is percent-encoded (RFC 3986, section 3.3).
    package init(path parts: [String], query: [(String, String)] = [], fragment: String? = nil) {
        var text = parts.isEmpty ? "/" : ""
        text.reserveCapacity(parts.reduce(32) { $0 + $1.utf8.count + 1 })
        for part in parts {
            text += "/"
            text += Self.encoded(part)
        }
        if !query.isEmpty {
            text += "?" + query.map { "\(Self.encoded($0.0))=\(Self.encoded($0.1))" }.joined(separator: "&")
        }
        if let fragment { text += "#" + Self.encoded(fragment) }
        self.text = text
    }

    private init(checked text: String) { self.text = text }

    /// The same place as an absolute address below `base`, which has no slash at its end.
    package func absolute(below base: SafeURL) -> SafeURL {
        text.hasPrefix("/") ? SafeURL(checked: base.text + text) : self
    }

    /// The same place with a fragment.
    package func fragment(_ name: String) -> SafeURL { SafeURL(checked: text + "#" + Self.encoded(name)) }

    package var description: String { text }

    private static let unreserved = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")

    /// A page has thousands of segments, and most are numbers or slugs that need no encoding.
    private static func encoded(_ part: String) -> String {
        let isPlain =
            part.utf8.withContiguousStorageIfAvailable { $0.allSatisfy(isUnreserved) }
            ?? part.utf8.allSatisfy(isUnreserved)
        guard !isPlain else { return part }
        return part.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }
}
