import Metering

/// A database that is used through two calls, `read` and `write`. Everything inside them is synchronous.
///
/// Run-time values can only be parameters (`$1`, `$2`, …), never part of a statement: see `SQL`.
package struct Database: Sendable {
    private let engine: any Engine
    /// How long reads and writes take.
    package let load = DatabaseLoad()

    package init(engine: any Engine) { self.engine = engine }

    /// Runs `body` on one snapshot of the database, on a thread of the engine or on the caller's thread. The
    /// read may block that thread while it waits for the disk.
    package func read<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await load.timed { try await engine.read(.everything, body) }
    }

    /// Reads with this consistency. If `body` fails on a replica, it runs again on the primary.
    package func read<T: Sendable>(
        _ consistency: ReadConsistency, _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        try await load.timed { try await engine.read(consistency, body) }
    }

    /// Reads everything that is committed. Any later read with `.whatIsKnown` sees at least as much.
    package func look<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await engine.look(body)
    }

    /// Runs `body` as one transaction, which is rolled back if `body` throws. Returns after the commit is on
    /// disk.
    @discardableResult
    package func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { answer in write(body) { answer.resume(with: $0) } }
    }

    /// Writes without making the caller wait. `answer` is called on the writer's thread after the commit is
    /// on disk.
    func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T, _ answer: @escaping WriteAnswer<T>) {
        let beginning = ContinuousClock.now
        engine.write(body) { [load] result in
            load.writes.observe(.now - beginning)
            answer(result)
        }
    }

    /// Calls `watch` at the end of every transaction of this process, just before the commit.
    package func watchCommits(_ watch: @escaping CommitWatch) { engine.watchCommits(watch) }

    /// From now on, leaves time between commits while there are many readers; see `CommitPace`.
    package func giveWay(to readers: @escaping ReaderCount) { engine.giveWay(to: readers) }

    /// Whether another process may have committed something since the last call, or the connection was lost
    /// meanwhile.
    package var mayHaveNews: Bool { engine.mayHaveNews }

    /// Whether the connection to the database is lost. Other processes may be committing changes meanwhile.
    package var isAway: Bool { engine.isAway }

    /// Whether the engine can lose its connection at all.
    package var mayGoAway: Bool { engine.mayGoAway }

    /// Whether the last attempt to write found no database that accepts writes. The next attempt updates
    /// this.
    package var isCutOff: Bool { engine.isCutOff }

    /// What is wrong with the file of the database while it is open: it was moved, deleted or replaced, or a read found
    /// damage. `nil` if nothing is known to be wrong.
    package var fileFault: String? { engine.fileFault }

    /// How many times another server has taken over from the previous one. The new server may lack the latest
    /// commits, and may reuse the numbers of their changes.
    package var successions: Int { engine.successions }

    /// A position in the log after everything that this process has committed or read with `look`; `nil` if
    /// there are no replicas.
    package var position: LogPosition? { engine.position }

    /// The current faults of replicas, by their index in the list.
    package var replicaFaults: [Int: String] { engine.replicaFaults }

    /// What the engine does at this moment.
    package var state: EngineState { engine.state }

    /// How the writer works.
    package var commits: CommitLoad { engine.commits }

    /// Writes a copy of the whole database, from one snapshot, to a file that must not exist yet.
    package func backUp(to path: String) async throws { try await engine.backUp(to: path) }

    /// Descriptions of damage inside the database file; empty if it is sound.
    package func integrityFaults() async throws -> [String] { try await engine.integrityFaults() }

    /// Closes all connections. Acknowledged writes are already on disk.
    package func close() async { await engine.close() }
}

/// Which commits a read must see.
package enum ReadConsistency: Sendable {
    /// All commits, of every process.
    case everything
    /// All commits that this process made or read with `look`. A replica that has replayed them may serve the
    /// read.
    case whatIsKnown
    /// The same, and every commit before a position that came from another process.
    case everythingBefore(LogPosition)
}

/// Runs last in every transaction. The returned closure is called once the commit is on disk, before the
/// callers of the writes in that commit get their results. The closures are called in the order of the
/// commits.
package typealias CommitWatch = @Sendable (Transaction) -> (@Sendable () -> Void)?

/// Returns how many readers this process has served so far.
package typealias ReaderCount = @Sendable () -> Int

/// Receives the result or the error of a write. The closure blocks the writer, so it must be quick.
package typealias WriteAnswer<T: Sendable> = @Sendable (Result<T, any Error>) -> Void

/// A database engine, the implementation behind a `Database`.
package protocol Engine: Sendable {
    func read<T: Sendable>(_ consistency: ReadConsistency, _ body: @escaping @Sendable (Transaction) throws -> T)
        async throws -> T
    func look<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T
    func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T, _ answer: @escaping WriteAnswer<T>)
    func watchCommits(_ watch: @escaping CommitWatch)
    func giveWay(to readers: @escaping ReaderCount)
    var mayHaveNews: Bool { get }
    var isAway: Bool { get }
    var isCutOff: Bool { get }
    var mayGoAway: Bool { get }
    var fileFault: String? { get }
    var successions: Int { get }
    var position: LogPosition? { get }
    var replicaFaults: [Int: String] { get }
    var state: EngineState { get }
    var commits: CommitLoad { get }
    func backUp(to path: String) async throws
    func integrityFaults() async throws -> [String]
    func close() async
}

/// The faults that an engine reports. They are the same for every engine.
package enum DatabaseFault: Error, Sendable, Hashable {
    /// The disk is full or failing. Nothing was written; a later attempt may succeed.
    case storageFailed(String)
    /// Too many writes are waiting in this process, or a write conflicts with those of other processes.
    case tooManyWriters
    /// A lock is held elsewhere, or the work takes too long. Nothing was read or written; a later attempt may
    /// succeed.
    case heldUp(String)
    /// The database denies this process a permission.
    case notAllowed(String)
    /// The database does not respond. Nothing was read or written; a later attempt may succeed.
    case unreachable(String)
    /// The connection was lost during a commit and was not restored in time to tell whether the commit
    /// happened.
    case outcomeUnknown
    /// A column holds a value that the code does not expect.
    case unexpectedValue(column: Int)
    /// The database file is damaged, or is not a database.
    case damaged(String)
    /// The engine refused a statement.
    case statement(String)
}
