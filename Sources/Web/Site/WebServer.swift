import Synchronization
import Glibc
package import HTTPServer
import NIOCore
import Newsroom
import Operations
import ServiceLifecycle

/// Serves the site on a port, and keeps its pages up to date.
package struct WebServer: Service {
    /// How often listeners get a heartbeat.
    private static let heartbeat = Duration.seconds(15)

    /// How long signed-in listeners wait for the number of their notifications.
    private static let unreadInterval = Duration.seconds(1)

    private let site: Site
    private let host: String
    private let port: Int
    private let connections: ConnectionLimit?
    private let whenServing: @Sendable (Int) async -> Void

    /// Calls `whenServing` with the port once the server accepts connections. After a SIGTERM, requests in
    /// progress finish.
    package init(
        site: Site, host: String, port: Int, connections: ConnectionLimit? = nil,
        whenServing: @escaping @Sendable (Int) async -> Void
    ) {
        self.site = site
        self.host = host
        self.port = port
        self.connections = connections
        self.whenServing = whenServing
    }

    package func run() async throws {
        site.monitoring.mostConnections.store(connections?.all ?? 0, ordering: .relaxed)
        let server = Server(
            site,
            Server.Configuration(
                host: host, port: port, requestTime: .seconds(Int64(site.settings.requestSeconds)),
                connections: connections, open: site.monitoring.connections, now: { [clock = site.clock] in clock.now }),
            whenServing: whenServing)
        // Pages that need no read, such as those of refusals, have the navigation from the start.
        try? await site.read { _ in }
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await serve(server) }
            tasks.addTask { try await FollowService(site.changes).run() }
            tasks.addTask { await keepListenersAlive() }
            tasks.addTask { await tellUnreadCounts() }
            // The first failure ends the other tasks.
            while try await tasks.next() != nil {}
        }
    }

    private func serve(_ server: Server) async throws {
        do { try await server.run() } catch Server.CannotListen.refused(let number) {
            let reason = String(cString: strerror(number))
            throw SettingFault.notServable(host: host, port: port, reason: reason)
        } catch Server.CannotListen.unknownHost {
            throw SettingFault.unknownHost(host, port: port)
        }
    }

    private func keepListenersAlive() async {
        await every(Self.heartbeat) { site.listeners.beat() }
    }

    /// A look that fails, because the database is unavailable, is made again.
    private func tellUnreadCounts() async {
        await every(Self.unreadInterval) {
            await WorkerPool.run { try? await site.unreadCounts.look(at: site.database, now: site.clock.now) }
        }
    }

    private func every(_ interval: Duration, _ act: () async -> Void) async {
        while !Task.isShuttingDownGracefully && !Task.isCancelled {
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: interval) }
            await act()
        }
    }
}
