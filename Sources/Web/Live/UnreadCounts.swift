import Database
import Foundation
import HTTPServer
import NIOCore
import Newsroom
import Storage
import Synchronization

/// Tells signed-in people who listen to a story how many notifications they have not read.
final class UnreadCounts: Sendable {
    /// The maximum number of notifications that one look reads.
    private static let batch = 1_000

    private struct State {
        var listening: [Person.ID: [ObjectIdentifier: StreamConnection]] = [:]
        /// The latest notification that a look has seen; `nil` while nobody listens.
        var latest: Newsroom.Notification.ID?
    }

    private let state = Mutex(State())

    /// Tells a connection the number now, and each new one until the connection closes.
    func join(_ connection: StreamConnection, _ person: Person.ID, unread: Int, latest: Newsroom.Notification.ID) {
        state.withLock { state in
            state.listening[person, default: [:]][connection.id] = connection
            // The connection may lack what others have been told since it read.
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

    /// Reads the notifications that any process has stored since the last look, and tells the listeners among their
    /// owners. Reads nothing while nobody listens.
    func look(at database: Database) async throws {
        guard let latest = state.withLock({ $0.latest }) else { return }
        let listening = state.withLock { Set($0.listening.keys) }
        let (counts, newest) = try await database.read { tx in
            let new = try tx.ownersOfNotifications(after: latest, limit: Self.batch)
            let concerned = Set(new.map(\.person)).intersection(listening)
            return (try concerned.map { ($0, try tx.countUnread(of: $0)) }, new.last?.id)
        }
        guard let newest else { return }
        state.withLock { state in
            if state.latest != nil { state.latest = newest }
            for (person, count) in counts {
                Audience.send(LiveEvent.unread(count), to: Array(state.listening[person, default: [:]].values))
            }
        }
    }
}
