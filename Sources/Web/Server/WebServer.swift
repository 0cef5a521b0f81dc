import Glibc
import HummingbirdCore
package import Logging
import NIOCore
import NIOPosix
import Newsroom
import ServiceLifecycle

/// The site on a port: HTTP/1.1, with a limit on every way in which a client can keep us waiting.
package struct WebServer: Service {
    /// How long what another process wrote may go unnoticed.
    package static let noticingInterval = Duration.milliseconds(20)

    private let site: Site
    private let host: String
    private let port: Int
    private let connections: ConnectionLimit?
    private let logger: Logger
    private let whenServing: @Sendable (Int) async -> Void

    /// `whenServing` is called with the port once it takes connections. A SIGTERM lets requests in flight end.
    package init(
        site: Site, host: String, port: Int, connections: ConnectionLimit? = nil, logger: Logger,
        whenServing: @escaping @Sendable (Int) async -> Void
    ) {
        self.site = site
        self.host = host
        self.port = port
        self.connections = connections
        self.logger = logger
        self.whenServing = whenServing
    }

    package func run() async throws {
        let ticker = TickerService(site: site)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await serve() }
            tasks.addTask { try await ticker.run() }
            // What fails first ends the other.
            while try await tasks.next() != nil {}
        }
    }

    private func serve() async throws {
        do { try await server.run() } catch let error as IOError {
            let reason = String(cString: strerror(error.errnoCode))
            throw SettingFault.notServable(host: host, port: port, reason: reason)
        } catch is SocketAddressError.UnknownHost {
            throw SettingFault.unknownHost(host, port: port)
        }
    }

    private var server: any Service {
        let pages = ReadyPages(
            store: site.press.store, packer: site.press.packer, clock: site.clock,
            cookieNames: [Cookie.session, .writer].map { $0.name(isSecure: site.isSecure) })
        let setup = ConnectionSetup(
            pages: pages, counter: Counter(site: site), time: .seconds(Int64(site.settings.requestSeconds)))
        return setup.server(
            configuration: .init(
                address: .hostname(host, port: port), backlog: 4_096,
                availableConnectionsDelegate: connections.map { .maximum($0.all, logger: logger) }),
            onServerRunning: { channel in await whenServing(channel.localAddress?.port ?? port) },
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton, logger: logger)
    }
}
