import Database
import Logging
import ServiceLifecycle

/// Follows the change feed. It looks whenever another process may have written, notices when the database is
/// unavailable, and logs when a replica fails or recovers.
package struct FollowService: Service {
    /// How long a change by another process may go unnoticed.
    package static let pollInterval = Duration.milliseconds(20)
    /// How long the database may be unavailable before pages say so.
    private static let awayInterval = Duration.milliseconds(100)

    private let follower: ChangeFollower

    package init(_ follower: ChangeFollower) { self.follower = follower }

    package func run() async throws {
        await withTaskGroup(of: Void.self) { tasks in
            tasks.addTask { await look() }
            // A look at an unresponsive database takes time. This task notices the outage meanwhile.
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
        var knownFileFault: String?
        while !Task.isShuttingDownGracefully && !Task.isCancelled {
            known = follower.noticeConnections(after: known)
            knownFileFault = follower.noticeFile(after: knownFileFault)
            let interval = follower.database.mayGoAway ? Self.awayInterval : .seconds(1)
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: interval) }
        }
    }
}

extension ChangeFollower {
    /// Tells the consumer if the database is unavailable, and logs which replicas have failed or recovered.
    /// The server goes on without a replica, so nobody would notice its failure without the log. Returns the
    /// current faults by replica.
    fileprivate func noticeConnections(after known: [Int: String]) -> [Int: String] {
        let faults = database.replicaFaults
        for (replica, fault) in faults where known[replica] == nil {
            logger.warning("replica not in use", metadata: ["number": "\(replica + 1)", "error": "\(fault)"])
        }
        for replica in known.keys where faults[replica] == nil {
            logger.notice("replica in use again", metadata: ["number": "\(replica + 1)"])
        }
        if database.isAway { consumer.setDisconnected(true) }
        return faults
    }

    /// Logs once that the database file was moved, replaced or damaged. Returns the current fault.
    fileprivate func noticeFile(after known: String?) -> String? {
        let fault = database.fileFault
        if let fault, fault != known { logger.error("database file lost or damaged", metadata: ["error": "\(fault)"]) }
        return fault
    }
}
