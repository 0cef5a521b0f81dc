import Foundation
import Synchronization

/// One replica: connections that read, and one on which it is asked how far it is, from the moment on at which somebody wants to know.
final class PostgreSQLReplica: Sendable {
    /// A replica that does not answer is left alone after so long; then the primary is asked.
    private static let patience = Duration.seconds(5)
    private static let watchPatience = Duration.seconds(2)
    /// How often to ask while nobody waits for the answer…
    private static let heartbeat = DispatchTimeInterval.seconds(1)
    /// …and how long to rest between two questions at least, and after a connection that could not be had.
    private static let rest = 0.002
    private static let restBetweenTries = DispatchTimeInterval.milliseconds(500)

    typealias Hear = @Sendable (Result<ReplicaReport, any Error>) -> Void

    private let readers: PostgreSQLReaders
    private let signal = WakeSignal()
    private let watched: PostgreSQLAddress
    private let hear: Hear
    private let isWatched = Atomic(false)

    /// `hear` is told of everything that it says of itself, and why it says nothing; `admits` looks at what it says on a new
    /// connection.
    init(_ address: PostgreSQLAddress, hear: @escaping Hear, admits: @escaping @Sendable (ReplicaReport) -> Bool) {
        readers = PostgreSQLReaders(address.used(for: .readingReplica, patience: Self.patience)) { connection in
            guard admits(try ReplicaReport(connection)) else {
                throw DatabaseFault.statement("another server than the one that was asked, or no longer where it was")
            }
        }
        watched = address.used(for: .watchingReplica, patience: Self.watchPatience)
        self.hear = hear
    }

    /// Begins to ask it, where nobody does yet.
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

    /// Somebody would read here, and did not because it was behind when it was asked last.
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
