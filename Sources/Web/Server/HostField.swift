import NIOHTTP1
import Newsroom

extension HTTPRequestHead {
    /// Whether it says once for which host it is; what is older than HTTP/1.1 need not (RFC 9112, section 3.2). Two servers could
    /// take it for different hosts otherwise.
    var namesItsHost: Bool {
        let hosts = headers["host"]
        guard let host = hosts.first else { return (version.major, version.minor) < (1, 1) }
        return hosts.count == 1 && host.utf8.isHost
    }
}

extension Sequence<UInt8> {
    /// Whether this can be a host and its port (RFC 3986, section 3.2.2); it may be empty. A comma would make two of it for some.
    var isHost: Bool { allSatisfy { $0.isASCIIAlphanumeric || "-.:[]_~%!$&'()*+;=".utf8.contains($0) } }
}
