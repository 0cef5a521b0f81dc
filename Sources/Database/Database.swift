/// A database behind two calls. Inside `read` and `write` everything is synchronous.
///
/// What arrives at run time can only be a parameter (`$1`, `$2`, …), never a part of a statement: see `SQL`.
package struct Database: Sendable {
    private let engine: any Engine

    package init(engine: any Engine) { self.engine = engine }

    /// Runs `body` on one unchanging state of the database, on a thread that may wait for the disk meanwhile: that of the caller,
    /// where the engine has no better one.
    package func read<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await engine.read(.everything, body)
    }

    /// The same where not everything must be seen. `body` may run again where a replica could not carry it out.
    package func read<T: Sendable>(
        _ consistency: ReadConsistency, _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        try await engine.read(consistency, body)
    }

    /// Reads everything that is committed. From its return on, whoever reads what is known sees at least as much.
    package func look<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await engine.look(body)
    }

    /// Runs `body` as one change: all of it or, when it throws, nothing. Returns after the commit is on disk.
    @discardableResult
    package func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { answer in engine.write(body) { answer.resume(with: $0) } }
    }

    /// The same for who does not wait: `answer` is called on the writer's thread, after the commit is on disk.
    func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T, _ answer: @escaping WriteAnswer<T>) {
        engine.write(body, answer)
    }

    /// From now on, `watch` looks at every transaction of this program that is about to be committed.
    package func watchCommits(_ watch: @escaping CommitWatch) { engine.watchCommits(watch) }

    /// From now on, commits are a moment apart while many are reading.
    package func giveWay(to readers: @escaping ReaderCount) { engine.giveWay(to: readers) }

    /// Whether another program may have committed something since this was asked last, or the database was away.
    package var mayHaveNews: Bool { engine.mayHaveNews }

    /// Whether the database has been lost, and not found again: others may be writing what this program does not see.
    package var isAway: Bool { engine.isAway }

    /// Whether that can be at all.
    package var mayGoAway: Bool { engine.mayGoAway }

    /// Whether the last try to write found no database that takes it; the next one tells anew.
    package var isCutOff: Bool { engine.isCutOff }

    /// How often another server has taken the place of the one before. It may lack what was committed last, and give its numbers anew.
    package var successions: Int { engine.successions }

    /// A position behind everything that this program has committed or looked at; `nil` where nobody reads from replicas.
    package var position: LogPosition? { engine.position }

    /// What is wrong with replicas at the moment, by their places in the list.
    package var replicaFaults: [Int: String] { engine.replicaFaults }

    /// Writes a copy of the whole database, as of one moment, to a file that does not exist yet.
    package func backUp(to path: String) async throws { try await engine.backUp(to: path) }

    /// Sentences on what is wrong inside the database file itself; empty when it is sound.
    package func integrityFaults() async throws -> [String] { try await engine.integrityFaults() }

    /// Ends all connections; what was acknowledged is on disk already.
    package func close() async { await engine.close() }
}

/// How much of what is committed a read must see.
package enum ReadConsistency: Sendable {
    /// All of it, whoever committed it.
    case everything
    /// All that this program has committed, or seen by `look`: a replica that has got so far may serve it.
    case whatIsKnown
    /// That, and everything before a position that another program has given.
    case everythingBefore(LogPosition)
}

/// Looks at a transaction as the last one in it. What it gives is called when the commit is on disk, before anyone is answered
/// whose work is in it; commits are told in their order.
package typealias CommitWatch = @Sendable (Transaction) -> (@Sendable () -> Void)?

/// How many readers this program has answered so far.
package typealias ReaderCount = @Sendable () -> Int

/// Takes what a write gave, or why nothing was written. Everybody else who waits for the writer waits for it.
package typealias WriteAnswer<T: Sendable> = @Sendable (Result<T, any Error>) -> Void

/// What a database engine must do to stand behind `Database`.
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
    var successions: Int { get }
    var position: LogPosition? { get }
    var replicaFaults: [Int: String] { get }
    func backUp(to path: String) async throws
    func integrityFaults() async throws -> [String]
    func close() async
}

/// What can go wrong below the SQL, alike for every engine.
package enum DatabaseFault: Error, Sendable, Hashable {
    /// No room left, or the disk fails: nothing was written; later it may be.
    case storageFailed(String)
    /// More waits to be written than the disk takes.
    case tooManyWriters
    /// Something else holds what is asked for, or it takes too long: nothing was read or written; later it may be.
    case heldUp(String)
    /// The database does not let this program do it.
    case notAllowed(String)
    /// The database does not answer: nothing was read or written; later it may be.
    case unreachable(String)
    /// The database went away in the middle of a commit, and did not come back in time to tell whether that was carried out.
    case outcomeUnknown
    /// A column holds something else than the program expects.
    case unexpectedValue(column: Int)
    /// A statement was refused by the engine.
    case statement(String)
}
