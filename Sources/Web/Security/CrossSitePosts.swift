import Foundation
import HTTPServer
import HTTPTypes

/// Refuses requests that change something unless they come from our own pages. Pages contain no CSRF tokens,
/// so that all readers can share a page.
///
/// Browsers report the source of a request in `Sec-Fetch-Site` (Fetch Metadata) or `Origin` (RFC 6454). A
/// client that sends neither is not a browser and carries no visitor's cookies.
enum CrossSitePosts {
    static func isRefused(_ head: HTTPRequest, publicHost: String?) -> Bool {
        guard head.method != .get, head.method != .head else { return false }
        if let site = head.headerFields.text(of: .secFetchSite), site != "same-origin", site != "none" { return true }
        guard let origin = head.headerFields.text(of: .origin) else { return false }
        guard let parts = URLComponents(string: origin), let host = parts.host,
            parts.scheme == "http" || parts.scheme == "https"
        else { return true }
        let said = parts.port.map { "\(host):\($0)" } ?? host
        let ours = [head.authority, publicHost].compactMap { $0?.lowercased() }
        return !ours.contains(said.lowercased())
    }
}
