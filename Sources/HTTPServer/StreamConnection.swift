package import NIOCore
import NIOHTTP1

/// The connection of a response that continues after its head, until either side closes it.
package struct StreamConnection: Sendable {
    private let channel: any Channel

    package init(_ channel: any Channel) { self.channel = channel }

    package var id: ObjectIdentifier { ObjectIdentifier(channel) }

    /// Connections with the same loop share a thread.
    package var eventLoop: any EventLoop { channel.eventLoop }

    /// Sends bytes, or closes the connection if the client has not accepted earlier ones. Must be called on
    /// the event loop.
    package func sendOrClose(_ bytes: ByteBuffer) {
        guard channel.isWritable else { return close() }
        channel.writeAndFlush(HTTPServerResponsePart.body(.byteBuffer(bytes)), promise: nil)
    }

    /// Sends bytes, and returns once the system has them.
    package func send(_ bytes: ByteBuffer) async throws {
        try await channel.writeAndFlush(HTTPServerResponsePart.body(.byteBuffer(bytes)))
    }

    /// The same, but closes the connection if the client does not accept the bytes in time.
    package func send(_ bytes: ByteBuffer, within time: TimeAmount) async throws {
        let limit = eventLoop.scheduleTask(in: time) { close() }
        defer { limit.cancel() }
        try await send(bytes)
    }

    /// Ends the response and closes the connection, once the system has everything. A client that has not received the
    /// end knows that something is missing.
    package func end() async throws {
        try await channel.writeAndFlush(HTTPServerResponsePart.end(nil))
        close()
    }

    package func close() { channel.close(promise: nil) }

    package func whenClosed(_ body: @escaping @Sendable () -> Void) {
        channel.closeFuture.whenComplete { _ in body() }
    }
}
