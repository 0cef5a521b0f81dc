import NIOHTTP1

/// The present state of a connection.
enum ConnectionPhase {
    /// Nothing, or the head of a request is still incomplete.
    case idle
    /// A request is arriving whose response is ready.
    case ready(ReadyResponse)
    /// A request is arriving that the application must answer.
    case arriving(IncomingRequest)
    /// The application is answering.
    case answering(HTTPRequestHead, hasArrived: Bool)
    /// The response is sent, and the rest of its request is still arriving.
    case draining
    /// A stream has the connection. No further request is read.
    case streaming
    /// The last response is on its way. No further request is read.
    case ending

    /// Whether the application is answering a request that has arrived completely.
    var isBusy: Bool {
        if case .answering(_, hasArrived: true) = self { true } else { false }
    }
}
