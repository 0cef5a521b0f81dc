package import Foundation

/// SQLite with one connection that writes, and several that read (WAL). Writes share commits, which are
/// synced (`synchronous=FULL`).
package final class SQLiteEngine: Engine {
    private let writer: LockedConnection
    private let writerThread = WorkingThread("writer")
    private let readers: SQLiteReaders
    private let writes: WriteQueue
    private let log: WriteAheadLog?
    private let news: SQLiteNews?
    /// `nil` for a database in memory.
    private let fileState: SQLiteFileState?

    /// Opens or creates the database file.
    package convenience init(file: URL) throws {
        let writer = try SQLiteOpening.writer(of: file)
        let log = try WriteAheadLog(of: file)
        writer.log = log
        let fileState = SQLiteFileState(of: file)
        writer.fileState = fileState
        let readers = SQLiteReaders(SQLiteReaders.most) { isFirst in
            LockedConnection(try SQLiteOpening.reader(of: file, isFirst: isFirst))
        }
        self.init(LockedConnection(writer), readers, log, SQLiteNews(of: file), fileState)
    }

    /// A database in memory for tests, which is lost when it is closed. One connection does both the reading
    /// and the writing.
    package convenience init(inMemory: Void) throws {
        let connection = LockedConnection(try SQLiteOpening.memory())
        self.init(connection, SQLiteReaders(1) { _ in connection }, nil, nil, nil)
    }

    private init(
        _ writer: LockedConnection, _ readers: SQLiteReaders, _ log: WriteAheadLog?, _ news: SQLiteNews?,
        _ fileState: SQLiteFileState?
    ) {
        self.writer = writer
        self.readers = readers
        self.log = log
        self.news = news
        self.fileState = fileState
        writes = WriteQueue { [writerThread] body in
            writerThread.run { writer.use { connection in body(connection) } }
        }
    }

    package func read<T: Sendable>(
        _ consistency: ReadConsistency, _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        try await look(body)
    }

    /// Every read sees all commits.
    package func look<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        do { return try readers.read { connection in try body(Transaction(connection: connection)) } } catch {
            fileState?.note(error)
            throw error
        }
    }

    package func write<T: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> T, _ answer: @escaping WriteAnswer<T>
    ) {
        writes.write(body) { [fileState] result in
            if case .failure(let error) = result { fileState?.note(error) }
            answer(result)
        }
    }

    package var mayHaveNews: Bool { news?.mayHaveAny ?? false }

    package var fileFault: String? { fileState?.fault }

    /// A database file never becomes unavailable, and nothing takes over from it.
    package var isAway: Bool { false }
    package var isCutOff: Bool { false }
    package var mayGoAway: Bool { false }
    package var successions: Int { 0 }
    package var position: LogPosition? { nil }
    package var replicaFaults: [Int: String] { [:] }

    package var state: EngineState {
        EngineState(
            waitingWrites: writes.waiting, activeReads: readers.active, mostReads: readers.count, waitingReads: 0,
            replicas: 0)
    }

    package var commits: CommitLoad { writes.load }

    package func watchCommits(_ watch: @escaping CommitWatch) { writes.watchCommits(watch) }

    package func giveWay(to readers: @escaping ReaderCount) { writes.pace.giveWay(to: readers) }

    package func backUp(to path: String) async throws {
        try await withWriter { connection in
            try connection.handle.prepare("VACUUM INTO ?1").run([.text(path)])
        }
    }

    package func integrityFaults() async throws -> [String] {
        try readers.read { connection in
            var (integrity, foreignKeys): ([String], [String]) = ([], [])
            try connection.handle.prepare("PRAGMA integrity_check(20)").run { row in
                if let sentence = row.text(at: 0), sentence != "ok" { integrity.append(sentence) }
            }
            try connection.handle.prepare("PRAGMA foreign_key_check").rows { row in
                foreignKeys.append("a row of \(row.text(at: 0) ?? "?") refers to a row that does not exist")
                return foreignKeys.count < 20
            }
            return integrity + foreignKeys
        }
    }

    /// Brings the whole log into the database file with a last checkpoint, so that a plain copy of the file
    /// is complete. Acknowledged writes are on disk even without it. If another process is still reading, the
    /// next start does the checkpoint.
    package func close() async {
        let readers = readers.end()
        try? await withWriter { connection in
            connection.handle.checkpoint(.truncate)
            connection.close()
        }
        for reader in readers { reader.use { $0.close() } }
        news?.close()
        log?.close()
    }

    /// Runs `body` on the writing connection, on its thread, after the work that is queued there.
    private func withWriter(_ body: @escaping @Sendable (SQLiteConnection) throws -> Void) async throws {
        try await withCheckedThrowingContinuation { continuation in
            writerThread.run { [writer] in continuation.resume(with: Result { try writer.use(body) }) }
        }
    }
}
