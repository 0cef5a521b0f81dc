/// A complete response from another machine.
package struct OutboundResponse: Sendable, Hashable {
    package let status: Int
    /// Values by lowercase name. Several values of one name are joined with commas (RFC 9110, section 5.3).
    package let fields: [String: String]
    package let body: [UInt8]
    /// The address that sent it, after all redirects; empty if the response does not come from a `GuardedClient`.
    package var address = ""

    package init(status: Int, fields: [String: String] = [:], body: [UInt8] = []) {
        self.status = status
        self.fields = fields
        self.body = body
    }
}

extension OutboundResponse {
    /// The address that this response redirects to, as it was sent.
    var redirect: String? { [301, 302, 303, 307, 308].contains(status) ? fields["location"] : nil }
}
