import Database
import Synchronization

/// Schemas with all tables, which tests reuse one after another. Creating one takes longer than most tests.
enum LentSchemas {
    private struct Schema {
        let name: String
        /// The names of its tables, indexes, sequences and functions.
        let things: String?
    }

    private static let returned = Mutex<[Schema]>([])

    /// A database without rows, on which `prepare` has run.
    static func lend(prepared prepare: (Database) async throws -> Void) async throws -> Database {
        while let schema = returned.withLock({ $0.popLast() }) {
            // A schema that a test has changed is not used again.
            if try await TestPostgreSQL.empty(schema.name) == schema.things { return try lend(schema) }
        }
        let name = try await TestPostgreSQL.makeSchema()
        try await prepare(Database(engine: PostgreSQLEngine(try TestPostgreSQL.address(of: name))))
        return try lend(Schema(name: name, things: try await TestPostgreSQL.empty(name)))
    }

    private static func lend(_ schema: Schema) throws -> Database {
        let engine = PostgreSQLEngine(try TestPostgreSQL.address(of: schema.name))
        return Database(engine: LentEngine(engine) { returned.withLock { $0.append(schema) } })
    }
}

/// An engine that reports when the last reference to it is released.
private final class LentEngine: Engine {
    private let engine: PostgreSQLEngine
    private let giveBack: @Sendable () -> Void

    init(_ engine: PostgreSQLEngine, giveBack: @escaping @Sendable () -> Void) {
        self.engine = engine
        self.giveBack = giveBack
    }

    deinit { giveBack() }

    func read<T: Sendable>(_ consistency: ReadConsistency, _ body: @escaping @Sendable (Transaction) throws -> T)
        async throws -> T
    {
        try await engine.read(consistency, body)
    }

    func look<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await engine.look(body)
    }

    func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T, _ answer: @escaping WriteAnswer<T>) {
        engine.write(body, answer)
    }

    func watchCommits(_ watch: @escaping CommitWatch) { engine.watchCommits(watch) }
    func giveWay(to readers: @escaping ReaderCount) { engine.giveWay(to: readers) }
    var mayHaveNews: Bool { engine.mayHaveNews }
    var isAway: Bool { engine.isAway }
    var isCutOff: Bool { engine.isCutOff }
    var mayGoAway: Bool { engine.mayGoAway }
    var fileFault: String? { engine.fileFault }
    var successions: Int { engine.successions }
    var position: LogPosition? { engine.position }
    var replicaFaults: [Int: String] { engine.replicaFaults }
    var state: EngineState { engine.state }
    var commits: CommitLoad { engine.commits }
    func backUp(to path: String) async throws { try await engine.backUp(to: path) }
    func integrityFaults() async throws -> [String] { try await engine.integrityFaults() }
    func close() async { await engine.close() }
}
