import Database
import NIOCore
import ServiceLifecycle

/// Keeps looking for what other processes wrote, and gives listeners a sign of life.
struct TickerService: Service {
    private static let beat = Duration.seconds(15)

    let site: Site

    func run() async throws {
        var nextBeat = ContinuousClock.now + Self.beat
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
            if site.database.isAway { site.press.store.isAdrift = true }
            if site.database.mayHaveNews { await site.ticker.catchUp() }
            if ContinuousClock.now >= nextBeat {
                site.listeners.beat()
                nextBeat = .now + Self.beat
            }
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: WebServer.noticingInterval) }
        }
    }
}
