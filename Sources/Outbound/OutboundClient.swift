/// Sends requests to other machines.
package protocol OutboundClient: Sendable {
    /// Sends a request and reads the whole response. Throws an `OutboundFault` or `CancellationError`.
    ///
    /// Follows redirects within the limits. If `limits.redirects` is 0, a redirect is returned like any other
    /// response.
    func send(_ request: OutboundRequest, limits: RequestLimits) async throws -> OutboundResponse
}

/// The limits of one request, including all its redirects.
package struct RequestLimits: Sendable, Hashable {
    /// The time from the lookup of the host name to the last byte of the last response.
    package let time: Duration
    /// The maximum size of a response body in bytes.
    package let bodyBytes: Int
    /// The maximum number of redirects that the client follows.
    package let redirects: Int
    /// Whether a longer body is cut at the limit. Otherwise, it is refused.
    package let cutsBody: Bool

    package init(time: Duration, bodyBytes: Int, redirects: Int = 3, cutsBody: Bool = false) {
        self.time = time
        self.bodyBytes = bodyBytes
        self.redirects = redirects
        self.cutsBody = cutsBody
    }
}
