/// A request to another machine.
package struct OutboundRequest: Sendable {
    package var method: String
    /// An absolute address such as `https://example.org/feed?page=2`.
    package var address: String
    /// Names and values of the header fields. The client adds `Host` and the body length.
    package var fields: [(name: String, value: String)]
    package var body: [UInt8]

    package init(
        method: String = "GET", address: String, fields: [(name: String, value: String)] = [], body: [UInt8] = []
    ) {
        self.method = method
        self.address = address
        self.fields = fields
        self.body = body
    }
}

extension OutboundRequest {
    /// The fields that are also sent to another origin after a redirect. Any other field may hold a secret.
    private static let harmless: Set<String> = [
        "accept", "accept-language", "content-type", "if-modified-since", "if-none-match", "user-agent",
    ]

    /// The request that follows a redirect (RFC 9110, section 15.4).
    ///
    /// As in browsers, 303 turns every method but HEAD into GET, and 301 and 302 turn POST into GET. Throws
    /// `insecureRedirect` if https redirects to http.
    func redirected(
        status: Int, from origin: Destination, to next: Destination
    ) throws(OutboundFault) -> OutboundRequest {
        guard origin.scheme == .http || next.scheme == .https else { throw .insecureRedirect(host: "\(next.host)") }
        var request = self
        request.address = next.address
        if (status == 303 && method != "HEAD") || ([301, 302].contains(status) && method == "POST") {
            request.method = "GET"
            request.body = []
            request.fields.removeAll { $0.name.lowercased().hasPrefix("content-") }
        }
        if !next.hasSameOrigin(as: origin) {
            request.fields.removeAll { !Self.harmless.contains($0.name.lowercased()) }
        }
        return request
    }
}
