import Database
import Logging
import NIOCore
import ServiceLifecycle

/// Keeps looking for what other processes wrote, and gives listeners a sign of life.
struct TickerService: Service {
    private static let beat = Duration.seconds(15)
    /// How long a database may be away before pages say that they may be old.
    private static let unnoticed = Duration.milliseconds(100)

    let site: Site

    func run() async throws {
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { await look() }
            // A look at a database that does not answer takes its time; that must be noticed meanwhile.
            tasks.addTask { await watch() }
            try await tasks.waitForAll()
        }
    }

    private func look() async {
        for await _ in Watchman.signs(of: site.database).cancelOnGracefulShutdown() { await site.ticker.catchUp() }
    }

    private func watch() async {
        var nextBeat = ContinuousClock.now + Self.beat
        var faults: [Int: String] = [:]
        while goesOn {
            let present = site.database.replicaFaults
            log(present, after: faults)
            faults = present
            if site.database.isAway { site.press.store.isAdrift = true }
            if ContinuousClock.now >= nextBeat {
                site.listeners.beat()
                nextBeat = .now + Self.beat
            }
            await rest(site.database.mayGoAway ? Self.unnoticed : .seconds(1))
        }
    }

    /// Without a replica all goes on, so nobody would notice.
    private func log(_ faults: [Int: String], after known: [Int: String]) {
        for (replica, fault) in faults where known[replica] == nil {
            site.logger.warning(
                "a replica is not read from", metadata: ["number": "\(replica + 1)", "error": "\(fault)"])
        }
        for replica in known.keys where faults[replica] == nil {
            site.logger.notice("a replica is read from again", metadata: ["number": "\(replica + 1)"])
        }
    }

    private var goesOn: Bool { !Task.isShuttingDownGracefully && !Task.isCancelled }

    private func rest(_ time: Duration) async {
        try? await cancelWhenGracefulShutdown { try await Task.sleep(for: time) }
    }
}
