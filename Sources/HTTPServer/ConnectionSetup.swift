import NIOCore
import NIOHTTP1

/// Sets up a connection: the socket handler parses plain requests itself, NIO parses all others, and the
/// request handler answers them.
struct ConnectionSetup {
    let dispatcher: Dispatcher
    /// How long a request may take to arrive.
    let requestTime: TimeAmount

    /// How long sent bytes may stay unacknowledged by the client (tcp(7), TCP_USER_TIMEOUT), in milliseconds.
    private static let sendTime: ChannelOptions.Types.SocketOption.Value = 60_000
    private static let userTimeout = ChannelOptions.Types.SocketOption(level: .tcp, name: .init(rawValue: 18))

    /// Must be called on the channel's event loop.
    func prepare(_ channel: any Channel) throws {
        try channel.syncOptions?.setOption(Self.userTimeout, value: Self.sendTime)
        let pipeline = channel.pipeline.syncOperations
        let socket = SocketHandler(application: dispatcher.application)
        try pipeline.addHandler(socket)
        // The request handler keeps responses in order and answers input that cannot be parsed.
        try pipeline.configureHTTPServerPipeline(
            withPipeliningAssistance: false, withErrorHandling: false, withOutboundHeaderValidation: false)
        let handler = RequestHandler(dispatcher: dispatcher, socket: socket, requestTime: requestTime)
        socket.hand(to: handler)
        try pipeline.addHandler(handler)
    }
}
