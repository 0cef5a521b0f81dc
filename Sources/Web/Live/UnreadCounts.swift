import Database
import Foundation
import HTTPServer
import NIOCore
import Newsroom
import Storage
import Synchronization

/// Sends the number of unread notifications to signed-in people whose pages listen to a story.
final class UnreadCounts: Sendable {
    /// The maximum number of notifications that one look reads.
    private static let batch = 1_000

    private struct Listener {
        let connection: StreamConnection
        /// The hash of the session's token. A listener whose session has ended gets no more numbers.
        let session: String
    }

    private struct State {
        var listening: [Person.ID: [ObjectIdentifier: Listener]] = [:]
        /// The latest notification that a look has seen; `nil` while nobody listens.
        var latest: Newsroom.Notification.ID?
        /// How many connections have joined.
        var joins = 0
    }

    private let state = Mutex(State())

    /// Sends the number to a connection now, and each time it changes until the connection closes.
    func join(
        _ connection: StreamConnection, _ person: Person.ID, session: String, unread: Int,
        latest: Newsroom.Notification.ID
    ) {
        state.withLock { state in
            state.listening[person, default: [:]][connection.id] = Listener(connection: connection, session: session)
            state.joins += 1
            // Other connections may have got numbers after this one read the database.
            state.latest = min(state.latest ?? latest, latest)
        }
        Audience.send(LiveEvent.unread(unread), to: [connection])
        connection.whenClosed { self.leave(connection, person) }
    }

    private func leave(_ connection: StreamConnection, _ person: Person.ID) {
        state.withLock { state in
            state.listening[person]?[connection.id] = nil
            if state.listening[person]?.isEmpty == true { state.listening[person] = nil }
            if state.listening.isEmpty { state.latest = nil }
        }
    }

    /// Reads the notifications that any process has stored since the last look, and sends the numbers to
    /// those owners who listen. Reads nothing while nobody listens.
    func look(at database: Database, now: Date) async throws {
        let (latest, listening, joins) = state.withLock { ($0.latest, Set($0.listening.keys), $0.joins) }
        guard let latest else { return }
        let (counts, newest) = try await database.read { tx in
            let new = try tx.ownersOfNotifications(after: latest, limit: Self.batch)
            let concerned = Set(new.map(\.person)).intersection(listening)
            let counts = try concerned.map { person in
                let sessions = try tx.openSessions(of: person, now: now).map(\.id)
                return (person: person, count: try tx.countUnread(of: person), sessions: Set(sessions))
            }
            return (counts, new.last?.id)
        }
        guard let newest else { return }
        state.withLock { state in
            // The next look reads these again for a connection that has joined meanwhile.
            if state.latest != nil, state.joins == joins { state.latest = newest }
            for (person, count, sessions) in counts {
                Self.send(count, to: person, in: state) { sessions.contains($0.session) }
            }
        }
    }

    /// Sends the number to a person's listeners in this process after the person has read something.
    func tell(_ person: Person.ID, unread: Int) { state.withLock { Self.send(unread, to: person, in: $0) } }

    private static func send(
        _ count: Int, to person: Person.ID, in state: State, where isSignedIn: (Listener) -> Bool = { _ in true }
    ) {
        let listeners = state.listening[person, default: [:]].values.filter(isSignedIn)
        for listener in listeners { Audience.send(LiveEvent.unread(count), to: [listener.connection]) }
    }
}
