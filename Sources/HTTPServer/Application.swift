package import HTTPTypes

/// The program behind the server. It answers requests, and chooses neither threads nor connections.
package protocol Application: Sendable {
    /// Looks up a response whose bytes are ready. Called on the thread of the connection, so it must neither wait nor
    /// render; `nil` leaves the request to `respond`.
    func readyResponse(to request: PlainRequest) -> ReadyResponse?

    /// The traits of a request other than GET and HEAD, known from its head.
    func traits(of head: HTTPRequest) -> RequestTraits

    /// Answers a request.
    func respond(to request: Request) async -> Response

    /// The short response in place of one for which the response budget has no room.
    func responseOverBudget(to request: Request) -> Response
}

/// How the server treats a request before it is answered.
package struct RequestTraits: Sendable {
    /// Bytes of a body; 0 where none is read.
    package let bodyLimit: Int
    /// Whether it takes only a moment and reads nothing from the database, so that the thread of its connection may
    /// answer it: nobody has to be woken then.
    package let isBrief: Bool

    package init(bodyLimit: Int = 0, isBrief: Bool = false) {
        self.bodyLimit = bodyLimit
        self.isBrief = isBrief
    }
}
