import NIOHTTP1

/// The state of a connection.
enum ConnectionPhase {
    /// No request is arriving, or its head is still incomplete.
    case idle
    /// A request is arriving whose response is ready.
    case ready(ReadyResponse)
    /// A request is arriving that the application must answer.
    case arriving(IncomingRequest)
    /// The application is answering.
    case answering(HTTPRequestHead, hasArrived: Bool)
    /// The response has been sent, and the rest of its request is still arriving.
    case draining
    /// A stream uses the connection. No further request is read.
    case streaming
    /// The last response is on its way. No further request is read.
    case ending

    /// Whether the application is answering a request that has arrived completely.
    var isBusy: Bool {
        if case .answering(_, hasArrived: true) = self { true } else { false }
    }
}
