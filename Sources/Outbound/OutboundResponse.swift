/// The whole response of another machine.
package struct OutboundResponse: Sendable, Hashable {
    package let status: Int
    /// Values by name. Names are in small letters. Several values of a name are joined by commas (RFC 9110, section
    /// 5.3).
    package let fields: [String: String]
    package let body: [UInt8]

    package init(status: Int, fields: [String: String] = [:], body: [UInt8] = []) {
        self.status = status
        self.fields = fields
        self.body = body
    }
}

extension OutboundResponse {
    /// The address to which this response redirects, as it was sent.
    var redirect: String? { [301, 302, 303, 307, 308].contains(status) ? fields["location"] : nil }
}
