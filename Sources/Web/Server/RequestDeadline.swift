import NIOCore
import NIOHTTPTypes

/// Cuts off who sends slowly: a request, head and body, must have arrived within a time after the connection or the request
/// before it ended, whether bytes trickle or not.
final class RequestDeadline: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart

    private let time: TimeAmount
    private var waiting: Scheduled<Void>?

    init(_ time: TimeAmount) { self.time = time }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { start(context) }
    }

    func channelActive(context: ChannelHandlerContext) {
        start(context)
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head: if waiting == nil { start(context) }
        case .body: break
        case .end:
            waiting?.cancel()
            waiting = nil
        }
        context.fireChannelRead(data)
    }

    func channelInactive(context: ChannelHandlerContext) {
        waiting?.cancel()
        waiting = nil
        context.fireChannelInactive()
    }

    private func start(_ context: ChannelHandlerContext) {
        waiting?.cancel()
        let channel = context.channel
        waiting = context.eventLoop.scheduleTask(in: time) { channel.close(promise: nil) }
    }
}
