import NIOHTTP1

/// What is being dealt with on a connection.
enum ConnectionPhase {
    /// Nothing, or a request whose head is not here yet.
    case idle
    /// The answer to the request that is just arriving is ready.
    case ready(ReadyPages.Ready)
    /// A request is arriving that the site must answer.
    case arriving(ArrivedRequest)
    /// The site is at work.
    case asked(HTTPRequestHead, hasArrived: Bool)
    /// The request is answered, before all of it has arrived.
    case draining
    /// The connection is left to a stream of events. Nothing else can be asked on it.
    case streaming

    /// Whether nothing of an answer has been sent yet, and none is being made.
    var isUnanswered: Bool {
        switch self {
        case .idle, .ready, .arriving: true
        case .asked, .draining, .streaming: false
        }
    }
}
