import Database
import HTTPServer
import HTTPTypes
import Newsroom
import Operations
import Storage

extension Site {
    /// The actor of a request: a person with a session, a guest whose browser has posted a comment, or a
    /// visitor.
    func actor(in head: HTTPRequest, _ writer: WriterMark?) async throws -> Actor {
        let known = writer.map { Actor.guest(writer: $0.hash) } ?? .visitor
        guard let token = Cookie.session.value(in: head, isSecure: isSecure) else { return known }
        // A reader does not wait for a database that is known to be unavailable.
        if database.isAway, head.method == .get || head.method == .head {
            throw DatabaseFault.unreachable("connection lost")
        }
        let now = clock.now
        let session = try await WorkerPool.run {
            try await self.database.read { tx in try tx.session(tokenHash: Keys.hash(token), now: now) }
        }
        guard let session else { return known }
        if session.recordsUse(at: now) { try? await newspaper.noteUse(ofSession: token) }
        return session.actor
    }
}
