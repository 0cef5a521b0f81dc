import Database
import NIOCore
import ServiceLifecycle

/// Keeps looking for what other processes wrote, and gives listeners a sign of life.
struct TickerService: Service {
    private static let beat = Duration.seconds(15)

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
        while goesOn {
            if site.database.mayHaveNews { await site.ticker.catchUp() }
            await rest()
        }
    }

    private func watch() async {
        var nextBeat = ContinuousClock.now + Self.beat
        while goesOn {
            if site.database.isAway { site.press.store.isAdrift = true }
            if ContinuousClock.now >= nextBeat {
                site.listeners.beat()
                nextBeat = .now + Self.beat
            }
            await rest()
        }
    }

    private var goesOn: Bool { !Task.isShuttingDownGracefully && !Task.isCancelled }

    private func rest() async {
        try? await cancelWhenGracefulShutdown { try await Task.sleep(for: WebServer.noticingInterval) }
    }
}
