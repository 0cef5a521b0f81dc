/// Sends requests to other machines.
package protocol OutboundClient: Sendable {
    /// Sends a request and reads the whole response. Throws an `OutboundFault`, or `CancellationError`.
    ///
    /// Follows redirects as far as the limits allow. With `limits.redirects` of 0, a redirect is a response like any
    /// other.
    func send(_ request: OutboundRequest, limits: RequestLimits) async throws -> OutboundResponse
}

/// The limits of one request with all its redirects.
package struct RequestLimits: Sendable, Hashable {
    /// The time from the look-up of the host name to the last byte of the last response.
    package let time: Duration
    /// The most bytes that the body of a response may have.
    package let bodyBytes: Int
    /// The most redirects that the client follows.
    package let redirects: Int

    package init(time: Duration, bodyBytes: Int, redirects: Int = 3) {
        self.time = time
        self.bodyBytes = bodyBytes
        self.redirects = redirects
    }
}
