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
    /// The latest change that the browser knows; `nil` if the browser did not send one. It then gets only new
    /// events.
    let known: Int64?
    let seat: Listeners.Seat
    /// The person who listens, if signed in.
    let person: Person.ID?
    /// The hash of the token of their session.
    let session: String

    /// Sends the events that the browser missed, or asks for a reload if they are unknown or more than 200.
    /// Then adds the connection to the listeners. The response ends with the connection. Until then, no task
    /// or thread waits for the connection.
    func begin(on connection: StreamConnection) async throws {
        let (rule, now) = (site.settings.closing, site.clock.now)
        let (missed, openness, latest, unread) = try await site.read { [known, story, publishedAt, person] tx in
            (
                try known.map { try tx.changes(of: story, after: $0, limit: 200) } ?? [],
                try tx.openness(of: story, publishedAt: publishedAt, rule: rule, now: now), try tx.latestChange(),
                try person.map { (person: $0, count: try tx.countUnread(of: $0), latest: try tx.latestNotification()) }
            )
        }
        let text = missed.map { changes in
            var then = openness.before(changes)
            return LiveEvent.text(of: then.news(among: changes))
        }
        let greeting = ByteBuffer(string: LiveEvent.greeting + (text ?? LiveEvent.reload(latest)))
        try await connection.send(greeting)
        site.listeners.join(connection, story, knowing: latest, openness: openness, seat: seat)
        guard let unread else { return }
        site.unreadCounts.join(
            connection, unread.person, session: session, unread: unread.count, latest: unread.latest)
    }
}
