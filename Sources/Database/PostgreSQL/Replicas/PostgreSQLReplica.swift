import Foundation
import Synchronization

/// One replica: connections that read, and one that polls its position. Polling starts on demand.
final class PostgreSQLReplica: Sendable {
    /// How long a statement may take on a replica. A read that takes longer is repeated on the primary.
    private static let patience = Duration.seconds(5)
    private static let watchPatience = Duration.seconds(2)
    /// The longest time between two polls while no read needs the position.
    private static let heartbeat = DispatchTimeInterval.seconds(1)
    /// The shortest time between two polls, in seconds.
    private static let rest = 0.002
    /// The time between two attempts to connect.
    private static let restBetweenTries = DispatchTimeInterval.milliseconds(500)

    typealias Hear = @Sendable (Result<ReplicaReport, any Error>) -> Void

    private let readers: PostgreSQLReaders
    private let signal = WakeSignal()
    private let watched: PostgreSQLAddress
    private let hear: Hear
    private let isWatched = Atomic(false)

    /// `hear` receives every report of the replica, or the reason why there is none. `admits` checks the
    /// report of a new connection.
    init(_ address: PostgreSQLAddress, hear: @escaping Hear, admits: @escaping @Sendable (ReplicaReport) -> Bool) {
        readers = PostgreSQLReaders(address.used(for: .readingReplica, patience: Self.patience)) { connection in
            guard admits(try ReplicaReport(connection)) else {
                throw DatabaseFault.statement(
                    "this is not the server that reported its position, or it has fallen behind")
            }
        }
        watched = address.used(for: .watchingReplica, patience: Self.watchPatience)
        self.hear = hear
    }

    /// Starts polling, unless it has started already.
    func watch() {
        guard !isWatched.exchange(true, ordering: .relaxed) else { return }
        Thread.detachNewThread { [signal, watched, hear] in
            while !signal.isOver {
                do { try Self.watch(watched, signal, hear) } catch { hear(.failure(error)) }
                signal.wait(atMost: Self.restBetweenTries)
            }
        }
    }

    func read<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await readers.read(body)
    }

    /// Polls now, because the replica was too far behind to serve a read.
    func ask() {
        watch()
        signal.set()
    }

    func close() {
        signal.end()
        readers.close()
    }

    private static func watch(_ address: PostgreSQLAddress, _ signal: WakeSignal, _ hear: Hear) throws {
        let connection = try PostgreSQLConnection(address)
        while !signal.isOver {
            hear(.success(try ReplicaReport(connection)))
            Thread.sleep(forTimeInterval: rest)
            signal.wait(atMost: heartbeat)
        }
    }
}
