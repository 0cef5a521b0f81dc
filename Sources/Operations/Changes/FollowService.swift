import Database
import Logging
import ServiceLifecycle

/// Keeps following the change feed: it looks whenever another process may have written, notices when the database is away,
/// and logs when a replica fails or comes back.
package struct FollowService: Service {
    /// How long a change of another process may go unnoticed.
    package static let pollInterval = Duration.milliseconds(20)
    /// How long the database may be away before pages say so.
    private static let awayInterval = Duration.milliseconds(100)

    private let follower: ChangeFollower

    package init(_ follower: ChangeFollower) { self.follower = follower }

    package func run() async throws {
        await withTaskGroup(of: Void.self) { tasks in
            tasks.addTask { await look() }
            // A look at a database that does not answer takes time; another task notices that meanwhile.
            tasks.addTask { await watchConnections() }
            await tasks.waitForAll()
        }
    }

    private func look() async {
        for await _ in Poller.signals(of: follower.database, every: Self.pollInterval).cancelOnGracefulShutdown() {
            await follower.catchUp()
        }
    }

    private func watchConnections() async {
        var known: [Int: String] = [:]
        while !Task.isShuttingDownGracefully && !Task.isCancelled {
            known = follower.noticeConnections(after: known)
            let interval = follower.database.mayGoAway ? Self.awayInterval : .seconds(1)
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: interval) }
        }
    }
}

extension ChangeFollower {
    /// Tells the consumer that the database is away, and logs what has changed about the replicas: without one everything
    /// goes on, so nobody would notice. Returns the present faults of replicas by their number.
    fileprivate func noticeConnections(after known: [Int: String]) -> [Int: String] {
        let faults = database.replicaFaults
        for (replica, fault) in faults where known[replica] == nil {
            logger.warning("a replica is not read from", metadata: ["number": "\(replica + 1)", "error": "\(fault)"])
        }
        for replica in known.keys where faults[replica] == nil {
            logger.notice("a replica is read from again", metadata: ["number": "\(replica + 1)"])
        }
        if database.isAway { consumer.setDisconnected(true) }
        return faults
    }
}
