import Foundation
import Synchronization

/// PostgreSQL through libpq. Of all processes on the database, only one writes at a time. Writes share
/// commits, reads use a pool of connections, and notifications announce the writes of other processes. The
/// tables are in the schema that the address selects.
package final class PostgreSQLEngine: Engine {
    /// The thread that writes, with its connection.
    private final class WriterThread: Sendable {
        private let thread = WorkingThread("writer")
        private let writer: Mutex<PostgreSQLWriter>

        init(
            _ address: PostgreSQLAddress, name: String, _ replicas: PostgreSQLReplicas?,
            successions: @escaping @Sendable () -> Int
        ) {
            let requiring = replicas.map { replicas in
                { @Sendable (_ position: LogPosition) -> Void in replicas.require(position) }
            }
            writer = Mutex(
                PostgreSQLWriter(
                    address.used(for: .writing), name: name, hasReached: requiring, successions: successions))
        }

        func run(_ body: @escaping @Sendable (PostgreSQLWriter) -> Void) {
            thread.run { self.writer.withLock { body($0) } }
        }
    }

    private let readers: PostgreSQLReaders
    private let replicas: PostgreSQLReplicas?
    private let writerThread: WriterThread
    private let writes: WriteQueue
    private let news: PostgreSQLNews

    /// Connects on first use. `replicas` are streaming replicas of the server at `address`.
    package init(_ address: PostgreSQLAddress, replicas: [PostgreSQLAddress] = []) {
        let name = UUID().uuidString
        let replicas = PostgreSQLReplicas(replicas)
        self.replicas = replicas
        let news = PostgreSQLNews(address.used(for: .listening), writer: name)
        self.news = news
        let thread = WriterThread(address, name: name, replicas) { news.successions }
        writerThread = thread
        writes = WriteQueue { thread.run($0) }
        readers = PostgreSQLReaders(address)
    }

    deinit {
        news.close()
        replicas?.close()
    }

    package func read<T: Sendable>(
        _ consistency: ReadConsistency, _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        let fromReplica =
            switch consistency {
            case .everything: nil as T?
            case .whatIsKnown: await replicas?.read(orOlder: isAway, body)
            case .everythingBefore(let position): await replicas?.read(beyond: position, body)
            }
        if let fromReplica { return fromReplica }
        return try await readers.read(body)
    }

    package func look<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        guard let replicas else { return try await readers.read(body) }
        let isStrange = replicas.home == nil
        let (position, report, value) = try await readers.read { tx in
            (try LogPosition(ofPrimary: tx), isStrange ? try ReplicaReport.ofPrimary(tx) : nil, try body(tx))
        }
        if let report { replicas.home = report.home }
        // After a failover, replicas serve only once the `commits` table names the new timeline. An empty
        // write is enough, because the writer stores the timeline when it connects.
        if replicas.require(position) { write({ _ in }, { _ in }) }
        return value
    }

    package func write<T: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> T, _ answer: @escaping WriteAnswer<T>
    ) {
        writes.write(body, answer)
    }

    package var state: EngineState {
        let (active, waiting) = readers.load
        return EngineState(
            waitingWrites: writes.waiting, activeReads: active, mostReads: PostgreSQLReaders.most,
            waitingReads: waiting, replicas: replicas?.count ?? 0)
    }

    package var commits: CommitLoad { writes.load }

    package func watchCommits(_ watch: @escaping CommitWatch) { writes.watchCommits(watch) }

    package func giveWay(to readers: @escaping ReaderCount) { writes.pace.giveWay(to: readers) }

    /// Also starts to listen for notifications and to watch the replicas, because only a process that keeps
    /// running asks for news.
    package var mayHaveNews: Bool {
        replicas?.watch()
        return news.mayHaveAny
    }

    package var isAway: Bool { news.isDeaf }
    package var mayGoAway: Bool { true }
    package var fileFault: String? { nil }
    package var isCutOff: Bool { writes.isCutOff }

    package var successions: Int { news.successions }

    package var position: LogPosition? { replicas?.required }

    package var replicaFaults: [Int: String] { replicas?.faults ?? [:] }

    /// Throws, because PostgreSQL has its own tools for backups.
    package func backUp(to path: String) async throws {
        throw DatabaseFault.statement("back up a PostgreSQL database with pg_dump or pg_basebackup")
    }

    /// Empty: the server enforces constraints, and its own tools check its files.
    package func integrityFaults() async throws -> [String] { [] }

    package func close() async {
        news.close()
        readers.close()
        replicas?.close()
        await withCheckedContinuation { continuation in
            writerThread.run { writer in
                writer.close()
                continuation.resume()
            }
        }
    }
}
