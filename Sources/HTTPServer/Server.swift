package import Foundation
package import NIOCore
import NIOExtras
import NIOPosix
import ServiceLifecycle

/// Serves an application on a port, in HTTP/1.1, and limits every way in which a client can make the server
/// wait.
package struct Server: Service {
    private let application: any Application
    private let configuration: Configuration
    private let whenServing: @Sendable (Int) async -> Void

    package struct Configuration: Sendable {
        package var host: String
        /// 0 chooses a free port.
        package var port: Int
        /// How long a request may take to arrive.
        package var requestTime: TimeAmount
        package var connections: ConnectionLimit?
        package var open: ConnectionCount
        package var now: @Sendable () -> Date

        package init(
            host: String, port: Int, requestTime: TimeAmount, connections: ConnectionLimit? = nil,
            open: ConnectionCount = ConnectionCount(), now: @escaping @Sendable () -> Date
        ) {
            self.host = host
            self.port = port
            self.requestTime = requestTime
            self.connections = connections
            self.open = open
            self.now = now
        }
    }

    /// The server cannot listen on its host and port.
    package enum CannotListen: Error {
        /// The system's error number (errno(3)).
        case refused(CInt)
        case unknownHost
    }

    /// Calls `whenServing` with the port once the server accepts connections.
    package init(
        _ application: any Application, _ configuration: Configuration,
        whenServing: @escaping @Sendable (Int) async -> Void
    ) {
        self.application = application
        self.configuration = configuration
        self.whenServing = whenServing
    }

    /// Serves until a graceful shutdown, which lets requests in flight end. Throws `CannotListen`.
    package func run() async throws {
        let group = MultiThreadedEventLoopGroup.singleton
        let quiescing = ServerQuiescingHelper(group: group)
        let channel = try await listen(group, quiescing)
        let isOver = channel.eventLoop.makePromise(of: Void.self)
        await withTaskCancellationHandler {
            await withGracefulShutdownHandler {
                await whenServing(channel.localAddress?.port ?? configuration.port)
                try? await isOver.futureResult.get()
            } onGracefulShutdown: {
                quiescing.initiateShutdown(promise: isOver)
            }
        } onCancel: {
            quiescing.initiateShutdown(promise: isOver)
        }
    }

    private func listen(_ group: any EventLoopGroup, _ quiescing: ServerQuiescingHelper) async throws -> any Channel {
        let setup = ConnectionSetup(
            dispatcher: Dispatcher(application, connections: configuration.open, now: configuration.now),
            requestTime: configuration.requestTime)
        let limit = configuration.connections?.all
        do {
            return try await ServerBootstrap(group: group)
                .serverChannelOption(.backlog, value: 4_096)
                .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
                .serverChannelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        let pipeline = channel.pipeline.syncOperations
                        if let limit { try pipeline.addHandler(AcceptHandler(limit: limit)) }
                        try pipeline.addHandler(quiescing.makeServerChannelHandler(channel: channel))
                    }
                }
                .childChannelOption(.allowRemoteHalfClosure, value: true)
                .childChannelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture { try setup.prepare(channel) }
                }
                .bind(host: configuration.host, port: configuration.port).get()
        } catch let error as IOError {
            throw CannotListen.refused(error.errnoCode)
        } catch is SocketAddressError.UnknownHost {
            throw CannotListen.unknownHost
        }
    }
}
