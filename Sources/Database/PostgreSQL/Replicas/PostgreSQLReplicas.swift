import Synchronization

/// The replicas of a database. One serves a read when it is known to show everything that the read must see; nobody waits for one.
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
                faults.withLock { $0[replica] = isStranger ? "it is no replica of the database, but another one" : nil }
            case .failure(let fault):
                positions.withLock { $0.hear(nil, from: replica) }
                faults.withLock { $0[replica] = "\(fault)" }
            }
        }
    }

    private let board: Board
    private let replicas: [PostgreSQLReplica]

    /// `nil` where there are none.
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

    /// Begins to ask them how far they are. Before, none is read from.
    func watch() {
        for replica in replicas { replica.watch() }
    }

    /// From now on replicas serve only what shows everything up to here. Gives whether the log has gone on to another timeline.
    @discardableResult
    func require(_ position: LogPosition) -> Bool { board.positions.withLock { $0.require(position) } }

    /// Which database the primary's is: only its replicas are read from.
    var home: Int64? {
        get { board.positions.withLock { $0.home } }
        set { board.positions.withLock { $0.home = newValue } }
    }

    /// What reads must see at least; `nil` before the first time.
    var required: LogPosition? { board.positions.withLock { $0.required } }

    /// What is wrong with replicas at the moment, by their places in the list.
    var faults: [Int: String] { board.faults.withLock { $0 } }

    /// Reads from a replica; `nil` where none may serve or the one that may did not carry it out, for whatever reason: then the
    /// primary is to be asked. The server of a replica cancels reads that are in the way of the log
    /// (postgresql.org/docs/15/hot-standby.html, section 27.4.2).
    ///
    /// `orOlder`: where none is far enough, the furthest, because the primary is away.
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
