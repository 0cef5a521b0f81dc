import NIOHTTP1

extension HTTPRequestHead {
    /// Whether the request names its host exactly once; before HTTP/1.1 it need not (RFC 9112, section 3.2).
    /// If it named two hosts, different servers on its path could choose different ones.
    var namesItsHost: Bool {
        let hosts = headers["host"]
        guard let host = hosts.first else { return (version.major, version.minor) < (1, 1) }
        return hosts.count == 1 && host.utf8.isHost
    }
}

extension Sequence<UInt8> {
    /// Whether this can be a host with a port (RFC 3986, section 3.2.2), which may be empty. A comma is not
    /// allowed, because some servers would read it as a separator of two hosts.
    var isHost: Bool { allSatisfy { $0.isAlphanumeric || "-.:[]_~%!$&'()*+;=".utf8.contains($0) } }
}

extension UInt8 {
    /// An ASCII letter or digit.
    var isAlphanumeric: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: false
        }
    }

    /// A space or a tab (RFC 9110, section 5.6.3).
    package var isOptionalWhitespace: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
}
