import Foundation
import NIOCore
import NIOHTTP1
import Newsroom
import Storage

/// A listener to one story: what an answer goes on with after its head.
package struct LiveStream: Sendable {
    let site: Site
    let story: Story.ID
    let publishedAt: Date
    /// The latest change that the browser knows; `nil` where it knows none, and has missed nothing.
    let known: Int64?
    let seat: Listeners.Seat

    /// Tells what was missed, and leaves the connection to the listeners. The answer is not ended here: it ends with the
    /// connection, and until then nothing but the connection itself is held for it.
    func begin(on connection: any Channel) async throws {
        let (rule, now) = (site.settings.closing, site.clock.now)
        let (missed, doors, latest) = try await site.read { [known, story, publishedAt] tx in
            (
                try known.map { try tx.changes(of: story, after: $0, limit: 200) } ?? [],
                try tx.doors(of: story, publishedAt: publishedAt, rule: rule, now: now), try tx.latestChange()
            )
        }
        let text = missed.map { changes in
            var then = doors.before(changes)
            return LiveEvent.text(of: then.news(among: changes))
        }
        let greeting = ByteBuffer(string: LiveEvent.greeting + (text ?? LiveEvent.reload(latest)))
        try await connection.writeAndFlush(HTTPServerResponsePart.body(.byteBuffer(greeting)))
        site.listeners.join(connection, story, knowing: latest, doors: doors, seat: seat)
    }
}
