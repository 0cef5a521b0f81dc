import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1

/// A connection as it is set up: HTTP/1.1 is read by NIO, what is kept is answered by the gate, and the rest by Hummingbird.
struct FrontChannel: ServerChildChannel {
    typealias Value = NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>

    let http: HTTP1Channel
    let pages: ReadyPages
    let streams: StreamDoor
    let date: DateLine
    /// How long a request may take to arrive.
    let time: TimeAmount

    init(
        responder: @escaping HTTPChannelHandler.Responder, pages: ReadyPages, streams: StreamDoor, date: DateLine,
        time: TimeAmount
    ) {
        http = HTTP1Channel(responder: responder)
        self.pages = pages
        self.streams = streams
        self.date = date
        self.time = time
    }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        channel.eventLoop.makeCompletedFuture {
            let pipeline = channel.pipeline.syncOperations
            let wire = WireEnd()
            try pipeline.addHandler(wire)
            // Answers are kept in order by the gate and by the channel below, and parse errors are answered by Hummingbird.
            try pipeline.configureHTTPServerPipeline(
                withPipeliningAssistance: false, withErrorHandling: false, withOutboundHeaderValidation: false)
            try pipeline.addHandler(RequestGate(pages: pages, streams: streams, date: date, wire: wire, time: time))
            try pipeline.addHandler(HTTP1ToHTTPServerCodec(secure: false))
            return try NIOAsyncChannel(
                wrappingChannelSynchronously: channel, configuration: .init(isOutboundHalfClosureEnabled: true))
        }
    }

    func handle(value: Value, logger: Logger) async { await http.handle(value: value, logger: logger) }
}
