import Foundation
import HTTPServer
import NIOCore
import Newsroom
import Storage

/// The events of one story for one listener, after the head of the response.
struct LiveStream: Sendable {
    let site: Site
    let story: Story.ID
    let publishedAt: Date
    /// The latest change that the browser knows; `nil` if it names none and gets only new events.
    let known: Int64?
    let seat: Listeners.Seat

    /// Sends the events that the browser missed, and adds the connection to the listeners. The response ends
    /// with the connection. Until then, nothing but the connection itself is held for it.
    func begin(on connection: StreamConnection) async throws {
        let (rule, now) = (site.settings.closing, site.clock.now)
        let (missed, openness, latest) = try await site.read { [known, story, publishedAt] tx in
            (
                try known.map { try tx.changes(of: story, after: $0, limit: 200) } ?? [],
                try tx.openness(of: story, publishedAt: publishedAt, rule: rule, now: now), try tx.latestChange()
            )
        }
        let text = missed.map { changes in
            var then = openness.before(changes)
            return LiveEvent.text(of: then.news(among: changes))
        }
        let greeting = ByteBuffer(string: LiveEvent.greeting + (text ?? LiveEvent.reload(latest)))
        try await connection.send(greeting)
        site.listeners.join(connection, story, knowing: latest, openness: openness, seat: seat)
    }
}
