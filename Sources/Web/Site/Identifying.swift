import Database
import HTTPServer
import HTTPTypes
import Newsroom
import Operations
import Storage

extension Site {
    /// The actor of a request: a person with a session, a guest whose browser has posted a comment, or a
    /// visitor. For a person on a shared page, the same transaction answers the question about the slots.
    func actor(
        in head: HTTPRequest, _ writer: WriterMark?, asking question: SlotQuestion?
    ) async throws -> (actor: Actor, answers: SlotAnswers?) {
        let known = writer.map { Actor.guest(writer: $0.hash) } ?? .visitor
        guard let token = Cookie.session.value(in: head, isSecure: isSecure) else { return (known, nil) }
        // A reader does not wait for a database that is known to be unavailable.
        if database.isAway, head.method == .get || head.method == .head {
            throw DatabaseFault.unreachable("connection lost")
        }
        let now = clock.now
        let find: @Sendable (Transaction) throws -> (Session, SlotAnswers?)? = { tx in
            guard let session = try tx.session(tokenHash: Keys.hash(token), now: now) else { return nil }
            let commenter = session.actor.person.map { Commenter.person($0) }
            return (session, try question?.answers(for: session.actor, commenter, in: tx))
        }
        // Only a page that depends on more than the session has to be as new as what was read.
        let found =
            question == nil
            ? try await WorkerPool.run { try await self.database.read { tx in try find(tx) } }
            : try await read(.everything, find)
        guard let (session, answers) = found else { return (known, nil) }
        if session.recordsUse(at: now) { try? await newspaper.noteUse(ofSession: token) }
        return (session.actor, answers)
    }
}
