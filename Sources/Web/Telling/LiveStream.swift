import Hummingbird
import NIOCore
import Newsroom
import Storage

/// A listener to one story: what an answer goes on with after its head.
package struct LiveStream: Sendable {
    let site: Site
    let story: Story.ID
    /// The latest change that the browser knows; `nil` where it knows none, and has missed nothing.
    let known: Int64?
    let seat: Listeners.Seat

    /// Tells what was missed, then what happens, until the connection ends.
    func run(_ writer: inout any ResponseBodyWriter, on connection: any Channel) async throws {
        let (missed, latest) = try await site.read { [known, story] tx in
            (try known.map { try tx.changes(of: story, after: $0, limit: 200) } ?? [], try tx.latestChange())
        }
        let text = missed.map(LiveEvent.text) ?? LiveEvent.reload(latest)
        try await writer.write(ByteBuffer(string: LiveEvent.greeting + text))
        try await connection.pipeline.addHandler(HangUp(), position: .first)
        site.listeners.join(connection, story, knowing: latest)
        defer { site.listeners.leave(connection, story) }
        try await connection.closeFuture.get()
    }
}

/// Ends a connection that only listens as soon as the other end has closed, or the server stops.
private final class HangUp: ChannelInboundHandler, Sendable {
    typealias InboundIn = ByteBuffer

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case ChannelEvent.inputClosed, is ChannelShouldQuiesceEvent: context.close(promise: nil)
        default: context.fireUserInboundEventTriggered(event)
        }
    }
}
