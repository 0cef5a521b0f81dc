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
    /// The last answer is on its way; nothing more is taken.
    case ending

    /// Whether the site is at work on a request of which nothing more is to come.
    var isBusy: Bool {
        if case .asked(_, hasArrived: true) = self { true } else { false }
    }
}
