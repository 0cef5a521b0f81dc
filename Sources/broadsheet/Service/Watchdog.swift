import HTTPServer
import NIOCore
import NIOPosix
import ServiceLifecycle

/// Tells the service manager regularly that the server responds, and when it begins to stop. If a thread that
/// serves requests hangs, the messages stay away, and the service manager restarts the process.
///
/// It asks neither the database nor the disk: readers get cached pages without them, and a restart would not
/// bring them back.
struct Watchdog: Service {
    let serviceManager: ServiceManager

    func run() async throws {
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            for loop in MultiThreadedEventLoopGroup.singleton.makeIterator() { try await loop.submit {}.get() }
            await WorkerPool.run {}
            if serviceManager.pulse != nil { serviceManager.tell(.alive) }
            let pulse = serviceManager.pulse ?? .seconds(3_600)
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: pulse) }
        }
        serviceManager.tell(.stopping)
    }
}
