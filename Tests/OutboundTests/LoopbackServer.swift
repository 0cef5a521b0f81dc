import NIOCore
import NIOPosix
import Synchronization

/// A loopback server that responds as a test specifies. Counts its connections and stores what it receives.
final class LoopbackServer: Sendable {
    private let channel: any Channel
    private let record: Record

    /// `respond` returns the response to each request. With `closing`, a connection ends after the first
    /// bytes on it.
    init(
        host: String = "127.0.0.1", port: Int = 0, closing: Bool = false,
        respond: @escaping @Sendable (_ request: String) -> String
    ) async throws {
        let record = Record()
        self.record = record
        channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .serverChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(ConnectionCounter(record: record))
                }
            }
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let answerer = Answerer(record: record, closing: closing, respond: respond)
                    try channel.pipeline.syncOperations.addHandler(answerer)
                }
            }
            .bind(host: host, port: port).get()
    }

    var port: Int { channel.localAddress?.port ?? 0 }

    /// The number of connections so far. A connection is counted before any later one gets a response.
    var connections: Int { record.connections.load(ordering: .sequentiallyConsistent) }

    var received: String { record.received.withLock { $0 } }

    func close() async throws { try await channel.close() }
}

private final class Record: Sendable {
    let connections = Atomic(0)
    let received = Mutex("")
}

private final class ConnectionCounter: ChannelInboundHandler {
    typealias InboundIn = any Channel

    private let record: Record

    init(record: Record) { self.record = record }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        record.connections.add(1, ordering: .sequentiallyConsistent)
        context.fireChannelRead(data)
    }
}

private final class Answerer: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let record: Record
    private let closing: Bool
    private let respond: @Sendable (String) -> String

    init(record: Record, closing: Bool, respond: @escaping @Sendable (String) -> String) {
        self.record = record
        self.closing = closing
        self.respond = respond
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let text = String(decoding: unwrapInboundIn(data).readableBytesView, as: UTF8.self)
        record.received.withLock { $0 += text }
        if text.contains("\r\n\r\n") {
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: respond(text))), promise: nil)
        }
        if closing { context.close(promise: nil) }
    }
}

extension String {
    static let ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"

    static func redirect(_ status: Int, to location: String) -> String {
        "HTTP/1.1 \(status) Elsewhere\r\nLocation: \(location)\r\nContent-Length: 0\r\n\r\n"
    }
}
