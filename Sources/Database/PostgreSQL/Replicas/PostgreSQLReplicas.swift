import Synchronization

/// The replicas of a database. A replica serves a read only if it is known to show everything that the read
/// must see. Reads never wait for a replica to catch up.
final class PostgreSQLReplicas: Sendable {
    private final class Board: Sendable {
        let positions: Mutex<ReplicaPositions>
        let faults: Mutex<[Int: String]> = Mutex([:])

        init(replicas count: Int) { positions = Mutex(ReplicaPositions(replicas: count)) }

        func hear(_ report: Result<ReplicaReport, any Error>, from replica: Int) {
            switch report {
            case .success(let report):
                let isStranger = positions.withLock { positions in
                    positions.hear(report, from: replica)
                    return positions.isStranger(report)
                }
                faults.withLock { $0[replica] = isStranger ? "it is not a replica of this database" : nil }
            case .failure(let fault):
                positions.withLock { $0.hear(nil, from: replica) }
                faults.withLock { $0[replica] = "\(fault)" }
            }
        }
    }

    private let board: Board
    private let replicas: [PostgreSQLReplica]

    /// `nil` if there are no replicas.
    init?(_ addresses: [PostgreSQLAddress]) {
        guard !addresses.isEmpty else { return nil }
        let board = Board(replicas: addresses.count)
        self.board = board
        replicas = addresses.enumerated().map { number, address in
            PostgreSQLReplica(address) { report in
                board.hear(report, from: number)
            } admits: { report in
                board.positions.withLock { $0.admits(report, from: number) }
            }
        }
    }

    var count: Int { replicas.count }

    /// Starts polling the replicas for their positions. They serve no reads before that.
    func watch() {
        for replica in replicas { replica.watch() }
    }

    /// From now on, replicas serve a read only if they have reached this position. Returns whether the
    /// timeline changed.
    @discardableResult
    func require(_ position: LogPosition) -> Bool { board.positions.withLock { $0.require(position) } }

    /// The identity of the primary's database. Only its replicas serve reads.
    var home: Int64? {
        get { board.positions.withLock { $0.home } }
        set { board.positions.withLock { $0.home = newValue } }
    }

    /// The position that every read must see; `nil` before the first position is known.
    var required: LogPosition? { board.positions.withLock { $0.required } }

    /// The current faults of replicas, by their index in the list.
    var faults: [Int: String] { board.faults.withLock { $0 } }

    /// Reads from a replica. Returns `nil` if none may serve the read, or if the read failed for any reason;
    /// the caller then asks the primary. A replica's server cancels reads that block the replay of the log
    /// (postgresql.org/docs/15/hot-standby.html, section 27.4.2).
    ///
    /// `orOlder` allows an older snapshot while the primary is unavailable: if no replica has replayed enough
    /// of the log, the most advanced one serves the read.
    func read<T: Sendable>(
        beyond position: LogPosition? = nil, orOlder: Bool = false,
        _ body: @escaping @Sendable (Transaction) throws -> T
    ) async -> T? {
        let number = board.positions.withLock { $0.next(beyond: position) ?? (orOlder ? $0.furthest() : nil) }
        guard let number else {
            for replica in replicas { replica.ask() }
            return nil
        }
        do { return try await replicas[number].read(body) } catch DatabaseFault.unreachable {
            board.positions.withLock { $0.hear(nil, from: number) }
        } catch {}
        return nil
    }

    func close() {
        for replica in replicas { replica.close() }
    }
}
