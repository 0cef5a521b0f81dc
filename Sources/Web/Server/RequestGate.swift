import NIOCore
import NIOHTTP1

/// Stands where requests have been read and the site has not seen them. What is kept is answered here and at once, as long as
/// nothing before it on the connection waits for the site; everything else goes on.
///
/// It also ends connections: those on which a request does not arrive in time, whether bytes trickle or not, those that are idle for
/// long, and, when the server stops, all as soon as they are answered.
final class RequestGate: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private let pages: ReadyPages
    private let streams: StreamDoor
    private let date: DateLine
    private let wire: WireEnd
    private let deadline: RequestDeadline
    /// Requests that the site has got and not answered yet.
    private var underway = 0
    /// The answer to the request that is just arriving.
    private var ready: ReadyPages.Ready?
    private var mustFlush = false
    private var isStopping = false
    /// Whether the connection is left to a stream of events. Nothing else can be asked on it.
    private var isStreaming = false
    /// The request for a stream that is just arriving.
    private var streamHead: HTTPRequestHead?

    init(pages: ReadyPages, streams: StreamDoor, date: DateLine, wire: WireEnd, time: TimeAmount) {
        self.pages = pages
        self.streams = streams
        self.date = date
        self.wire = wire
        deadline = RequestDeadline(time)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { deadline.watch(context) }
    }

    func channelActive(context: ChannelHandlerContext) {
        deadline.watch(context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        deadline.end()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { deadline.end() }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            guard !isStreaming else { return context.close(promise: nil) }
            deadline.begin()
            ready = underway == 0 ? pages.answer(to: head) : nil
            if ready != nil { return }
            underway += 1
            if underway == 1, streams.isAsked(by: head) { return streamHead = head }
        case .body: if ready != nil || streamHead != nil { return }
        case .end:
            deadline.complete()
            if let ready { return send(ready) }
            deadline.isServing = true
            if let head = streamHead { return beginStream(head, context) }
        }
        context.fireChannelRead(data)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        if mustFlush {
            mustFlush = false
            wire.flush()
        }
        deadline.arrange(context)
        context.fireChannelReadComplete()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .end = unwrapOutboundIn(data) else { return context.write(data, promise: promise) }
        underway -= 1
        isStreaming = false
        deadline.isServing = underway > 0
        guard isStopping, underway == 0 else { return context.write(data, promise: promise) }
        context.writeAndFlush(data, promise: promise)
        context.close(promise: nil)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if isStreaming, event as? ChannelEvent == .inputClosed { return context.close(promise: nil) }
        guard event is ChannelShouldQuiesceEvent else { return context.fireUserInboundEventTriggered(event) }
        isStopping = true
        if underway == 0 || isStreaming { context.close(promise: nil) }
    }

    private func beginStream(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        streamHead = nil
        isStreaming = true
        streams.answer(head, on: context.channel)
    }

    private func send(_ answer: ReadyPages.Ready) {
        ready = nil
        wire.write(answer.head)
        wire.write(date.bytes)
        if let body = answer.body { wire.write(body) }
        mustFlush = true
    }
}

/// The end of the pipeline at the socket: bytes that are ready go out here, past what turns answers into bytes.
final class WireEnd: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private var context: ChannelHandlerContext?

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }

    func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

    func write(_ bytes: ByteBuffer) { context?.write(wrapOutboundOut(bytes), promise: nil) }

    func flush() { context?.flush() }
}
