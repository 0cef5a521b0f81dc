import HTTPServer
import Logging
import ServiceLifecycle

@testable import Web

/// A test site on a free port of this machine.
enum ServedSite {
    /// Serves while the body runs, and stops gracefully after it.
    static func run<T: Sendable>(
        _ newspaper: TestSite, connections: ConnectionLimit? = nil,
        _ body: @escaping @Sendable (_ port: Int) async throws -> T
    ) async throws -> T {
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let server = WebServer(
            site: newspaper.site, host: "127.0.0.1", port: 0, connections: connections
        ) { port.yield($0) }
        let group = ServiceGroup(services: [server], logger: newspaper.log.logger)
        return try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            var iterator = ports.makeAsyncIterator()
            guard let number = await iterator.next() else { throw BareSocket.Fault() }
            let result = try await body(number)
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
            return result
        }
    }
}
