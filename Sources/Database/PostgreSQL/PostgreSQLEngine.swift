import Foundation
import Synchronization

/// PostgreSQL through libpq: one writer at a time among all programs on the database, commits that are shared, a pool of readers, and
/// notifications of what other programs write. The tables are those of the schema that the address leads to.
package final class PostgreSQLEngine: Engine {
    /// The thread that writes, with its connection.
    private final class WriterThread: Sendable {
        private let thread = DatabaseThread("writer")
        private let writer: Mutex<PostgreSQLWriter>

        init(_ address: PostgreSQLAddress, name: String) { writer = Mutex(PostgreSQLWriter(address, name: name)) }

        func run(_ body: @escaping @Sendable (PostgreSQLWriter) -> Void) {
            thread.run { self.writer.withLock { body($0) } }
        }
    }

    private let readers: PostgreSQLReaders
    private let writerThread: WriterThread
    private let writes: WriteQueue<PostgreSQLWriter>
    private let news: PostgreSQLNews

    /// Connects when it is first asked for something.
    package init(_ address: PostgreSQLAddress) {
        let name = UUID().uuidString
        let thread = WriterThread(address, name: name)
        writerThread = thread
        writes = WriteQueue { thread.run($0) }
        readers = PostgreSQLReaders(address)
        news = PostgreSQLNews(address, writer: name)
    }

    deinit { news.close() }

    package func read<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await readers.read(body)
    }

    package func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await writes.write(body)
    }

    package func watchCommits(_ watch: @escaping CommitWatch) { writes.watchCommits(watch) }

    package var mayHaveNews: Bool { news.mayHaveAny }

    package var isAway: Bool { news.isDeaf }

    /// PostgreSQL has its own tools for that.
    package func backUp(to path: String) async throws {
        throw DatabaseFault.statement("a PostgreSQL database is backed up with pg_dump or pg_basebackup")
    }

    /// Constraints are held by the server; its files are looked after by its own tools.
    package func integrityFaults() async throws -> [String] { [] }

    package func close() async {
        news.close()
        readers.close()
        await withCheckedContinuation { continuation in
            writerThread.run { writer in
                writer.close()
                continuation.resume()
            }
        }
    }
}
