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

    package func close() { channel.close(promise: nil) }

    package func whenClosed(_ body: @escaping @Sendable () -> Void) {
        channel.closeFuture.whenComplete { _ in body() }
    }
}
