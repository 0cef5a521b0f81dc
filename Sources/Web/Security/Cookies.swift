import HTTPServer
import HTTPTypes

/// The site's cookies. Over TLS, their names begin with `__Host-`, so that no other host or path can set them
/// (RFC 6265bis).
enum Cookie: String {
    /// The session of a signed-in person.
    case session
    /// A browser in which somebody has signed in.
    case known
    /// A browser that asked for a mail to sign in.
    case asked
    /// A browser that has posted a comment.
    case writer
    /// The position of the database log at this browser's last write, for replicas that may be behind it. A
    /// visitor with a forged position sees what others see.
    case written
    /// A browser whose comment may have been stored: the database became unavailable before it acknowledged
    /// the write.
    case unsure
    /// A write of a draft that the server has just stored: the rest of the name. Scripts read it, then forget their
    /// copy of that text.
    case writtenDraft = "written-draft"

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

    /// A `Set-Cookie` value that scripts cannot read. If `seconds` is 0, the browser deletes the cookie.
    func setting(_ value: String, seconds: Int, isSecure: Bool) -> String {
        "\(name(isSecure: isSecure))=\(value); Path=/; Max-Age=\(seconds); HttpOnly; SameSite=Lax"
            + (isSecure ? "; Secure" : "")
    }

    /// A `Set-Cookie` value that tells scripts of a write. Each write has a cookie of its own, so that two windows
    /// that save at once both learn of it.
    static func written(draft write: String, isSecure: Bool) -> String {
        "\(writtenDraft.name(isSecure: isSecure))-\(write)=stored; Path=/; Max-Age=60; SameSite=Lax"
            + (isSecure ? "; Secure" : "")
    }
}
