import NIOCore
import NIOPosix

/// A server on loopback that answers every connection with the same bytes, whatever it is asked; then it closes it, or not.
final class CannedServer: Sendable {
    private let channel: any Channel

    init(_ answer: String, closing: Bool = false) async throws {
        channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Answerer(answer: answer, closing: closing))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
    }

    var host: String { "127.0.0.1:\(channel.localAddress?.port ?? 0)" }

    func close() async throws { try await channel.close() }

    private final class Answerer: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        typealias OutboundOut = ByteBuffer

        private let answer: String
        private let closing: Bool

        init(answer: String, closing: Bool) {
            self.answer = answer
            self.closing = closing
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: answer)), promise: nil)
            if closing { context.close(promise: nil) }
        }
    }
}
