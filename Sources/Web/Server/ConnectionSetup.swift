import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1

/// A connection as it is set up: plain requests are read where they come in, all others by NIO, and the gate answers.
struct ConnectionSetup: ServerChildChannel {
    /// A connection, for as long as it stands.
    struct Value: ServerChildChannelValue {
        let channel: any Channel
    }

    let pages: ReadyPages
    let counter: Counter
    /// How long a request may take to arrive.
    let time: TimeAmount

    /// How long what was sent may wait for the other side to take it in (tcp(7), TCP_USER_TIMEOUT), in milliseconds.
    private static let patience: ChannelOptions.Types.SocketOption.Value = 60_000
    private static let userTimeout = ChannelOptions.Types.SocketOption(level: .tcp, name: .init(rawValue: 18))

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        channel.eventLoop.makeCompletedFuture {
            try channel.syncOptions?.setOption(Self.userTimeout, value: Self.patience)
            let pipeline = channel.pipeline.syncOperations
            let wire = WireEnd(pages: pages)
            try pipeline.addHandler(wire)
            // The gate keeps answers in order and answers what cannot be read.
            try pipeline.configureHTTPServerPipeline(
                withPipeliningAssistance: false, withErrorHandling: false, withOutboundHeaderValidation: false)
            let gate = RequestGate(pages: pages, counter: counter, wire: wire, time: time)
            wire.lead(to: gate)
            try pipeline.addHandler(gate)
            return Value(channel: channel)
        }
    }

    func handle(value: Value, logger: Logger) async { try? await value.channel.closeFuture.get() }
}
