import HTTPServer
import HTTPTypes

/// The cookies. Where TLS is, their names begin with `__Host-`, so that no other host or path can set them (RFC 6265bis).
enum Cookie: String {
    /// A signed-in member of staff.
    case session
    /// A browser in which somebody of the staff has signed in.
    case known
    /// A browser that has written a comment.
    case writer
    /// How far the database was when this browser wrote last, where replicas may be behind that. Whoever makes one up is shown what
    /// others are.
    case written
    /// A browser whose comment is there or is not: the database went away before it said so.
    case unsure

    func name(isSecure: Bool) -> String { isSecure ? "__Host-\(rawValue)" : rawValue }

    func value(in head: HTTPRequest, isSecure: Bool) -> String? {
        let name = name(isSecure: isSecure)
        for field in head.headerFields where field.name == .cookie {
            for pair in field.value.utf8.split(separator: UInt8(ascii: ";")) {
                let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1)
                if parts.count == 2, parts[0].drop(while: { $0 == UInt8(ascii: " ") }).elementsEqual(name.utf8) {
                    return String(Substring(parts[1])).onlyASCII
                }
            }
        }
        return nil
    }

    /// A `Set-Cookie` value; `seconds` of 0 ends the cookie.
    func setting(_ value: String, seconds: Int, isSecure: Bool) -> String {
        "\(name(isSecure: isSecure))=\(value); Path=/; Max-Age=\(seconds); HttpOnly; SameSite=Lax"
            + (isSecure ? "; Secure" : "")
    }
}
