package import HTTPTypes

/// The application behind the server. It answers requests, but chooses neither threads nor connections.
package protocol Application: Sendable {
    /// Looks up a response whose bytes are ready. Called on the connection's thread, so it must neither wait
    /// nor render; `nil` leaves the request to `respond`.
    func readyResponse(to request: PlainRequest) -> ReadyResponse?

    /// Whether requests come with their details, which takes longer.
    var wantsDetails: Bool { get }

    /// The traits of a request other than GET and HEAD, known from its head.
    func traits(of head: HTTPRequest) -> RequestTraits

    /// Answers a request.
    func respond(to request: Request) async -> Response

    /// A short response, instead of one for which the response budget has no room.
    func responseOverBudget(to request: Request) -> Response

    /// Learns of input that is not a request. The server has refused it with status 400.
    func refusedInput(from peer: String)
}

extension Application {
    package var wantsDetails: Bool { false }

    package func refusedInput(from peer: String) {}
}

/// How the server treats a request before it is answered.
package struct RequestTraits: Sendable {
    /// The longest body to read, in bytes; 0 to read none.
    package let bodyLimit: Int
    /// Whether the application reads the body while it arrives. Otherwise, it gets the whole body.
    package let streamsBody: Bool
    /// Whether answering takes only a moment and reads nothing from the database. The connection's thread
    /// then answers the request, so that no other thread has to wake.
    package let isBrief: Bool

    package init(bodyLimit: Int = 0, streamsBody: Bool = false, isBrief: Bool = false) {
        self.bodyLimit = bodyLimit
        self.streamsBody = streamsBody
        self.isBrief = isBrief
    }
}
