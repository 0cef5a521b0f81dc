package import HTTPTypes

/// A request as the application gets it.
package struct Request: Sendable {
    package let head: HTTPRequest
    /// The address of the other end of the connection, which may be a proxy.
    package let peer: String
    /// Whether the client still waits for the response.
    package let client: ClientPresence
    package let body: Body

    package enum Body: Sendable {
        case bytes([UInt8])
        /// Still arriving.
        case stream(BodyStream)
        /// Longer than the limit of its request; none of it is kept.
        case tooLarge
        /// The body budget had no room for it; none of it is kept.
        case overBudget
    }

    package init(head: HTTPRequest, peer: String, client: ClientPresence = ClientPresence(), body: Body = .bytes([])) {
        self.head = head
        self.peer = peer
        self.client = client
        self.body = body
    }
}
