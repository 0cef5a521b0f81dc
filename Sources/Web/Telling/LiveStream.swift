import NIOCore
import NIOHTTP1
import Newsroom
import Storage

/// A listener to one story: what an answer goes on with after its head.
package struct LiveStream: Sendable {
    let site: Site
    let story: Story.ID
    /// The latest change that the browser knows; `nil` where it knows none, and has missed nothing.
    let known: Int64?
    let seat: Listeners.Seat

    /// Tells what was missed, and leaves the connection to the listeners. The answer is not ended here: it ends with the
    /// connection, and until then nothing but the connection itself is held for it.
    func begin(on connection: any Channel) async throws {
        let (missed, latest) = try await site.read { [known, story] tx in
            (try known.map { try tx.changes(of: story, after: $0, limit: 200) } ?? [], try tx.latestChange())
        }
        let text = missed.map(LiveEvent.text) ?? LiveEvent.reload(latest)
        let greeting = ByteBuffer(string: LiveEvent.greeting + text)
        try await connection.writeAndFlush(HTTPServerResponsePart.body(.byteBuffer(greeting)))
        site.listeners.join(connection, story, knowing: latest, seat: seat)
    }
}
